"""What a paper looks like: its page and its paragraph styles, from the pack's tokens.

One axis: the text stands a column in from the margin, and only what one looks for (the numbers
of headings, the dates of a timeline) stands in that column. This keeps lines at 65 to 80
characters on A4 without wide margins.
"""

from __future__ import annotations

from deckgen.frozen import Frozen
from deckgen.packs.make.word_palette import Paper
from deckgen.packs.make.word_styles import Style
from deckgen.packs.tokens import Tokens

TWIPS_PER_EMU = 1 / 635
PAGES = {"A4": (11_906, 16_838), "Letter": (12_240, 15_840)}


class Sheet(Frozen):
    """The page in twips: its size, its margins, the measure, the column left of the text."""

    width: int
    height: int
    margin: int
    column: int

    @property
    def measure(self) -> int:
        """From margin to margin."""
        return self.width - 2 * self.margin


def sheet(tokens: Tokens) -> Sheet:
    """The page of the tokens; the column takes a seventh of the measure."""
    width, height = PAGES[tokens.page.size]
    margin = round(tokens.page.margin * TWIPS_PER_EMU)
    return Sheet(width, height, margin, round((width - 2 * margin) * 0.1375))


def paragraph_styles(tokens: Tokens, paper: Paper) -> tuple[Style, ...]:
    """The paragraph styles, in the order of the document."""
    body, column = tokens.page.body, sheet(tokens).column
    text = (
        Style("Normal", "Normal", like="", leading=tokens.page.leading, after=0, priority=0),
        Style("BodyText", "Body Text", after=round(body * 12), left=column, priority=1),
    )
    return (
        *text,
        *_cover(body, column, paper),
        *_headings(body, column, paper),
        *_lists(column),
        *_contents(tokens, column, paper),
        *_figures(body, column, paper),
        *_small(body, column, paper, sheet(tokens).measure),
    )


def _cover(body: float, column: int, paper: Paper) -> tuple[Style, ...]:
    rule = f'<w:top w:val="single" w:sz="36" w:space="14" w:color="{paper.accent}"/>'
    edge = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{paper.panel}"/>'
        for side, space in (("top", 7), ("left", 9), ("bottom", 7), ("right", 9))
    )
    bar = f'<w:left w:val="single" w:sz="24" w:space="10" w:color="{paper.accent}"/>'
    pad = 190
    return (
        Style("Classification", "Classification", size=body - 1.5, bold=True, caps=True,
              spacing=20, colour=paper.muted, left=0, after=60),
        Style("Title", "Title", follow="Subtitle", size=26, colour=paper.accent,
              heading_face=True, bold=True, leading=1.15, before=1400, after=120, left=column,
              border=rule, keep_next=True),
        Style("Subtitle", "Subtitle", size=14, colour=paper.muted, heading_face=True,
              leading=1.25, after=200, left=column, keep_next=True),
        Style("CoverSpeaker", "Cover Speaker", before=60, after=20, left=column, keep_lines=True),
        Style("CoverOccasion", "Cover Occasion", colour=paper.muted, after=340, left=column),
        Style("About", "About", after=300, left=column + pad, right=pad, border=edge,
              fill=paper.panel, keep_lines=True),
        Style("KeyMessagesHeading", "Key Messages Heading", follow="KeyMessage", size=body + 1.5,
              bold=True, colour=paper.accent, heading_face=True, before=0, after=80,
              left=column + 594, hanging=340, border=bar, keep_next=True),
        Style("KeyMessage", "Key Message", after=80, left=column + 594, hanging=340, border=bar,
              number=(4, 0), keep_lines=True),
    )  # fmt: skip


def _headings(body: float, column: int, paper: Paper) -> tuple[Style, ...]:
    rule = f'<w:top w:val="single" w:sz="6" w:space="12" w:color="{paper.hairline}"/>'
    sizes = (18.0, 13.0, body + 0.5, body, body, body)
    before = (520, 320, 200, 200, 200, 200)
    numbered = tuple(
        Style(
            f"Heading{n}", f"heading {n}", follow="BodyText", size=sizes[n - 1], bold=True,
            colour=paper.accent if n < 4 else paper.ink, heading_face=n < 4, italic=n > 4,
            before=before[n - 1], after=before[n - 1] // 2, leading=1.2, keep_next=True,
            keep_lines=True, number=(1, n - 1) if n < 3 else None, level=n - 1, priority=9,
            left=None if n < 3 else column, border=rule if n == 1 else "",
        )
        for n in range(1, 7)
    )  # fmt: skip
    bare = Style(
        "HeadingUnnumbered", "Heading Unnumbered", like="Heading1", follow="BodyText",
        number=(0, 0), left=column, level=0,
    )  # fmt: skip
    return (*numbered, bare)


