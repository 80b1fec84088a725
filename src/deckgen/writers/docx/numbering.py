"""Numbering definitions: the template's, and an instance for every list that starts anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckgen.ooxml import xml
from deckgen.ooxml.attributes import twips, whole
from deckgen.writers.docx.measures import number_width
from deckgen.writers.docx.names import W, w
from deckgen.writers.docx.number_formats import shown
from deckgen.writers.docx.styles import Styles

EMPTY = xml.document(f'<w:numbering xmlns:w="{W}"/>')

_BULLETS = ("•", "–", "·")
_NUMBERS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3."))
_SPARE = {
    "bullet1": tuple(("bullet", mark) for mark in _BULLETS),
    "number1": _NUMBERS,
    "message": (("decimal", "%1"),),
    "source": (("decimal", "[%1]"),),
}
_LEVEL = re.compile(r"%([1-9])")
_HOPS = 4  # of links from one definition to another


class Numbering:
    """The numbering part while a document is written.

    `direct` are the numbers that headings have beside their style, by style id.
    """

    def __init__(
        self, root: Any, styles: Styles, direct: Mapping[str, tuple[int, int]] | None = None
    ) -> None:
        self.root = root
        self._styles = styles
        self._direct = direct or {}
        self._abstract = {
            whole(num.get(w("numId")), 0): abstract.get(w("val"), "")
            for num in root.findall(w("num"))
            if (abstract := num.find(w("abstractNumId"))) is not None
        }
        self._spares: dict[str, int] = {}

    def shared(self, role: str) -> int:
        """The numbering instance of a role's style: for bullets, which need no restart."""
        found = self._of_style(role)
        return found[0] if found is not None else self._spare(role)

    def of_list(self, kind: str, level: int, start: int | None) -> tuple[int, int]:
        """Instance and level for a list at a depth (from 1); with `start` it counts anew.

        Templates number the deeper list styles by levels of one definition, or each by its own.
        """
        own = self._of_style(f"{kind}{level}")
        role, place = f"{kind}1", level - 1
        if own is not None:
            role, place = f"{kind}{level}", own[1]
        num = self.shared(role) if start is None else self.restarted(role, start)
        return num, place

    def restarted(self, role: str, start: int = 1) -> int:
        """A new instance of the role's numbering that begins at `start` on every level."""
        base = self._abstract[self.shared(role)]
        return self._instance(base, start)

    def heading(self, level: int) -> tuple[int, int] | None:
        """Instance and level that a heading has to be given, where its style gives it none."""
        style = self._styles.id(f"heading{level}")
        number = self._direct.get(style)
        if number is None or self._styles.look_of(style).numbering:
            return None
        return number if number[0] in self._abstract else None

    def count(self, counters: list[int], level: int) -> None:
        """Count a heading; deeper ones begin anew if they are levels of the same list (17.9.10)."""
        counters[level - 1] += 1
        own = self._abstract.get(self._number_of(level)[0])
        for deeper in range(level + 1, len(counters) + 1):
            if counters[deeper - 1] and self._abstract.get(self._number_of(deeper)[0]) == own:
                counters[deeper - 1] = 0

    def heading_number(self, counters: list[int], level: int) -> str:
        """What Word prints before a heading: the level's text with the counters filled in."""
        num, at = self._number_of(level)
        found = self._level(num, at)
        text = found.find(w("lvlText")) if found is not None else None
        if text is None:
            return ""
        counts = self._counts(num, counters)
        legal = found.find(w("isLgl")) is not None

        def counted(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            return shown(counts.get(place, 1), "decimal" if legal else self._format(num, place))

        return _LEVEL.sub(counted, text.get(w("val"), ""))

    def left(self, num: int, level: int) -> tuple[int, int]:
        """Where a list level's text starts and how far its mark hangs, in twips."""
        found = self._level(num, level)
        indent = found.find(f"{w('pPr')}/{w('ind')}") if found is not None else None
        if indent is None:
            return 0, 0
        left = twips(indent.get(w("left"), indent.get(w("start"))), 0)
        return left, twips(indent.get(w("hanging")), 0)

    def run_in(self, num: int, level: int) -> str:
        """A number that the text follows at once (17.9.28), empty where a tab leads to the text.

        Its figures are of no account but for their width.
        """
        found = self._level(num, level)
        suffix = found.find(w("suff")) if found is not None else None
        if suffix is None or suffix.get(w("val"), "tab") == "tab":
            return ""
        text = found.find(w("lvlText"))
        asian = not self._format(num, level).startswith(("decimal", "upper", "lower"))
        shown = str(text.get(w("val"), "")) if text is not None else ""
        figures = _LEVEL.sub("\u4e00" if asian else "1", shown)
        return f"{figures} " if suffix.get(w("val")) == "space" else figures

    def _of_style(self, role: str) -> tuple[int, int] | None:
        """The instance and level of a role's style, if they are what the role asks for."""
        style = self._styles.id(role)
        look = self._styles.look_of(style)
        if look.numbering not in self._abstract:
            return None
        level = self.linked(look.numbering, style, look.level)
        if self._level(look.numbering, level) is None:
            return None
        bulleted = self._format(look.numbering, level) == "bullet"
        return (look.numbering, level) if bulleted == role.startswith("bullet") else None

    def linked(self, num: int, style: str, default: int) -> int:
        """The level that names a style as its own (17.9.23), whatever the style says of it."""
        for found in self._levels(num):
            linked = found.find(w("pStyle"))
            if linked is not None and linked.get(w("val")) == style:
                return whole(found.get(w("ilvl")), default)
        return default

    def _number_of(self, level: int) -> tuple[int, int]:
        """Instance and list level of a heading, by its style or beside it."""
        if (direct := self.heading(level)) is not None:
            return direct
        style = self._styles.id(f"heading{level}")
        look = self._styles.look_of(style)
        return look.numbering, self.linked(look.numbering, style, look.level)

    def _counts(self, num: int, counters: list[int]) -> dict[int, int]:
        """How far each list level has counted: by the headings that stand on it."""
        counts: dict[int, int] = {}
        for level, count in enumerate(counters, 1):
            own, at = self._number_of(level)
            if count and self._abstract.get(own) == self._abstract.get(num):
                start = self._level(num, at)
                first = start.find(w("start")) if start is not None else None
                begun = whole(first.get(w("val")), 1) if first is not None else 1
                counts[at] = begun + count - 1
        return counts

    def _format(self, num: int, level: int) -> str:
        found = self._level(num, level)
        form = found.find(f".//{w('numFmt')}") if found is not None else None
        return str(form.get(w("val"), "decimal")) if form is not None else "decimal"

    def _level(self, num: int, level: int) -> Any:
        for found in self._levels(num):
            if found.get(w("ilvl")) == str(level):
                return found
        return None

    def _levels(self, num: int) -> list[Any]:
        """The levels of an instance; a definition may leave them to a numbering style's."""
        wanted = self._abstract.get(num)
        for _ in range(_HOPS):
            found = next(
                (e for e in self.root.findall(w("abstractNum"))
                 if e.get(w("abstractNumId")) == wanted), None,
            )  # fmt: skip
            if found is None:
                return []
            link = found.find(w("numStyleLink"))
            if link is None:
                return list(found.findall(w("lvl")))
            look = self._styles.look_of(link.get(w("val"), ""))
            wanted = self._abstract.get(look.numbering)
        return []

    def _spare(self, role: str) -> int:
        """Numbering of our own, for a template whose list styles have none."""
        if role in self._spares:
            return self._spares[role]
        look = self._styles.look(role)
        hanging = max(340, number_width("[88]", look) if role == "source" else 0)
        left = max(look.left, hanging)
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{left + 340 * i}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
            for i, (form, text) in enumerate(_SPARE[role])
        )
        ids = [whole(e.get(w("abstractNumId")), 0) for e in self.root.findall(w("abstractNum"))]
        abstract = str(max(ids, default=-1) + 1)
        element = _element(
            f'<w:abstractNum w:abstractNumId="{abstract}">'
            f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        )
        self._insert(element, ("numPicBullet", "abstractNum"))
        self._spares[role] = self._instance(abstract, None)
        return self._spares[role]

    def _instance(self, abstract: str, start: int | None) -> int:
        number = max(self._abstract, default=0) + 1
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/></w:lvlOverride>'
            for level, first in enumerate((start, 1, 1) if start is not None else ())
        )
        element = _element(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        )
        self._insert(element, ("numPicBullet", "abstractNum", "num"))
        self._abstract[number] = abstract
        return number

    def _insert(self, element: Any, after: tuple[str, ...]) -> None:
        """Put the element behind the last of those that the schema has before it (17.9.17)."""
        names = {w(name) for name in after}
        place = max((at for at, e in enumerate(self.root, 1) if e.tag in names), default=0)
        self.root.insert(place, element)


def _element(fragment: str) -> Any:
    from lxml import etree

    return etree.fromstring(f'<w:x xmlns:w="{W}">{fragment}</w:x>')[0]
