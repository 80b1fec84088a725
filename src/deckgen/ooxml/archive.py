"""The zip under an Office file: read within limits, written with the same bytes every time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from deflate import deflate_compress

from deckgen.frozen import Frozen
from deckgen.ooxml.plain_archive import CENTRAL, END, LOCAL, Entry, plain_entries

STORED = 0
DEFLATED = 8

_END64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR64 = struct.Struct("<4sIQI")
_LEVEL = 7  # of 12: files are as small as zlib makes them, in two thirds of the time
_OFFSET = 4  # bytes of a member's offset, the last of what the directory says before the name
_DOS_DATE = 0x21  # 1980-01-01, the first day that a zip can name
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (".xml", ".rels")
_PACKED = frozenset(("png", "jpg", "jpeg", "gif", "xlsx", "zip", "mp3", "mp4", "m4a"))
# Decks that are made one after the other have many parts in common: what is done to one of so
# many bytes at most is remembered for the next.
REPEATED = 32 << 10
_SMALL = 1 << 10  # of parts larger than that few are alike, and to know them takes long
_LARGEST_KEPT = 8 << 20  # bytes of an archive whose entries are remembered for the next
_OWN_PARTS = (
    "docProps/", "ppt/_rels/", "ppt/charts/", "ppt/embeddings/", "ppt/media/", "ppt/notesSlides/",
    "ppt/presentation.xml", "ppt/slides/", "word/document.xml",
)  # fmt: skip
_CONTENT_TYPES = "[Content_Types].xml"


class PackageRefused(Exception):
    """A file that cannot be used as an Office package: what is wrong, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Limits(Frozen):
    """How much a package may hold; sizes in bytes. `ratio` bounds members larger than `lenient`."""

    entries: int = 10_000
    member: int = 256 << 20
    total: int = 1 << 30
    ratio: int = 200
    lenient: int = 16 << 20


FOREIGN = Limits()
OWN = Limits(entries=1_000_000, member=2 << 30, total=4 << 30, ratio=1_000_000)


class Member(Frozen):
    """A file of the archive as it stands there: `raw` is stored or deflated, as `method` says."""

    name: str
    method: int
    crc: int
    size: int
    raw: bytes

    def read(self) -> bytes:
        """The member's content. Raises PackageRefused when it is damaged."""
        return _content_again(self) if self.size <= REPEATED else _content(self)


def _content(member: Member) -> bytes:
    data = member.raw if member.method == STORED else _inflate(member)
    if len(data) != member.size or zlib.crc32(data) != member.crc:
        raise _damaged(f"the member {member.name!r} is damaged")
    return data


_content_again = lru_cache(maxsize=256)(_content)


def read_archive(data: bytes, limits: Limits = FOREIGN) -> dict[str, Member]:
    """The files of a zip by name, in the archive's order. Raises PackageRefused."""
    if data.startswith(_COMPOUND_FILE):
        raise PackageRefused(
            "the file is encrypted or in the binary format of before 2007",
            "Open it in Office, remove the password and save it in the current format.",
        )
    if limits is OWN and (entries := plain_entries(data)) is not None:
        return _plain_members(data, entries)
    if data.count(b"PK\x01\x02") > 4 * limits.entries:
        raise _excessive(f"the archive has more than {limits.entries} members")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError) as error:
        raise PackageRefused(
            "the file is not a zip archive, or it is truncated",
            "An Office file is a zip archive; fetch or export the file again.",
        ) from error
    _check_sizes(infos, limits)
    members: dict[str, Member] = {}
    for member in _members(data, infos):
        if member.name in members:
            raise _damaged(f"the member {member.name!r} is there twice")
        members[member.name] = member
    return members


def _plain_members(data: bytes, entries: tuple[Entry, ...]) -> dict[str, Member]:
    members = {
        entry.name: Member(
            entry.name, entry.method, entry.crc, entry.size, data[entry.start : entry.end]
        )
        for entry in entries
    }
    if len(members) != len(entries):
        raise _damaged("a member is there twice")
    return members


