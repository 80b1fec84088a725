"""The template's styles: found whatever it calls them, added where the template has none.

A style serves a role by its English name, by another name of its own, by what Word calls it in
other languages, by its id, or by its level in the contents, in this order and only if its type is
right.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from deckgen.frozen import Frozen, replace
from deckgen.ooxml import xml
from deckgen.writers.docx.looks import BARE, Look, on_grid
from deckgen.writers.docx.measures import typesetter_with
from deckgen.writers.docx.names import W, w
from deckgen.writers.docx.spare_styles import (
    ACCENT,
    LINK,
    Face,
    SpareStyle,
    spare,
    spare_parent,
    spare_type,
)
from deckgen.writers.docx.style_names import BUILT_IN, NAMES, folded
from deckgen.writers.docx.stylesheet import Setting, Sheet
from deckgen.writers.docx.table_looks import TableLook, table_look
from deckgen.writers.docx.theme import Theme

if TYPE_CHECKING:
    from deckgen.typeset import Typesetter

__all__ = ["Choice", "Look", "Setting", "Styles"]

# Table styles that say nothing of a template's tables: Word's own, and those for other things.
_WORDS_OWN = ("Normal Table", "Table Normal", "Table Grid")
_PLAIN_TABLES = frozenset(map(folded, (*_WORDS_OWN, *NAMES["timeline"], *NAMES["gallery"])))
# Roles that cannot stand on lines of one height: it would cut pictures and formulas off.
_TALL = frozenset({"figure", "formula"})
# Roles that must not have the number of the heading that they are based on.
_UNNUMBERED = frozenset({"contents-heading", "plain-heading"})
_NO_NUMBER = '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'


class Choice(Frozen):
    """The style that serves a role, what it is called, and why; `added` when it is deckgen's."""

    id: str
    name: str
    why: str
    added: bool = False


