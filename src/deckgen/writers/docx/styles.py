"""The template's styles: found by their built-in names, added where the template has none.

`w:name` of a built-in style is the same in every language of Word; only `w:styleId` is not
(ECMA-376 17.7.4.9), so styles are found by name, headings also by their outline level.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from deckgen.ooxml import xml
from deckgen.ooxml.attributes import whole
from deckgen.writers.docx.names import W, w
from deckgen.writers.docx.spare_styles import SPARE

NAMES: Mapping[str, tuple[str, ...]] = {
    "normal": ("Normal",),
    "body": ("Body Text", "Normal"),
    "title": ("Title",),
    "subtitle": ("Subtitle",),
    "byline": ("Cover Speaker", "Author"),
    "occasion": ("Cover Occasion", "Date"),
    "classification": ("Classification",),
    "about": ("About", "Abstract"),
    "messages-heading": ("Key Messages Heading",),
    "message": ("Key Message",),
    "contents-heading": ("TOC Heading",),
    "caption": ("caption",),
    "figure": ("Figure",),
    "quote": ("Quote", "Block Text"),
    "attribution": ("Quote Attribution",),
    "code": ("Source Code", "Code", "HTML Preformatted"),
    "note": ("Source Note",),
    "source": ("Bibliography",),
    "table-text": ("Table Text",),
    "formula": ("Formula",),
    "footnote-text": ("footnote text",),
    "footnote-reference": ("footnote reference",),
    "link": ("Hyperlink",),
    "code-words": ("Verbatim Char", "Code Character"),
    "caption-label": ("Caption Label",),
    "table": ("Paper Table",),
    "timeline": ("Timeline Table",),
    "gallery": ("Gallery Table",),
    "plain-heading": ("Heading Unnumbered",),
    **{f"heading{n}": (f"heading {n}",) for n in range(1, 7)},
    **{f"contents{n}": (f"toc {n}",) for n in range(1, 4)},
    "bullet1": ("List Bullet",),
    "number1": ("List Number",),
    "continue1": ("List Continue",),
    **{f"bullet{n}": (f"List Bullet {n}",) for n in (2, 3)},
    **{f"number{n}": (f"List Number {n}",) for n in (2, 3)},
    **{f"continue{n}": (f"List Continue {n}",) for n in (2, 3)},
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style sets text, inheritance resolved; lengths in twentieths of a point.

    `size` in points; `line` is a factor, or twips when `exact`; `level` is the list level of
    `numbering`, 0 when the style has no numbers of its own; `tabs` counts its tab stops.
    """

    family: str = "Calibri"
    size: float = 11.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    before: int = 0
    after: int = 0
    line: float = 1.0
    exact: bool = False
    left: int = 0
    right: int = 0
    hanging: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    contextual: bool = False
    numbering: int = 0
    level: int = 0
    tabs: int = 0