class _Entry(NamedTuple):
    """A part as it stands in an archive, and what the directory says of it around its offset."""

    of: str
    part: bytes | Member
    head: bytes
    raw: bytes
    listed: bytes
    name: bytes


class _Begun(NamedTuple):
    """How archives begin: so many entries, and what the directory says of them."""

    entries: int = 0
    data: bytes = b""
    listed: bytes = b""


class Archives:
    """Writes archives one after the other; what the last one held, too, is not made again."""

    __slots__ = ("_begun", "_last")

    def __init__(self) -> None:
        self._last: dict[str, _Entry] = {}
        self._begun = _Begun()

    def write(self, parts: Mapping[str, bytes | Member]) -> bytes:
        """A zip of the parts: content types first, then what decks of a template have in common.

        Within that they are sorted; dates are 1980-01-01. Members are copied as they were deflated;
        bytes are deflated here, unless their extension says that they are packed already. Raises
        PackageRefused beyond 4 GiB.
        """
        last, entries = self._last, dict[str, _Entry]()
        names = list(last) if parts.keys() == last.keys() else sorted(parts, key=_place)
        for name in names:
            part, entry = parts[name], last.get(name)
            if entry is None or (entry.part is not part and entry.part != part):
                entry = _entry(name, part)
            entries[name] = entry
        begun = self._begin([*entries.values()])
        chunks, central, offset = [begun.data], [begun.listed], len(begun.data)
        for _, _, head, raw, listed, encoded in islice(entries.values(), begun.entries, None):
            if offset > 0xFFFF_FFFF:
                raise _excessive("the package would be larger than 4 GiB")
            chunks += (head, raw)
            central += (listed, offset.to_bytes(4, "little"), encoded)
            offset += len(head) + len(raw)
        self._last, self._begun = (entries, begun) if offset <= _LARGEST_KEPT else ({}, _Begun())
        directory = b"".join(central)
        return b"".join((*chunks, directory, _end(len(parts), len(directory), offset)))

    def _begin(self, entries: Sequence[_Entry]) -> _Begun:
        """The beginning that an archive has in common with the last one."""
        count = 0
        for entry, before in zip(entries, self._last.values(), strict=False):
            if entry is not before:
                break
            count += 1
        if count == self._begun.entries:
            return self._begun
        chunks: list[bytes] = []
        central: list[bytes] = []
        offset = 0
        for entry in entries[:count]:
            chunks += (entry.head, entry.raw)
            central += (entry.listed, offset.to_bytes(4, "little"), entry.name)
            offset += len(entry.head) + len(entry.raw)
        return _Begun(count, b"".join(chunks), b"".join(central))


@lru_cache(maxsize=1_024)
def _place(name: str) -> tuple[int, str]:
    """Where a part stands: what differs from deck to deck is last."""
    return 0 if name == _CONTENT_TYPES else 2 if name.startswith(_OWN_PARTS) else 1, name


def write_archive(parts: Mapping[str, bytes | Member]) -> bytes:
    """A single archive, as `Archives` writes it."""
    return Archives().write(parts)


def _entry(name: str, part: bytes | Member) -> _Entry:
    member = part if isinstance(part, Member) else pack(name, part)
    records = _records(name, member.method, member.crc, len(member.raw), member.size)
    head, listed, encoded = records
    return _Entry(name, part, head, member.raw, listed, encoded)


@lru_cache(maxsize=1024)
def _records(
    name: str, method: int, crc: int, packed: int, size: int
) -> tuple[bytes, bytes, bytes]:
    """What stands before a member, and what the directory says of it around its offset."""
    encoded = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    entry = (flags, method, 0, _DOS_DATE, crc, packed, size)
    head = LOCAL.pack(b"PK\x03\x04", 20, *entry, len(encoded), 0)
    listed = CENTRAL.pack(b"PK\x01\x02", 20, 20, *entry, len(encoded), 0, 0, 0, 0, 0, 0)
    return head + encoded, listed[:-_OFFSET], encoded


