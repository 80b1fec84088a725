from __future__ import annotations

import io
import zipfile

import pytest

from deckgen.ooxml.archive import OWN, read_archive, write_archive
from deckgen.ooxml.plain_archive import plain_entries

PARTS = {"[Content_Types].xml": b"<Types/>", "a/b.xml": b"text " * 99, "é.png": b"\x89PNG"}


def test_what_is_written_here_is_plain() -> None:
    data = write_archive(PARTS)
    entries = plain_entries(data)

    assert entries is not None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = [(i.filename, i.compress_type, i.CRC, i.file_size) for i in archive.infolist()]
    assert [entry[:4] for entry in entries] == infos
    assert {name: each.read() for name, each in read_archive(data, OWN).items()} == PARTS


def test_a_zip_of_another_hand_is_not() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.comment = b"by another hand"
        archive.writestr("a.xml", b"text")

    assert plain_entries(target.getvalue()) is None
    assert read_archive(target.getvalue(), OWN)["a.xml"].read() == b"text"


@pytest.mark.parametrize("at", range(0, 400, 7))
def test_a_changed_byte_is_noticed_or_of_no_matter(at: int) -> None:
    data = bytearray(write_archive(PARTS))
    entries = plain_entries(bytes(data))
    assert entries is not None
    at %= len(data)
    data[at] ^= 0x5A
    inside = any(entry.start <= at < entry.end for entry in entries)
    changed = plain_entries(bytes(data))

    assert changed is None or inside or at > entries[-1].end
