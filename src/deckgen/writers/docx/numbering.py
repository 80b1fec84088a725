"""Numbering definitions: the template's, and an instance for every list that starts anew."""

from __future__ import annotations

from typing import Any

from deckgen.ooxml import xml
from deckgen.ooxml.attributes import whole
from deckgen.writers.docx.names import W, w
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


class Numbering:
    """The numbering part while a document is written."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self.root = root
        self._styles = styles
        self._abstract = {
            whole(num.get(w("numId")), 0): abstract.get(w("val"), "")
            for num in root.findall(w("num"))
            if (abstract := num.find(w("abstractNumId"))) is not None
        }
        self._levels: dict[int, tuple[str, ...]] = {}
        self._spares: dict[str, int] = {}

    def shared(self, role: str) -> int:
        """The numbering instance of a role's style: for bullets, which need no restart."""
        found = self._styles.look(role).numbering
        return found if found in self._abstract else self._spare(role)

    def of_list(self, kind: str, level: int, start: int | None) -> tuple[int, int]:
        """Instance and level for a list at a depth (from 1); with `start` it counts anew.

        Templates number the deeper list styles by levels of one definition, or each by its own.
        """
        own = self._styles.look(f"{kind}{level}")
        role, place = f"{kind}1", level - 1
        if own.numbering in self._abstract:
            role, place = f"{kind}{level}", own.level
        num = self.shared(role) if start is None else self.restarted(role, start)
        return num, place

    def restarted(self, role: str, start: int = 1) -> int:
        """A new instance of the role's numbering that begins at `start` on every level."""
        base = self._abstract[self.shared(role)]
        return self._instance(base, start)

    def heading_number(self, counters: list[int], level: int) -> str:
        """What Word prints before a heading: the level's text with the counters filled in."""
        look = self._styles.look(f"heading{level}")
        texts = self._level_texts(look.numbering)
        if look.level >= len(texts):
            return ""
        words = texts[look.level]
        for number, count in enumerate(counters, 1):
            words = words.replace(f"%{number}", str(count))
        return words

    def left(self, num: int, level: int) -> tuple[int, int]:
        """Where a list level's text starts and how far its mark hangs, in twips."""
        found = self._level(num, level)
        indent = found.find(f"{w('pPr')}/{w('ind')}") if found is not None else None
        if indent is None:
            return 0, 0
        left = whole(indent.get(w("left"), indent.get(w("start"))), 0)
        return left, whole(indent.get(w("hanging")), 0)

    def _level_texts(self, num: int) -> tuple[str, ...]:
        if num not in self._levels:
            texts = []
            for level in range(9):
                found = self._level(num, level)
                text = found.find(w("lvlText")) if found is not None else None
                if text is None:
                    break
                texts.append(text.get(w("val"), ""))
            self._levels[num] = tuple(texts)
        return self._levels[num]

    def _level(self, num: int, level: int) -> Any:
        abstract = self._abstract.get(num)
        for element in self.root.findall(w("abstractNum")):
            if element.get(w("abstractNumId")) == abstract:
                for found in element.findall(w("lvl")):
                    if found.get(w("ilvl")) == str(level):
                        return found
        return None

    def _spare(self, role: str) -> int:
        """Numbering of our own, for a template whose list styles have none."""
        if role in self._spares:
            return self._spares[role]
        left = max(self._styles.look(role).left, 340)
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{left + 340 * i}" w:hanging="340"/></w:pPr></w:lvl>'
            for i, (form, text) in enumerate(_SPARE[role])
        )
        ids = [whole(e.get(w("abstractNumId")), 0) for e in self.root.findall(w("abstractNum"))]
        abstract = str(max(ids, default=-1) + 1)
        element = _element(
            f'<w:abstractNum w:abstractNumId="{abstract}">'
            f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        )
        self.root.insert(len(ids) + len(self.root.findall(w("numPicBullet"))), element)
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
        after = [e for e in self.root if e.tag in {w("abstractNum"), w("num"), w("numPicBullet")}]
        self.root.insert(len(after), element)
        self._abstract[number] = abstract
        return number


def _element(fragment: str) -> Any:
    from lxml import etree

    return etree.fromstring(f'<w:x xmlns:w="{W}">{fragment}</w:x>')[0]
