"""Archives that are much alike, read one after the other."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from deckgen.ooxml.archive import OWN, read_archive, write_archive
from deckgen.ooxml.known_entries import KnownEntries

NAMES = st.sampled_from(["[Content_Types].xml", "a/b.xml", "a/c.xml", "d.xml", "é.png", "z.xml"])
PARTS = st.dictionaries(
    NAMES, st.sampled_from([b"", b"text", b"text " * 99, b"\x89PNG"]), min_size=1
)


@given(st.lists(PARTS, max_size=6))
def test_every_archive_reads_as_it_would_alone(archives: list[dict[str, bytes]]) -> None:
    known = KnownEntries()
    for parts in archives:
        data = write_archive(parts)

        assert known.members(data) == read_archive(data, OWN)


def test_what_stood_in_the_last_archive_is_the_same_object() -> None:
    known = KnownEntries()
    before = known.members(write_archive({"a.xml": b"a", "b.xml": b"b", "c.xml": b"c"}))
    after = known.members(write_archive({"a.xml": b"a", "c.xml": b"c", "d.xml": b"d"}))

    assert before is not None
    assert after is not None
    assert [name for name in after if after[name] is before.get(name)] == ["a.xml"]


@given(PARTS, st.integers(0), st.integers(1, 255))
def test_a_changed_byte_is_noticed_as_if_nothing_were_known(
    parts: dict[str, bytes], at: int, by: int
) -> None:
    data = bytearray(write_archive(parts))
    known = KnownEntries()
    known.members(bytes(data))
    data[at % len(data)] ^= by

    assert known.members(bytes(data)) == KnownEntries().members(bytes(data))


def test_a_zip_of_another_hand_is_left_to_others() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.comment = b"by another hand"
        archive.writestr("a.xml", b"text")

    assert KnownEntries().members(target.getvalue()) is None
