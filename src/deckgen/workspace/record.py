"""What the last build of a talk read, wrote and said: whether it would be the same again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from deckgen.diagnostics import Diagnostic
from deckgen.frozen import Frozen
from deckgen.model.files import FileRefused
from deckgen.workspace.epoch import VARIABLE
from deckgen.workspace.fingerprint import digest, digest_of, state, tool
from deckgen.workspace.jail import TalkFiles
from deckgen.workspace.jobs import BuildResult, BuiltFile
from deckgen.workspace.packs import TEMPLATES, own_packs, project
from deckgen.workspace.talks import TalkFile, label

if TYPE_CHECKING:
    from deckgen.model.outline import Outline
    from deckgen.workspace.jobs import Request, Surroundings


class Written(Frozen):
    """A file that a build wrote: its name, its content's hash, how much it holds."""

    name: str
    digest: str
    format: str
    count: int
    unit: str


class Record(Frozen):
    """One build: hashes of the talk's files, states of what else it may have read, its outcome.

    `asked` stands for the request, the surroundings and the tool itself; `office` says what the
    machine lacked for showing slides, where the talk asks for that.
    """

    asked: str
    read: Mapping[str, str]
    watched: Mapping[str, str]
    written: tuple[Written, ...]
    findings: tuple[Diagnostic, ...]
    office: str | None


class Ledger:
    """Keeps account of one build of a talk, and knows the last one. `files` are the talk's."""

    __slots__ = ("_around", "_asked", "_folder", "_office", "_talk", "_watched", "files")

    def __init__(self, talk: TalkFile, request: Request, around: Surroundings) -> None:
        self.files = TalkFiles(talk.folder, talk.allowed)
        self._talk = talk
        self._office: str | None = None
        self._around = around
        self._folder = (around.root / request.output / talk.name).absolute()
        # Both are taken before anything is read: what changes meanwhile is then seen as changed.
        wanted = request.write and around.cache
        self._asked = _asked(talk, request, around) if wanted else ""
        self._watched = _states(_places(talk, request, around.root)) if wanted else {}

    def last(self) -> BuildResult | None:
        """What came of the last build, where building again would leave the same files."""
        if not self._asked:
            return None
        record = decoded(self._around.cache.get(self._key))
        if record is None or not self._holds(record):
            return None
        files = tuple(self._kept(each) for each in record.written)
        return BuildResult(files, (self._talk.label,), record.findings)

    def note(self, outline: Outline) -> None:
        """Watch also what the outline asks for itself: its templates, an office suite."""
        if not self._asked:
            return
        self._office = _office() if outline.talk.paper.thumbnails else None
        words = (outline.pack, outline.briefing_template)
        self._watched |= _states(self._talk.folder / word for word in words if word)

    def keep(self, made: Iterable[tuple[BuiltFile, bytes]], findings: Sequence[Diagnostic]) -> None:
        """Remember this build by what it wrote and said."""
        if not self._asked:
            return
        written = tuple(
            Written(file.path.name, digest(data), file.format, file.count, file.unit)
            for file, data in made
        )
        record = Record(
            self._asked,
            self.files.digests,
            self._watched,
            written,
            tuple(findings),
            self._office,
        )
        with suppress(UnicodeEncodeError):  # a name on the disk that is no text
            self._around.cache.put(self._key, msgspec.json.encode(record))

    @property
    def _key(self) -> str:
        return f"build-{digest(os.fsencode(self._folder))}"

    def _holds(self, record: Record) -> bool:
        return (
            record.asked == self._asked
            and self._watched.items() <= record.watched.items()
            and all(each and each == state(Path(at)) for at, each in record.watched.items())
            and record.read == _digests(self._talk, record.read)
            and (record.office is None or record.office == _office())
            and all(digest_of(self._folder / each.name) == each.digest for each in record.written)
        )

    def _kept(self, written: Written) -> BuiltFile:
        path = self._folder / written.name
        place = label(path, self._around.root)
        return BuiltFile(path, place, written.format, written.count, written.unit, 0.0, kept=True)


def decoded(data: bytes | None) -> Record | None:
    """The record in the bytes; None where there is none."""
    try:
        return None if data is None else msgspec.json.decode(data, type=Record)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _office() -> str:
    from deckgen.workspace.office import missing

    return missing()


def _asked(talk: TalkFile, request: Request, around: Surroundings) -> str:
    """A hash of all that decides on a build beside the files that it reads."""
    said = (
        [row.name for row in request.formats],
        [request.pack, request.briefing_template, request.strict, sorted(request.audiences)],
        [str(each) for each in talk.allowed],
        [str(around.root.absolute()), str(talk.outline), talk.label],
        [around.environment.get(VARIABLE), tool()],
    )
    return digest(repr(said).encode("utf-8", "surrogateescape"))


def _places(talk: TalkFile, request: Request, root: Path) -> list[Path]:
    """The folders and files beside the talk's own that its build may read."""
    places = [root / TEMPLATES, project(talk.folder) / TEMPLATES, own_packs()]
    return [*places, *(root / word for word in (request.pack, request.briefing_template) if word)]


def _states(places: Iterable[Path]) -> dict[str, str]:
    absolute = [place.absolute() for place in places]  # a state tells paths as they are given
    return {str(place): state(place) for place in absolute}


def _digests(talk: TalkFile, names: Iterable[str]) -> dict[str, str]:
    files = TalkFiles(talk.folder, talk.allowed)
    found: dict[str, str] = {}
    for name in names:
        try:
            found[name] = digest(files.read(name))
        except FileRefused:
            found[name] = ""
    return found
