"""Running headers: the title of the chapter that a page belongs to, wherever it is opened.

Word finds it by itself (STYLEREF, ECMA-376 17.16.5.59). Other programs show the result that this
field has in the file, the same on all pages; there stands a REF to a word that each chapter sets
anew (SET, 17.16.5.53), which LibreOffice follows from page to page, and which Word puts its own
result over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from deckgen.ooxml import xml
from deckgen.writers.docx.names import w

TITLE, NUMBER = "RunningTitle", "RunningNumber"
_QUOTES = str.maketrans({'"': "”", "\\": "/"})  # neither can stand in an argument of a field


_SETTING = re.compile(
    r'(?:<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText[^>]*> SET '
    r'(?:(?!</w:p>).)*?<w:fldChar w:fldCharType="end"/></w:r>){2}'
)


def setting(number: str, title: str) -> str:
    """The fields that say, from their place on, which chapter this is; they show nothing."""
    return _set(NUMBER, number) + _set(TITLE, title.translate(_QUOTES))


def _set(name: str, words: str) -> str:
    instruction = f'SET {name} "{words}"'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {xml.text(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def begun(body: str) -> str:
    """The body with its first chapter said at its head: pages before it show its title, too."""
    first = _SETTING.search(body)
    return body.replace("</w:pPr>", f"</w:pPr>{first[0]}", 1) if first else body


def follow(run: Any, name: str) -> None:
    """Put the run of a result into a field that follows the chapters' titles or numbers."""
    for kind in ("begin", "", "separate"):
        run.addprevious(_mark(run, kind, name))
    run.addnext(_mark(run, "end", name))


def unlink(marks: Iterable[Any]) -> None:
    """Take the field away and leave its result."""
    for mark in marks:
        parent = mark.getparent()
        if mark.tag == w("fldSimple"):
            for child in list(mark):
                mark.addprevious(child)
        parent.remove(mark)


def _mark(run: Any, kind: str, name: str) -> Any:
    from lxml import etree

    made = etree.Element(w("r"))
    looks = run.find(w("rPr"))
    if looks is not None:
        made.append(deepcopy(looks))
    if kind:
        etree.SubElement(made, w("fldChar")).set(w("fldCharType"), kind)
    else:
        instruction = etree.SubElement(made, w("instrText"))
        instruction.text = f" REF {name} "
        instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
