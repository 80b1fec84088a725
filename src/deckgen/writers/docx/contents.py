"""The table of contents: a TOC field that is already filled in (ECMA-376 17.16.5.68).

Neither `w:updateFields` nor `w:dirty` is set: both make Word ask its reader about "fields that
may refer to other files". The entries are right as they stand; the page numbers are PAGEREF
fields, which Word refreshes when it prints.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.writers.docx.leading import line_height
from deckgen.writers.docx.measures import number_width
from deckgen.writers.docx.runs import field, run
from deckgen.writers.docx.story import Heading, Story, paragraph

PLACE = "<!--contents-->"
LISTS = ("table", "figure")
MARK = "_Contents"
_DEEPEST = 2


def contents(story: Story, pages: Mapping[str, int]) -> str:
    """The entries, in the frame by which Word offers to update them."""
    entries = [heading for heading in story.headings if heading.level <= _DEEPEST]
    if not entries:
        return ""
    # Longer than a page they cannot stay together, and some programs never stop trying.
    whole = not story.contents_parted and _fits(story, entries)
    together = len(entries) - 1 if whole else 1
    written = []
    for index, entry in enumerate(entries):
        line = _entry(story, entry, pages.get(entry.bookmark, 1))
        if index == 0:
            line = _begin(f'TOC \\o "1-{_DEEPEST}" \\h \\z \\u') + line
        if index == len(entries) - 1:
            line += _END
        role = f"contents{entry.level}"
        tabs = "" if story.styles.look(role).tabs else _tabs(story, entry.level)
        written.append(paragraph(story, role, line, keep_next=index < together, tabs=tabs))
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{story.contents_heading}{''.join(written)}</w:sdtContent></w:sdt>"
    )


def _fits(story: Story, entries: list[Heading]) -> bool:
    """Whether the contents have room on a page, by the height of lines that do not wrap."""
    height = 0.0
    for entry in entries:
        look = story.styles.look(f"contents{entry.level}")
        height += 20 * line_height(look.size * 1.25, look) + look.after
    return height < 0.8 * story.height


def list_place(sequence: str) -> str:
    """Where a list of captions will stand."""
    return f"<!--list of {sequence}s-->"


def captions(story: Story, sequence: str, pages: Mapping[str, int]) -> str:
    """A list of captions, as a TOC field of their sequence (switch `c`), under its heading."""
    entries = [one for one in story.captioned if one.sequence == sequence]
    if not entries:
        return ""
    tabs = ""
    if not story.styles.look("list-entry").tabs:
        tabs = f'<w:tab w:val="right" w:leader="dot" w:pos="{story.width}"/>'
    lines = [
        _linked(story, one.bookmark, f"{one.words}.\u2002{one.title}\t", pages.get(one.bookmark, 1))
        for one in entries
    ]
    lines[0] = _begin(f'TOC \\h \\z \\c "{sequence.title()}"') + lines[0]
    lines[-1] += _END
    written = "".join(paragraph(story, "list-entry", line, tabs=tabs) for line in lines)
    return story.list_headings.get(sequence, "") + written


def _tabs(story: Story, level: int) -> str:
    """The stops that Word sets itself where the template's style has none."""
    look = story.styles.look(f"contents{level}")
    numbers = [heading.number for heading in story.headings if heading.number]
    widest = max((number_width(each, look) for each in numbers), default=0)
    number = look.left + max(440 * level, widest)
    first = f'<w:tab w:val="left" w:pos="{number}"/>' if numbers else ""
    return f'{first}<w:tab w:val="right" w:leader="dot" w:pos="{story.width}"/>'


_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _entry(story: Story, entry: Heading, page: int) -> str:
    numbered = any(other.number for other in story.headings)
    number = f"{entry.number}\t" if numbered else ""
    return _linked(story, entry.bookmark, f"{number}{entry.text}\t", page)


def _linked(story: Story, bookmark: str, words: str, page: int) -> str:
    page_field = field(story, f"PAGEREF {bookmark} \\h", str(page))
    return (
        f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{run(story, words)}{page_field}'
        "</w:hyperlink>"
    )
