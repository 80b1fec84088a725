"""The bytes of a text file as characters; what is not UTF-8 is named, and never guessed."""

from __future__ import annotations

import codecs

from deckgen.datasets.rows import KEEP_LESS, MAX_BYTES, DataRefused

_SAVE = "Save it as CSV UTF-8."
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WORKBOOK, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def decoded(data: bytes, encoding: str = "") -> str:
    """The text without its byte order mark; raises DataRefused."""
    if len(data) > MAX_BYTES:
        raise DataRefused(f"is larger than {MAX_BYTES >> 20} MB", KEEP_LESS)
    if data.startswith((_WORKBOOK, _OLD_WORKBOOK)):
        raise DataRefused("is a workbook or an archive", "Save the sheet as CSV UTF-8.")
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    try:
        text = data.decode(marked or encoding.replace("windows-", "cp") or "utf-8")
    except UnicodeDecodeError as fault:
        raise _foreign(data, fault, marked or encoding) from fault
    if "\0" in text:
        raise DataRefused("is no text file", _SAVE)
    return text.removeprefix("\ufeff")


def _foreign(data: bytes, fault: UnicodeDecodeError, encoding: str) -> DataRefused:
    line = data.count(b"\n", 0, fault.start) + 1
    if encoding and encoding != "utf-8":
        return DataRefused(f"is not {encoding} in line {line}", _SAVE)
    hint = f"{_SAVE[:-1]}, or say how it was saved: `data: {{file: ..., encoding: windows-1252}}`."
    return DataRefused(f"is not UTF-8 in line {line}", hint)
