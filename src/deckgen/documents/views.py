"""What a document template sees of the outline: plain records, every text already Markdown.

`id`, `kind`, `role`, `type`, `language`, `listing` and `latex` are bare words; every other text is
Markdown that can stand anywhere, also at the start of a line.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.diagnostics import Span
from deckgen.frozen import Frozen


class SpeakerView(Frozen):
    """Who gives the talk."""

    name: str
    role: str
    organisation: str


class TalkView(Frozen):
    """What holds for the whole talk. `dates` is in words, `about` block Markdown."""

    title: str
    subtitle: str
    speakers: tuple[SpeakerView, ...]
    event: str
    place: str
    dates: str
    about: str
    key_messages: tuple[str, ...]
    keywords: tuple[str, ...]
    footer: str
    classification: str
    language: str


class OptionsView(Frozen):
    """What the outline asks of the documents: each true or false."""

    lists: bool
    notes: bool
    thumbnails: bool
    endnotes: bool
    keywords: bool
    front_matter: bool


class SourceView(Frozen):
    """A work of the list of sources; `number` counts from 1 in its order.

    `mark` stands for it in texts (`[3]`). `linked` is its text as a link to its `url`, where it
    has one and no links of its own, `brief` the few words that name it on a slide, linked likewise.
    `cited` says that a slide or a text names it, `named` that its mark is a name and no number.
    """

    key: str
    number: int
    text: str
    linked: str
    brief: str
    url: str
    mark: str
    cited: bool
    named: bool = False


class ItemView(Frozen):
    """A list's item."""

    text: str
    items: tuple[ItemView, ...] = ()


class ListView(Frozen):
    """Items; also a diagram's nodes, said as a list.

    `delimiter` stands after a number: a list that follows another has the other one, else
    Markdown would take both for one list (CommonMark 5.3).
    """

    items: tuple[ItemView, ...]
    ordered: bool = False
    start: int = 1
    delimiter: str = "."


class TableView(Frozen):
    """A table's words. `align` has a column's `left`, `right` or `centre`."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[str, ...]


class BlockView(Frozen):
    """One block of a slide.

    `type` is the block's name (`text`, `list`, `table`, `chart`, `picture`, `gallery`,
    `quotation`, `code`, `math`, `columns`, or a diagram's: `timeline`, `cards`, ...). `role` is a
    text's. `list` and `table` hold its words where it has any of that form; `columns` the columns
    with their title and blocks. `id` is what a container refers to.
    """

    id: str
    type: str
    role: str = ""
    caption: str = ""
    alt: str = ""
    by: str = ""
    paragraphs: tuple[str, ...] = ()
    list: ListView | None = None
    table: TableView | None = None
    columns: tuple[ColumnView, ...] = ()
    listing: str = ""
    language: str = ""
    latex: str = ""
    path: str = ""


class ColumnView(Frozen):
    """Blocks under a title."""

    title: str
    blocks: tuple[BlockView, ...]


class SlideView(Frozen):
    """A slide. `briefing` is its prose as written; `header` runs above the title.

    `prose_only` says that the paper leaves out what it shows.
    """

    id: str
    kind: str
    role: str
    title: str
    header: str
    briefing: str
    notes: str
    summary: str
    blocks: tuple[BlockView, ...]
    sources: tuple[SourceView, ...]
    prose_only: bool
    span: Span


class SectionView(Frozen):
    """Slides that read as one: they share a running header, or are one slide, or open a part.

    `header` is the shared header without its own number. `opening` says that the slides stand
    before the part's first header.
    """

    header: str
    opening: bool
    slides: tuple[SlideView, ...]


class PartView(Frozen):
    """A part; its `title` is empty for slides outside of any part."""

    id: str
    number: int
    title: str
    briefing: str
    summary: str
    slides: tuple[SlideView, ...]
    sections: tuple[SectionView, ...]


DOCUMENTED: Mapping[str, type | None] = {
    "talk": TalkView,
    "parts": PartView,
    "slides": SlideView,
    "sources": SourceView,
    "options": OptionsView,
    "labels": None,
}
"""What a template knows by name, and the records that it is made of."""

RECORDS: Mapping[str, tuple[str, ...]] = {
    record.__name__.removesuffix("View"): record.__struct_fields__
    for record in (
        TalkView, SpeakerView, PartView, SectionView, SlideView, BlockView, ColumnView, ListView,
        ItemView, TableView, SourceView, OptionsView,
    )
}  # fmt: skip
"""What each record has, by its name."""
