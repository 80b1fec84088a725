"""Listings: the theme's colours for their tokens, line numbers, lines that stand out."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.frozen import replace
from deckgen.model.blocks import Code
from deckgen.model.deck import (
    AutoShape,
    Colour,
    Group,
    Origin,
    Preset,
    Shape,
    TextBody,
    TextParagraph,
    TextRun,
)
from deckgen.model.geometry import EMU_PER_POINT, Box, Insets
from deckgen.place.blocks.composer import Composer, Pieces
from deckgen.place.inks import read_on
from deckgen.place.scene import Drawn, Need, Scene
from deckgen.text.code import Token, highlight
from deckgen.text.spoken import spoken
from deckgen.typeset import TypeParagraph, TypeRun

_LEADING = 1.15
_ASKED = 16.0
_COLOURS = {
    "keyword": "accent",
    "function": "accent",
    "type": "second",
    "string": "second",
    "number": "second",
    "comment": "muted",
}


def _size(scene: Scene) -> float:
    return scene.size(_ASKED * scene.style.scale, scene.style.floor_dense)


def _insets(scene: Scene) -> Insets:
    pad = scene.style.padding
    return Insets(pad, pad * 2 // 3, pad, pad * 2 // 3)


def _lines(block: Code) -> tuple[tuple[Token, ...], ...]:
    return highlight(block.source, block.language)


def _gutter(block: Code, count: int) -> int:
    """How many characters the line numbers take, with the space after them."""
    return len(str(block.first + count - 1)) + 2 if block.numbered else 0


def _measured(block: Code, width: int, scene: Scene) -> list[int]:
    """The height of each line in EMU; a line wider than the panel takes several."""
    insets, size = _insets(scene), _size(scene)
    measure = (width - insets.left - insets.right) / EMU_PER_POINT
    lines = _lines(block)
    gutter = " " * _gutter(block, len(lines))
    texts = ["".join(token.text for token in line) or " " for line in lines]
    runs = [TypeRun(gutter + text, size, scene.fonts.mono) for text in texts]
    return [
        round(
            scene.setter.extent([TypeParagraph((run,), line_spacing=_LEADING)], measure).height
            * EMU_PER_POINT
        )
        for run in runs
    ]


def _need(block: Code, width: int, scene: Scene) -> Need:
    insets = _insets(scene)
    heights = _measured(block, width, scene)
    wrapped = len(set(heights)) > 1
    return Need(sum(heights) + insets.top + insets.bottom, broken=wrapped)


def _draw(block: Code, box: Box, scene: Scene, node: str) -> Drawn:
    heights = _measured(block, box.cx, scene)
    lines = _lines(block)
    ground = AutoShape(
        Origin(f"{node}/ground", "Listing ground", decorative=True),
        box,
        Preset("rect"),
        fill=scene.style.panel,
    )
    paras = tuple(
        _paragraph(line, number, block, len(lines), scene)
        for number, line in enumerate(lines, block.first)
    )
    text = TextBody(paras, anchor="t", insets=_insets(scene), no_autofit=True)
    listing = AutoShape(
        Origin(f"{node}/listing", "Listing"), box, Preset("rect"), text=text, text_box=True
    )
    bands = _bands(block, box, heights, scene, node)
    words = spoken(scene.language)
    name = words["code-in"].format(block.language) if block.language else words["code"]
    origin = Origin(node, "Listing", f"{name}{words['stop']}")
    return Drawn((Group(origin, box, (ground, *bands, listing)),))


def _bands(block: Code, box: Box, heights: Sequence[int], scene: Scene, node: str) -> list[Shape]:
    """A band in the second colour behind each highlighted line."""
    made: list[Shape] = []
    top = box.y + _insets(scene).top
    for number, cy in enumerate(heights, block.first):
        if number in block.highlight:
            origin = Origin(f"{node}/band-{number}", f"Highlight {number}", decorative=True)
            band = Box(box.x, top, box.cx, cy)
            made.append(AutoShape(origin, band, Preset("rect"), fill=_band_fill(scene)))
        top += cy
    return made


def _paragraph(
    line: Sequence[Token], number: int, block: Code, count: int, scene: Scene
) -> TextParagraph:
    size = _size(scene)
    base = TextRun("", size=size, font=scene.fonts.mono, lang="en-GB")
    marked = number in block.highlight
    grounds = (scene.style.panel, _band_fill(scene)) if marked else (scene.style.panel,)

    def read(colour: Colour) -> Colour:
        return read_on((colour, scene.style.ink), grounds, scene.layout)

    runs: list[TextRun] = []
    if block.numbered:
        shown = f"{number:>{_gutter(block, count) - 2}}  "
        runs.append(replace(base, text=shown, colour=read(scene.muted)))
    runs += [
        replace(
            base,
            text=token.text,
            colour=read(_colour(token, scene)),
            bold=token.kind == "keyword" or None,
            italic=token.kind == "comment" or None,
        )
        for token in line
        if token.text
    ]
    return TextParagraph(
        tuple(runs),
        align="l",
        space_before=0,
        space_after=0,
        line_spacing=_LEADING,
        rtl=False if scene.rtl or scene.turned else None,
        end_size=size,
    )


def _colour(token: Token, scene: Scene) -> Colour:
    named = {"accent": scene.style.accent, "second": scene.style.second, "muted": scene.muted}
    return named.get(_COLOURS.get(token.kind, ""), scene.style.ink)


def _band_fill(scene: Scene) -> Colour:
    return replace(scene.style.second, alpha=22)


def _sizes(_block: Code, scene: Scene) -> tuple[float, float]:
    return _ASKED * scene.style.scale, scene.style.floor_dense


def _atoms(block: Code) -> int:
    return len(block.source.rstrip("\n").split("\n"))


def _part(block: Code, first: int, last: int) -> Code:
    lines = block.source.rstrip("\n").split("\n")[first:last]
    return replace(block, source="\n".join(lines), first=block.first + first)


def _pieces(block: Code, width: int, scene: Scene) -> Pieces:
    insets = _insets(scene)
    return Pieces(insets.top + insets.bottom, tuple(_measured(block, width, scene)))


CODE = Composer(_need, _draw, _sizes, _atoms, _part, pieces=_pieces)
