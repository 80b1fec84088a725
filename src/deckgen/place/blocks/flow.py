"""Running text: paragraphs and lists, in a placeholder's own levels or in a native text box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.frozen import replace
from deckgen.model.blocks import Item, ItemList, Text
from deckgen.model.deck import AutoShape, Bullet, Origin, Ph, Preset, Reveal
from deckgen.model.geometry import NO_INSETS, Box, inches
from deckgen.model.inline import Inline
from deckgen.model.pack import LevelStyle, Slot
from deckgen.place.blocks.composer import Composer, Pieces
from deckgen.place.scene import Drawn, Need, Scene
from deckgen.place.textset import Para, TextStyle, body, height, placeholder_style

Flow = Text | ItemList
_LARGEST_LEAD = 20.0
_HANG = inches(0.28)
_DEEPEST = 8
_UNDER = frozenset({"byline", "occasion", "contact"})
_LESSER = 0.75


def slot_paras(blocks: Sequence[Flow], slot: Slot, scene: Scene) -> list[Para]:
    """The blocks as paragraphs in a placeholder's levels, at the scene's step."""
    paras: list[Para] = []
    listed = any(isinstance(block, ItemList) for block in blocks)
    for at, block in enumerate(blocks):
        if isinstance(block, Text) and block.role in _UNDER:
            paras += _lines_in_slot(block, slot, scene, first=at == 0)
        elif isinstance(block, Text):
            paras += [_plain_in_slot(text, slot, scene, listed) for text in block.paragraphs]
        else:
            paras += [
                _item_in_slot(item, level, number, block.ordered, slot, scene)
                for item, level, number in _walk(block.items, block.start)
            ]
    return paras


def native_paras(blocks: Sequence[Flow], scene: Scene) -> list[Para]:
    """The blocks as paragraphs of a native text box, in the pack's body size."""
    paras: list[Para] = []
    for block in blocks:
        if isinstance(block, Text):
            paras += [Para(text, _text_style(block, scene)) for text in block.paragraphs]
        else:
            for item, level, number in _walk(block.items, block.start):
                paras.append(_native_item(item.text, level, number, block.ordered, scene))
    return paras


def slot_pieces(block: Flow, slot: Slot, width: int, scene: Scene) -> Pieces:
    """The heights of a flow's items or paragraphs in a placeholder `width` EMU wide."""
    count = _list_atoms(block) if isinstance(block, ItemList) else _text_atoms(block)
    cut = _list_part if isinstance(block, ItemList) else _text_part
    inner = width - slot.insets.left - slot.insets.right
    parts = [cut(block, at, at + 1) for at in range(count)]  # type: ignore[arg-type]
    paras = [slot_paras([part], slot, scene) for part in parts]
    return Pieces(0, tuple(_with_space(some, inner, scene) for some in paras))


def _pieces(block: Flow, width: int, scene: Scene) -> Pieces:
    count = _list_atoms(block) if isinstance(block, ItemList) else _text_atoms(block)
    cut = _list_part if isinstance(block, ItemList) else _text_part
    paras = [native_paras([cut(block, at, at + 1)], scene) for at in range(count)]  # type: ignore[arg-type]
    return Pieces(0, tuple(_with_space(some, width, scene) for some in paras))


def _with_space(paras: Sequence[Para], width: int, scene: Scene) -> int:
    """The paragraphs' height with the space before the first, which counts between items."""
    before = round(paras[0].style.before * 12_700) if paras else 0
    return height(paras, width, scene).least + before


def draw_in_slot(blocks: Sequence[Flow], slot: Slot, scene: Scene, node: str) -> Drawn:
    """The flow as the filling of a placeholder."""
    paras = slot_paras(blocks, slot, scene)
    origin = Origin(node, slot.name)
    shape = AutoShape(origin, slot.own_box, text=body(paras, scene), ph=Ph(slot.type, slot.idx))
    return Drawn((shape,), _clicks(node, paras) if scene.reveal else ())


def _clicks(node: str, paras: Sequence[Para]) -> tuple[Reveal, ...]:
    starts = [at for at, para in enumerate(paras) if para.level == 0]
    ends = [*(start - 1 for start in starts[1:]), len(paras) - 1]
    return tuple(Reveal(node, (first, last)) for first, last in zip(starts, ends, strict=True))


def _walk(items: Sequence[Item], start: int = 1, level: int = 0) -> Iterator[tuple[Item, int, int]]:
    for number, item in enumerate(items, start):
        yield item, min(level, _DEEPEST), number
        yield from _walk(item.items, 1, level + 1)


def _plain_in_slot(text: Inline, slot: Slot, scene: Scene, listed: bool) -> Para:
    level = slot.levels[0]
    style = placeholder_style(level, scene.size(level.size, scene.style.floor_body))
    if not level.bullet:
        return Para(text, style)
    spaced = replace(style, after=max(style.after, style.size * 0.3 if listed else 0))
    return Para(text, spaced, bullet=Bullet("none"), margin_left=0, indent=0)


