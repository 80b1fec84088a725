"""pack.yaml's tokens: read, inherited, and refused with a place and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, Diagnostics, Severity
from deckgen.model.deck import Colour
from deckgen.model.geometry import inches
from deckgen.packs import read_pack_tokens
from deckgen.packs.nodes import read_nodes
from deckgen.packs.reading import read_tokens
from deckgen.packs.tokens import Tokens


def read(source: str) -> tuple[Tokens, list[Diagnostic]]:
    found = Diagnostics()
    node = read_nodes(source, "pack.yaml", found)
    assert node is not None
    return read_tokens(node, found), list(found)


def only(source: str) -> Diagnostic:
    found = Diagnostics()
    node = read_nodes(source, "pack.yaml", found)
    if node is not None:
        read_tokens(node, found)
    (finding,) = found
    assert finding.severity is Severity.ERROR
    return finding


def test_what_is_left_out_is_as_in_the_default_pack() -> None:
    tokens, findings = read("name: mine")
    assert tokens == Tokens(name="mine")
    assert findings == []


def test_every_kind_of_value_is_read() -> None:
    tokens, findings = read(
        """
tokens:
  colours: {accent: "#0a2a4d"}
  fonts: {east_asian: {body: Yu Gothic}}
  sizes: {body: 18.5}
  slide: {size: {width: 20cm, height: 15cm}, margin: 0.5in, motif: rail}
style: {radius: 6pt, panel: {base: bg2, lum_mod: 95}, body: 19, transition: fade}
labels: {de: {contents: Inhalt}}
"""
    )
    assert findings == []
    assert tokens.colours.accent == "0A2A4D"
    assert tokens.fonts.east_asian.body == "Yu Gothic"
    assert tokens.sizes.body == 18.5
    assert tokens.slide.size == (7_200_000, 5_400_000)
    assert tokens.slide.margin == inches(0.5)
    assert tokens.style == {
        "radius": 76_200,
        "panel": Colour("bg2", lum_mod=95.0),
        "body": 19.0,
        "transition": "fade",
    }
    assert tokens.labels == {"de": {"contents": "Inhalt"}}


@pytest.mark.parametrize(
    ("source", "place", "words"),
    [
        ("tokens:\n  colour: {}", "pack.yaml:2:3", "Did you mean 'colours'?"),
        ("tokens:\n  sizes:\n    titel: 30", "pack.yaml:3:5", "Did you mean 'title'"),
        ("tokens: {colours: {ink: navy}}", "pack.yaml:1:25", "six hex digits"),
        ("tokens: {slide: {margin: wide}}", "pack.yaml:1:26", "0.6in"),
        ("tokens: {slide: {motif: orbits}}", "pack.yaml:1:25", "Did you mean 'orbit'?"),
        ('tokens: {colours: {data: ["000000"]}}', "pack.yaml:1:26", "six colours"),
        ("style: {panel: accent7}", "pack.yaml:1:16", "accent"),
        ("name: a\nname: b", "pack.yaml:2:1", "given twice"),
        ("tokens: {sizes: big}", "pack.yaml:1:17", "mapping"),
        ("- a", "pack.yaml:1:1", "mapping"),
        ("a: [", "pack.yaml:1:5", "not valid YAML"),
    ],
)
def test_a_mistake_is_reported_where_it_stands(source: str, place: str, words: str) -> None:
    finding = only(source)
    assert str(finding.span) == place
    assert words in f"{finding.message} {finding.hint}"


def test_all_mistakes_are_reported_at_once() -> None:
    _, findings = read("tokens:\n  sizes: {body: x, title: y}\n  slide: {gutter: z}\nfoo: 1")
    assert len(findings) == 4


@pytest.mark.parametrize("depth", [5_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    assert only("a: " + "[" * depth).code == "pack-yaml"


def test_a_value_that_contains_itself_is_refused() -> None:
    assert only("a: &a [*a]").code == "pack-yaml"


@pytest.mark.parametrize(
    ("colours", "name"),
    [
        ('ink: "CCCCCC"', "ink"),
        ('accent: "8FA8C8"', "accent"),
        ('strong_ink: "335577"', "strong_ink"),
        ('second: "E8D8B0"', "second"),
        ('data: ["0B2F5B", "B16D1B", "14746F", "732539", "DDDDDD", "6B3E9C"]', "data"),
    ],
)
def test_text_that_cannot_be_read_is_an_error(colours: str, name: str) -> None:
    _, findings = read(f"tokens:\n  colours:\n    {colours}")
    assert {finding.code for finding in findings} == {"low-contrast"}
    for finding in findings:
        assert f"`{name}`" in finding.message
        assert finding.span is not None
        assert finding.span.line == 3


def pack(folder: Path, name: str, source: str) -> Path:
    (folder / name).mkdir()
    (folder / name / "pack.yaml").write_text(source, encoding="utf-8")
    return folder / name


def test_a_pack_extends_another_key_by_key(tmp_path: Path) -> None:
    pack(tmp_path, "base", "name: base\ntokens: {sizes: {body: 18, title: 26}}")
    own = pack(tmp_path, "own", "name: own\nextends: base\ntokens: {sizes: {title: 24}}")
    tokens, findings = read_pack_tokens(own, [tmp_path])
    assert findings == ()
    assert tokens is not None
    assert (tokens.name, tokens.sizes.body, tokens.sizes.title) == ("own", 18, 24)


def test_a_mistake_in_the_extended_pack_names_its_file(tmp_path: Path) -> None:
    pack(tmp_path, "base", "tokens: {sizes: {body: x}}")
    own = pack(tmp_path, "own", "extends: base")
    _, (finding,) = read_pack_tokens(own, [tmp_path])
    assert finding.span is not None
    assert finding.span.file == str(tmp_path / "base" / "pack.yaml")


def test_packs_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    pack(tmp_path, "one", "extends: two")
    two = pack(tmp_path, "two", "extends: one")
    _, (finding,) = read_pack_tokens(two, [tmp_path])
    assert finding.code == "pack-extends-itself"


def test_an_unknown_pack_to_extend_is_reported_at_its_name(tmp_path: Path) -> None:
    pack(tmp_path, "base", "name: base")
    own = pack(tmp_path, "own", "name: own\nextends: bsae")
    _, (finding,) = read_pack_tokens(own, [tmp_path])
    assert str(finding.span) == f"{own / 'pack.yaml'}:2:10"
    assert finding.hint == "Did you mean 'base'?"
