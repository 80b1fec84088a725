"""The styles of a document as they are: what they are called, used for, and come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from deckgen.frozen import Frozen, field, replace
from deckgen.ooxml import xml
from deckgen.writers.docx.looks import BARE, Look, based
from deckgen.writers.docx.names import W, w
from deckgen.writers.docx.style_names import NAMES, folded, translated
from deckgen.writers.docx.theme import Theme

if TYPE_CHECKING:
    from deckgen.typeset import Style


_FACES = "".join(f' w:{each}="{BARE.family}"' for each in ("ascii", "hAnsi", "eastAsia", "cs"))
_SIZE = round(BARE.size * 2)
_DEFAULTS = (
    f'<w:docDefaults xmlns:w="{W}"><w:rPrDefault><w:rPr><w:rFonts{_FACES}/><w:sz w:val="{_SIZE}"/>'
    f'<w:szCs w:val="{_SIZE}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)


class Setting(Frozen):
    """What surrounds the styles: the theme, how often the template's own text uses each style.

    `uses` counts paragraphs and tables by (type, style id); "" is the default style. `faces` are
    the families that measure others, these in lower case; `fonts` those that the file brings along.
    """

    theme: Theme = field(default_factory=Theme)
    uses: Mapping[tuple[str, str], int] = field(default_factory=Counter)
    faces: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[tuple[str, Style], bytes] = field(default_factory=dict)

    def measured(self, look: Look) -> Look:
        """The look with the family that measures its own."""
        family = look.family.casefold()
        own = any(family == each for each, _ in self.fonts)
        return replace(look, face="" if own else self.faces.get(family, ""))


class Sheet:
    """The styles of a `w:styles` element, by id and by every name that they have."""

    def __init__(self, root: Any, setting: Setting) -> None:
        self.root = root
        self.setting = setting
        self._state_defaults()
        self._by_id: dict[str, Any] = {}
        for style in root.iter(w("style")):
            self._by_id.setdefault(style.get(w("styleId"), ""), style)
        self._named: dict[tuple[str, str], str] = {}
        for name, kind, style_id in _names(root):
            self._named.setdefault((name, kind), style_id)
        self._looks: dict[str, Look] = {}
        self._break_circles()

    def _state_defaults(self) -> None:
        """Say what Word takes where nothing is said: others take something else (17.7.5.1)."""
        if self.root.find(w("docDefaults")) is None:
            self.root.insert(0, xml.parse(_DEFAULTS.encode(), "word/styles.xml"))

    def _break_circles(self) -> None:
        """Styles that are based on themselves in the end: Word stops there, others never do."""
        for first in self._by_id:
            style_id, seen = first, set[str]()
            while style_id in self._by_id and style_id not in seen:
                seen.add(style_id)
                parent = self._by_id[style_id].find(w("basedOn"))
                above = parent.get(w("val"), "") if parent is not None else ""
                if parent is not None and above in seen:
                    self._by_id[style_id].remove(parent)
                style_id = above

    def __contains__(self, style_id: str) -> bool:
        return style_id in self._by_id

    def add(self, style: Any, name: str) -> None:
        """Put a new style at the end."""
        self.root.append(style)
        style_id = style.get(w("styleId"))
        self._by_id[style_id] = style
        self._named[folded(name), style.get(w("type"))] = style_id

    def is_named(self, name: str) -> bool:
        """Whether any style, of whatever type, has the name."""
        return any(known == folded(name) for known, _ in self._named)

    def by_name(self, kind: str, role: str) -> tuple[str, str]:
        """The style of a type that is called as a role's, and why; empty when there is none."""
        for names, why in (
            (NAMES[role], "its name"),
            (translated(role), "its name in another language"),
        ):
            for name in names:
                if found := self._named.get((folded(name), kind)):
                    return found, why
        for name in NAMES[role]:
            for style_id in self.of_type(kind):
                if folded(style_id) == folded(name):
                    return style_id, "its id"
        return "", ""

    def of_type(self, kind: str) -> Iterator[str]:
        """The ids of all styles of a type."""
        return (
            style_id
            for style_id, style in self._by_id.items()
            if style_id and style.get(w("type"), "paragraph") == kind
        )

    def is_default(self, style_id: str) -> bool:
        """Whether it is what text without a style has."""
        return self._by_id[style_id].get(w("default")) in {"1", "true", "on"}

    def is_custom(self, style_id: str) -> bool:
        """Whether it is none of Word's own."""
        return self._by_id[style_id].get(w("customStyle")) in {"1", "true", "on"}

    def sets_level(self, style_id: str) -> bool:
        """Whether it has a level in the contents of its own, and not by inheritance."""
        return self._by_id[style_id].find(f"{w('pPr')}/{w('outlineLvl')}") is not None

    def name(self, style_id: str) -> str:
        """What it is called in the file."""
        name = self._by_id[style_id].find(w("name"))
        return name.get(w("val"), "") if name is not None else style_id

    def used(self, style_id: str, kind: str = "paragraph") -> int:
        """How often the template's own text uses it."""
        return self.setting.uses.get((kind, style_id), 0)

    def look(self, style_id: str) -> Look:
        """What it comes to, with all that it is based on."""
        if style_id not in self._looks:
            self._looks[style_id] = self.setting.measured(self._resolved(style_id))
        return self._looks[style_id]

    def over(self, look: Look, style_id: str) -> Look:
        """The look under a character style, with all that this is based on."""
        for style in self.lineage(style_id):
            look = based(look, style.find(w("rPr")), None, self.setting.theme.fonts)
        return self.setting.measured(look)

    def lineage(self, style_id: str) -> list[Any]:
        """A style and those that it is based on, the last one first."""
        found: list[Any] = []
        while (style := self._by_id.get(style_id)) is not None:
            found.insert(0, style)
            parent = style.find(w("basedOn"))
            style_id = parent.get(w("val"), "") if parent is not None else ""
        return found

    def _resolved(self, style_id: str) -> Look:
        style = self._by_id.get(style_id)
        fonts = self.setting.theme.fonts
        if style is None:
            defaults = self.root.find(w("docDefaults"))
            run = defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
            return based(BARE, run, defaults.find(f"{w('pPrDefault')}/{w('pPr')}"), fonts)
        parent = style.find(w("basedOn"))
        start = self.look(parent.get(w("val"), "") if parent is not None else "")
        return based(start, style.find(w("rPr")), style.find(w("pPr")), fonts)


def _names(root: Any) -> Iterator[tuple[str, str, str]]:
    """What each style is called, its type and its id: all names first, then other names."""
    for element in ("name", "aliases"):
        for style in root.iter(w("style")):
            found = style.find(w(element))
            if found is None or not style.get(w("styleId")):
                continue
            for name in found.get(w("val"), "").split(","):
                yield folded(name), style.get(w("type"), "paragraph"), style.get(w("styleId"))