class Styles:
    """The styles part while a document is written."""

    def __init__(self, root: Any, setting: Setting | None = None) -> None:
        self.root = root
        self._sheet = Sheet(root, setting or Setting())
        self._choices: dict[str, Choice] = {}
        self._found: dict[str, str] = {}
        self._looks: dict[str, Look] = {}
        self._table_looks: dict[str, TableLook] = {}
        self._grid = 0, 0

    def id(self, role: str) -> str:
        """The style id that serves a role; a style is added when the template has none."""
        return self.choice(role).id

    def choice(self, role: str) -> Choice:
        """The style that serves a role, and why; it is added when the template has none."""
        if role not in self._choices:
            self._choices[role] = self._find(role) or self._add(role)
        return self._choices[role]

    def found(self, role: str) -> str:
        """The id of the template's own style for a role, empty when it has none."""
        if role not in self._found:
            choice = self._find(role)
            self._found[role] = choice.id if choice is not None else ""
        return self._found[role]

    def stand_on(self, grid: tuple[int, int]) -> None:
        """Measure from now on for a page with a grid: its lines and characters, in twips."""
        self._grid = grid
        self._looks.clear()

    def look_of(self, style_id: str) -> Look:
        """How a paragraph style sets text, by its id."""
        if style_id not in self._looks:
            self._looks[style_id] = on_grid(self._sheet.look(style_id), *self._grid)
        return self._looks[style_id]

    def look(self, role: str) -> Look:
        """How the role's paragraph style sets text."""
        return self.look_of(self.id(role))

    def look_over(self, look: Look, style_id: str) -> Look:
        """How a character style sets text within a paragraph of a look."""
        return self._sheet.over(look, style_id)

    def table_look(self, style_id: str) -> TableLook:
        """What a table style adds to its rows."""
        if style_id not in self._table_looks:
            self._table_looks[style_id] = table_look(self._sheet.lineage(style_id))
        return self._table_looks[style_id]

    @cached_property
    def typesetter(self) -> Typesetter:
        """What sets the document's text, in the fonts that the template brings along."""
        return typesetter_with(self._sheet.setting.fonts)

    @property
    def theme(self) -> Theme:
        """The document's faces and colours."""
        return self._sheet.setting.theme

    def set_language(self, lang: str) -> None:
        """Write the `w:lang` element among the document's defaults (ECMA-376 17.3.2.20)."""
        defaults = self.root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        if defaults is None:
            return
        for old in defaults.findall(w("lang")):
            defaults.remove(old)
        later = {w("eastAsianLayout"), w("specVanish"), w("oMath")}
        place = len(defaults)
        while place and (defaults[place - 1].tag in later or _foreign(defaults[place - 1])):
            place -= 1
        defaults.insert(place, _element(lang))

    # -- finding ----------------------------------------------------------------------------------

    def _find(self, role: str) -> Choice | None:
        if role == "normal":
            return self._default() or self._by_name(role)
        if role == "body":
            return self._body()
        found = self._by_name(role)
        if role == "table":
            return found or self._table()
        if found is None and role.startswith("heading"):
            found = self._by_outline(int(role[-1]) - 1)
        if found is None and role == "plain-heading" and not self.look("heading1").numbering:
            return replace(self.choice("heading1"), why="headings have no numbers")
        if found is None or not self._serves(role, self._sheet.look(found.id)):
            return None
        return found

    def _serves(self, role: str, look: Look) -> bool:
        unfit = role in _TALL and look.exact
        return not (unfit or (role in _UNNUMBERED and look.numbering))

    def _by_name(self, role: str) -> Choice | None:
        style_id, why = self._sheet.by_name(spare_type(role), role)
        return self._chosen(style_id, why) if style_id else None

    def _by_outline(self, level: int) -> Choice | None:
        """The style of this level in the contents; the one that the template's text uses most."""
        sheet = self._sheet
        taken = {self.found(role) for role in ("normal", "title", "contents-heading")}
        found = [
            style_id
            for style_id in sheet.of_type("paragraph")
            if style_id not in taken and sheet.look(style_id).outline == level
        ]
        if not found:
            return None
        best = max(found, key=lambda each: (sheet.used(each), sheet.sets_level(each)))
        return self._chosen(best, f"level {level + 1} in the contents")

    def _default(self) -> Choice | None:
        for style_id in self._sheet.of_type("paragraph"):
            if self._sheet.is_default(style_id):
                return self._chosen(style_id, "the default style")
        return None

    def _body(self) -> Choice | None:
        """Body Text, unless the template's own text is Normal and shows where paragraphs end."""
        sheet, normal = self._sheet, self.choice("normal")
        text = self._by_name("body")
        if text is not None and text.id == normal.id:
            text = None
        plain = sheet.used(normal.id) + sheet.used("")
        if sheet.look(normal.id).parted and (text is None or plain > sheet.used(text.id)):
            why = "the template's own text has it" if plain else "the default style"
            return replace(normal, why=why)
        return text if text is not None and sheet.look(text.id).parted else None

    def _table(self) -> Choice | None:
        """The table style that the template's own tables have, or the only one of its own."""
        sheet = self._sheet
        own = [
            style_id
            for style_id in sheet.of_type("table")
            if folded(sheet.name(style_id)) not in _PLAIN_TABLES and not sheet.is_default(style_id)
        ]
        used = [style_id for style_id in own if sheet.used(style_id, "table")]
        if used:
            best = max(used, key=lambda style_id: sheet.used(style_id, "table"))
            return self._chosen(best, "the template's own tables have it")
        made = [style_id for style_id in own if sheet.is_custom(style_id)]
        if len(made) == 1:
            return self._chosen(made[0], "the only table style of the template's own")
        return None

    def _chosen(self, style_id: str, why: str) -> Choice:
        return Choice(style_id, self._sheet.name(style_id), why)

    # -- adding -----------------------------------------------------------------------------------

    def _add(self, role: str) -> Choice:
        made, parent = self._spare(role)
        name = NAMES[role][0]
        if self._sheet.is_named(name):
            name = f"Briefing {name}"
        style_id = "".join(word[:1].upper() + word[1:] for word in name.split())
        while style_id in self._sheet:
            style_id += "X"
        own = "" if name.lower() in BUILT_IN else ' w:customStyle="1"'
        first = ' w:default="1"' if role == "normal" else ""
        based_on = f'<w:basedOn w:val="{xml.attribute(parent)}"/>' if parent else ""
        style = _element(
            f'<w:style w:type="{made.type}"{first}{own} w:styleId="{style_id}">'
            f'<w:name w:val="{name}"/>{based_on}<w:uiPriority w:val="99"/><w:qFormat/>{made.xml}'
            "</w:style>"
        )
        self._sheet.add(style, name)
        return Choice(style_id, name, "the template has none", added=True)

    def _spare(self, role: str) -> tuple[SpareStyle, str]:
        """The style to add, and the id of the one that it is based on."""
        own, _ = self._sheet.by_name("paragraph", role)
        if role in _UNNUMBERED and own:
            return SpareStyle(_NO_NUMBER), own
        made = spare(role, self._face(role) if role != "normal" else Face(BARE))
        inherits = made.type == "paragraph" and role != "normal"
        return made, self.id(made.based) if inherits else ""

    def _face(self, role: str) -> Face:
        """How the document's own text and headings look, for a style that is to go with them."""
        headings = {
            level: self._sheet.look(style_id)
            for level in range(1, 7)
            if f"heading{level}" != role and (style_id := self.found(f"heading{level}"))
        }
        theme = self._sheet.setting.theme
        parent = spare_parent(role)
        return Face(
            self._sheet.look(self.id("normal" if parent.startswith("heading") else parent)),
            headings,
            theme.colour("accent1", "accent1") or ACCENT,
            theme.colour("hlink", "hyperlink") or LINK,
            "major" in theme.fonts,
        )


def _foreign(element: Any) -> bool:
    return not (isinstance(element.tag, str) and element.tag.startswith(f"{{{W}}}"))


def _element(fragment: str) -> Any:
    from lxml import etree

    return etree.fromstring(f'<w:x xmlns:w="{W}">{fragment}</w:x>')[0]
