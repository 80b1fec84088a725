"""What a slide kind is: a name, the role it asks of a layout, and what it holds."""

from __future__ import annotations

from abc import abstractmethod

from deckgen.diagnostics import Diagnostics
from deckgen.fields import Record, record
from deckgen.frozen import Frozen
from deckgen.model.blocks import Block
from deckgen.model.inline import Inline
from deckgen.model.outline import Part, Role, Talk


class Setting(Frozen):
    """What a slide may know of the talk around it. `titled`: the slide has a title of its own."""

    talk: Talk
    parts: tuple[Part, ...]
    found: Diagnostics
    titled: bool = True


@record
class Content(Record):
    """What a kind holds beside a slide's common keys."""

    @abstractmethod
    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The blocks that every output knows how to show."""

    def title(self, talk: Talk) -> Inline:
        """The slide's title when none is written."""
        return ()


class Kind(Frozen):
    """A slide kind.

    `value` names the key that the value of the kind's own key stands for: `title`, or a key of
    the content. `titled` says that a title must be written; `title_shown` that a title which is
    not written is shown all the same. A kind that is `nested` can stand in a column, there also
    as a text alone that gives the key `short`.
    """

    name: str
    role: Role
    content: type[Content]
    value: str = "title"
    titled: bool = True
    title_shown: bool = True
    nested: bool = False
    short: str = ""

    @property
    def description(self) -> str:
        """The first paragraph of what the content's class says of itself."""
        return " ".join((self.content.__doc__ or "").partition("\n\n")[0].split())