def _lists(column: int) -> tuple[Style, ...]:
    found = []
    for depth in (1, 2, 3):
        suffix = f" {depth}" if depth > 1 else ""
        short = str(depth) if depth > 1 else ""
        left = column + 340 * depth
        found += [
            Style(f"ListBullet{short}", f"List Bullet{suffix}", after=60, number=(2, depth - 1),
                  left=left, hanging=340),
            Style(f"ListNumber{short}", f"List Number{suffix}", after=60, number=(3, depth - 1),
                  left=left, hanging=340),
            Style(f"ListContinue{short}", f"List Continue{suffix}", after=60, left=left),
        ]  # fmt: skip
    return tuple(found)


def _contents(tokens: Tokens, column: int, paper: Paper) -> tuple[Style, ...]:
    end = sheet(tokens).measure
    body = tokens.page.body

    def tabs(first: int) -> str:
        return (
            f'<w:tab w:val="left" w:pos="{first}"/>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{end}"/>'
        )

    return (
        Style("TOCHeading", "TOC Heading", follow="BodyText", size=13, bold=True,
              colour=paper.accent, heading_face=True, before=360, after=120, left=column,
              keep_next=True, priority=39),
        Style("TOC1", "toc 1", size=body, bold=True, before=80, after=20, left=column,
              hanging=column, tabs=tabs(column), priority=39),
        Style("TOC2", "toc 2", size=body, after=20, left=column + 567, hanging=567,
              tabs=tabs(column + 567), priority=39),
        Style("TOC3", "toc 3", size=body, after=20, left=column + 1247, hanging=680,
              tabs=tabs(column + 1247), priority=39),
        Style("TableofFigures", "table of figures", size=body, after=40, left=column,
              tabs=f'<w:tab w:val="right" w:leader="dot" w:pos="{end}"/>', priority=39),
    )  # fmt: skip


def _figures(body: float, column: int, paper: Paper) -> tuple[Style, ...]:
    bar = f'<w:left w:val="single" w:sz="12" w:space="10" w:color="{paper.second}"/>'
    return (
        Style("Figure", "Figure", before=160, after=60, left=column, single=True, keep_next=True),
        Style("Caption", "caption", size=body - 1, colour=paper.muted, before=160, after=100,
              left=column, leading=1.25, keep_lines=True, priority=35),
        Style("TableText", "Table Text", size=body - 1, leading=1.25, after=0),
        Style("Quote", "Quote", size=body + 1, italic=True, heading_face=True, before=160,
              after=80, left=column + 397, right=397, border=bar, keep_lines=True, priority=29),
        Style("QuoteAttribution", "Quote Attribution", colour=paper.muted, size=body - 0.5,
              after=200, left=column + 397, right=397, border=bar),
        Style("SourceCode", "Source Code", mono=True, size=body - 2, leading=1.25, before=120,
              after=160,
              left=column + 113, right=113, fill=paper.panel, keep_lines=True),
        Style("Formula", "Formula", before=120, after=120, left=column, align="center"),
    )  # fmt: skip


def _small(body: float, column: int, paper: Paper, measure: int) -> tuple[Style, ...]:
    ends = f'<w:tab w:val="right" w:pos="{measure}"/>'
    below = f'<w:bottom w:val="single" w:sz="4" w:space="6" w:color="{paper.hairline}"/>'
    return (
        Style("SourceNote", "Source Note", size=body - 1.5, colour=paper.muted, before=40,
              after=200, left=column, leading=1.25),
        Style("Bibliography", "Bibliography", size=body - 1, after=40, number=(5, 0),
              leading=1.25, left=column + 567, hanging=567, priority=37),
        Style("FootnoteText", "footnote text", size=body - 1.5, left=column, leading=1.25, after=20,
              priority=99),
        Style("EndnoteText", "endnote text", size=body - 0.5, left=column, leading=1.25, after=40,
              priority=99),
        Style("Header", "header", size=body - 1.5, colour=paper.muted, tabs=ends, border=below,
              priority=99),
        Style("Footer", "footer", size=body - 1.5, colour=paper.muted, tabs=ends, priority=99),
    )  # fmt: skip
