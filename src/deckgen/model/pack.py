"""A pack: a deck template, a Word template, document templates and what was learnt of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from deckgen.frozen import Frozen, field
from deckgen.model.deck import Colour
from deckgen.model.geometry import Box, Insets

SlotRole = Literal[
    "title", "subtitle", "body", "body2", "body3", "heading", "heading2", "heading3",
    "header", "lead", "byline", "occasion", "attribution", "caption", "source",
    "picture", "table", "chart", "ordinal", "number", "footer", "date", "other",
]  # fmt: skip


class LevelStyle(Frozen):
    """How a placeholder sets one list level, everything inherited resolved.

    Sizes and spaces in points, margins in EMU. `line_spacing` is a factor, or points when
    `exact`. `bullet` is empty when the level has none. `contrast` is the colour's with what lies
    under it; `ink` is the theme slot or hex colour that reads best there. `unsaid` says that the
    template shows the size and alignment but does not pass them on: a slide has to say them;
    `recolour` says the same of the colour, and `ink` is then what to say. `rtl`: it is meant for
    text from right to left, and `l` is where its lines end.
    """

    size: float
    font: str
    ea_font: str = ""
    cs_font: str = ""
    bold: bool = False
    italic: bool = False
    caps: bool = False
    colour: str = "000000"
    align: Literal["l", "ctr", "r", "just"] = "l"
    margin_left: int = 0
    indent: int = 0
    line_spacing: float = 1.0
    exact: bool = False
    space_before: float = 0.0
    space_after: float = 0.0
    bullet: str = ""
    letter_spacing: float = 0.0
    contrast: float = 21.0
    ink: str = "tx1"
    unsaid: bool = False
    recolour: bool = False
    rtl: bool = False


class Slot(Frozen):
    """A placeholder of a layout, with what it inherits from its master resolved.

    `levels` has nine entries. `box` is where it stands on the slide, and `moved` says that the
    layout has it elsewhere: partly off the slide, under a logo, or nowhere. The lines of
    `vertical` text run along the box's height. `fill` is its own ground as hex, `ground` what
    its text stands on, empty where that cannot be told. `reach` is the y down to which nothing
    else stands below it.
    """

    role: SlotRole
    type: str
    idx: int
    name: str
    box: Box
    levels: tuple[LevelStyle, ...]
    insets: Insets = field(default_factory=Insets)
    anchor: Literal["t", "ctr", "b"] = "t"
    autofit: Literal["none", "norm", "shape"] = "none"
    vertical: bool = False
    fill: str = ""
    ground: str = ""
    moved: bool = False
    reach: int = 0

    @property
    def key(self) -> tuple[str, int]:
        """What a slide names the placeholder by: the index alone may be another's too."""
        return self.type, self.idx

    @property
    def own_box(self) -> Box | None:
        """What a slide has to say of the place; None where it is inherited."""
        return self.box if self.moved else None


class Layout(Frozen):
    """A slide layout: its part, its placeholders, its ground.

    `area` is where native shapes may stand: the union of its content placeholders, or what is
    left between title and footer; `room` is the most that a layout of others leaves besides its
    title and its lines, for what has no place in its own. Between `head`, a y, and the title
    nothing stands. `background` and `ink` are hex colours of ground and text.
    `colours` are the theme's slots as hex after this layout's and its master's colour maps;
    `remapped` says that the layout's own map differs from its master's.
    """

    part: str
    name: str
    type: str
    slots: tuple[Slot, ...]
    area: Box
    background: str
    ink: str
    colours: Mapping[str, str]
    dark: bool = False
    remapped: bool = False
    room: Box | None = None
    head: int = 0

    def slot(self, *roles: SlotRole) -> Slot | None:
        """The first placeholder that plays one of the roles, in the order of the roles."""
        for role in roles:
            for slot in self.slots:
                if slot.role == role:
                    return slot
        return None


class FontScheme(Frozen):
    """The theme's two faces as family names.

    `title_face` and `body_face` are what the placeholders use instead, where a template sets its
    faces there and not in the theme; `major` and `minor` are then these.
    """

    major: str
    minor: str
    major_ea: str = ""
    minor_ea: str = ""
    major_cs: str = ""
    minor_cs: str = ""
    mono: str = "Courier New"
    title_face: str = ""
    body_face: str = ""


class DiagramStyle(Frozen):
    """What native shapes look like in this pack; lengths in EMU, sizes in points.

    `floor_*` are the smallest sizes that fitting may choose. `scale` is how large type stands on
    this slide against one of the usual size.
    """

    scale: float = 1.0
    body: float = 18.0
    card_title: float = 22.0
    card_text: float = 18.0
    cell: float = 16.0
    label: float = 14.0
    caption: float = 12.0
    floor_title: float = 24.0
    floor_body: float = 16.0
    floor_dense: float = 12.0
    floor_label: float = 10.0
    gutter: int = 228_600
    padding: int = 182_880
    radius: int = 0
    rule: int = 12_700
    accent: Colour = field(default_factory=lambda: Colour("accent1"))
    second: Colour = field(default_factory=lambda: Colour("accent2"))
    ink: Colour = field(default_factory=lambda: Colour("tx1"))
    muted: Colour = field(default_factory=lambda: Colour("tx2"))
    panel: Colour = field(default_factory=lambda: Colour("bg2"))
    hairline: Colour = field(default_factory=lambda: Colour("bg2", lum_mod=90))
    data: tuple[Colour, ...] = ()
    transition: Literal["", "fade", "push"] = ""


class DeckTemplate(Frozen):
    """A PowerPoint template as read: its bytes are the base of every deck.

    `roles` maps an outline's role to the layout that serves it, `reasons` says why it was
    chosen. `fallbacks` are the roles that no layout serves natively. `adopted` says that others
    made it: what does not fit its placeholders may then stand on its free area. `turned` says that
    it is meant for text from right to left.
    """

    data: bytes
    size: tuple[int, int]
    layouts: tuple[Layout, ...]
    roles: Mapping[str, Layout]
    reasons: Mapping[str, str]
    fallbacks: frozenset[str]
    fonts: FontScheme
    file: str
    adopted: bool = False
    turned: bool = False


class Pack(Frozen):
    """Everything that gives a talk its face.

    `documents` maps a template's name (`briefing.md.j2`) to its source, the pack's own first,
    then those it inherits, then the shared ones; `labels` are the words that templates need in
    the talk's language (`contents`, `sources`). `word` is the Word template, from `word_file`.
    """

    name: str
    deck: DeckTemplate
    word: bytes
    documents: Mapping[str, str]
    document_files: Mapping[str, str]
    style: DiagramStyle
    options: Mapping[str, object] = field(default_factory=dict)
    word_file: str = ""
