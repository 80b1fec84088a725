"""What stands around the content: title, running header, foot lines, footer, slide number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from deckgen.frozen import Frozen, replace
from deckgen.model.blocks import Text
from deckgen.model.deck import AutoShape, Origin, Ph, Preset, TextBody, TextParagraph, TextRun
from deckgen.model.geometry import NO_INSETS, Box, inches
from deckgen.model.inline import Inline, Run, plain
from deckgen.model.pack import LevelStyle, Slot
from deckgen.place.mirroring import across
from deckgen.place.scene import Scene
from deckgen.place.scripts import tag
from deckgen.place.textset import (
    Para,
    TextStyle,
    body,
    height,
    natural_width,
    placeholder_style,
)
from deckgen.text.titles import beginning

_HEADER_SIZE = 14.0
_HEADER_HEIGHT = inches(0.32)
_CLEAR = inches(0.1)
_EDGE = inches(0.3)


class Title(Frozen):
    """A title and the step at which it fits its placeholder; `excess` when it never does.

    `box` is where it stands on a layout without a placeholder for it.
    """

    text: Inline
    step: int
    excess: float = 0.0
    box: Box | None = None


def fit_title(text: Inline, scene: Scene) -> Title:
    """The largest size, in whole points, at which the title fits its placeholder."""
    slot = scene.layout.slot("title")
    if slot is None:
        return _native_title(text, scene)
    asked = slot.levels[0].size
    least = min(asked, scene.style.floor_title)
    box = slot.box
    measure, room = (box.cy, box.cx) if slot.vertical else (box.cx, box.cy)
    for step in range(int(asked - least) + 1):
        need = height([title_para(text, slot, step, scene)], measure, scene, slot.insets)
        if need.least <= room and not need.broken:
            return Title(text, step)
    return Title(text, int(asked - least), excess=need.least / room - 1)


def title_para(text: Inline, slot: Slot, step: int, scene: Scene) -> Para:
    """The title as its placeholder's one paragraph."""
    level = slot.levels[0]
    return Para(
        text,
        placeholder_style(level, max(level.size - step, min(level.size, scene.style.floor_title))),
    )


def title_shape(title: Title, scene: Scene, node: str) -> AutoShape:
    """The title in its placeholder; where the layout has none, a text box over the area."""
    slot = scene.layout.slot("title")
    if slot is not None:
        para = title_para(title.text, slot, title.step, scene)
        return AutoShape(
            Origin(node, "Title"),
            slot.own_box,
            text=body([para], scene),
            ph=Ph(slot.type, slot.idx),
        )
    para = Para(title.text, _native_style(title.step, scene))
    text = body([para], scene, anchor="t", insets=NO_INSETS)
    return AutoShape(Origin(node, "Title"), title.box, Preset("rect"), text=text, text_box=True)


