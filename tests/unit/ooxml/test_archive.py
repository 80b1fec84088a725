"""The zip under an Office file."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.ooxml.archive import (
    OWN,
    Archives,
    Limits,
    Member,
    PackageRefused,
    pack,
    read_archive,
    write_archive,
)

TEMPLATE = Path(__file__).parents[3] / "templates" / "default" / "deck.pptx"


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def listed(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.infolist()


@given(
    st.dictionaries(
        st.from_regex(r"[a-zé]{1,8}/[a-z]{1,8}\.(xml|png)", fullmatch=True), st.binary()
    )
)
def test_what_is_written_reads_back(parts: dict[str, bytes]):
    data = write_archive(parts)

    assert {name: each.read() for name, each in read_archive(data).items()} == parts
    assert [each.filename for each in listed(data)] == sorted(parts)


def test_content_types_come_first():
    data = write_archive({"a.xml": b"", "_rels/.rels": b"", "[Content_Types].xml": b""})

    assert [each.filename for each in listed(data)] == [
        "[Content_Types].xml", "_rels/.rels", "a.xml",
    ]  # fmt: skip


def test_entries_are_dated_1980_and_name_no_system():
    (entry,) = listed(write_archive({"a.xml": b"x"}))

    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert entry.create_system == 0


def test_the_order_of_the_parts_does_not_matter():
    assert write_archive({"a": b"1", "b": b"2"}) == write_archive({"b": b"2", "a": b"1"})


def test_a_member_kept_is_copied_as_it_was_deflated():
    member = read_archive(zipped({"a.xml": b"abc" * 1000}))["a.xml"]
    kept = read_archive(write_archive({"a.xml": member}))["a.xml"]

    assert kept.raw == member.raw


def test_pictures_are_stored_and_xml_is_deflated():
    data = write_archive({"a.png": bytes(999), "a.xml": bytes(999)})

    assert {each.filename: each.compress_size for each in listed(data)}["a.png"] == 999
    assert {each.filename: each.compress_size for each in listed(data)}["a.xml"] < 99


@given(st.integers(0, 70_000), st.integers(0, 9))
def test_what_was_deflated_is_read_back(size: int, seed: int):
    words = Random(seed).choices([b"<a:t>", b"</a:t>", b"word ", b"another "], k=size // 5 + 1)
    content = b"".join(words)[:size]

    assert pack("a.xml", content).read() == content
    assert zlib.decompress(pack("a.xml", content).raw, -zlib.MAX_WBITS) == content


def test_a_template_is_deflated_as_well_as_zlib_does_it():
    members = read_archive(TEMPLATE.read_bytes())
    parts = {name: part.read() for name, part in members.items() if name.endswith(".xml")}
    usual = sum(len(zlib.compress(content, 6, -zlib.MAX_WBITS)) for content in parts.values())

    assert sum(len(pack(*part).raw) for part in parts.items()) <= usual * 1.01


PART = st.sampled_from([b"", b"text", b"text " * 99, pack("a.xml", b"packed")])


@given(st.lists(st.dictionaries(st.sampled_from(["a.xml", "b.xml", "[Content_Types].xml"]), PART)))
def test_what_was_written_before_changes_no_archive(several: list[dict[str, bytes | Member]]):
    archives = Archives()

    for parts in several:
        assert archives.write(parts) == write_archive(parts)


def test_more_members_than_a_plain_zip_can_count():
    data = write_archive({f"{number}.xml": b"" for number in range(66_000)})

    assert len(read_archive(data, OWN)) == 66_000


@pytest.mark.parametrize(
    "name", ["../a.xml", "/a.xml", "a/../../b.xml", "a\\b.xml", "C:a.xml", "a//b.xml", "./a.xml"]
)
def test_names_that_lead_elsewhere_are_refused(name: str):
    placeholder = "_" * len(name)
    data = zipped({placeholder: b"x"}).replace(placeholder.encode(), name.encode())

    with pytest.raises(PackageRefused, match="no part name"):
        read_archive(data)


def test_folders_are_passed_over():
    assert list(read_archive(zipped({"a/": b"", "a/b.xml": b"x"}))) == ["a/b.xml"]


def test_a_member_given_twice_is_refused():
    data = zipped({"a.xml": b"1", "b.xml": b"2"}).replace(b"b.xml", b"a.xml")

    with pytest.raises(PackageRefused, match="twice"):
        read_archive(data)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(entries=1), "more than 1 members"),
        (Limits(total=1 << 20), "unpacks to more than"),
        (Limits(member=1 << 20), "unreasonable size"),
        (Limits(lenient=1 << 20), "unreasonable size"),
    ],
)
def test_what_unpacks_to_too_much_is_refused(limits: Limits, words: str):
    data = zipped({"a.xml": bytes(3 << 20), "b.xml": b""})

    with pytest.raises(PackageRefused, match=words):
        read_archive(data, limits)


def test_a_member_that_unpacks_to_more_than_it_says_is_refused():
    data = zipped({"a.xml": bytes(1000)})
    lying = data.replace(struct.pack("<I", 1000), struct.pack("<I", 10))

    with pytest.raises(PackageRefused, match="damaged"):
        read_archive(lying)["a.xml"].read()


def test_a_changed_byte_is_noticed():
    data = bytearray(zipped({"a.xml": b"hello"}, zipfile.ZIP_STORED))
    data[data.index(b"hello")] ^= 1

    with pytest.raises(PackageRefused, match="damaged"):
        read_archive(bytes(data))["a.xml"].read()


def test_an_encrypted_member_is_refused():
    data = bytearray(zipped({"a.xml": b"hello"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(PackageRefused, match="encrypted") as refused:
        read_archive(bytes(data))
    assert "password" in refused.value.hint


def test_an_unusual_method_is_refused():
    with pytest.raises(PackageRefused, match="unusual method"):
        read_archive(zipped({"a.xml": b"hello"}, zipfile.ZIP_LZMA))


@given(st.integers(min_value=0, max_value=600))
def test_a_truncated_archive_is_refused(length: int):
    data = zipped({f"{number}.xml": b"hello" * 9 for number in range(9)})
    assert len(data) > 600

    with pytest.raises(PackageRefused):
        read_archive(data[:length])
