"""The body of a document as what fills pages: paragraphs and rows of tables with their heights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from deckgen.frozen import Frozen, replace
from deckgen.model.geometry import EMU_PER_POINT
from deckgen.ooxml import names, xml
from deckgen.ooxml.attributes import whole
from deckgen.writers.docx import table_rows
from deckgen.writers.docx.leading import line_height, overhang
from deckgen.writers.docx.looks import Look, based
from deckgen.writers.docx.measures import type_run, typesetter
from deckgen.writers.docx.names import WP, W, w
from deckgen.writers.docx.story import Story

if TYPE_CHECKING:
    from deckgen.text.math import FormulaSize
    from deckgen.typeset import TypeRun

_TWIPS = 20
# What stands beside the text, with words of its own.
_ASIDE = frozenset({w("drawing"), w("pict"), w("object"), f"{{{names.MC}}}AlternateContent"})
# Scripts whose lines are higher than Latin ones: Hebrew to Arabic, Hangul, East Asian.
_HIGHER = re.compile("[\u0590-\u08ff\u1100-\u11ff\u2e80-\uffef]")
_BLOCKS = frozenset({w("p"), w("tbl")})
_OWN = frozenset({w("b"), w("i")})  # what a run of ours says itself that makes it wider
_FORMULA = 12.1  # the em of formulas in points: LibreOffice's, whatever the text's size
_MATH_FACE = "Times New Roman"

Lines = tuple[tuple[float, ...], tuple[int, ...], float]


class Piece(Frozen):
    """A paragraph or a table row as it fills a page; lengths in points.

    `before` and `after` are its spaces; `lines` the heights that may be parted; `notes` what
    footnotes take from the page, each with the index of the line that refers to it. `above` and
    `below` are what rules add, which paragraphs of one `frame` share. `repeated` is the height of
    the rows that a table shows anew on each page, `overhang` what a page's last line does not need
    of its height.
    """

    lines: tuple[float, ...]
    before: float = 0.0
    after: float = 0.0
    above: float = 0.0
    below: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    begins_page: bool = False
    widows: bool = True
    bookmarks: tuple[str, ...] = ()
    notes: tuple[tuple[int, float], ...] = ()
    style: str = ""
    contextual: bool = False
    frame: str = ""
    repeated: float = 0.0
    overhang: float = 0.0


class Flow:
    """Measures paragraphs and rows in a story's styles."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._looks: dict[tuple[Look, str, tuple[str, ...]], Look] = {}

    def pieces(self, root: Any, width: int) -> list[Piece]:
        """The blocks that an element holds, in their order, in a measure of `width` twips."""
        found: list[Piece] = []
        for block in blocks(root):
            if block.tag == w("tbl"):
                found += table_rows.rows(self, block, width)
            else:
                found.append(self.paragraph(block, width))
        return found

    @property
    def story(self) -> Story:
        """Whose styles, numbers and notes these are."""
        return self._story

    def paragraph(self, element: Any, width: int) -> Piece:
        """A paragraph in a measure of `width` twips."""
        ppr = element.find(w("pPr"))
        style = ppr.find(w("pStyle")) if ppr is not None else None
        style_id = style.get(w("val"), "") if style is not None else self._story.styles.id("normal")
        look = self._look(style_id, ppr)
        numbered = look.numbering or (ppr is not None and ppr.find(w("numPr")) is not None)
        lines, ends, over = self._lines(element, look, width, bool(numbered))
        return Piece(
            lines=lines,
            overhang=over,
            before=look.before / _TWIPS,
            after=look.after / _TWIPS,
            above=look.above / _TWIPS,
            below=look.below / _TWIPS,
            keep_next=look.keep_next,
            keep_lines=look.keep_lines,
            begins_page=look.begins_page,
            widows=look.widows,
            notes=tuple(self._notes(element, ends)),
            bookmarks=tuple(mark.get(w("name"), "") for mark in element.iter(w("bookmarkStart"))),
            style=style_id,
            contextual=look.contextual,
            frame=f"{look.frame} {look.left} {look.right}" if look.frame else "",
        )

    def _look(self, style_id: str, ppr: Any | None) -> Look:
        """How the paragraph is set: its style, and what it says itself."""
        look = self._story.styles.look_of(style_id)
        if ppr is None:
            return look
        number = ppr.find(f"{w('numPr')}/{w('numId')}")
        level = ppr.find(f"{w('numPr')}/{w('ilvl')}")
        if number is not None:
            at = whole(level.get(w("val")), 0) if level is not None else 0
            left, hanging = self._story.numbering.left(whole(number.get(w("val")), 0), at)
            look = replace(look, left=left, hanging=hanging) if left else look
        elif look.numbering and not look.left:
            left, hanging = self._story.numbering.left(look.numbering, look.level)
            look = replace(look, left=left, hanging=hanging)
        return based(look, None, ppr, {})

    def _lines(self, element: Any, look: Look, width: int, numbered: bool) -> Lines:
        """A paragraph's lines: their heights, after how many signs they end, what may hang out."""
        tall = [
            int(inline.find(f"{{{WP}}}extent").get("cy")) / EMU_PER_POINT
            for inline in element.iter(f"{{{WP}}}inline")
        ]
        if tall:
            return (line_height(max(tall), replace(look, line=1.0)),), (0,), 0.0
        measure = (width - look.left - look.right) / _TWIPS
        first = 0.0 if numbered else -look.hanging / _TWIPS
        lines = _set(tuple(self._runs(element, look)), look, measure, first)
        formula = element.find(f".//{{{names.M}}}oMathPara")
        if formula is not None and (size := self._formula(formula)) is not None:
            return (line_height(size.height * _FORMULA, replace(look, line=1.0)),), (0,), 0.0
        return lines

    def _formula(self, formula: Any) -> FormulaSize | None:
        texts = (xml.text(each.text or "") for each in formula.iter(f"{{{names.M}}}t"))
        return self._story.formulas.get("".join(texts))

    def _runs(self, element: Any, look: Look) -> Iterator[TypeRun]:
        """The text of a paragraph, each run in its face; formulas count as text."""
        for child in element:
            if child.tag == w("r"):
                yield from self._run(child, look)
            elif child.tag == f"{{{names.M}}}t":
                yield type_run(child.text or " ", replace(look, size=_FORMULA, family=_MATH_FACE))
            elif child.tag not in _ASIDE:
                yield from self._runs(child, look)

    def _run(self, run: Any, look: Look) -> Iterator[TypeRun]:
        properties = run.find(w("rPr"))
        if properties is not None:
            look = self._over(look, properties)
        for piece in run:
            if piece.tag == w("t") and piece.text:
                yield type_run(piece.text, look)
            elif piece.tag == w("br"):
                yield type_run("\n", look)
            elif piece.tag == w("tab"):
                yield type_run("  ", look)

    def _over(self, look: Look, properties: Any) -> Look:
        """The look under a run's own properties and its character style."""
        style = properties.find(w("rStyle"))
        name = style.get(w("val"), "") if style is not None else ""
        own = tuple(each.tag for each in properties if each.tag in _OWN)
        key = (look, name, own)
        if not name and not own:
            return look
        if key not in self._looks:
            set_apart = self._story.styles.look_over(look, name) if name else look
            self._looks[key] = based(set_apart, properties, None, {}) if own else set_apart
        return self._looks[key]

    def _notes(self, element: Any, ends: Sequence[int]) -> Iterator[tuple[int, float]]:
        """The footnotes that a paragraph refers to: the line that does, and the room they need."""
        references = list(element.iter(w("footnoteReference")))
        if not references:
            return
        said = 0
        for each in element.iter(w("t"), w("footnoteReference")):
            if each.tag == w("t"):
                said += len(each.text or "")
                continue
            line = next((at for at, end in enumerate(ends) if said <= end), len(ends) - 1)
            note = self._story.notes[int(each.get(w("id"))) - 1]
            root = xml.parse(f'<x xmlns:w="{W}" xmlns:r="{names.R}">{note}</x>'.encode(), "note")
            yield line, stacked(self.pieces(root, self._story.width))


