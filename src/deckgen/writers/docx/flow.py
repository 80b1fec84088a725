"""The blocks of a document measured: its paragraphs, with their notes, and its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from deckgen.frozen import replace
from deckgen.model.geometry import EMU_PER_POINT
from deckgen.ooxml import names, xml
from deckgen.ooxml.attributes import whole
from deckgen.writers.docx import table_rows
from deckgen.writers.docx.cells import starts
from deckgen.writers.docx.leading import line_height
from deckgen.writers.docx.looks import Look, based
from deckgen.writers.docx.measures import type_run
from deckgen.writers.docx.names import WP, W, w
from deckgen.writers.docx.pieces import Piece, stacked
from deckgen.writers.docx.story import Story
from deckgen.writers.docx.text_lines import Lines, set_lines

if TYPE_CHECKING:
    from deckgen.text.math import FormulaSize
    from deckgen.typeset import TypeRun

_TWIPS = 20
# What stands beside the text, with words of its own.
_ASIDE = frozenset({w("drawing"), w("pict"), w("object"), f"{{{names.MC}}}AlternateContent"})
_BLOCKS = frozenset({w("p"), w("tbl")})
_OWN = frozenset({w("b"), w("i")})  # what a run of ours says itself that makes it wider
_FORMULA = 12.1  # the em of formulas in points: LibreOffice's, whatever the text's size
TAB = "\t"
_MATH_FACE = "Times New Roman"


class Flow:
    """Measures paragraphs and rows in a story's styles."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._looks: dict[tuple[Look, str, tuple[str, ...]], Look] = {}

    def pieces(self, root: Any, width: int, bold: bool = False) -> list[Piece]:
        """The blocks that an element holds, in their order, in a measure of `width` twips."""
        found: list[Piece] = []
        for block in blocks(root):
            if block.tag == w("tbl"):
                found += table_rows.rows(self, block, width)
            else:
                found.append(self.paragraph(block, width, bold))
        return found

    @property
    def story(self) -> Story:
        """Whose styles, numbers and notes these are."""
        return self._story

    def paragraph(self, element: Any, width: int, bold: bool = False) -> Piece:
        """A paragraph in a measure of `width` twips; what holds it may set it `bold`."""
        ppr = element.find(w("pPr"))
        style = ppr.find(w("pStyle")) if ppr is not None else None
        style_id = style.get(w("val"), "") if style is not None else self._story.styles.id("normal")
        look, number = self._look(style_id, ppr)
        look = replace(look, bold=True) if bold else look
        lines, ends, over = self._lines(element, look, width, number)
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

    def _look(self, style_id: str, ppr: Any | None) -> tuple[Look, str | None]:
        """How the paragraph is set, and the number that runs in, if any; None without a number."""
        look = self._story.styles.look_of(style_id)
        numbering = self._story.numbering
        number = ppr.find(f"{w('numPr')}/{w('numId')}") if ppr is not None else None
        level = ppr.find(f"{w('numPr')}/{w('ilvl')}") if ppr is not None else None
        if number is not None:
            own = whole(number.get(w("val")), 0)
            place = own, whole(level.get(w("val")), 0) if level is not None else 0
        elif look.numbering:
            place = look.numbering, numbering.linked(look.numbering, style_id, look.level)
        else:
            return based(look, None, ppr, {}), None
        left, hanging = numbering.left(*place)
        if left and (number is not None or not look.left):
            look = replace(look, left=left, hanging=hanging)
        return based(look, None, ppr, {}), numbering.run_in(*place)

    def _lines(self, element: Any, look: Look, width: int, number: str | None) -> Lines:
        """A paragraph's lines; a `number` stands before its text, an empty one beside it."""
        tall = [
            int(inline.find(f"{{{WP}}}extent").get("cy")) / EMU_PER_POINT
            for inline in element.iter(f"{{{WP}}}inline")
        ]
        if tall:
            return (line_height(max(tall), replace(look, line=1.0)),), (0,), 0.0
        begun, left = starts(look, 0 if number == "" else -look.hanging)
        measure = (width - left - look.right) / _TWIPS
        runs = tuple(_tabbed(self._runs(element, look), look))
        if number:
            runs = (type_run(number, look), *runs)
        first = (begun - left) / _TWIPS
        lines = set_lines(self._story.styles.typesetter, runs, look, measure, first)
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
                yield type_run(TAB, look)

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


def _tabbed(runs: Iterable[TypeRun], look: Look) -> Iterator[TypeRun]:
    """The runs with no tab but a first one that leads to where lines hang; others take a space."""
    hangs = look.hanging > 0
    for run in runs:
        tab = run.text == TAB
        yield run._replace(text=" ") if tab and not hangs else run
        hangs = hangs and not tab


def blocks(root: Any) -> Iterator[Any]:
    """The paragraphs and tables of an element, those within tables and boxes left out."""
    for child in root:
        if child.tag in _BLOCKS:
            yield child
        else:
            yield from blocks(child)
