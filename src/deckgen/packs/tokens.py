"""A pack's design decisions: colours, faces, sizes, the slide's grid and the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from deckgen.model.geometry import EMU_PER_CM, inches

# Apart by 20 (CIE76) for every kind of colour vision, and by 8 in lightness.
DATA_COLOURS = ("0B2F5B", "B16D1B", "14746F", "732539", "7C92C6", "6B3E9C")


def _as(reader: str, default: Any) -> Any:
    """A field with a default, and the name of the reader that understands it in pack.yaml."""
    return field(default=default, metadata={"reader": reader})


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as six hex digits.

    `ink`, `muted`, `accent`, `header` and `link` are read as text on `ground`; the `strong_`
    colours belong to the slides that open, divide and close a talk. `data` are the theme's six
    accents.
    """

    ink: str = _as("colour", "1B2733")
    ground: str = _as("colour", "FFFFFF")
    muted: str = _as("colour", "5B6875")
    panel: str = _as("colour", "F4F2ED")
    header: str = _as("colour", "855214")
    hairline: str = _as("colour", "E2DCCF")
    accent: str = _as("colour", "0B2F5B")
    second: str = _as("colour", "B16D1B")
    strong_ground: str = _as("colour", "0B2F5B")
    strong_ink: str = _as("colour", "FFFFFF")
    strong_accent: str = _as("colour", "EFC695")
    strong_line: str = _as("colour", "165EB6")
    link: str = _as("colour", "0F5CA8")
    visited: str = _as("colour", "6B4C8F")
    data: tuple[str, ...] = _as("colours", DATA_COLOURS)


@dataclass(frozen=True, slots=True)
class EastAsian:
    """Faces for Chinese, Japanese and Korean; empty leaves the choice to the text's language."""

    headings: str = _as("text", "")
    body: str = _as("text", "")


@dataclass(frozen=True, slots=True)
class Fonts:
    """Families by name."""

    headings: str = _as("text", "Cambria")
    body: str = _as("text", "Calibri")
    mono: str = _as("text", "Courier New")
    east_asian: EastAsian = field(default_factory=EastAsian, metadata={"reader": "record"})


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes on slides, in points. `floor_` sizes are the smallest that fitting may choose."""

    display: float = _as("number", 44.0)
    section: float = _as("number", 40.0)
    statement: float = _as("number", 40.0)
    quote: float = _as("number", 32.0)
    title: float = _as("number", 30.0)
    subtitle: float = _as("number", 22.0)
    header: float = _as("number", 14.0)
    heading: float = _as("number", 20.0)
    body: float = _as("number", 24.0)
    column: float = _as("number", 20.0)
    card_title: float = _as("number", 22.0)
    card_text: float = _as("number", 18.0)
    cell: float = _as("number", 16.0)
    label: float = _as("number", 14.0)
    code: float = _as("number", 14.0)
    caption: float = _as("number", 12.0)
    footer: float = _as("number", 11.0)
    floor_title: float = _as("number", 24.0)
    floor_body: float = _as("number", 16.0)
    floor_dense: float = _as("number", 12.0)
    floor_label: float = _as("number", 10.0)


@dataclass(frozen=True, slots=True)
class SlideGrid:
    """The slide, lengths in EMU. `title` is where titles stand: above the content or beside it.

    `motif` is what the strong slides have in common.
    """

    size: tuple[int, int] = _as("slide_size", (12_192_000, 6_858_000))
    margin: int = _as("length", inches(0.6))
    gutter: int = _as("length", inches(0.25))
    title: Literal["top", "side"] = _as("choice:top,side", "top")
    motif: Literal["orbit", "rail"] = _as("choice:orbit,rail", "orbit")
    transition: Literal["", "fade", "push"] = _as("choice:,fade,push", "")


@dataclass(frozen=True, slots=True)
class PageGrid:
    """The briefing's page, lengths in EMU, sizes in points, `leading` in em."""

    size: Literal["A4", "Letter"] = _as("choice:A4,Letter", "A4")
    margin: int = _as("length", round(2.5 * EMU_PER_CM))
    body: float = _as("number", 10.5)
    leading: float = _as("number", 1.3)


@dataclass(frozen=True, slots=True)
class Tokens:
    """All of a pack's decisions; the defaults are those of the default pack.

    `layouts` maps roles and kinds to layouts' names, `style` overrides single fields of
    `DiagramStyle`, `labels` holds the words of document templates by language.
    """

    name: str = "default"
    description: str = ""
    colours: Colours = field(default_factory=Colours)
    fonts: Fonts = field(default_factory=Fonts)
    sizes: Sizes = field(default_factory=Sizes)
    slide: SlideGrid = field(default_factory=SlideGrid)
    page: PageGrid = field(default_factory=PageGrid)
    layouts: Mapping[str, str] = field(default_factory=dict)
    style: Mapping[str, object] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
