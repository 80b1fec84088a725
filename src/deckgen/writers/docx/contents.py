"""The table of contents: a TOC field that is already filled in (ECMA-376 17.16.5.68).

Neither `w:updateFields` nor `w:dirty` is set: both make Word ask its reader about "fields that
may refer to other files". The entries are right as they stand; the page numbers are PAGEREF
fields, which Word refreshes when it prints.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.writers.docx.runs import field, run
from deckgen.writers.docx.story import Heading, Story, paragraph

PLACE = "<!--contents-->"
MARK = "_Contents"
_DEEPEST = 2


def contents(story: Story, pages: Mapping[str, int]) -> str:
    """The entries, in the frame by which Word offers to update them."""
    entries = [heading for heading in story.headings if heading.level <= _DEEPEST]
    if not entries:
        return ""
    written = []
    for index, entry in enumerate(entries):
        line = _entry(story, entry, pages.get(entry.bookmark, 1))
        if index == 0:
            line = _begin() + line
        if index == len(entries) - 1:
            line += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        kept = index < len(entries) - 1
        role = f"contents{entry.level}"
        tabs = "" if story.styles.look(role).tabs else _tabs(story, entry.level)
        written.append(paragraph(story, role, line, keep_next=kept, tabs=tabs))
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{story.contents_heading}{''.join(written)}</w:sdtContent></w:sdt>"
    )


def _tabs(story: Story, level: int) -> str:
    """The stops that Word sets itself where the template's style has none."""
    number = story.styles.look(f"contents{level}").left + 440 * level
    numbered = any(heading.number for heading in story.headings)
    first = f'<w:tab w:val="left" w:pos="{number}"/>' if numbered else ""
    return f'{first}<w:tab w:val="right" w:leader="dot" w:pos="{story.width}"/>'


def _begin() -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{_DEEPEST}" \\h \\z \\u </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _entry(story: Story, entry: Heading, page: int) -> str:
    numbered = any(other.number for other in story.headings)
    number = f"{entry.number}\t" if numbered else ""
    shown = run(story, f"{number}{entry.text}\t")
    page_field = field(story, f"PAGEREF {entry.bookmark} \\h", str(page))
    return (
        f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{shown}{page_field}</w:hyperlink>'
    )
