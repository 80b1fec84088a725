"""On which page everything will stand: the body set once, by measure.

Word recounts the pages when it prints; until then the contents show these. The page is filled
as Word does it: paragraphs keep two lines together, keep with the next where they say so, and
spaces at a page's head fall away; rows of a table stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from deckgen.frozen import Frozen
from deckgen.model.geometry import EMU_PER_POINT
from deckgen.ooxml import names, xml
from deckgen.writers.docx.measures import type_run, typesetter
from deckgen.writers.docx.names import WP, W, w
from deckgen.writers.docx.story import Story
from deckgen.writers.docx.styles import Look
from deckgen.writers.docx.template import Page

if TYPE_CHECKING:
    from deckgen.typeset import TypeParagraph, TypeRun

_TWIPS = 20
_OUT_OF_FLOW = frozenset({w("tbl"), w("txbxContent")})
_ROUNDED = 0.987  # heights of faces are rounded to a printer's dots; measured with LibreOffice
# Scripts whose lines are higher than Latin ones: Hebrew to Arabic, Hangul, East Asian.
_HIGHER = re.compile("[\u0590-\u08ff\u1100-\u11ff\u2e80-\uffef]")
_FORMULA = 2.2  # how much higher a displayed formula is than a line of text


class Piece(Frozen):
    """A paragraph or a table row as it fills a page; lengths in points.

    `before` and `after` are its spaces; `lines` the heights that may be parted; `notes` what
    its footnotes take from the page.
    """

    lines: tuple[float, ...]
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    bookmarks: tuple[str, ...] = ()
    notes: float = 0.0


class Spot(Frozen):
    """Where a piece stands: the page that it begins on and how far down, the page it ends on.

    `left` is the share of that last page that stays free below it.
    """

    page: int
    down: float
    last: int
    left: float


def pieces(element: Any, story: Story) -> list[Piece]:
    """What fills the pages among an element's blocks, in their order."""
    measure = _Measure(story)
    found: list[Piece] = []
    for inner in element.iter(w("p"), w("tbl")):
        if inner.tag == w("tbl"):
            found += measure.table(inner)
        elif not any(above.tag in _OUT_OF_FLOW for above in inner.iterancestors()):
            found.append(measure.paragraph(inner, story.width))
    return found


def places(pieces: Sequence[Piece], page: Page) -> dict[str, float]:
    """For each bookmark its page, and how far down that it stands: 2.5 is the middle of page 2."""
    return {
        bookmark: spot.page + spot.down
        for piece, spot in zip(pieces, filled(pieces, page), strict=True)
        for bookmark in piece.bookmarks
    }


def filled(pieces: Sequence[Piece], page: Page) -> list[Spot]:
    """Where each piece stands when they fill the pages one after the other."""
    found: list[Spot] = []
    number, used, space = 1, 0.0, 0.0
    whole = height = page.height / _TWIPS
    for index, piece in enumerate(pieces):
        chain = _chain(pieces, index)
        needed = _least(chain, space if used else 0.0)
        if used and used + needed > height and needed <= height:
            number, used, space, height = number + 1, 0.0, 0.0, whole
        height -= piece.notes
        gap = max(space, piece.before) if used else (piece.before if number == 1 else 0.0)
        used += gap
        first, down = number, min(used / whole, 0.999)
        for left, line in zip(range(len(piece.lines), 0, -1), piece.lines, strict=True):
            room = height - used
            widow = left == 2 and len(piece.lines) > 3 and room < sum(piece.lines[-2:])
            if used and (line > room + 0.5 or widow):
                number, used, height = number + 1, 0.0, whole
            used += line
        found.append(Spot(first, down, number, (height - used) / whole))
        space = piece.after
    return found


def _chain(pieces: Sequence[Piece], index: int) -> list[Piece]:
    """The piece with those that it must share a page with."""
    chain = [pieces[index]]
    while chain[-1].keep_next and index + len(chain) < len(pieces):
        chain.append(pieces[index + len(chain)])
    return chain


def _least(chain: list[Piece], space: float) -> float:
    """How much of a chain must fit on the page: all but the last piece, and that one's start."""
    needed = 0.0
    for piece in chain[:-1]:
        needed += max(space, piece.before) + sum(piece.lines)
        space = piece.after
    last = chain[-1]
    whole = last.keep_lines or len(last.lines) <= 3
    notes = sum(piece.notes for piece in chain)
    return needed + notes + max(space, last.before) + sum(last.lines if whole else last.lines[:2])


