"""What fields of the template show until Word updates them (ECMA-376 17.16).

A header that repeats the title or a heading holds what it showed in the template; Word renews it
when it sets the page, others print it as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from deckgen.ooxml.xml import clean
from deckgen.writers.docx import running
from deckgen.writers.docx.names import w

_PROPERTY = re.compile(r"\s*(?:DOCPROPERTY\s+)?\"?(title|subject|author|keywords)\b", re.IGNORECASE)
_STYLE = re.compile(r"\s*STYLEREF\s+(?:\"([^\"]*)\"|(\S+))(.*)", re.IGNORECASE | re.DOTALL)

Heads = Mapping[str, tuple[str, str]]


class _Field(Struct):
    """A field: its instruction, the texts of its result, and the elements that make it one."""

    instruction: str = ""
    results: list[Any] = field(default_factory=list)
    marks: list[Any] = field(default_factory=list)

    @property
    def head(self) -> str:
        """The style whose words or number it repeats, by name or level; empty for other fields."""
        found = _STYLE.match(self.instruction)
        return (found[1] or found[2]).lower() if found else ""

    @property
    def counts(self) -> bool:
        """Whether it repeats the number."""
        found = _STYLE.match(self.instruction)
        return found is not None and any(each in found[3].lower() for each in _NUMBERS)

    @property
    def tagged(self) -> bool:
        """Whether a tag stands in its result."""
        return "{{" in "".join(text.text or "" for text in self.results)

    def show(self, words: str) -> None:
        """Let its result be the words."""
        for text in self.results:
            text.text = ""
        self.results[0].text = clean(words)


_NUMBERS = ("\\n", "\\r", "\\w", "\\s")


def refresh(
    root: Any, properties: Mapping[str, str], heads: Heads, chapters: frozenset[str] = frozenset()
) -> bool:
    """Renew what fields show; whether anything changed.

    `properties` are the file's; `heads` are number and words of the first paragraph in a style, by
    the style's name in lower case, or by its level; `chapters` are those names of the style that
    the chapters' headings have. A result with a tag in it is left to that, unless it is a head's;
    a head that the document lacks, for which Word would show an error, is no field any more.
    """
    changed = False
    for each in list(_fields(root)):
        words = _words(each, properties, heads)
        if words is None or not each.results:
            continue
        if each.head in chapters and each.head not in heads:
            running.unlink(each.marks)
        elif each.tagged and not (words and each.head):
            continue
        else:
            each.show(words)
            if each.head in chapters:
                name = running.NUMBER if each.counts else running.TITLE
                running.follow(each.results[0].getparent(), name)
        changed = True
    return changed


def repeats(root: Any, names: frozenset[str]) -> bool:
    """Whether a header or footer repeats the words of a style, given all its names."""
    return any(each.head in names for each in _fields(root))


def _words(each: _Field, properties: Mapping[str, str], heads: Heads) -> str | None:
    if found := _PROPERTY.match(each.instruction):
        return properties.get(found[1].lower())
    if each.head:
        return heads.get(each.head, ("", ""))[not each.counts]
    return None


def _fields(root: Any) -> Iterator[_Field]:
    """Each field, nested fields left out."""
    for simple in root.iter(w("fldSimple")):
        yield _Field(simple.get(w("instr"), ""), list(simple.iter(w("t"))), [simple])
    for paragraph in root.iter(w("p")):
        yield from _complex(paragraph)


def _complex(paragraph: Any) -> Iterator[_Field]:
    depth, shown = 0, False
    made = _Field()
    for element in paragraph.iter(w("fldChar"), w("instrText"), w("t")):
        kind = element.get(w("fldCharType"), "")
        if kind == "begin":
            depth += 1
            if depth == 1:
                made, shown = _Field(), False
        if depth == 1 and element.tag != w("t"):
            made.marks.append(element)
        if kind == "separate" and depth == 1:
            shown = True
        elif kind == "end":
            depth -= 1
            if depth == 0:
                yield made
        elif element.tag == w("instrText") and depth == 1:
            made.instruction += element.text or ""
        elif element.tag == w("t") and depth == 1 and shown:
            made.results.append(element)