def pack(name: str, data: bytes) -> Member:
    """The content as a member: deflated, or stored when the extension says that it is packed."""
    crc = zlib.crc32(data)
    if not name.endswith(_MARKUP) and name.rpartition(".")[2].lower() in _PACKED:
        return Member(name, STORED, crc, len(data), data)
    deflate = _deflated_again if len(data) <= _SMALL else _deflated
    return Member(name, DEFLATED, crc, len(data), deflate(data))


def _deflated(data: bytes) -> bytes:
    # Not by zlib: Python comes with one or another of its forks, and they make other bytes.
    return bytes(deflate_compress(data, _LEVEL))


_deflated_again = lru_cache(maxsize=256)(_deflated)


def _end(count: int, size: int, offset: int) -> bytes:
    if offset + size > 0xFFFF_FFFF:
        raise _excessive("the package would be larger than 4 GiB")
    if count <= 0xFFFF - 1:
        return END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
    end64 = _END64.pack(b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = _LOCATOR64.pack(b"PK\x06\x07", 0, offset + size, 1)
    return end64 + locator + END.pack(b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, size, offset, 0)


def _check_sizes(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(infos) > limits.entries:
        raise _excessive(f"the archive has more than {limits.entries} members")
    if sum(info.file_size for info in infos) > limits.total:
        raise _excessive(f"the archive unpacks to more than {limits.total >> 20} MiB")
    for info in infos:
        bomb = info.file_size > limits.lenient and (
            info.file_size > limits.ratio * max(info.compress_size, 1)
        )
        if bomb or info.file_size > limits.member:
            raise _excessive(f"the member {info.filename!r} unpacks to an unreasonable size")


def _members(data: bytes, infos: list[zipfile.ZipInfo]) -> Iterator[Member]:
    for info in infos:
        name = info.filename
        if name.endswith("/"):
            continue
        if unsafe(info.orig_filename) or unsafe(name):
            raise _damaged(f"the member name {info.orig_filename!r} is no part name")
        if info.flag_bits & _ENCRYPTED:
            raise PackageRefused(
                f"the member {name!r} is encrypted", "Remove the password and save the file again."
            )
        if info.compress_type not in (STORED, DEFLATED):
            raise _damaged(f"the member {name!r} is packed with an unusual method")
        yield Member(name, info.compress_type, info.CRC, info.file_size, _raw(data, info))


def _raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The member's bytes in the archive, found through its local header."""
    head = data[info.header_offset : info.header_offset + LOCAL.size]
    if len(head) < LOCAL.size or not head.startswith(b"PK\x03\x04"):
        raise _damaged(f"the member {info.filename!r} has no local header")
    *_, name_length, extra_length = LOCAL.unpack(head)
    start = info.header_offset + LOCAL.size + name_length + extra_length
    raw = data[start : start + info.compress_size]
    if len(raw) != info.compress_size:
        raise _damaged(f"the member {info.filename!r} is cut off")
    return raw


def _inflate(member: Member) -> bytes:
    inflater = zlib.decompressobj(-15)
    try:
        return inflater.decompress(member.raw, member.size + 1)
    except zlib.error as error:
        raise _damaged(f"the member {member.name!r} is damaged") from error


def unsafe(name: str) -> bool:
    """Whether a member's name could lead out of the package, or is no part name at all."""
    return (
        name.startswith("/")
        or "\\" in name
        or ":" in name
        or "\0" in name
        or any(segment in ("", ".", "..") for segment in name.split("/"))
    )


def _damaged(message: str) -> PackageRefused:
    return PackageRefused(message, "Open the file in Office and save it again.")


def _excessive(message: str) -> PackageRefused:
    return PackageRefused(message, "Use a smaller file.")