class _Measure:
    """Heights of paragraphs and rows."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def paragraph(self, element: Any, width: int) -> Piece:
        """A paragraph in a measure of `width` twips."""
        ppr = element.find(w("pPr"))
        style = ppr.find(w("pStyle")).get(w("val"))
        look = self._story.styles.look_of(style)
        spacing = ppr.find(w("spacing"))
        before, after = look.before, look.after
        if spacing is not None:
            before = int(spacing.get(w("before"), before))
            after = int(spacing.get(w("after"), after))
        tall = [int(extent.get("cy")) / EMU_PER_POINT for extent in element.iter(f"{{{WP}}}extent")]
        lines = self._lines(element, look, width)
        if tall:
            lines = (max(tall),)
        elif element.find(f".//{{{names.M}}}oMathPara") is not None:
            lines = (sum(lines) * _FORMULA,)
        return Piece(
            lines=(lines[0] + look.edges / _TWIPS, *lines[1:]),
            before=before / _TWIPS,
            after=after / _TWIPS,
            keep_next=look.keep_next or ppr.find(w("keepNext")) is not None,
            keep_lines=look.keep_lines,
            notes=self._notes(element),
            bookmarks=tuple(mark.get(w("name"), "") for mark in element.iter(w("bookmarkStart"))),
        )

    def _notes(self, element: Any) -> float:
        """The room for the notes that a paragraph refers to, the separator with the first."""
        look = self._story.styles.look("footnote-text")
        height = 0.0
        for reference in element.iter(w("footnoteReference")):
            note = self._story.notes[int(reference.get(w("id"))) - 1]
            root = xml.parse(f'<x xmlns:w="{W}" xmlns:r="{names.R}">{note}</x>'.encode(), "note")
            for paragraph in root.iter(w("p")):
                height += sum(self._lines(paragraph, look, self._story.width)) + 1.0
        return height

    def table(self, element: Any) -> list[Piece]:
        """The rows of a table, each as high as its highest cell."""
        rows = []
        for row in element.iter(w("tr")):
            height, keep = 0.0, False
            for cell in row.iter(w("tc")):
                width = int(cell.find(f"{w('tcPr')}/{w('tcW')}").get(w("w")))
                inner = [self.paragraph(p, width - 230) for p in cell.iter(w("p"))]
                height = max(height, sum(sum(p.lines) + p.before + p.after for p in inner))
                keep = keep or any(p.keep_next for p in inner)
            rows.append(Piece((height + 5.5,), keep_next=keep))
        return rows

    def _lines(self, element: Any, look: Look, width: int) -> tuple[float, ...]:
        from deckgen.typeset import TypeParagraph

        runs: list[TypeRun] = []
        for run in element.iter(w("r")):
            bold = run.find(f"{w('rPr')}/{w('b')}") is not None
            for piece in run:
                if piece.tag == w("t") and piece.text:
                    runs.append(type_run(piece.text, look, bold))
                elif piece.tag == w("br"):
                    runs.append(type_run("\n", look))
                elif piece.tag == w("tab"):
                    runs.append(type_run("  ", look))
        measure = (width - look.left - look.right) / _TWIPS
        paragraph = TypeParagraph(
            _merged(runs) or (type_run(" ", look),),
            line_spacing=look.line / _TWIPS if look.exact else look.line,
            exact=look.exact,
        )
        return _heights(paragraph, measure)


def _merged(runs: list[TypeRun]) -> tuple[TypeRun, ...]:
    """The runs, neighbours that look alike made one."""
    merged: list[TypeRun] = []
    for run in runs:
        if merged and run[1:] == merged[-1][1:]:
            merged[-1] = run._replace(text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _heights(paragraph: TypeParagraph, measure: float) -> tuple[float, ...]:
    """The heights of a paragraph's lines, in points; alike lines are only counted."""
    setter = typesetter()
    first = paragraph.runs[0]
    if all(
        (run.family, run.size) == (first.family, first.size) and not _HIGHER.search(run.text)
        for run in paragraph.runs
    ):
        one = paragraph._replace(runs=(first._replace(text="x"),))
        line = setter.extent([one], measure).height
        return (line * _ROUNDED,) * round(setter.extent([paragraph], measure).height / line)
    return tuple(each.height * _ROUNDED for each in setter.set([paragraph], measure).lines)
