"""The table of contents: a TOC field that is already filled in (ECMA-376 17.16.5.68).

Neither `w:updateFields` nor `w:dirty` is set: both make Word ask its reader about "fields that
may refer to other files". The entries are right as they stand; the page numbers are PAGEREF
fields, which Word refreshes when it prints.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.writers.docx.captions import stop
from deckgen.writers.docx.entries import entry
from deckgen.writers.docx.runs import field, run
from deckgen.writers.docx.story import Story, paragraph

PLACE = "<!--contents-->"
LISTS = ("table", "figure")
MARK = "_Contents"
_DEEPEST = 2
_LAST_ENTRIES = 3  # so many stay together where contents or lists are parted
_FITS = 0.8  # of a page's height: lines may be some points off


def contents(story: Story, pages: Mapping[str, int]) -> str:
    """The entries, in the frame by which Word offers to update them."""
    headings = [heading for heading in story.headings if heading.level <= _DEEPEST]
    if not headings:
        return ""
    roles = [f"contents{one.level}" for one in headings]
    entries = [
        entry(story, role, one.text, one.number, one.level)
        for role, one in zip(roles, headings, strict=True)
    ]
    # Longer than a page they cannot stay together, and some programs never stop trying.
    fits = sum(each.height for each in entries) < _FITS * story.height
    whole = fits and not story.contents_parted
    together = range(len(entries) - 1) if whole else _ends(len(entries))
    lines = [
        _linked(story, one.bookmark, each.words, pages.get(one.bookmark, 1))
        for each, one in zip(entries, headings, strict=True)
    ]
    lines[0] = _begin(f'TOC \\o "1-{_DEEPEST}" \\h \\z \\u') + lines[0]
    lines[-1] += _END
    written = [
        paragraph(story, role, line, keep_next=at in together, tabs=each.tabs, hangs=each.hangs)
        for at, (role, line, each) in enumerate(zip(roles, lines, entries, strict=True))
    ]
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{story.contents_heading}{''.join(written)}</w:sdtContent></w:sdt>"
    )


def _ends(count: int) -> set[int]:
    """Which of so many entries stay with the next, so that none is alone on a page."""
    last = count - 1
    return {0, *range(max(0, last - _LAST_ENTRIES + 1), last)} - {last}


def list_place(sequence: str) -> str:
    """Where a list of captions will stand."""
    return f"<!--list of {sequence}s-->"


def captions(story: Story, sequence: str, pages: Mapping[str, int]) -> str:
    """A list of captions, as a TOC field of their sequence (switch `c`), under its heading."""
    shown = [one for one in story.captioned if one.sequence == sequence]
    if not shown:
        return ""
    entries = [entry(story, "list-entry", f"{one.words}{stop(story)}{one.title}") for one in shown]
    lines = [
        _linked(story, one.bookmark, each.words, pages.get(one.bookmark, 1))
        for each, one in zip(entries, shown, strict=True)
    ]
    lines[0] = _begin(f'TOC \\h \\z \\c "{sequence.title()}"') + lines[0]
    lines[-1] += _END
    together = _ends(len(entries))
    written = [
        paragraph(story, "list-entry", line, keep_next=at in together, tabs=each.tabs)
        for at, (line, each) in enumerate(zip(lines, entries, strict=True))
    ]
    return story.list_headings.get(sequence, "") + "".join(written)


_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _linked(story: Story, bookmark: str, words: str, page: int) -> str:
    page_field = field(story, f"PAGEREF {bookmark} \\h", str(page))
    shown = run(story, f"{words}\t") + page_field
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{shown}</w:hyperlink>'
