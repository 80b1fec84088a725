"""What every maker of rows needs to know, and what it gives back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.frozen import Frozen, field
from deckgen.model.pack import Pack
from deckgen.version import __version__
from deckgen.workspace.batch.rows import Row

_WHOLE = re.compile(r"(?<=[0-9])\.0(?![0-9])")

PackKey = tuple[str, str]
"""What an outline can say of its face: its pack, and its Word template."""


class Job(Frozen):
    """The same for all rows. `folder` holds what the outline names; `epoch` is the environment's.

    `packs` are those that the outline names, by how it names them.
    """

    outline: bytes
    label: str
    folder: str
    packs: Mapping[PackKey, Pack]
    formats: tuple[str, ...]
    audiences: tuple[str, ...] = ()
    strict: bool = False
    epoch: str = ""

    def fingerprint(self) -> str:
        """A hash of all that the rows' files come from, beside the rows and the talk's files."""
        known = hashlib.sha256(self.outline)
        options = (self.formats, self.audiences, self.strict, self.epoch, __version__)
        known.update(repr(options).encode())
        for key in sorted(self.packs):
            known.update(repr(key).encode())
            known.update(_pack_hash(self.packs[key]))
        return known.hexdigest()


def _pack_hash(pack: Pack) -> bytes:
    deck = pack.deck
    known = hashlib.sha256(deck.data)
    known.update(pack.word)
    roles = sorted((role, layout.part) for role, layout in deck.roles.items())
    facts = (roles, deck.layouts, sorted(deck.fallbacks), deck.fonts, deck.adopted)
    described = repr((facts, sorted(pack.documents.items()), pack.style, pack.options))
    # A pack that was kept in the cache may have 90.0 where one that was read has 90.
    known.update(_WHOLE.sub("", described).encode())
    return known.digest()


class Task(Frozen):
    """A row with the name of its folder."""

    row: Row
    name: str


class FileFact(Frozen):
    """A file that was made: `count` of `unit`."""

    name: str
    sha256: str
    count: int
    unit: str


class Outcome(Frozen):
    """What came of a row. `reads` are the hashes of the talk's files that it took, by path."""

    number: int
    line: int
    name: str
    files: tuple[FileFact, ...] = ()
    reads: Mapping[str, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether its files could not be made."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)


class Made(Frozen):
    """An outcome with the files themselves, by name."""

    outcome: Outcome
    files: Mapping[str, bytes]