def _native_title(text: Inline, scene: Scene) -> Title:
    """A title on a layout without a placeholder for it: at the top of the area, or above it."""
    area = scene.layout.area
    room = max(area.cy // 3, area.y - _EDGE)
    least = int(max(0.0, _native_style(0, scene).size - scene.style.floor_title))
    for step in range(least + 1):
        need = height([Para(text, _native_style(step, scene))], area.cx, scene)
        if need.least <= room and not need.broken:
            break
    top = area.y - need.least - _CLEAR
    box = Box(area.x, top if top >= _EDGE else area.y, area.cx, need.least)
    return Title(text, step, max(0.0, need.least / room - 1), box)


def _native_style(step: int, scene: Scene) -> TextStyle:
    size = max(scene.style.floor_title, scene.style.body * 1.3)
    return TextStyle(size - step, heading=True, bold=True, colour=scene.style.ink, leading=1.05)


def header_box(scene: Scene) -> Box | None:
    """Where a running header stands when the layout has no placeholder for it.

    None: there is no room above the title, so it takes the top of the content area.
    """
    title = scene.layout.slot("title")
    high = round(_HEADER_HEIGHT * max(1.0, scene.style.scale))
    if title is None or title.box.y < high + max(_CLEAR, scene.layout.head):
        return None
    left = title.box.x + title.insets.left
    box = Box(left, title.box.y - high, title.box.right - left, high)
    return across(box, title.box) if scene.rtl else box


def header_shape(text: Inline, scene: Scene, node: str) -> tuple[AutoShape, int]:
    """The running header, and how much of the content area's top it takes."""
    slot = scene.layout.slot("header")
    if slot is not None:
        return filled(slot, text, scene, node, "Running header"), 0
    size = _HEADER_SIZE * scene.style.scale
    style = TextStyle(size, bold=True, colour=scene.style.accent, leading=1.0)
    para = Para(text, style)
    box = header_box(scene)
    taken = 0
    if box is None or natural_width(text, style, scene) > box.cx:
        area = scene.layout.area
        need = height([para], area.cx, scene).least
        box, taken = Box(area.x, area.y, area.cx, need), need + _CLEAR
    text_body = body([para], scene, anchor="b", insets=NO_INSETS)
    origin = Origin(node, "Running header")
    return AutoShape(origin, box, Preset("rect"), text=text_body, text_box=True), taken


def filled(slot: Slot, text: Inline, scene: Scene, node: str, name: str) -> AutoShape:
    """A placeholder that holds one line, set smaller in whole points until it holds it."""
    level = slot.levels[0]
    size = level.size
    while size > scene.style.floor_label:
        para = Para(text, placeholder_style(level, size))
        if height([para], slot.box.cx, scene, slot.insets).least <= slot.box.cy:
            break
        size -= 1
    text_body = body([Para(text, placeholder_style(level, size))], scene)
    return AutoShape(Origin(node, name), slot.own_box, text=text_body, ph=Ph(slot.type, slot.idx))


def foot_paras(texts: Sequence[Text], scene: Scene) -> list[Para]:
    """Footnotes and source lines as small paragraphs."""
    style = scene.style
    small = TextStyle(style.caption, colour=scene.muted, leading=1.1, after=2.0)
    return [Para(paragraph, small) for text in texts for paragraph in text.paragraphs]


def foot_shape(texts: Sequence[Text], scene: Scene, node: str) -> tuple[AutoShape, int]:
    """The foot lines over the footer, and how much of the content area's foot they take."""
    slot = scene.layout.slot("source")
    paras = foot_paras(texts, scene)
    area = scene.layout.area
    if slot is not None:
        need = height(paras, slot.box.cx, scene, slot.insets).least
        own = [
            replace(para, style=placeholder_style(slot.levels[0], scene.style.caption))
            for para in paras
        ]
        if height(own, slot.box.cx, scene, slot.insets).least <= slot.box.cy:
            text = body(own, scene)
            ph, origin = Ph(slot.type, slot.idx), Origin(node, "Source")
            return AutoShape(origin, slot.own_box, text=text, ph=ph), 0
        top = slot.box.bottom - need
        box = Box(slot.box.x, top, slot.box.cx, need)
        shape = AutoShape(
            Origin(node, "Source"), box, text=body(own, scene), ph=Ph(slot.type, slot.idx)
        )
        return shape, max(0, area.bottom - top + _CLEAR)
    need = height(paras, area.cx, scene).least
    box = Box(area.x, area.bottom - need, area.cx, need)
    text = body(paras, scene, anchor="b", insets=NO_INSETS)
    shape = AutoShape(Origin(node, "Source"), box, Preset("rect"), text=text, text_box=True)
    return shape, need + _CLEAR


def footer_body(
    options: Sequence[Inline], level: LevelStyle, room: int, scene: Scene
) -> TextBody | None:
    """The first of the texts that fits on a footer's line of `room` EMU; None without a text."""
    if not options:
        return None
    style = placeholder_style(level, level.size)
    wide = (text for text in options if natural_width(text, style, scene) <= room)
    return _sized(body([Para(next(wide, options[-1]), style)], scene), style.size)


def footer_shapes(footer: TextBody | None, scene: Scene, node: str) -> list[AutoShape]:
    """The footer with its text, and the slide number."""
    made: list[AutoShape] = []
    slot, number = scene.layout.slot("footer"), scene.layout.slot("number")
    if slot is not None and footer is not None:
        made.append(_standing(slot, f"{node}/footer", "Footer", footer))
    if number is not None:
        body_of_number = _number(tag(scene.language))
        made.append(_standing(number, f"{node}/number", "Slide number", body_of_number))
    return made


@lru_cache(maxsize=16)
def _number(language: str) -> TextBody:
    run = TextRun("", field="slidenum", lang=language)
    return TextBody((TextParagraph((run,)),))


def _standing(slot: Slot, node: str, name: str, text: TextBody) -> AutoShape:
    return AutoShape(Origin(node, name), slot.own_box, text=text, ph=Ph(slot.type, slot.idx))


def _sized(text: TextBody, size: float) -> TextBody:
    """The text with its size said: LibreOffice forgets the style of a footer that says nothing."""
    return replace(
        text,
        paragraphs=tuple(
            replace(paragraph, runs=tuple(replace(run, size=size) for run in paragraph.runs))
            for paragraph in text.paragraphs
        ),
    )


def footer_texts(talk: Inline, part: Inline, classification: str) -> tuple[Inline, ...]:
    """The footer from full to short: talk and part, part alone, talk alone, how the talk begins."""
    marking: Inline = (Run(f"{classification} · "),) if classification else ()
    both: Inline = (*talk, Run(" · "), *part) if talk and part else ()
    words = plain(talk)
    begun = beginning(words)
    short: Inline = (Run(begun),) if begun != words else ()
    return tuple((*marking, *text) for text in (both, part, talk, short) if text)
