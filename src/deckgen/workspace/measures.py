"""The words of a talk as they were measured for its last build: only new ones are measured again.

An advance is a fact of a shipped face. Knowing it before changes no line, only the time it takes.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from deckgen.frozen import Frozen
from deckgen.typeset.faces import MEASURED, Facts
from deckgen.workspace.cache import Cache
from deckgen.workspace.fingerprint import digest, tool
from deckgen.workspace.talks import TalkFile

MOST = 200_000  # words of a talk that are kept


class KeptFace(Frozen):
    """What is kept of a face: its line height, and the words and letters asked for last."""

    line: float
    advances: Mapping[str, float]
    covered: Mapping[str, bool]


class Measures:
    """Gives the faces what was measured for a talk before, and keeps what was measured now."""

    __slots__ = ("_cache", "_key", "_known")

    def __init__(self, talk: TalkFile, cache: Cache) -> None:
        self._cache = cache
        named = f"{talk.outline}\0{tool()}" if cache else ""
        self._key = f"words-{digest(named.encode('utf-8', 'surrogateescape'))}" if cache else ""
        self._known = decoded(cache.get(self._key)) if cache else {}
        for name, kept in self._known.items():
            facts = MEASURED.setdefault(name, Facts())
            facts.line = kept.line
            facts.covered.update(kept.covered)
            facts.earlier = kept.advances

    def keep(self) -> None:
        """Keep the words that this build asked for, where some of them are new."""
        lines = {name: facts.line for name, facts in MEASURED.items() if facts.line is not None}
        new = any(
            name not in self._known
            or MEASURED[name].advances.keys() - self._known[name].advances
            or MEASURED[name].covered.keys() - self._known[name].covered
            for name in lines
        )
        count = sum(len(MEASURED[name].advances) for name in lines)
        if self._key and new and count <= MOST:
            kept = {
                name: KeptFace(line, MEASURED[name].advances, MEASURED[name].covered)
                for name, line in lines.items()
            }
            self._cache.put(self._key, msgspec.msgpack.encode(kept))


def decoded(data: bytes | None) -> dict[str, KeptFace]:
    """What was kept; empty where there is nothing sound."""
    try:
        return {} if data is None else msgspec.msgpack.decode(data, type=dict[str, KeptFace])
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return {}
