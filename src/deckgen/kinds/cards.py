"""Parallel things of equal rank."""

from __future__ import annotations

from deckgen.fields import (
    Flag,
    ListOf,
    PictureFile,
    Plain,
    Reading,
    RecordOf,
    optional,
    record,
    required,
)
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.kinds._nodes import Step
from deckgen.kinds._pictures import check_alt
from deckgen.model.asset import Asset
from deckgen.model.blocks import Block, Diagram, Node, Picture


@record
class Card(Step):
    """A card: a heading, and what belongs to it."""

    number: str = optional(Plain("What stands as its number: 1, IV, A."), "")
    picture: Asset | None = optional(
        PictureFile("A picture's path, relative to the outline."), None
    )
    alt: str = optional(Plain("What the picture shows, in a sentence."), "")
    emphasis: bool = optional(Flag("Sets this card off from the others."), False)

    def check(self, reading: Reading) -> bool:
        """Whether its picture has an alternative text."""
        return self.picture is None or check_alt(self.alt, False, self.tree("picture"), reading)

    def node(self, number: str) -> Node:
        """The card as a diagram's node; `number` unless it has its own."""
        picture = None
        if self.picture is not None:
            picture = Picture(self.picture, self.alt, self.tree("picture").span, fit="fill")
        return Node(
            self.title,
            self.span,
            self.text,
            icon=self.icon,
            number=self.number or number,
            picture=picture,
            emphasis=self.emphasis,
        )


@record
class Cards(Content):
    """Two to six parallel things side by side: pillars, goals, products."""

    items: tuple[Card, ...] = required(
        ListOf(
            RecordOf(Card, "A card: text, or {title, text, icon, ...}.", short="title"),
            "The cards, each a text or {title, text, icon, number, picture, alt, emphasis}.",
            minimum=2,
            maximum=6,
        )
    )
    numbered: bool = optional(Flag("Number the cards."), False)

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The diagram."""
        numbers = (str(i) if self.numbered else "" for i in range(1, len(self.items) + 1))
        nodes = tuple(card.node(number) for card, number in zip(self.items, numbers, strict=True))
        return (Diagram("cards", nodes, self.span),)


KIND = Kind("cards", "diagram", Cards, nested=True)
