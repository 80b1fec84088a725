"""The fonts that a Word file brings along (ECMA-376 17.8.1): measured as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from deckgen.ooxml import names
from deckgen.ooxml.package import Package
from deckgen.writers.docx import names as word
from deckgen.writers.docx.names import w

if TYPE_CHECKING:
    from deckgen.typeset import Style

_KEY = re.compile(r"\{?([0-9A-Fa-f-]{36})\}?")
_MASKED = 32  # bytes at a font's start that its key hides
_LETTERS = frozenset(map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"))
_LARGEST = 8_000_000


def embedded(package: Package, main: str) -> Mapping[tuple[str, Style], bytes]:
    """The fonts with all Latin letters, by family in lower case and style."""
    tables = package.related(main, word.REL_FONT_TABLE)
    if not tables:
        return {}
    arrows = {arrow.id: arrow.target for arrow in package.relationships(tables[0])}
    found = {}
    for family, style, font in _named(package.xml(tables[0])):
        part = arrows.get(font.get(f"{{{names.R}}}id"), "")
        data = package.read(part) if part in package.members else b""
        plain = _unmasked(data, font.get(w("fontKey"), ""))
        if plain and _serves(plain):
            found[family, style] = plain
    return found


def _named(table: Any) -> Iterator[tuple[str, Style, Any]]:
    from deckgen.typeset import Style

    styles = {
        w("embedRegular"): Style(),
        w("embedBold"): Style(bold=True),
        w("embedItalic"): Style(italic=True),
        w("embedBoldItalic"): Style(bold=True, italic=True),
    }
    for font in table.iter(w("font")):
        for child in font:
            if child.tag in styles:
                yield font.get(w("name"), "").casefold(), styles[child.tag], child


def _unmasked(data: bytes, key: str) -> bytes:
    """The font under its key, a GUID whose bytes count from its end; empty without a key."""
    match = _KEY.fullmatch(key)
    if match is None or not _MASKED < len(data) <= _LARGEST:
        return b""
    mask = bytes.fromhex(match[1].replace("-", ""))[::-1]
    head = bytes(byte ^ mask[at % len(mask)] for at, byte in enumerate(data[:_MASKED]))
    return head + data[_MASKED:]


def _serves(data: bytes) -> bool:
    """Whether it is a font that text can be measured with."""
    import uharfbuzz

    if data[:4] not in (b"\x00\x01\x00\x00", b"OTTO"):
        return False
    face = uharfbuzz.Face(data)
    return face.upem >= 16 and set(face.unicodes) >= _LETTERS
