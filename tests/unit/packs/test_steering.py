"""What a person says in pack.yaml about a template of others, and packs of a few lines."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from deckgen.diagnostics import Diagnostic
from deckgen.model.geometry import EMU_PER_CM, Box
from deckgen.model.pack import Pack
from deckgen.packs import load_pack
from deckgen.packs.adoption import pack_yaml


@pytest.fixture
def folder(odd: SimpleNamespace, tmp_path: Path) -> Path:
    """A pack's folder with a template that has two layouts for content."""
    ph = odd.Ph
    two = (odd.TITLE, ph("body", 3, (7, 25, 86, 30), name="Upper"),
           ph("body", 4, (7, 57, 86, 30), name="Lower"))  # fmt: skip
    sheets = [odd.Sheet("Inhalt", (odd.TITLE, odd.BODY)), odd.Sheet("Doppelt", two)]
    pack = tmp_path / "corp"
    pack.mkdir()
    (pack / "deck.pptx").write_bytes(odd.make([(odd.MASTER, sheets)]))
    return pack


def loaded(folder: Path, source: str, templates: Path) -> tuple[Pack | None, list[Diagnostic]]:
    (folder / "pack.yaml").write_text(source, "utf-8")
    pack, found = load_pack(str(folder), [folder.parent, templates])
    return pack, list(found)


def good(folder: Path, source: str, templates: Path) -> Pack:
    pack, found = loaded(folder, source, templates)
    assert pack is not None, found
    return pack


def test_a_kind_of_slide_gets_a_layout_of_its_own(folder: Path, templates: Path) -> None:
    pack = good(folder, "layouts: {bullets: Doppelt}", templates)
    assert pack.deck.roles["bullets"].name == "Doppelt"
    assert pack.deck.roles["content"].name == "Inhalt"


@pytest.mark.parametrize("named", ["Lower", "4"])
def test_a_placeholder_is_named_or_numbered(folder: Path, templates: Path, named: str) -> None:
    source = f"layouts: {{content: Doppelt}}\nplaceholders: {{content: {{body: {named}}}}}"
    layout = good(folder, source, templates).deck.roles["content"]
    body = layout.slot("body")
    assert body is not None
    assert body.idx == 4
    assert [slot.role for slot in layout.slots] == ["title", "other", "body"]


def test_an_area_is_given_in_lengths(folder: Path, templates: Path) -> None:
    source = "areas: {diagram: {left: 1cm, top: 5cm, width: 20cm, height: 10cm}}"
    area = good(folder, source, templates).deck.roles["diagram"].area
    assert area == Box(*(side * EMU_PER_CM for side in (1, 5, 20, 10)))


def test_sizes_and_colours_are_set_over_what_was_found(folder: Path, templates: Path) -> None:
    style = good(folder, "style: {body: 21, accent: accent4}", templates).style
    assert (style.body, style.accent.base) == (21, "accent4")


@pytest.mark.parametrize(
    ("source", "code", "hint"),
    [
        ("layouts: {bullet: Inhalt}", "unknown-role", "Did you mean 'bullets'?"),
        ("placeholders: {content: {body: Mitte}}", "unknown-placeholder",
         "It has: 'Placeholder' (0), 'Placeholder' (1)."),
        ("placeholders: {timeline: {body: x}}", "unknown-role", "Did you mean"),
        ("areas: {diagram: {left: 1cm, top: 5cm, width: 60cm, height: 10cm}}", "bad-value",
         "It has 33.9 x 19.1 cm."),
        ("areas: {diagram: {left: 1cm}}", "bad-value", "Write all four"),
        ("areas: {diagram: {left: 1, top: 5cm, width: 9cm, height: 9cm}}", "bad-value", "0.6in"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(
    folder: Path, templates: Path, source: str, code: str, hint: str
) -> None:
    pack, (finding,) = loaded(folder, source, templates)
    assert pack is None
    assert finding.code == code
    assert finding.span is not None
    assert finding.span.line == 1
    assert hint in (finding.hint or "") or code == "unknown-role"


def test_an_adopted_pack_says_what_would_happen_anyway(folder: Path, templates: Path) -> None:
    plain = good(folder, "name: corp", templates)
    again = good(folder, pack_yaml(plain, "corp", "corporate.pptx"), templates)
    named = {role: layout.name for role, layout in plain.deck.roles.items()}
    assert {role: layout.name for role, layout in again.deck.roles.items()} == named
    assert again.deck.adopted


def test_a_template_of_others_may_extend_a_pack_for_its_documents(
    folder: Path, templates: Path
) -> None:
    pack = good(folder, "extends: default", templates)
    assert pack.deck.adopted
    assert "briefing.md.j2" in pack.documents


def test_a_pack_of_a_few_lines_has_its_deck_made(tmp_path: Path, templates: Path) -> None:
    (tmp_path / "mine").mkdir()
    source = 'extends: default\ntokens: {colours: {ink: "7A1F3D"}}'
    pack = good(tmp_path / "mine", source, templates)
    assert not pack.deck.adopted
    assert "7A1F3D" in pack.deck.roles["content"].colours.values()


def test_an_inherited_block_is_replaced_alone(tmp_path: Path, templates: Path) -> None:
    (tmp_path / "mine").mkdir()
    own = '{% extends "paper.md.j2" %}{% block closing %}Printed at home.{% endblock %}'
    (tmp_path / "mine" / "briefing.md.j2").write_text(own, "utf-8")
    pack = good(tmp_path / "mine", "extends: default", templates)
    assert pack.documents["briefing.md.j2"] == own
    assert "{% block sources %}" in pack.documents["paper.md.j2"]


def test_an_area_is_for_all_that_stands_on_its_layout(folder: Path, templates: Path) -> None:
    source = (
        "areas:\n  diagram: {left: 1cm, top: 5cm, width: 20cm, height: 10cm}\n"
        "  code: {left: 2cm, top: 5cm, width: 20cm, height: 10cm}"
    )
    roles = good(folder, source, templates).deck.roles
    assert roles["table"].area == roles["diagram"].area
    assert roles["code"].area.x == 2 * EMU_PER_CM