def blocks(root: Any) -> Iterator[Any]:
    """The paragraphs and tables of an element, those within tables and boxes left out."""
    for child in root:
        if child.tag in _BLOCKS:
            yield child
        else:
            yield from blocks(child)


def stacked(pieces: Sequence[Piece]) -> float:
    """The height of pieces one below the other where no page ends, spaces at both ends included."""
    height, space = 0.0, 0.0
    for at, piece in enumerate(pieces):
        height += between(pieces[at - 1], piece) if at else piece.before + piece.above
        height += sum(piece.lines) + piece.below
        space = piece.after
    return height + space


def between(upper: Piece, lower: Piece) -> float:
    """From one piece's text to the next one's: the larger of their spaces, and rules.

    Of two paragraphs of one style that say so, none has space to the other (17.3.1.9); of one
    frame, no rule (17.3.1.24), so `below` of the upper has to be taken back.
    """
    alike = bool(upper.style) and upper.style == lower.style
    after = 0.0 if upper.contextual and alike else upper.after
    before = 0.0 if lower.contextual and alike else lower.before
    gap = max(after, before)
    if upper.frame and upper.frame == lower.frame:
        return gap - upper.below
    return gap + lower.above


def _set(runs: tuple[TypeRun, ...], look: Look, measure: float, first: float) -> Lines:
    """The lines of a text: their heights, after how many signs they end, what may hang out."""
    from deckgen.typeset import TypeParagraph

    setter = typesetter()
    merged = _merged(runs) or (type_run(" ", look),)
    paragraph = TypeParagraph(merged, indent=first)
    face = merged[0]
    if not all(
        (run.family, run.size) == (face.family, face.size) and not _HIGHER.search(run.text)
        for run in merged
    ):
        lines = setter.set([paragraph], measure).lines
        ends = tuple(accumulate(len(each.text) for each in lines))
        heights = [
            max(each.height, shared)
            for each, shared in zip(lines, _shared(merged, ends), strict=True)
        ]
        whole = tuple(line_height(each, look, not at) for at, each in enumerate(heights))
        return whole, ends, overhang(heights[-1], look)
    # Lines of one height are only counted.
    counted = paragraph._replace(exact=True)
    count = max(1, round(setter.extent([counted], measure).height))
    one = paragraph._replace(runs=(face._replace(text="x"),))
    natural = setter.extent([one], measure).height
    signs = sum(len(run.text) for run in merged)
    ends = tuple(signs * at // count for at in range(1, count + 1))
    first, more = (line_height(natural, look, at) for at in (True, False))
    return (first, *(more,) * (count - 1)), ends, overhang(natural, look)


def _shared(runs: tuple[TypeRun, ...], ends: tuple[int, ...]) -> Iterator[float]:
    """The heights of lines whose faces share a baseline: the highest above and the lowest below."""
    setter = typesetter()
    stops = tuple(accumulate(len(run.text) for run in runs))
    start = 0
    for end in ends:
        faces = [
            setter.leading(run)
            for run, stop in zip(runs, stops, strict=True)
            if stop > start and stop - len(run.text) < end
        ]
        start = end
        yield sum(max(each, default=0.0) for each in zip(*faces, strict=True))


def _merged(runs: tuple[TypeRun, ...]) -> tuple[TypeRun, ...]:
    """The runs, neighbours that look alike made one."""
    merged: list[TypeRun] = []
    for run in runs:
        if merged and run[1:] == merged[-1][1:]:
            merged[-1] = run._replace(text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)
