"""What goes into setting type and what comes out; all lengths in points."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.frozen import Frozen


class TypeRun(NamedTuple):
    """A stretch of text in one face and size; a text of "\\n" alone is a forced line break.

    `ea_family` and `cs_family` are the faces of East Asian and of complex scripts (ECMA-376
    21.1.2.3.1, 21.1.2.3.3); `letter_spacing` in points a character; `lang` a BCP 47 tag.
    """

    text: str
    size: float
    family: str
    ea_family: str = ""
    cs_family: str = ""
    bold: bool = False
    italic: bool = False
    lang: str = "en"
    letter_spacing: float = 0.0
    caps: bool = False


class TypeParagraph(NamedTuple):
    """A paragraph as DrawingML sets it (ECMA-376 21.1.2.2.7).

    `margin_left` is where lines start and `indent` is added to it for the first line, whose
    bullet stands there; `line_spacing` is a factor, or points when `exact`; `tabs` are positions
    from the box's left edge.
    """

    runs: tuple[TypeRun, ...]
    margin_left: float = 0.0
    indent: float = 0.0
    line_spacing: float = 1.0
    exact: bool = False
    space_before: float = 0.0
    space_after: float = 0.0
    bullet: str = ""
    tabs: tuple[float, ...] = ()
    rtl: bool = False


class SetLine(Frozen):
    """A line as set: its text with trailing spaces, its width with indent, its height."""

    text: str
    width: float
    height: float


class SetText(Frozen):
    """Paragraphs as set into a measure.

    `width` is that of the widest line with its indent; `broken_words` are the words that were
    wider than the measure and had to be broken inside; `paragraphs` counts the lines of each.
    """

    lines: tuple[SetLine, ...]
    height: float
    width: float
    broken_words: tuple[str, ...]
    paragraphs: tuple[int, ...]


class Extent(NamedTuple):
    """How high paragraphs stand, and whether a word was wider than the measure."""

    height: float
    broken: bool
