"""CPU seconds of each stage of a deck, on one core: python -m tests.bench.stages TALK."""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import TypeVar

from tests.bench.measured import Failed

from deckgen.ooxml.validity import faults
from deckgen.packs import load_pack
from deckgen.place import place
from deckgen.workspace.jobs import load
from deckgen.workspace.packs import pack_folders
from deckgen.workspace.talks import find_talks
from deckgen.writers.pptx import write

T = TypeVar("T")


def measure(talk: str) -> dict[str, float]:
    """Seconds by stage; "floor" is to deflate and write what the archive holds."""
    gc.disable()  # as the command does
    took: dict[str, float] = {}

    def timed(name: str, stage: Callable[[], T]) -> T:
        started = _used()
        made = stage()
        took[name] = _used() - started
        return made

    file = find_talks([talk], Path())[0][0]
    outline, found = timed("read", lambda: load(file))
    loaded, _ = timed("template", lambda: load_pack("default", pack_folders(file, Path())))
    if outline is None or loaded is None:
        raise Failed(str(found))
    pack = loaded
    deck, found = timed("place", lambda: place(outline, pack))
    if deck is None:
        raise Failed(str(found))
    placed = deck
    data = timed("write", lambda: write(placed, pack.deck, 0))
    timed("check", lambda: faults(data, pack.deck.data))
    with tempfile.TemporaryFile() as stream:
        stream.write(data)
        with zipfile.ZipFile(stream) as archive:
            members = [(info.compress_type, archive.read(info)) for info in archive.infolist()]
        timed("floor", lambda: _deflate(members))
    return took


def _used() -> float:
    """CPU seconds of this process and of the copies of it that have ended."""
    spent = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return sum(each.ru_utime + each.ru_stime for each in spent)


def _deflate(members: list[tuple[int, bytes]]) -> None:
    packed: list[bytes] = []
    for method, data in members:
        zlib.crc32(data)
        if method == zipfile.ZIP_DEFLATED:
            deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
            packed += (deflater.compress(data), deflater.flush())
        else:
            packed.append(data)
    with tempfile.TemporaryFile() as stream:
        stream.write(b"".join(packed))


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))
