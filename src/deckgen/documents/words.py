"""The filters of document templates: lists, tables, quotations and listings as Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from unicodedata import category, east_asian_width

from deckgen.documents.markup import in_cell
from deckgen.documents.prose import cited, prepared
from deckgen.documents.references import linked_mark
from deckgen.documents.sections import unnumbered
from deckgen.documents.views import (
    BlockView,
    ItemView,
    ListView,
    PartView,
    SlideView,
    SourceView,
    TableView,
)

WIDEST = 80
# What stands in a paper with the slide's title for a caption.
_CAPTIONED = frozenset(
    {"table", "timeline", "process", "cycle", "hierarchy", "matrix", "pyramid", "cards", "chart",
     "gallery"}
)  # fmt: skip


def list_lines(shown: ListView, depth: int = 0) -> str:
    """A list, items below items indented to stand under the text above them."""
    numbered = shown.delimiter if shown.ordered else ""
    return "\n".join(_item_lines(shown.items, numbered, shown.start, " " * depth))


def _item_lines(items: Sequence[ItemView], numbered: str, start: int, indent: str) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(items, start):
        marker = f"{number}{numbered} " if numbered else "- "
        lines.append(f"{indent}{marker}{item.text}")
        lines += _item_lines(item.items, "", 1, indent + " " * len(marker))
    return lines


def table_lines(table: TableView) -> str:
    """A table in the form of GitHub Flavored Markdown, aligned to be read as it stands.

    A table wider than a terminal loses its padding first; the delimiter row carries alignment.
    """
    rows = [tuple(in_cell(word) for word in row) for row in (table.header, *table.rows)]
    count = max(len(row) for row in rows)
    rows = [(*row, *[""] * (count - len(row))) for row in rows]
    widths = [max(3, *(columns_of(row[i]) for row in rows)) for i in range(count)]
    align = [*table.align, *["left"] * count][:count]
    padded = sum(widths) + 3 * count + 1 <= WIDEST
    lines = [_row(row, widths, align, padded) for row in rows]
    rule = [_rule(width if padded else 3, side) for width, side in zip(widths, align, strict=True)]
    lines.insert(1, "| " + " | ".join(rule) + " |")
    return "\n".join(line.rstrip() for line in lines)


def _row(row: Sequence[str], widths: Sequence[int], align: Sequence[str], padded: bool) -> str:
    cells = []
    for word, width, side in zip(row, widths, align, strict=True):
        room = width - columns_of(word) if padded else 0
        left = {"right": room, "centre": room // 2}.get(side, 0)
        cells.append(" " * left + word + " " * (room - left))
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _rule(width: int, align: str) -> str:
    match align:
        case "right":
            return "-" * (width - 1) + ":"
        case "centre":
            return ":" + "-" * (width - 2) + ":"
        case _:
            return "-" * width


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters two, marks none (UAX #11)."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text if category(c) != "Mn")


def quoted(text: str) -> str:
    """Markdown as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def fenced(listing: str, language: str = "") -> str:
    """A listing in a fence longer than any row of backticks within."""
    longest = max((len(row) for row in re.findall(r"`{3,}", listing)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{listing}\n{fence}"


def indented(text: str, width: int = 2) -> str:
    """Markdown moved right, to belong to the list item above it."""
    pad = " " * width
    return "\n".join(pad + line if line else line for line in text.split("\n"))


def marks(sources: Sequence[SourceView]) -> str:
    """Links to entries of the list of sources, in square brackets."""
    written = [linked_mark(source.mark, source.key) for source in sources]
    return "\u00a0".join([" ".join(written[:-1]), *written[-1:]]).lstrip("\u00a0")


def footnotes(sources: Sequence[SourceView]) -> str:
    """The reference to the note that names the works."""
    ordered = sorted(sources, key=lambda work: work.number)
    return f"[^{_label(ordered)}]" if sources else ""


def footnoted(part: PartView) -> dict[str, str]:
    """The note's reference behind each slide's line, by the slide's id; most have none.

    The works of all slides below a heading are one note, behind the last line that rests on one,
    as those of a paragraph are in papers.
    """
    marks = {slide.id: "" for slide in part.slides}
    for slides in _below_headings(part):
        if resting := [slide for slide in slides if slide.sources]:
            marks[resting[-1].id] = footnotes(_works(resting))
    return marks


def noted(parts: Sequence[PartView]) -> dict[str, str]:
    """What the notes of slides, and of all slides below a heading, say, by their labels.

    Of those a document keeps what it refers to.
    """
    groups = [slides for part in parts for slides in _below_headings(part)]
    groups += [[slide] for part in parts for slide in part.slides]
    rested = [works for slides in groups if (works := _works(slides))]
    return {_label(works): "; ".join(work.brief for work in works) for works in rested}


def _below_headings(part: PartView) -> list[list[SlideView]]:
    groups: list[list[SlideView]] = []
    header: str | None = None
    for section in part.sections:
        if section.header != header or section.header:
            groups.append([])
        groups[-1] += section.slides
        header = section.header
    return groups


def _works(slides: Sequence[SlideView]) -> tuple[SourceView, ...]:
    """What slides rest on, each work once, in the order of the list of sources."""
    found = {work.number: work for slide in slides for work in slide.sources}
    return tuple(found[number] for number in sorted(found))


def _label(sources: Sequence[SourceView]) -> str:
    """The works' numbers, those that follow each other as a range: `2-5`, `3+7`."""
    runs: list[list[int]] = []
    for source in sources:
        if runs and source.number == runs[-1][-1] + 1:
            runs[-1].append(source.number)
        else:
            runs.append([source.number])
    return "+".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def cite(prose: str, sources: Sequence[SourceView]) -> str:
    """Prose with the marks of its sources after its last word; what it cites itself is said."""
    left = [source for source in sources if f"(#source-{source.key})" not in prose]
    return cited(prose, marks(left)) if left else prose


def fits(shown: TableView | str, depth: int = 0) -> bool:
    """Whether a table or lines, `depth` columns moved right, stay within a terminal's 80."""
    text = shown if isinstance(shown, str) else table_lines(shown)
    return all(columns_of(line) + depth <= WIDEST for line in text.split("\n"))


def said_in(words: str, prose: str) -> bool:
    """Whether the prose says the same words, whatever their marks and letter case."""
    return bool(words) and _bare(words) in _bare(prose)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def pictorial(columns: BlockView) -> bool:
    """Whether columns hold what a list cannot say: tables, charts, pictures, formulas, listings."""
    kinds = {"table", "chart", "picture", "gallery", "math", "code", "timeline"}
    return any(block.type in kinds for column in columns.columns for block in column.blocks)


def side_by_side(columns: BlockView) -> bool:
    """Whether columns hold a chart each, which a page shows as one figure."""
    return all([block.type for block in column.blocks] == ["chart"] for column in columns.columns)


def stated(slide: SlideView) -> bool:
    """Whether a slide without prose is one sentence, which is its title."""
    own = any(block.role == "statement" for block in slide.blocks)
    return slide.role == "statement" and not (own or slide.briefing)


def untold(slide: SlideView) -> bool:
    """Whether nothing that a paper shows of a slide says its title: no prose and no caption."""
    if slide.briefing or slide.role in {"statement", "quote"}:
        return False
    return bool(slide.blocks) and not any(map(_captioned, slide.blocks))


def _captioned(block: BlockView) -> bool:
    if block.type == "columns":
        return side_by_side(block)
    return block.type in _CAPTIONED or (block.type == "picture" and bool(block.caption + block.alt))


FILTERS: Mapping[str, Any] = {
    "as_list": list_lines,
    "as_table": table_lines,
    "cite": cite,
    "fenced": fenced,
    "fits": fits,
    "footnoted": footnoted,
    "footnotes": footnotes,
    "noted": noted,
    "indented": indented,
    "marks": marks,
    "pictorial": pictorial,
    "prose": prepared,
    "quoted": quoted,
    "said_in": said_in,
    "side_by_side": side_by_side,
    "stated": stated,
    "unnumbered": unnumbered,
    "untold": untold,
}
