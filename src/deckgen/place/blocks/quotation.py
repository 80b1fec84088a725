"""A quotation set as a native text box: a rule in the accent, the words, who said them."""

from __future__ import annotations

from deckgen.frozen import replace
from deckgen.model.blocks import Quotation
from deckgen.model.deck import AutoShape, Group, Origin, Preset
from deckgen.model.geometry import NO_INSETS, Box, points
from deckgen.model.inline import Inline, Run, plain
from deckgen.place.blocks.composer import Composer
from deckgen.place.scene import Drawn, Need, Scene
from deckgen.place.textset import Align, Para, TextStyle, body, height
from deckgen.text.direction import foreign, is_rtl
from deckgen.text.marks import marks

_RULE = points(3)


def quoted(text: Inline, language: str) -> Inline:
    """The words between the language's quotation marks, unless they bring their own."""
    if not text or text[0].text[:1] in "“”«„「\"'‘":
        return text
    opening, closing = marks(language)
    return (Run(opening), *text, Run(closing))


def paragraphs(block: Quotation, scene: Scene) -> list[Para]:
    """The quotation and its attribution as paragraphs of a native text box."""
    style = scene.style
    size = scene.size(style.body + 2, style.floor_body)
    words = quoted(block.text, scene.language)
    said = plain(block.text)
    rtl = not foreign(said) if scene.rtl else is_rtl(said)
    align: Align = "r" if rtl else "l"
    # Who said it stands as the words do.
    against = False if scene.rtl and not rtl else None
    look = TextStyle(size, heading=True, colour=style.ink, leading=1.2, align=align)
    paras = [Para(words, look, rtl=against)]
    if block.by:
        small = scene.size(style.card_text, style.floor_dense)
        byline = (Run("— "), *block.by)
        below = TextStyle(small, colour=scene.muted, before=small * 0.5, align=align)
        paras.append(Para(byline, below, rtl=against))
    return paras


def _inner(width: int, scene: Scene) -> int:
    return width - _RULE - scene.style.padding


def _need(block: Quotation, width: int, scene: Scene) -> Need:
    need = height(paragraphs(block, scene), _inner(width, scene), scene)
    return replace(need, stretches=True)


def _draw(block: Quotation, box: Box, scene: Scene, node: str) -> Drawn:
    left = box.x + _RULE + scene.style.padding
    rule = AutoShape(
        Origin(f"{node}/rule", "Rule", decorative=True),
        Box(box.x, box.y, _RULE, box.cy),
        Preset("rect"),
        fill=scene.style.second,
    )
    words = AutoShape(
        Origin(f"{node}/words", "Quotation"),
        Box(left, box.y, _inner(box.cx, scene), box.cy),
        Preset("rect"),
        text=body(paragraphs(block, scene), scene, anchor="t", insets=NO_INSETS),
        text_box=True,
    )
    return Drawn((Group(Origin(node, "Quotation"), box, (rule, words)),))


def _sizes(_block: Quotation, scene: Scene) -> tuple[float, float]:
    return scene.style.body + 2, scene.style.floor_body


QUOTATION = Composer(_need, _draw, _sizes, grows=True)
