"""A marking on every page: the classification at the head of every header (ECMA-376 17.10).

LibreOffice before 24.8 sets endnotes on pages of their own that have no header. There a fallback
(ECMA-376 part 3, 7.6), which Word passes over, shows the marking at the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from deckgen.ooxml import names, xml
from deckgen.ooxml.attributes import twips, whole
from deckgen.writers.docx import names as word
from deckgen.writers.docx.names import w
from deckgen.writers.docx.runs import run
from deckgen.writers.docx.story import Story, paragraph
from deckgen.writers.docx.template import Template

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_ID = f"{{{names.R}}}id"


def add(story: Story, root: Any, words: str) -> bool:
    """Put the words at the head of a header that does not say them yet; whether it did not."""
    if says(root, words):
        return False
    root.insert(0, line(story, words))
    return True


def says(root: Any, words: str) -> bool:
    """Whether a header says the words already."""
    return words in "".join(text.text or "" for text in root.iter(w("t")))


def complete(story: Story, base: Template, words: str) -> None:
    """Give each section a header of every kind that it shows: its first page, even pages."""
    even = _even_pages(base)
    own = ""
    given: set[str] = set()
    for section in base.kept.root.iter(w("sectPr")):
        _raise_header(section)
        for kind in ("default", *["first"] * _on(section, "titlePg"), *["even"] * even):
            if kind not in given and not _has_header(section, kind):
                own = own or _own_header(story, base, words)
                _refer(section, kind, own)
            given.add(kind)


def _raise_header(section: Any) -> None:
    """Let the header begin a line higher, so that its last line stays where it was."""
    margins = section.find(w("pgMar"))
    if margins is None:
        return
    header = whole(margins.get(w("header")), 0)
    if raised(header) != header:
        margins.set(w("header"), str(raised(header)))


def raised(header: int) -> int:
    """Where a header begins that has a line more, where it began at `header` twips."""
    return header - _LINE if header > _HIGHEST + _LINE else header


_LINE = 300
_HIGHEST = 300


def _own_header(story: Story, base: Template, words: str) -> str:
    """A header that says nothing else; the id of the relationship to it."""
    from lxml import etree

    root = etree.Element(w("hdr"), nsmap={"w": word.W})
    root.append(line(story, words))
    part = base.draft.free("word/header{}.xml")()
    base.draft.put(part, xml.serialise(root), _TYPE)
    return story.body_links.add(word.REL_HEADER, part)


def line(story: Story, words: str) -> Any:
    """The paragraph that marks a page."""
    from lxml import etree

    return etree.fromstring(f'<x xmlns:w="{word.W}">{_paragraph(story, words)}</x>')[0]


def _paragraph(story: Story, words: str) -> str:
    waiting, story.waiting = story.waiting, []
    made = paragraph(story, "classification", run(story, words))
    story.waiting = waiting
    return made


def on_notes(story: Story, notes: Sequence[str], words: str, section: Any) -> Iterator[str]:
    """Endnotes as XML, the marking at the end of so many that no page of theirs is without."""
    shown = _fallback(_paragraph(story, words), section)
    letters = _OFTEN
    for place, note in enumerate(notes, start=1):
        letters += max(_A_LINE, len(_TAG.sub("", note)))
        marked = letters >= _OFTEN or place == len(notes)
        before, end, after = note.rpartition("</w:p>")
        yield f"{before}{shown}{end}{after}" if marked else note
        letters = 0 if marked else letters


_A_LINE = 80
_OFTEN = 10 * _A_LINE
_TAG = re.compile("<[^>]*>")


def _fallback(shown: str, section: Any) -> str:
    """A text box where the header of a section begins, for programs that set notes apart."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    left, right, top = (twips(margins.get(w(name)), 0) for name in ("left", "right", "header"))
    style = (
        f"position:absolute;margin-left:{left / 20:g}pt;margin-top:{top / 20:g}pt;"
        f"width:{(twips(size.get(w('w')), 0) - left - right) / 20:g}pt;height:{_LINE / 20:g}pt;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{names.MC}" xmlns:wp14="{_WORD_2010}">'
        f'<mc:Choice Requires="wp14"/><mc:Fallback><w:pict xmlns:v="{_VML}">'
        f'<v:rect style="{style}" filled="f" stroked="f"><v:textbox inset="0,0,0,0">'
        f"<w:txbxContent>{shown}</w:txbxContent></v:textbox></v:rect></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
_VML = "urn:schemas-microsoft-com:vml"


def _refer(section: Any, kind: str, rid: str) -> None:
    from lxml import etree

    reference = etree.Element(w("headerReference"))
    reference.set(w("type"), kind)
    reference.set(_ID, rid)
    section.insert(0, reference)


def _has_header(section: Any, kind: str) -> bool:
    headers = section.findall(w("headerReference"))
    return any(each.get(w("type"), "default") == kind for each in headers)


def _even_pages(base: Template) -> bool:
    settings = base.root(word.REL_SETTINGS)
    return settings is not None and _on(settings, "evenAndOddHeaders")


def _on(root: Any, name: str) -> bool:
    found = root.find(w(name))
    return found is not None and found.get(w("val"), "1") not in {"0", "false", "off"}
