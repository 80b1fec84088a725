"""Parts, types and relationships."""

from __future__ import annotations

import pytest

from deckgen.ooxml import names
from deckgen.ooxml.archive import PackageRefused, pack, write_archive
from deckgen.ooxml.package import Draft, Package, Relationship, next_id
from deckgen.ooxml.relationships import relative, resolve

TYPES = (
    f'<Types xmlns="{names.CONTENT_TYPES}"><Default Extension="XML" ContentType="application/xml"/>'
    '<Override PartName="/ppt/a.xml" ContentType="a+xml"/></Types>'
).encode()


def arrows(*lines: str) -> bytes:
    return f'<Relationships xmlns="{names.RELATIONSHIPS}">{"".join(lines)}</Relationships>'.encode()


def package(**parts: bytes) -> Package:
    """A package; `__` in a name stands for a slash, the ending is .xml."""
    named = {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    return Package.open(write_archive({"[Content_Types].xml": TYPES, **named}))


def with_arrows(*lines: str, source: str = "_rels/.rels") -> Package:
    parts = {"[Content_Types].xml": TYPES, "ppt/a.xml": b"<a/>", source: arrows(*lines)}
    return Package.open(write_archive(parts))


def test_types_by_name_and_by_extension():
    types = package(ppt__a=b"<a/>").types

    assert types.of("ppt/a.xml") == "a+xml"
    assert types.of("ppt/b.xml") == "application/xml"
    assert types.of("ppt/b.bin") == ""


@pytest.mark.parametrize(
    ("part", "target", "found"),
    [
        ("", "ppt/a.xml", "ppt/a.xml"),
        ("ppt/slides/s.xml", "../media/i.png", "ppt/media/i.png"),
        ("ppt/slides/s.xml", "/ppt/a.xml", "ppt/a.xml"),
        ("ppt/slides/s.xml", "s2.xml#here", "ppt/slides/s2.xml"),
        ("ppt/a.xml", "../../../etc/passwd", "etc/passwd"),
    ],
)
def test_targets_are_resolved_within_the_package(part: str, target: str, found: str):
    assert resolve(part, target) == found


def test_a_relative_target_leads_back():
    assert relative("ppt/slides/s.xml", "ppt/media/i.png") == "../media/i.png"
    assert resolve("ppt/charts/c.xml", relative("ppt/charts/c.xml", "x/y.bin")) == "x/y.bin"


def test_targets_are_found_whatever_their_case_or_encoding():
    found = with_arrows('<Relationship Id="rId1" Type="t" Target="PPT/%61.xml"/>')

    assert found.relationships() == (Relationship("rId1", "t", "ppt/a.xml"),)


@pytest.mark.parametrize(
    "line",
    [
        '<Relationship Id="r" Type="t" Target="https://a.eu/?x=1&amp;y=2" TargetMode="External"/>',
        "<Relationship TargetMode='External' Target='https://a.eu/?x=1&amp;y=2' Id='r' Type='t'/>",
    ],
)
def test_external_relationships_keep_their_url(line: str):
    assert with_arrows(line).relationships() == (
        Relationship("r", "t", "https://a.eu/?x=1&y=2", external=True),
    )


def test_a_relationship_in_a_comment_is_none():
    found = with_arrows('<!-- <Relationship Id="r" Type="t" Target="ppt/a.xml"/> -->')

    assert found.relationships() == ()


def test_what_is_reachable_without_what_is_skipped():
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": arrows('<Relationship Id="r1" Type="t" Target="a.xml"/>'),
        "a.xml": b"<a/>",
        "_rels/a.xml.rels": arrows(
            '<Relationship Id="r1" Type="keep" Target="b.xml"/>',
            '<Relationship Id="r2" Type="drop" Target="c.xml"/>',
        ),
        "b.xml": b"<b/>",
        "_rels/b.xml.rels": arrows('<Relationship Id="r1" Type="t" Target="a.xml"/>'),
        "c.xml": b"<c/>",
    }
    found = Package.open(write_archive(parts))

    assert found.reachable() == {"a.xml", "b.xml", "c.xml"}
    assert found.reachable(lambda _, arrow: arrow.type == "drop") == {"a.xml", "b.xml"}


def test_the_strict_format_is_named():
    found = with_arrows(
        f'<Relationship Id="r" Type="{names.REL_STRICT_DOCUMENT}" Target="ppt/a.xml"/>'
    )

    with pytest.raises(PackageRefused, match="Strict"):
        found.main_part()


def test_names_that_differ_in_case_alone_are_refused():
    with pytest.raises(PackageRefused, match="upper and lower case"):
        Package.open(write_archive({"[Content_Types].xml": TYPES, "a.xml": b"", "A.xml": b""}))


def test_a_draft_gives_types_to_its_parts_alone():
    given = Package.open(
        write_archive({"[Content_Types].xml": TYPES, "ppt/a.xml": b"<a/>", "ppt/b.png": b"x"})
    )
    draft = Draft.keeping(given, ["ppt/b.png"])
    draft.put("ppt/c.xml", b"<c/>", "c+xml")
    sealed = Package.open(draft.seal())

    assert sealed.types.overrides == {"ppt/c.xml": "c+xml"}
    assert sealed.read("ppt/c.xml") == b"<c/>"


def test_free_names_are_never_taken():
    draft = Draft()
    draft.put("ppt/charts/chart2.xml", b"", "x")
    name = draft.free("ppt/charts/chart{}.xml")

    assert [name(), name()] == ["ppt/charts/chart1.xml", "ppt/charts/chart3.xml"]


def test_new_ids_come_after_all_others():
    given = [
        Relationship("rId7", "t", "a"),
        Relationship("rIdX", "t", "a"),
        Relationship("x9", "t", "a"),
    ]

    assert next_id(given) == 8
    assert next_id([]) == 1


def test_what_was_deflated_is_not_inflated_if_it_is_the_part():
    content, other = b"<a/>" * 99, b"<b/>" * 99
    member = pack("a.xml", content)
    like = package().alike

    assert like({"a.xml": member}, {member.raw: content}).read("a.xml") is content
    assert like({"a.xml": member}, {member.raw: other}).read("a.xml") == content
    assert like({"a.xml": member}, {}).read("a.xml") == content
