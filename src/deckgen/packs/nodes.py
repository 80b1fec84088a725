"""pack.yaml as a tree of nodes that know where they stand, and how one pack extends another."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.frozen import Frozen

_MEND = "Compare it with the pack.yaml of the default pack."


class Node(Frozen):
    """A YAML value: a text as written, None, a tuple of nodes or a mapping of nodes.

    `key` is where its key stands, for findings about the key.
    """

    value: str | tuple[Node, ...] | Mapping[str, Node] | None
    span: Span
    key: Span | None = None

    @property
    def mapping(self) -> Mapping[str, Node]:
        """The value's entries, none when it is no mapping."""
        return self.value if isinstance(self.value, Mapping) else {}

    def at(self, *keys: str) -> Node | None:
        """The node under nested keys, or None."""
        node: Node | None = self
        for key in keys:
            node = node.mapping.get(key) if node else None
        return node

    def text(self, *keys: str) -> str:
        """The text under nested keys, empty when there is none."""
        node = self.at(*keys)
        return node.value if node is not None and isinstance(node.value, str) else ""


def read_nodes(source: str, file: str, found: Diagnostics) -> Node | None:
    """Parse YAML; None after an error, which `found` then holds. Scalars stay as written."""
    import yaml

    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
        node = _Converter(file, found).node(root) if root else Node({}, Span(file, 1, 1))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = Span(file, mark.line + 1, mark.column + 1) if mark else Span(file, 1, 1)
        found.error("pack-yaml", f"The pack is not valid YAML: {error.problem}.", span, _MEND)
        return None
    except yaml.YAMLError as error:
        found.error("pack-yaml", f"The pack is not valid YAML: {error}.", Span(file, 1, 1), _MEND)
        return None
    except RecursionError:
        found.error("pack-yaml", "The pack is nested too deeply.", Span(file, 1, 1), _MEND)
        return None
    if not isinstance(node.value, Mapping):
        found.error(
            "pack-yaml", "A pack is a mapping of keys to values.", node.span, "Begin with `name:`."
        )
        return None
    return node


class _Converter:
    """Turns PyYAML's nodes into ours; reports repeated keys and keys that are no text."""

    __slots__ = ("_count", "_file", "_found")

    def __init__(self, file: str, found: Diagnostics) -> None:
        self._file = file
        self._found = found
        self._count = 0

    def node(self, raw: object) -> Node:
        import yaml

        assert isinstance(raw, yaml.Node)
        span = self._span(raw)
        self._count += 1
        if self._count > 20_000:
            if self._count == 20_001:
                self._found.error("pack-yaml", "The pack has more than 20,000 values.", span, _MEND)
            return Node(None, span)
        if isinstance(raw, yaml.MappingNode):
            return Node(self._entries(raw.value), span)
        if isinstance(raw, yaml.SequenceNode):
            return Node(tuple(self.node(item) for item in raw.value), span)
        assert isinstance(raw, yaml.ScalarNode)
        plain_null = raw.style is None and raw.value in ("", "~", "null", "Null", "NULL")
        return Node(None if plain_null else str(raw.value), span)

    def _entries(self, pairs: list[tuple[object, object]]) -> dict[str, Node]:
        import yaml

        entries: dict[str, Node] = {}
        for key, value in pairs:
            if not isinstance(key, yaml.ScalarNode):
                self._found.error("pack-yaml", "A key has to be a text.", self._span(key), _MEND)
            elif key.value in entries:
                message = f"{key.value!r} is given twice."
                self._found.error("duplicate-key", message, self._span(key), "Keep one of them.")
            else:
                read = self.node(value)
                entries[str(key.value)] = Node(read.value, read.span, self._span(key))
        return entries

    def _span(self, raw: object) -> Span:
        import yaml

        assert isinstance(raw, yaml.Node)
        return Span(self._file, raw.start_mark.line + 1, raw.start_mark.column + 1)


def merged(base: Node, own: Node) -> Node:
    """`own` over `base`: mappings merge key by key, everything else is replaced."""
    if not (isinstance(base.value, Mapping) and isinstance(own.value, Mapping)):
        return own
    entries = dict(base.value)
    for key, node in own.value.items():
        entries[key] = merged(entries[key], node) if key in entries else node
    return Node(entries, own.span, own.key)


def check_keys(node: Node, known: tuple[str, ...], where: str, found: Diagnostics) -> None:
    """Report every key of a mapping that is not known there."""
    for key, value in node.mapping.items():
        if key not in known:
            hint = did_you_mean(key, known) or f"Known here: {', '.join(known)}."
            found.error("unknown-key", f"{where} knows no {key!r}.", value.key, hint)
