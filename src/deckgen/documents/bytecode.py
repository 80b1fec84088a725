"""The code of document templates, kept as Python keeps that of modules: in this `__pycache__`.

Whoever can write there can change deckgen itself, so the code is as much to be trusted; a cache
that others fill never holds any. Python's rules hold: `PYTHONDONTWRITEBYTECODE` keeps nothing.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2

FOLDER = Path(__file__).parent / "__pycache__"
MOST = 64  # files; beyond them all are made again
_SUFFIX = f".{sys.implementation.cache_tag}.template"
_MAKER = Path(__file__).with_name("environment.py")


def load(source: str, name: str, file: str | None) -> CodeType | None:
    """The code that was kept for a template of this text and place; None without one."""
    try:
        code = marshal.loads(_place(source, name, file).read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return code if isinstance(code, CodeType) else None


def store(code: CodeType, source: str, name: str, file: str | None) -> None:
    """Keep a template's code, where Python may keep that of modules."""
    if sys.dont_write_bytecode:
        return
    place = _place(source, name, file)
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    with suppress(OSError, ValueError):
        FOLDER.mkdir(exist_ok=True)
        kept = list(FOLDER.glob(f"*{_SUFFIX}"))
        for old in kept if len(kept) >= MOST else ():
            old.unlink(missing_ok=True)
        beside.write_bytes(marshal.dumps(code))
        beside.replace(place)


def _place(source: str, name: str, file: str | None) -> Path:
    """A file for what decides on the code: the text, the places it names, and what compiles it."""
    maker = os.stat(_MAKER)
    parts = (source, name, file, jinja2.__version__, maker.st_mtime_ns, maker.st_size)
    return FOLDER / (sha256(repr(parts).encode("utf-8", "surrogateescape")).hexdigest() + _SUFFIX)
