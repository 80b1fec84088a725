"""Archives and pictures that are not what they seem."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"


def deck() -> dict[str, bytes]:
    """The parts of a good template."""
    return parts((TEMPLATES / "default" / "deck.pptx").read_bytes())


def word() -> dict[str, bytes]:
    """The parts of a good Word template."""
    return parts((TEMPLATES / "default" / "briefing.docx").read_bytes())


def parts(data: bytes) -> dict[str, bytes]:
    """The members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Mapping[str, bytes]) -> bytes:
    """An archive of the members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A good template but for one part."""
    members = deck()
    return packed({**members, name: change(members[name])})


def with_parts(**members: bytes) -> bytes:
    """A good template with more members."""
    return packed({**deck(), **members})


def claiming(data: bytes, name: str, size: int) -> bytes:
    """The archive with another size in a member's headers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(name)
        start, central = info.header_offset, data.rindex(name.encode()) - 46
    changed = bytearray(data)
    changed[start + 22 : start + 26] = struct.pack("<I", size)
    changed[central + 24 : central + 28] = struct.pack("<I", size)
    return bytes(changed)


def overlapping(count: int, size: int) -> bytes:
    """Members without number that all share the bytes of one: a bomb without recursion."""
    base = packed({**deck(), "ppt/media/a.xml": b"\0" * size})
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        info, end = archive.getinfo("ppt/media/a.xml"), archive.start_dir
    central = base[end:-22]
    entry = central[central.rindex(b"PK\x01\x02") :]
    more = b"".join(
        entry[:46].replace(struct.pack("<H", len(info.filename)), struct.pack("<H", 21), 1)[:46]
        + f"ppt/media/a{number:06}.xml"[:21].encode()
        for number in range(count)
    )
    total = base.count(b"PK\x01\x02") + count
    directory = central + more
    return (
        base[:end]
        + directory
        + struct.pack(
            "<4s4H2IH", b"PK\x05\x06", 0, 0, total & 0xFFFF, total & 0xFFFF, len(directory), end, 0
        )
    )


def png(width: int, height: int, *, depth: int = 8, colour: int = 2, rows: int = 0) -> bytes:
    """A PNG of these measures with only so many rows of zeros in it."""
    channels = {0: 1, 2: 3, 3: 1, 6: 4}[colour]
    row = b"\0" * (1 + (width * channels * depth + 7) // 8 if rows else 0)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(rows)) + packer.flush()
    head = struct.pack(">2I5B", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, content) for kind, content in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    )


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def svg(inner: str = "", attributes: str = "", before: str = "") -> bytes:
    """An SVG."""
    return (
        f'{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="10" height="10" {attributes}><rect width="9" height="9"/>{inner}</svg>'
    ).encode()
