"""What fields of the template show until Word updates them (ECMA-376 17.16).

A header that repeats the title or a heading holds what it showed in the template; Word renews it
when it sets the page, others print it as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from deckgen.writers.docx.names import w

_PROPERTY = re.compile(r"\s*(?:DOCPROPERTY\s+)?\"?(title|subject|author|keywords)\b", re.IGNORECASE)
_STYLE = re.compile(r"\s*STYLEREF\s+(?:\"([^\"]*)\"|(\S+))(.*)", re.IGNORECASE | re.DOTALL)


Heads = Mapping[str, tuple[str, str]]


def refresh(root: Any, properties: Mapping[str, str], heads: Heads) -> bool:
    """Renew what fields show; whether anything changed.

    `properties` are the file's; `heads` are number and words of the first paragraph in a style, by
    the style's name in lower case, or by its level. A result with a tag in it is left to that.
    """
    changed = False
    for instruction, results in _fields(root):
        words = _words(instruction, properties, heads)
        tagged = "{{" in "".join(text.text or "" for text in results)
        if words is None or not results or tagged:
            continue
        for text in results:
            text.text = ""
        results[0].text = words
        changed = True
    return changed


def _words(instruction: str, properties: Mapping[str, str], heads: Heads) -> str | None:
    if found := _PROPERTY.match(instruction):
        return properties.get(found[1].lower())
    if found := _STYLE.match(instruction):
        number, words = heads.get((found[1] or found[2]).lower(), ("", ""))
        numbered = any(switch in found[3].lower() for switch in ("\\n", "\\r", "\\w", "\\s"))
        return number if numbered else words
    return None


def _fields(root: Any) -> Iterator[tuple[str, list[Any]]]:
    """The instruction of each field and the texts of its result, nested fields left out."""
    for simple in root.iter(w("fldSimple")):
        yield simple.get(w("instr"), ""), list(simple.iter(w("t")))
    for paragraph in root.iter(w("p")):
        yield from _complex(paragraph)


def _complex(paragraph: Any) -> Iterator[tuple[str, list[Any]]]:
    depth, shown = 0, False
    instruction = ""
    results: list[Any] = []
    for element in paragraph.iter(w("fldChar"), w("instrText"), w("t")):
        kind = element.get(w("fldCharType"), "")
        if kind == "begin":
            depth += 1
            if depth == 1:
                instruction, results, shown = "", [], False
        elif kind == "separate" and depth == 1:
            shown = True
        elif kind == "end":
            depth -= 1
            if depth == 0:
                yield instruction, results
        elif element.tag == w("instrText") and depth == 1:
            instruction += element.text or ""
        elif element.tag == w("t") and depth == 1 and shown:
            results.append(element)
