"""Parsing events -> tree, in one pass without recursion, within limits that no talk reaches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.tree import Broken, Scalar, ScalarStyle, Tree
from deckgen.readers.yaml import findings
from deckgen.readers.yaml.decode import place, split_lines
from deckgen.readers.yaml.faults import report_fault
from deckgen.readers.yaml.findings import CORE_TAG
from deckgen.readers.yaml.pending import Anchor, Open

MAX_DEPTH = 64
MAX_REPEATED = 100_000
MAX_VALUES = 400_000

_PLAIN_TAGS = frozenset(CORE_TAG + name for name in ("null", "bool", "int", "float"))
_TEXT_TAGS = frozenset({"!", CORE_TAG + "str"})
_STYLES: dict[str | None, ScalarStyle] = {
    "|": "literal",
    ">": "folded",
    "'": "quoted",
    '"': "quoted",
}


class _TooMuch(Exception):
    """A limit is reached; what it is has been said."""


def compose(text: str, file: str, found: Diagnostics) -> Tree | None:
    """The tree of the one document; open ended where the syntax breaks, None when empty."""
    composer = _Composer(text, file, found)
    handlers = composer.handlers()
    parser = _parser(text)
    event: Any = None
    try:
        while type(event) is not StreamEndEvent and not composer.is_full:
            event = parser.get_event()
            handle = handlers.get(type(event))
            if handle is not None:
                handle(event)
    except _TooMuch:
        return None
    except YAMLError as fault:
        report_fault(fault, event, split_lines(text), file, found)
        composer.break_off()
    if composer.root is None and not found.failed:
        found.error("empty-outline", "the file is empty", Span(file, 1, 1), "Begin with `talk:`.")
    return composer.root


def _parser(text: str) -> Any:
    try:
        from yaml._yaml import CParser
    except ImportError:
        return _pure_parser(text)
    return CParser(text)


def _pure_parser(text: str) -> Any:
    from yaml import SafeLoader

    return SafeLoader(text)


class _Composer:
    """Takes events one by one and builds the tree from the inside out."""

    __slots__ = (
        "_anchors",
        "_count",
        "_file",
        "_found",
        "_has_begun",
        "_lines",
        "_open",
        "_repeated",
        "_text",
        "is_full",
        "root",
    )

    def __init__(self, text: str, file: str, found: Diagnostics) -> None:
        self._text, self._file, self._found = text, file, found
        self._lines: list[str] | None = None
        self._open: list[Open] = []
        self._anchors: dict[str, Anchor] = {}
        self._count = self._repeated = 0
        self._has_begun = self.is_full = False
        self.root: Tree | None = None

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """What takes which event."""
        return {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }

    def break_off(self) -> None:
        """Close what is open as incomplete."""
        while self._open:
            self._close(whole=False)

    def _span(self, event: Any) -> Span:
        mark = event.start_mark
        return Span(self._file, mark.line + 1, mark.column + 1)

    def _document(self, event: Any) -> None:
        if self._has_begun:
            findings.report_second_document(self._span(event), self._found)
            self.is_full = True
        self._has_begun = True

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        span = Span(self._file, mark.line + 1, mark.column + 1)
        if mark.index >= len(self._text):  # an empty value behind a last line without a break
            span = place(self._text, len(self._text), self._file)
        if event.style or event.tag is not None:
            scalar = self._styled(event, span)
        else:
            scalar = Scalar(event.value, span)
        self._count_value(span)
        if event.anchor is not None:
            self._anchors[event.anchor] = Anchor(scalar)
        self._add(scalar)

    def _count_value(self, span: Span) -> None:
        self._count += 1
        if self._count - self._repeated > MAX_VALUES:
            findings.report_size(MAX_VALUES, span, self._found)
            raise _TooMuch

    def _styled(self, event: Any, span: Span) -> Scalar:
        style, tag, indent = _STYLES.get(event.style, "plain"), event.tag, 0
        if tag is not None and tag not in _PLAIN_TAGS:
            if tag not in _TEXT_TAGS:
                findings.report_tag(tag, span, self._found)
            style = "quoted" if style == "plain" else style
        if style in ("literal", "folded"):
            indent = self._block_indent(event.start_mark.line, event.end_mark.line)
        return Scalar(event.value, span, style, indent)

    def _start(self, event: Any) -> None:
        span, is_mapping = self._span(event), type(event) is MappingStartEvent
        if len(self._open) >= MAX_DEPTH:
            findings.report_depth(MAX_DEPTH, span, self._found)
            raise _TooMuch
        if event.tag not in (None, "!", CORE_TAG + ("map" if is_mapping else "seq")):
            findings.report_tag(event.tag, span, self._found)
        self._open.append(Open(span, is_mapping, event.anchor, self._count))
        self._count_value(span)
        if event.anchor is not None:
            self._anchors[event.anchor] = Anchor(None)

    def _end(self, _event: Any) -> None:
        self._close(whole=True)

    def _close(self, *, whole: bool) -> None:
        opened = self._open.pop()
        tree = opened.close(whole)
        depth = opened.depth + 1
        if opened.anchor is not None:
            size = self._count - opened.count_before
            self._anchors[opened.anchor] = Anchor(tree, size, depth)
        if self._open and self._open[-1].depth < depth:
            self._open[-1].depth = depth
        self._add(tree)

    def _alias(self, event: Any) -> None:
        span, anchor = self._span(event), self._anchors.get(event.anchor)
        if anchor is None or anchor.tree is None:
            bad = findings.report_recursive_alias if anchor else findings.report_unknown_alias
            bad(event.anchor, span, self._found)
            self._add(Broken(span))
            return
        if len(self._open) + anchor.depth > MAX_DEPTH:
            findings.report_depth(MAX_DEPTH, span, self._found)
            raise _TooMuch
        if self._open and self._open[-1].depth < anchor.depth:
            self._open[-1].depth = anchor.depth
        self._count += anchor.size
        self._repeated += anchor.size
        if self._repeated > MAX_REPEATED:
            findings.report_repetition(MAX_REPEATED, span, self._found)
            raise _TooMuch
        self._add(anchor.tree)

    def _add(self, tree: Tree) -> None:
        if not self._open:
            self.root = tree
            return
        opened = self._open[-1]
        if not opened.is_mapping:
            opened.items.append(tree)
        elif opened.expects_key:
            opened.expects_key = False
            opened.key = self._key(tree, opened)
        else:
            opened.expects_key = True
            if opened.key is not None:
                opened.entries.append((opened.key, tree))

    def _key(self, tree: Tree, opened: Open) -> Scalar | None:
        if type(tree) is not Scalar:
            if type(tree) is not Broken:
                findings.report_key(tree, self._found)
            return None
        first = opened.keys.get(tree.text)
        if first is not None:
            findings.report_duplicate(tree.text, tree.span, first, self._found)
            return None
        opened.keys[tree.text] = tree.span
        return tree

    def _block_indent(self, first: int, last: int) -> int:
        """The column before a block's text: that of its first line that is not blank."""
        if self._lines is None:
            self._lines = split_lines(self._text)
        for line in self._lines[first + 1 : last + 1]:
            text = line.lstrip(" ")
            if text:
                return len(line) - len(text)
        return 0
