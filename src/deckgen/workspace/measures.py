"""The words of a talk as they were measured for its last build: only new ones are measured again.

An advance is a fact of a shipped face, and where lines may end one of a text. Knowing them before
changes no line, only the time it takes.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from deckgen.frozen import Frozen, field
from deckgen.typeset.faces import MEASURED, Facts
from deckgen.typeset.pieces import ANALYSED, EARLIER
from deckgen.workspace.cache import Cache, unpacked
from deckgen.workspace.fingerprint import digest, tool
from deckgen.workspace.talks import TalkFile

MOST = 200_000  # words of a talk that are kept


class KeptFace(Frozen):
    """What is kept of a face: its line, and the words and letters asked for last."""

    line: float
    descent: float
    advances: Mapping[str, float]
    covered: Mapping[str, bool]


class Kept(Frozen):
    """What is kept of a talk: its words by face, and the texts whose breaks took thought."""

    faces: Mapping[str, KeptFace] = field(default_factory=dict)
    texts: Mapping[str, tuple[frozenset[int], str | None]] = field(default_factory=dict)


class Measures:
    """Gives what was measured for a talk before, and keeps what was measured now."""

    __slots__ = ("_cache", "_key", "_known")

    def __init__(self, talk: TalkFile, cache: Cache) -> None:
        self._cache = cache
        named = f"{talk.outline}\0{tool()}" if cache else ""
        self._key = f"words-{digest(named.encode('utf-8', 'surrogateescape'))}" if cache else ""
        self._known = decoded(cache.get(self._key)) if cache else Kept()
        for name, kept in self._known.faces.items():
            facts = MEASURED.setdefault(name, Facts())
            facts.line, facts.descent = kept.line, kept.descent
            facts.covered.update(kept.covered)
            facts.earlier = kept.advances
        EARLIER.clear()
        EARLIER.update(self._known.texts)

    def keep(self) -> None:
        """Keep what this build asked for, where some of it is new."""
        faces = {
            name: KeptFace(facts.line, facts.descent, facts.advances, facts.covered)
            for name, facts in MEASURED.items()
            if facts.line is not None
        }
        new = ANALYSED.keys() - self._known.texts or any(
            name not in self._known.faces
            or face.advances.keys() - self._known.faces[name].advances
            or face.covered.keys() - self._known.faces[name].covered
            for name, face in faces.items()
        )
        if self._key and new and sum(len(face.advances) for face in faces.values()) <= MOST:
            self._cache.put(self._key, msgspec.msgpack.encode(Kept(faces, ANALYSED)))


def decoded(data: bytes | None) -> Kept:
    """What was kept; nothing where there is nothing sound."""
    return unpacked(data, Kept) or Kept()
