"""What is shown where and to whom: `only: [briefing]`, `not: [deck]`, `audience: internal`.

The marks stand on any mapping of the outline: a slide, a part with its slides, an item, a card, an
event, a paragraph as `{text: ...}`. They are taken off before the fields read what is left.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import did_you_mean
from deckgen.fields import Reading
from deckgen.frozen import Frozen
from deckgen.model.outline import FORMATS
from deckgen.model.tree import Mapping, Scalar, Sequence, Tree

MARKS = ("only", "not", "audience")
FREE = frozenset({"series", "data"})  # what lies below has keys of a person's own choice
_HINT = "Name one or several of deck, briefing and summary."


class View(Frozen):
    """One format as one audience sees it; the empty format is any, and None is everybody."""

    format: str = ""
    audiences: frozenset[str] | None = None

    def shows(self, mapping: Mapping) -> bool:
        """Whether what a marked mapping says belongs here."""
        only, without = _words(mapping.value("only")), _words(mapping.value("not"))
        meant = frozenset(_words(mapping.value("audience")))
        if self.format and ((only and self.format not in only) or self.format in without):
            return False
        return not meant or self.audiences is None or not meant.isdisjoint(self.audiences)


def is_marked(mapping: Mapping) -> bool:
    """Whether a mapping says where it belongs, beside what it is."""
    marks = 0
    for key, _ in mapping.entries:
        if key.text in MARKS:
            marks += 1
    return 0 < marks < len(mapping.entries)


def marked(tree: Tree) -> Iterator[Mapping]:
    """All marked mappings of an outline, in its order."""
    waiting = [tree]
    while waiting:
        tree = waiting.pop()
        inner: list[Tree] = []
        if isinstance(tree, Sequence):
            inner = [item for item in tree.items if not isinstance(item, Scalar)]
        elif isinstance(tree, Mapping):
            if is_marked(tree):
                yield tree
            for key, value in tree.entries:
                if not isinstance(value, Scalar) and key.text not in FREE:
                    inner.append(value)
        waiting += reversed(inner)


def seen(root: Mapping, view: View) -> Mapping:
    """The outline without what the view does not show, and without marks."""
    entries = []
    for key, value in root.entries:
        if key.text == "slides" and isinstance(value, Sequence):
            items = _without_hidden_parts(value.items, view)
            entries.append((key, _inner(Sequence(items, value.span, value.whole), view)))
        else:
            entries.append((key, value if key.text in FREE else _inner(value, view)))
    return Mapping(tuple(entries), root.span, root.whole)


def check_marks(root: Tree, reading: Reading) -> frozenset[str]:
    """Report formats that do not exist; the audiences that the outline names."""
    audiences: set[str] = set()
    for mapping in marked(root):
        audiences.update(_words(mapping.value("audience")))
        for name in MARKS:
            tree = mapping.value(name)
            if tree is None:
                continue
            if not _words(tree):
                hint = _HINT if name != "audience" else "Name one audience, or several in a list."
                reading.wrong(tree, "a name or a list of names", hint)
            elif name != "audience":
                _check_formats(tree, reading)
    return frozenset(audiences)


def _check_formats(tree: Tree, reading: Reading) -> None:
    for one in tree.items if isinstance(tree, Sequence) else (tree,):
        if isinstance(one, Scalar) and one.text not in FORMATS:
            hint = did_you_mean(one.text, FORMATS) or _HINT
            reading.found.error(
                "unknown-format", f"no format is called '{one.text}'", one.span, hint
            )


def _without_hidden_parts(items: tuple[Tree, ...], view: View) -> tuple[Tree, ...]:
    """The slides without those of a part that is not shown."""
    kept: list[Tree] = []
    hidden = False
    for item in items:
        if isinstance(item, Mapping) and item.value("part") is not None:
            hidden = is_marked(item) and not view.shows(item)
        if not hidden:
            kept.append(item)
    return tuple(kept)


def _seen(tree: Tree, view: View) -> Tree | None:
    if not isinstance(tree, Mapping) or not is_marked(tree):
        return _inner(tree, view)
    if not view.shows(tree):
        return None
    kept = tuple(entry for entry in tree.entries if entry[0].text not in MARKS)
    if len(kept) == 1 and kept[0][0].text == "text":
        return _seen(kept[0][1], view)
    return _inner(Mapping(kept, tree.span, tree.whole), view)


def _inner(tree: Tree, view: View) -> Tree:
    if isinstance(tree, Sequence):
        kept = [_seen(item, view) for item in tree.items]
        return Sequence(tuple(item for item in kept if item is not None), tree.span, tree.whole)
    if isinstance(tree, Mapping):
        entries = [
            (key, value if key.text in FREE else _seen(value, view)) for key, value in tree.entries
        ]
        shown = tuple((key, value) for key, value in entries if value is not None)
        return Mapping(shown, tree.span, tree.whole)
    return tree


def _words(tree: Tree | None) -> tuple[str, ...]:
    """A name or a list of names."""
    if isinstance(tree, Scalar):
        return (tree.text,) if tree.text.strip() else ()
    items = tree.items if isinstance(tree, Sequence) else ()
    names = tuple(item.text for item in items if isinstance(item, Scalar))
    return names if len(names) == len(items) else ()