def _lines_in_slot(block: Text, slot: Slot, scene: Scene, *, first: bool) -> list[Para]:
    """Speaker and occasion: in their own placeholder, or smaller below a subtitle."""
    if slot.role == "byline" and block.role == "byline":
        # The first line is the name; what stands below it is set as the second level is.
        levels = (0, *(1 for _ in block.paragraphs[1:]))
        return [
            Para(text, placeholder_style(slot.levels[at], _held(slot.levels[at].size, scene)), at)
            for text, at in zip(block.paragraphs, levels, strict=True)
        ]
    paras = [_plain_in_slot(text, slot, scene, listed=False) for text in block.paragraphs]
    if first or slot.role not in ("subtitle", "body"):
        return paras
    size = _held(slot.levels[0].size * _LESSER, scene)
    styles = [
        replace(para.style, size=size, before=min(para.style.before, size * 0.1), after=0.0)
        for para in paras
    ]
    styles[0] = replace(styles[0], before=size * 0.6)
    return [replace(para, style=style) for para, style in zip(paras, styles, strict=True)]


def _held(size: float, scene: Scene) -> float:
    return scene.size(size, scene.style.floor_body)


def _item_in_slot(
    item: Item, level: int, number: int, ordered: bool, slot: Slot, scene: Scene
) -> Para:
    asked = slot.levels[level]
    style = placeholder_style(asked, scene.size(asked.size, scene.style.floor_body))
    if ordered and level == 0:
        return _hanging(Para(item.text, style, level, Bullet("number", start=number)), asked)
    if ordered:
        return _below_number(Para(item.text, style, level), slot, scene)
    if not asked.bullet:
        return _hanging(Para(item.text, style, level, Bullet("char")), asked)
    return Para(item.text, style, level)


def _below_number(para: Para, slot: Slot, scene: Scene) -> Para:
    """An item under a numbered one, moved in as far as the number's text."""
    first, asked = slot.levels[0], slot.levels[para.level]
    number = Para((), placeholder_style(first, scene.size(first.size, scene.style.floor_body)))
    left = _hanging(number, first).margin_left or 0
    moved = max(0, left - first.margin_left)
    shown = para if asked.bullet else _hanging(para, asked)
    own = asked.margin_left if shown.margin_left is None else shown.margin_left
    return replace(shown, margin_left=own + moved, indent=shown.indent or asked.indent)


def _hanging(para: Para, asked: LevelStyle) -> Para:
    """The paragraph with a hanging indent wide enough for its bullet or number."""
    hang = max(-asked.indent, round(para.style.size * 12_700 * 1.4))
    left = max(asked.margin_left, hang)
    return replace(para, margin_left=left, indent=-hang)


def _native_item(text: Inline, level: int, number: int, ordered: bool, scene: Scene) -> Para:
    style = scene.style
    size = scene.size(style.body - 2 * min(level, 2), style.floor_body)
    numbered = ordered and level == 0
    bullet = (
        Bullet("number", start=number, colour=style.second)
        if numbered
        else Bullet("char", "•" if level == 0 else "–", colour=style.second, font="Arial")
    )
    hang = round(_HANG * (1.4 if numbered else 1))
    return Para(
        text,
        TextStyle(size, colour=style.ink, before=size * (0.4 if level == 0 else 0.2)),
        level,
        bullet,
        margin_left=hang + level * _HANG,
        indent=-hang,
    )


def _text_style(block: Text, scene: Scene) -> TextStyle:
    style = scene.style
    if block.role in {"caption", "source", "footnote"}:
        size = scene.size(style.caption, style.floor_dense)
        return TextStyle(size, colour=scene.muted, after=size * 0.2)
    if block.role == "lead":
        # The lead opens the content; it does not compete with the title when panels grow.
        size = min(
            scene.size(style.body, style.floor_body), style.body, _LARGEST_LEAD * style.scale
        )
        return TextStyle(size, colour=scene.muted, leading=1.2, after=size * 0.2)
    size = scene.size(style.body, style.floor_body)
    if block.role in _UNDER or block.role == "subtitle":
        title = scene.layout.slot("title")
        align = title.levels[0].align if title else "l"
        return TextStyle(size, colour=style.ink, align=align, leading=1.1, after=size * 0.2)
    return TextStyle(size, colour=style.ink, leading=1.2, after=size * 0.5)


def _need(block: Flow, width: int, scene: Scene) -> Need:
    return height(native_paras([block], scene), width, scene)


def _draw(block: Flow, box: Box, scene: Scene, node: str) -> Drawn:
    paras = native_paras([block], scene)
    name = "Text" if isinstance(block, Text) else "List"
    shape = AutoShape(
        Origin(node, name),
        box,
        Preset("rect"),
        text=body(paras, scene, anchor="t", insets=NO_INSETS),
        text_box=True,
    )
    listed = scene.reveal and isinstance(block, ItemList)
    return Drawn((shape,), _clicks(node, paras) if listed else ())


def _sizes(block: Flow, scene: Scene) -> tuple[float, float]:
    if isinstance(block, Text) and block.role in {"caption", "source", "footnote"}:
        return scene.style.caption, scene.style.floor_dense
    return scene.style.body + 2, scene.style.floor_body


def _list_atoms(block: ItemList) -> int:
    return len(block.items)


def _list_part(block: ItemList, first: int, last: int) -> ItemList:
    return replace(block, items=block.items[first:last], start=block.start + first)


def _text_atoms(block: Text) -> int:
    return len(block.paragraphs)


def _text_part(block: Text, first: int, last: int) -> Text:
    return replace(block, paragraphs=block.paragraphs[first:last])


TEXT = Composer(_need, _draw, _sizes, _text_atoms, _text_part, pieces=_pieces)
LIST = Composer(_need, _draw, _sizes, _list_atoms, _list_part, pieces=_pieces)
