"""Collections and anchors while their document is still being read."""

from __future__ import annotations

from msgspec import Struct, field

from deckgen.diagnostics import Span
from deckgen.frozen import Frozen
from deckgen.model.tree import Broken, Mapping, Scalar, Sequence, Tree


class Open(Struct):
    """A collection whose end is not reached; a mapping's `key` waits for its value.

    `depth` counts the levels below it, aliases followed.
    """

    span: Span
    is_mapping: bool
    anchor: str | None
    count_before: int
    items: list[Tree] = field(default_factory=list)
    entries: list[tuple[Scalar, Tree]] = field(default_factory=list)
    keys: dict[str, Span] = field(default_factory=dict)
    key: Scalar | None = None
    expects_key: bool = True
    depth: int = 0

    def close(self, whole: bool) -> Tree:
        """The collection; a key whose value is missing keeps a broken one."""
        if not self.is_mapping:
            return Sequence(tuple(self.items), self.span, whole)
        if self.key is not None and not self.expects_key:
            self.entries.append((self.key, Broken(self.key.span)))
        return Mapping(tuple(self.entries), self.span, whole)


class Anchor(Frozen):
    """What an anchor names: None while it is still open.

    `size` counts nodes, itself included; `depth` the levels of collections.
    """

    tree: Tree | None
    size: int = 1
    depth: int = 0
