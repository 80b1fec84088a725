"""The outline as read and checked: the one hub that every output starts from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from deckgen.diagnostics import Span
from deckgen.frozen import Frozen, field
from deckgen.model.blocks import Block, Columns
from deckgen.model.inline import Inline

Role = Literal[
    "title",  # opens the talk
    "agenda",
    "section",  # opens a part
    "content",  # title and text
    "statement",
    "quote",
    "comparison",  # two or three columns with headings
    "columns",
    "diagram",  # native shapes on a free area
    "picture",
    "gallery",
    "table",
    "chart",
    "code",
    "math",
    "closing",
]


class Speaker(Frozen):
    """Who gives the talk."""

    name: str
    role: str = ""
    organisation: str = ""


class Paper(Frozen):
    """What a person asks of the documents, as far as their templates offer it.

    `lists` are those of tables and figures, `notes` an annex of what the speaker says,
    `thumbnails` small pictures of the slides there, `keywords` what slides show beside prose that
    says the same. `front_matter` is the summary's.
    """

    lists: bool = False
    notes: bool = False
    thumbnails: bool = False
    endnotes: bool = False
    keywords: bool = False
    front_matter: bool = False


class Talk(Frozen):
    """What holds for the whole talk. `dates` are ISO days: none, one, or first and last."""

    title: Inline
    span: Span
    subtitle: Inline = ()
    speakers: tuple[Speaker, ...] = ()
    event: str = ""
    place: str = ""
    dates: tuple[str, ...] = ()
    language: str = "en"
    about: str = ""
    key_messages: tuple[Inline, ...] = ()
    keywords: tuple[str, ...] = ()
    footer: Inline = ()
    classification: str = ""
    paper: Paper = field(default_factory=Paper)


class Prose(Frozen):
    """Block Markdown as written, and where its first character stands."""

    source: str
    span: Span


class Fit(Frozen):
    """What a person allows when the content is too much for the slide."""

    shrink: bool = True
    split: bool = True


class Source(Frozen):
    """A work that the talk rests on. `text` is how it is cited; `url` where it can be read.

    `mark` stands for it in texts, its number in square brackets when empty; `short` is what a
    slide has room for. `item` is its CSL-JSON, if it comes from a bibliography: it is listed only
    if it is cited.
    """

    key: str
    text: Inline
    span: Span
    url: str = ""
    mark: str = ""
    short: Inline = ()
    item: Mapping[str, object] | None = None


class Slide(Frozen):
    """One slide: what it shows, says, and leaves for the paper.

    `id` stays the same from build to build; `role` is what it asks of a layout; `part` is the
    number of its part, 0 before the first; `header` runs above the title. `sources` are keys of
    the outline's sources. `layout` names a template layout chosen by hand. With `prose_only` the
    paper has its `briefing` without its blocks.
    """

    id: str
    kind: str
    role: Role
    title: Inline
    span: Span
    blocks: tuple[Block, ...] = ()
    part: int = 0
    header: Inline = ()
    notes: Prose | None = None
    briefing: Prose | None = None
    summary: Inline = ()
    sources: tuple[str, ...] = ()
    layout: str = ""
    layout_span: Span | None = None
    fit: Fit = field(default_factory=Fit)
    reveal: bool = False
    title_shown: bool = True
    prose_only: bool = False


class Part(Frozen):
    """A part of the talk: a section of the deck, a chapter of the paper. Numbers count from 1."""

    number: int
    id: str
    title: Inline
    span: Span
    briefing: Prose | None = None
    summary: Inline = ()


class Outline(Frozen):
    """The whole talk. `pack` is a pack's name or a template's path, empty for the default.

    `pack_span` is where the outline names it. `briefing_template` is a Word file for the briefing
    alone. `variants` holds, by format, what is shown in those
    that show something else than this.
    """

    talk: Talk
    parts: tuple[Part, ...]
    slides: tuple[Slide, ...]
    sources: tuple[Source, ...]
    pack: str
    file: str
    pack_span: Span | None = None
    briefing_template: str = ""
    briefing_span: Span | None = None
    variants: Mapping[str, Outline] = field(default_factory=dict)

    def shown_in(self, form: str) -> Outline:
        """The outline as a format shows it."""
        return self.variants.get(form, self)


FORMATS = ("deck", "briefing", "summary")
"""The formats that an outline can speak of."""


def named_blocks(slide: Slide) -> Iterator[tuple[str, Block]]:
    """The slide's blocks, those in columns too, each with the name that it has in documents."""
    yield from _named(slide.id, slide.blocks)


def _named(owner: str, blocks: tuple[Block, ...]) -> Iterator[tuple[str, Block]]:
    for number, block in enumerate(blocks, 1):
        name = f"{owner}-{number}"
        yield name, block
        if isinstance(block, Columns):
            for place, column in enumerate(block.columns, 1):
                yield from _named(f"{name}-{place}", column.blocks)
