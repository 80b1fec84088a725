"""Reading back archives that are much alike: an entry that stood in the last one is known again.

Whoever makes many files from one template reads the template's parts in each of them.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from deckgen.frozen import Frozen
from deckgen.ooxml.archive import DEFLATED, STORED, Member
from deckgen.ooxml.plain_archive import END, LOCAL

_DIRECTORY = b"PK\x01\x02\x14\0"  # an entry of it, made by version 2.0 (APPNOTE 6.3.10, 4.3.12)
_NEITHER = bytes(10)  # no comment, the first disk, no attributes
_SHARED = slice(4, LOCAL.size)  # what an entry and the directory both say of a file
_UTF8 = 0x800
_LARGEST = 8 << 20  # bytes of an archive that is remembered


class _Known(Frozen):
    """An entry as it stands in an archive, and what the directory says of it around its offset."""

    head: bytes
    member: Member
    listed: bytes
    name: bytes

    def stands(self, data: bytes, at: int) -> bool:
        """Whether an archive has the same entry somewhere."""
        head, raw = self.head, self.member.raw
        return data.startswith(head, at) and data.startswith(raw, at + len(head))


class _Begun(NamedTuple):
    """How archives begin: their first entries, and what the directory says of them."""

    data: bytes = b""
    listed: bytes = b""
    entries: Sequence[_Known] = ()
    members: Mapping[str, Member] = {}


class KnownEntries:
    """Reads zips as this project writes them: one entry behind the other and nothing else."""

    __slots__ = ("_begun", "_last", "_places")

    def __init__(self) -> None:
        self._last: list[_Known] = []
        self._places: dict[str, int] = {}
        self._begun = _Begun()

    def members(self, data: bytes) -> dict[str, Member] | None:
        """The files of a zip by name, in its order; None where it is of another form, or large."""
        if len(data) > _LARGEST:
            return None
        begun = self._begun if data.startswith(self._begun.data) else _Begun()
        found, listed = [*begun.entries], [begun.listed]
        last, count = self._last, len(self._last)
        at, place = len(begun.data), len(found)
        while not data.startswith(_DIRECTORY, at):
            if place < count and last[place].stands(data, at):
                entry = last[place]
            else:
                read = _read(data, at)
                if read is None:
                    return None
                entry = read
                place = self._places.get(entry.member.name, place)
            place += 1
            found.append(entry)
            listed += (entry.listed, at.to_bytes(4, "little"), entry.name)
            at += len(entry.head) + len(entry.member.raw)
        members = dict(begun.members)
        members |= {entry.member.name: entry.member for entry in found[len(begun.entries) :]}
        if len(members) != len(found) or not _ends(data, at, b"".join(listed), len(found)):
            return None
        self._keep(found, members)
        return members

    def _keep(self, found: list[_Known], members: Mapping[str, Member]) -> None:
        if list(members) != list(self._places):
            self._places = {name: number for number, name in enumerate(members)}
        same = 0
        for entry, before in zip(found, self._last, strict=False):
            if entry is not before:
                break
            same += 1
        if same != len(self._begun.entries):
            self._begun = _begun(found[:same])
        self._last = found


def _begun(entries: Sequence[_Known]) -> _Begun:
    listed: list[bytes] = []
    at = 0
    for entry in entries:
        listed += (entry.listed, at.to_bytes(4, "little"), entry.name)
        at += len(entry.head) + len(entry.member.raw)
    data = b"".join([part for entry in entries for part in (entry.head, entry.member.raw)])
    members = {entry.member.name: entry.member for entry in entries}
    return _Begun(data, b"".join(listed), entries, members)


def _read(data: bytes, at: int) -> _Known | None:
    """The entry that begins somewhere; None where none of the plain form does."""
    try:
        mark, _, flags, method, *_, packed, size, length, extra = LOCAL.unpack_from(data, at)
    except struct.error:
        return None
    start = at + LOCAL.size + length
    name = data[at + LOCAL.size : start]
    plain = mark == b"PK\x03\x04" and method in (STORED, DEFLATED) and not extra
    if not plain or not (flags == _UTF8 or (flags == 0 and name.isascii())):
        return None
    head = data[at:start]
    crc = int.from_bytes(head[14:18], "little")
    try:
        member = Member(name.decode(), method, crc, size, data[start : start + packed])
    except UnicodeDecodeError:
        return None
    return _Known(head, member, _DIRECTORY + head[_SHARED] + _NEITHER, name)


def _ends(data: bytes, at: int, directory: bytes, count: int) -> bool:
    """Whether an archive ends with this directory, and says so."""
    if at + len(directory) > 0xFFFF_FFFF or count >= 0xFFFF:
        return False
    size = len(directory)
    end = END.pack(b"PK\x05\x06", 0, 0, count, count, size, at, 0)
    return data.endswith(end) and data[at : -len(end)] == directory
