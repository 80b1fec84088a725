"""Events in time."""

from __future__ import annotations

from typing import Literal, get_args

from deckgen.fields import (
    Choice,
    Flag,
    IconName,
    Lines,
    ListOf,
    Record,
    RecordOf,
    Text,
    optional,
    record,
    required,
)
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Diagram, Node
from deckgen.model.inline import Inline, plain

Scale = Literal["auto", "even", "proportional"]
_SCALES: tuple[Scale, ...] = get_args(Scale)


@record
class Event(Record):
    """Something that happened, and when."""

    when: Inline = required(Text("When: 2016, 2014-04, 2016-11-20, April 2014, 24 April."))
    what: Inline = required(Text("What happened: a few words."))
    text: tuple[Inline, ...] = optional(Lines("What stands below it."), ())
    emphasis: bool = optional(Flag("Sets this event off from the others."), False)
    icon: str = optional(IconName(), "")


@record
class Timeline(Content):
    """Two to twelve events along a line in time."""

    events: tuple[Event, ...] = required(
        ListOf(
            RecordOf(Event, "An event: {when, what, text, emphasis, icon}."),
            "The events, earliest first.",
            minimum=2,
            maximum=12,
        )
    )
    scale: Scale = optional(
        Choice(
            _SCALES,
            "Whether distances show the time between the events (`proportional`) or not (`even`).",
        ),
        "auto",
    )

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The diagram."""
        moments = _moments(self.events)
        nodes = tuple(
            Node(
                event.what,
                event.span,
                event.text,
                when=event.when,
                moment=when,
                icon=event.icon,
                emphasis=event.emphasis,
            )
            for event, when in zip(self.events, moments, strict=True)
        )
        return (Diagram("timeline", nodes, self.span, scale=self.scale),)


def _moments(events: tuple[Event, ...]) -> tuple[float | None, ...]:
    """When each event was; days without a year count only when no event names one."""
    from deckgen.kinds._dates import moment

    read = tuple(moment(plain(event.when)) for event in events)
    dated = any(one is not None and one[1] for one in read)
    return tuple(None if one is None or (dated and not one[1]) else one[0] for one in read)


KIND = Kind("timeline", "diagram", Timeline, nested=True)
