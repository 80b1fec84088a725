"""A written document: Markdown with named containers, and the blocks that they refer to."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.frozen import Frozen, field
from deckgen.model.blocks import Block, Picture
from deckgen.model.deck import Properties


class Document(Frozen):
    """A document as its template rendered it.

    `markdown` is CommonMark with tables, strikethrough, footnotes, `$math$` and containers
    (`::: timeline #id`); `blocks` holds what a container's id refers to. `labels` are the words
    that a writer needs in the document's language (`table`, `figure`), `tags` what stands for
    `{{ talk.title }}` and its like in a Word template's header and footer. `thumbnails` are small
    pictures of slides by their ids.
    """

    name: str
    markdown: str
    properties: Properties
    blocks: Mapping[str, Block] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    thumbnails: Mapping[str, Picture] = field(default_factory=dict)
