"""The decks that are made from tokens: sound, readable, and the same each time."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from deckgen.colour import contrast
from deckgen.model.pack import Layout, Pack
from deckgen.ooxml.package import Package
from deckgen.packs import load_pack, read_pack_tokens
from deckgen.packs.make import make_deck
from deckgen.packs.make.tables import style_id
from deckgen.packs.roles import ROLES
from deckgen.packs.tokens import SlideGrid, Tokens

PACKS = ("default", "night")


@pytest.fixture(scope="module", params=PACKS)
def pack(request: pytest.FixtureRequest, templates: Path) -> Pack:
    loaded, findings = load_pack(request.param, [templates])
    assert findings == ()
    assert loaded is not None
    return loaded


@pytest.mark.parametrize("name", PACKS)
def test_the_committed_deck_is_what_the_tokens_make(name: str, templates: Path) -> None:
    tokens, findings = read_pack_tokens(templates / name, [templates])
    assert findings == ()
    assert tokens is not None
    made = Package.open(make_deck(tokens))
    committed = Package.open((templates / name / "deck.pptx").read_bytes())
    assert {part: made.read(part) for part in made.members} == {
        part: committed.read(part) for part in committed.members
    }


@pytest.mark.parametrize("size", [(12_192_000, 6_858_000), (9_144_000, 6_858_000)])
@pytest.mark.parametrize(("title", "motif"), [("top", "orbit"), ("side", "rail")])
def test_made_decks_are_valid(
    size: tuple[int, int], title: str, motif: str, tmp_path: Path
) -> None:
    grid = SlideGrid(size=size, title=title, motif=motif)  # type: ignore[arg-type]
    file = tmp_path / "deck.pptx"
    file.write_bytes(make_deck(Tokens(slide=grid)))
    assert OpenXmlValidator().validate(str(file)).errors == []


def test_the_same_tokens_make_the_same_bytes() -> None:
    assert make_deck(Tokens()) == make_deck(Tokens())


def test_every_role_has_a_layout_of_its_own(pack: Pack) -> None:
    assert pack.deck.fallbacks == frozenset()
    chosen = [pack.deck.roles[role].name for role in ROLES]
    assert len(set(chosen)) == len(chosen)


def test_the_title_is_read_first(pack: Pack) -> None:
    for layout in pack.deck.layouts:
        if layout.name != "Blank":
            assert layout.slots[0].role == "title"


def test_all_text_can_be_read_on_its_ground(pack: Pack) -> None:
    for layout in pack.deck.layouts:
        for slot in layout.slots:
            ground = _ground(layout, slot.role, pack)
            assert contrast(slot.levels[0].colour, ground) >= 4.5, (layout.name, slot.name)


def _ground(layout: Layout, role: str, pack: Pack) -> str:
    """What a placeholder stands on, where it is not the layout's own ground."""
    if layout.name == "Agenda" and role == "title" and pack.name == "default":
        return layout.colours["accent1"]
    if layout.name == "Code" and role == "body":
        return layout.colours["bg2"]
    return layout.background


def test_placeholders_stand_on_the_slide_and_apart(pack: Pack) -> None:
    width, height = pack.deck.size
    for layout in pack.deck.layouts:
        for slot in layout.slots:
            box = slot.box
            assert box.x >= 0, layout.name
            assert box.y >= 0, layout.name
            assert box.right <= width, layout.name
            assert box.bottom <= height, layout.name
        for one, other in combinations(layout.slots, 2):
            a, b = one.box, other.box
            apart = a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
            assert apart, (layout.name, one.name, other.name)


def test_native_shapes_have_room_beside_title_and_foot(pack: Pack) -> None:
    for role in ("diagram", "gallery", "math", "columns", "table"):
        layout = pack.deck.roles[role]
        area = layout.area
        assert area.cx * area.cy > 0.4 * pack.deck.size[0] * pack.deck.size[1]
        for slot in layout.slots:
            if slot.role in ("title", "header", "source", "footer", "number", "caption"):
                box = slot.box
                assert (
                    box.bottom <= area.y
                    or box.y >= area.bottom
                    or box.right <= area.x
                    or box.x >= area.right
                ), (role, slot.name)


def test_data_colours_stand_out_from_the_ground(pack: Pack) -> None:
    layout = pack.deck.roles["chart"]
    for colour in pack.style.data:
        assert contrast(layout.colours[colour.base], layout.background) >= 3


def test_levels_step_down_and_hang_by_their_bullets(pack: Pack) -> None:
    body = pack.deck.roles["content"].slot("body")
    assert body is not None
    sizes = [level.size for level in body.levels]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == pack.style.body
    assert all(level.indent == -body.levels[0].margin_left for level in body.levels)
    assert all(level.bullet for level in body.levels)


def test_the_pack_has_its_own_table_style_as_default(pack: Pack) -> None:
    styles = Package.open(pack.deck.data).read("ppt/tableStyles.xml").decode()
    identity = style_id(Tokens(name=pack.name))
    assert f'def="{identity}"' in styles
    assert f'styleId="{identity}"' in styles


def test_the_packs_differ_in_ground_face_and_grid(templates: Path) -> None:
    (default, _), (night, _) = (load_pack(name, [templates]) for name in PACKS)
    assert default is not None
    assert night is not None
    content = [each.deck.roles["content"] for each in (default, night)]
    assert [layout.dark for layout in content] == [False, True]
    assert default.deck.fonts.major != night.deck.fonts.major
    titles = [layout.slots[0].box for layout in content]
    assert titles[1].cx < titles[0].cx / 2