class Styles:
    """The styles part while a document is written."""

    def __init__(self, root: Any, theme_fonts: Mapping[str, str]) -> None:
        self.root = root
        self._theme_fonts = theme_fonts
        self._by_id: dict[str, Any] = {s.get(w("styleId"), ""): s for s in root.iter(w("style"))}
        self._by_name: dict[tuple[str, str], str] = {}
        for style in root.iter(w("style")):
            name = style.find(w("name"))
            if name is not None:
                key = (style.get(w("type"), "paragraph"), name.get(w("val"), "").lower())
                self._by_name.setdefault(key, style.get(w("styleId"), ""))
        self._ids: dict[str, str] = {}
        self._looks: dict[str, Look] = {}

    def id(self, role: str) -> str:
        """The style id that serves a role; a style is added when the template has none."""
        if role not in self._ids:
            self._ids[role] = self._find(role) or self._add(role)
        return self._ids[role]

    def look_of(self, style_id: str) -> Look:
        """How a paragraph style sets text, by its id."""
        if style_id not in self._looks:
            self._looks[style_id] = self._resolved(style_id, 0)
        return self._looks[style_id]

    def look(self, role: str) -> Look:
        """How the role's paragraph style sets text."""
        return self.look_of(self.id(role))

    def set_language(self, lang: str) -> None:
        """Write the `w:lang` element among the document's defaults (ECMA-376 17.3.2.20)."""
        defaults = self.root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        if defaults is None:
            return
        for old in defaults.findall(w("lang")):
            defaults.remove(old)
        defaults.append(_element(lang))

    def _find(self, role: str) -> str:
        kind = SPARE[role].type if role in SPARE else "paragraph"
        for name in NAMES[role]:
            if found := self._by_name.get((kind, name.lower())):
                return found
        if role.startswith("heading"):
            return self._by_outline(int(role[-1]) - 1)
        if role == "plain-heading" and not self.look("heading1").numbering:
            return self.id("heading1")
        if role == "normal":
            return self._default()
        return ""

    def _by_outline(self, level: int) -> str:
        for style_id, style in self._by_id.items():
            found = style.find(f"{w('pPr')}/{w('outlineLvl')}")
            if found is not None and found.get(w("val")) == str(level):
                return style_id
        return ""

    def _default(self) -> str:
        for style_id, style in self._by_id.items():
            paragraph = style.get(w("type")) == "paragraph"
            if paragraph and style.get(w("default")) in {"1", "true", "on"}:
                return style_id
        return ""

    def _add(self, role: str) -> str:
        spare = SPARE[role]
        name = NAMES[role][0]
        style_id = name.title().replace(" ", "")
        while style_id in self._by_id:
            style_id += "X"
        based = ""
        if spare.type == "paragraph" and role != "normal":
            based = f'<w:basedOn w:val="{xml.attribute(self.id("normal"))}"/>'
        default = ' w:default="1"' if role == "normal" else ""
        element = _element(
            f'<w:style w:type="{spare.type}" w:styleId="{style_id}"{default}>'
            f'<w:name w:val="{name}"/>{based}<w:uiPriority w:val="99"/><w:qFormat/>{spare.xml}'
            "</w:style>"
        )
        self.root.append(element)
        self._by_id[style_id] = element
        return style_id

    def _resolved(self, style_id: str, depth: int) -> Look:
        style = self._by_id.get(style_id)
        if style is None or depth > 10:
            defaults = self.root.find(w("docDefaults"))
            if defaults is None:
                return Look()
            return self._with(Look(), defaults.find(f"{w('rPrDefault')}/{w('rPr')}"),
                              defaults.find(f"{w('pPrDefault')}/{w('pPr')}"))  # fmt: skip
        based = style.find(w("basedOn"))
        start = self._resolved(based.get(w("val"), "") if based is not None else "", depth + 1)
        return self._with(start, style.find(w("rPr")), style.find(w("pPr")))

    def _with(self, look: Look, run: Any, paragraph: Any) -> Look:
        if run is not None:
            look = replace(look, **self._run_values(run))
        if paragraph is not None:
            look = replace(look, **_paragraph_values(paragraph))
        return look

    def _run_values(self, run: Any) -> dict[str, Any]:
        values: dict[str, Any] = {}
        fonts = run.find(w("rFonts"))
        if fonts is not None:
            theme = self._theme_fonts.get(fonts.get(w("asciiTheme"), "")[:5], "")
            if family := theme or fonts.get(w("ascii"), ""):
                values["family"] = family
        size = run.find(w("sz"))
        if size is not None:
            values["size"] = whole(size.get(w("val")), 22) / 2
        for name, key in (("b", "bold"), ("i", "italic"), ("caps", "caps")):
            element = run.find(w(name))
            if element is not None:
                values[key] = _on(element)
        return values


def _paragraph_values(paragraph: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    spacing = paragraph.find(w("spacing"))
    if spacing is not None:
        for name in ("before", "after"):
            if (found := spacing.get(w(name))) is not None:
                values[name] = whole(found, 0)
        if (line := spacing.get(w("line"))) is not None:
            exact = spacing.get(w("lineRule"), "auto") == "exact"
            height = whole(line, 240)
            values |= {"line": height if exact else height / 240, "exact": exact}
    indent = paragraph.find(w("ind"))
    if indent is not None:
        for key, first, second in (("left", "left", "start"), ("right", "right", "end")):
            found = indent.get(w(first), indent.get(w(second)))
            if found is not None:
                values[key] = whole(found, 0)
        values["hanging"] = whole(indent.get(w("hanging")), 0) - whole(
            indent.get(w("firstLine")), 0
        )
    if (tabs := paragraph.find(w("tabs"))) is not None:
        values["tabs"] = len(tabs)
    for name, key in (
        ("keepNext", "keep_next"),
        ("keepLines", "keep_lines"),
        ("contextualSpacing", "contextual"),
    ):
        element = paragraph.find(w(name))
        if element is not None:
            values[key] = _on(element)
    numbering = paragraph.find(f"{w('numPr')}/{w('numId')}")
    if numbering is not None:
        level = paragraph.find(f"{w('numPr')}/{w('ilvl')}")
        values["numbering"] = whole(numbering.get(w("val")), 0)
        values["level"] = whole(level.get(w("val")), 0) if level is not None else 0
    return values


def _on(element: Any) -> bool:
    return element.get(w("val"), "1") not in {"0", "false", "off"}


def _element(fragment: str) -> Any:
    from lxml import etree

    return etree.fromstring(f'<w:x xmlns:w="{W}">{fragment}</w:x>')[0]
