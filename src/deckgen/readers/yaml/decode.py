"""Bytes of a text file -> characters that YAML 1.2 allows, or one clear finding."""

from __future__ import annotations

import codecs
import re

from deckgen.diagnostics import Diagnostics, Span

MAX_BYTES = 32 * 1024 * 1024

# UTF-32's little-endian mark begins with UTF-16's, so it is tried first.
_FOREIGN_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# What is not in YAML 1.2.2, production 1 (c-printable), and the breaks that only YAML 1.1 knows.
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|\r|\n")
_SAVE_AS_UTF8 = "Save the file as UTF-8."


def decode(data: bytes, file: str, found: Diagnostics) -> str | None:
    """The text without its byte order mark, or None when it cannot be read."""
    start = Span(file, 1, 1)
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1024 / 1024:.0f} MB"
        found.error(
            "file-too-large", f"the file has {size}", start, "Split it: 32 MB is the limit."
        )
        return None
    for mark, name in _FOREIGN_MARKS:
        if data.startswith(mark):
            found.error("not-utf-8", f"the file is encoded as {name}", start, _SAVE_AS_UTF8)
            return None
    if b"\0" in data[:4]:
        found.error("not-utf-8", "the file looks like UTF-16 or binary data", start, _SAVE_AS_UTF8)
        return None
    unmarked = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = unmarked.decode()
    except UnicodeDecodeError as fault:
        _report_byte(unmarked, fault.start, file, found)
        return None
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        _report_character(text, forbidden.start(), file, found)
        return None
    return text


def place(text: str, offset: int, file: str) -> Span:
    """The line and column of an offset."""
    line, start = 1, 0
    for match in _BREAK.finditer(text, 0, offset):
        line, start = line + 1, match.end()
    return Span(file, line, offset - start + 1)


def split_lines(text: str) -> list[str]:
    """The lines without their breaks, counted as editors count them."""
    return _BREAK.split(text)


def _report_byte(data: bytes, offset: int, file: str, found: Diagnostics) -> None:
    before = data[:offset].decode()
    likely = data[offset : offset + 1].decode("cp1252", errors="replace")
    hint = _SAVE_AS_UTF8
    if likely.isalpha():
        hint += f" In Windows-1252 this byte would be '{likely}'."
    message = (
        f"the file is not UTF-8: byte 0x{data[offset]:02X} stands where no character can start"
    )
    found.error("not-utf-8", message, place(before, len(before), file), hint)


def _report_character(text: str, offset: int, file: str, found: Diagnostics) -> None:
    code = ord(text[offset])
    if code in (0x85, 0x2028, 0x2029):
        message = f"the invisible line separator U+{code:04X} cannot stand in an outline"
        hint = "Replace it with an ordinary line break or a space."
    else:
        message = f"the control character U+{code:04X} cannot stand in an outline"
        hint = "Delete it; it often comes along when text is pasted."
    found.error("forbidden-character", message, place(text, offset, file), hint)
