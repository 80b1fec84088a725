"""What can be wrong with a document whose syntax is right, in words."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.tree import Mapping, Scalar, Sequence, Tree

CORE_TAG = "tag:yaml.org,2002:"


def report_tag(tag: str, span: Span, found: Diagnostics) -> None:
    """A tag that the core schema does not know."""
    shown = tag.replace(CORE_TAG, "!!")
    hint = "Delete it, or put the text in quotes if it begins with an exclamation mark."
    found.error("unknown-tag", f"the tag '{shown}' means nothing here", span, hint)


def report_unknown_alias(name: str, span: Span, found: Diagnostics) -> None:
    """An alias whose anchor does not stand before it."""
    hint = f"Define it with &{name} further up, or quote a text that begins with an asterisk."
    found.error("unknown-alias", f"nothing is named &{name}", span, hint)


def report_recursive_alias(name: str, span: Span, found: Diagnostics) -> None:
    """An alias inside what its anchor names."""
    message = f"*{name} stands inside the very value it repeats"
    hint = "An alias can only repeat what is complete before it."
    found.error("recursive-alias", message, span, hint)


def report_key(tree: Tree, found: Diagnostics) -> None:
    """A list or a mapping as a key."""
    what = "a list" if isinstance(tree, Sequence) else "a mapping"
    hint = "Put the key in quotes if its text begins with a bracket."
    expression = _expression(tree)
    if expression:
        hint = f'Put the expression in quotes: "{{{{ {expression} }}}}".'
    found.error("bad-key", f"{what} stands where a key should", tree.span, hint)


def _expression(tree: Tree) -> str:
    """What stands in `{{ name }}` without quotes, which YAML reads as a mapping in a mapping."""
    if not isinstance(tree, Mapping) or len(tree.entries) != 1:
        return ""
    key, value = tree.entries[0]
    return key.text if isinstance(value, Scalar) and not value.text else ""


def report_duplicate(key: str, span: Span, first: Span, found: Diagnostics) -> None:
    """A key that stands twice in a mapping."""
    message = f"the key '{key}' stands twice here, first in line {first.line}"
    hint = "Keep one of them, or put each into an entry of its own."
    found.error("duplicate-key", message, span, hint)


def report_depth(limit: int, span: Span, found: Diagnostics) -> None:
    """Nesting beyond the limit."""
    message = f"the text is nested more than {limit} levels deep"
    found.error(
        "too-deep", message, span, "Look for brackets that never close, or aliases in aliases."
    )


def report_size(limit: int, span: Span, found: Diagnostics) -> None:
    """More values than any talk has."""
    message = f"the outline has more than {limit:,} values"
    found.error("too-large", message, span, "Divide it into several talks.")


def report_repetition(limit: int, span: Span, found: Diagnostics) -> None:
    """Aliases that multiply beyond the limit."""
    message = f"aliases repeat more than {limit} values"
    found.error("too-many-aliases", message, span, "Write out what the talk needs.")


def report_second_document(span: Span, found: Diagnostics) -> None:
    """A document after the first."""
    hint = "Keep one; delete the line `---` between them."
    found.error("several-documents", "a second document begins here", span, hint)
