"""Slides repeat themselves: what was found sound once need not be walked through again.

A part is cut into tags and the tags into paragraphs. A tag that was read before is known by its
bytes, and a paragraph by its tags and by what stands open around it. Whatever is not known to be
sound is left to the walk of `order`, which says what is wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from deckgen.ooxml.validity.order import advanced
from deckgen.ooxml.validity.sequences import NAMESPACES, Ranks, ranks
from deckgen.ooxml.xml import DECLARATION

_HEAD = DECLARATION.encode()
_PARAGRAPH = b"a:p>"
_REFERENCE = rb"&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);"
_TAG = re.compile(
    rb'(/?)([\w.-]+:[\w.-]+)((?: [\w.:-]+="(?:[^"<&]|%b)*+")*+)(/?)>((?:[^<&]|%b)*+)'
    % (_REFERENCE, _REFERENCE)
)
_ATTRIBUTE = re.compile(rb' ([\w.:-]+)="([^"]*)"')
_VALUE = re.compile(rb'( (?!xmlns)[\w.:-]+=)"[^"]*"')
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_CHARACTER = re.compile(rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bceBCEfF]|1[0-9a-fA-F]));")
_LONGEST_KEPT = 200  # bytes; what is longer holds a text, which seldom comes again
_MOST_KEPT = 50_000
_UNKNOWN = -1
_URIS = {uri.encode(): prefix.encode() for prefix, uri in NAMESPACES.items()}


def forbidden(content: bytes) -> bool:
    """Whether UTF-8 holds what XML 1.0 does not allow, as such or as a reference (clause 2.2)."""
    if len(content.translate(None, _CONTROLS)) != len(content):
        return True
    if b"&#" in content and _CHARACTER.search(content):
        return True
    if content.isascii():
        return False
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return True
    return "\ufffe" in text or "\uffff" in text


class _Tag(NamedTuple):
    """A tag by what matters for the form of a part: its name, and prefixes."""

    name: str
    closes: bool
    empty: bool
    uses: frozenset[bytes]
    declares: frozenset[bytes]


class _Open(NamedTuple):
    """An element that is open: how far its sequence is used up, and which prefixes it knows."""

    name: str
    last: int
    prefixes: frozenset[bytes]


_State = tuple[_Open, ...]
_BEFORE: _State = (_Open("", -1, frozenset()),)
_BEHIND: _State = (_Open("", 0, frozenset()),)


class _Tags(dict[bytes, int]):
    """The number of the tag that stands in some bytes, up to the next tag."""

    def __init__(self) -> None:
        self.known: list[_Tag] = []
        self._numbers: dict[_Tag, int] = {}
        self._shapes: dict[bytes, int] = {}

    def __missing__(self, written: bytes) -> int:
        number = _UNKNOWN if forbidden(written) else self._number(_unvalued(written))
        if len(written) <= _LONGEST_KEPT and len(self) < _MOST_KEPT:
            self[written] = number
        return number

    def _number(self, written: bytes) -> int:
        number = self._shapes.get(written)
        if number is None:
            tag = _read(written)
            number = _UNKNOWN
            if tag is not None:
                number = self._numbers.setdefault(tag, len(self.known))
                if number == len(self.known):
                    self.known.append(tag)
            if len(self._shapes) < _MOST_KEPT:
                self._shapes[written] = number
        return number


class KnownForms:
    """The forms of parts, as far as they have been seen."""

    __slots__ = ("_numbers", "_states", "_steps", "_tags")

    def __init__(self) -> None:
        self._tags = _Tags()
        self._states: list[_State] = [_BEFORE, _BEHIND]
        self._numbers = {_BEFORE: 0, _BEHIND: 1}
        self._steps: dict[tuple[int, tuple[int, ...]], int] = {}

    def sound(self, content: bytes) -> bool:
        """Whether a part is known to be well formed and in the order of its schema."""
        if not content.startswith(_HEAD):
            return False
        first, *paragraphs = content[len(_HEAD) :].split(b"<" + _PARAGRAPH)
        number = self._tags.__getitem__
        state = self._step(0, tuple(map(number, first.split(b"<")[1:])))
        begins = number(_PARAGRAPH)
        for paragraph in paragraphs:
            text, *tags = paragraph.split(b"<")
            if text or state == _UNKNOWN:
                return False
            state = self._step(state, (begins, *map(number, tags)))
        return state == self._numbers[_BEHIND] and content.endswith(b">")

    def _step(self, state: int, tags: tuple[int, ...]) -> int:
        """The number of the state after some tags; _UNKNOWN when they do not fit."""
        key = state, tags
        found = self._steps.get(key)
        if found is None:
            if _UNKNOWN in tags:
                return _UNKNOWN
            found = self._number(self._after(self._states[state], tags))
            if len(self._steps) < _MOST_KEPT:
                self._steps[key] = found
        return found

    def _number(self, state: _State | None) -> int:
        if state is None:
            return _UNKNOWN
        if state not in self._numbers:
            self._numbers[state] = len(self._states)
            self._states.append(state)
        return self._numbers[state]

    def _after(self, state: _State, tags: tuple[int, ...]) -> _State | None:
        stack = list(state)
        for number in tags:
            tag = self._tags.known[number]
            if tag.closes:
                if stack.pop().name != tag.name or not stack:
                    return None
            elif not _opened(stack, tag):
                return None
        return tuple(stack)


def _opened(stack: list[_Open], tag: _Tag) -> bool:
    """Put an element on the stack; False when it may not stand there."""
    around = stack[-1]
    prefixes = around.prefixes | tag.declares
    own = _ranks(around.name)
    last = around.last if own is None else advanced(own, around.last, _expanded(tag.name))
    second_root = len(stack) == 1 and around.last >= 0
    if last is None or second_root or not tag.uses <= prefixes:
        return False
    stack[-1] = _Open(around.name, 0 if len(stack) == 1 else last, around.prefixes)
    if not tag.empty:
        stack.append(_Open(tag.name, -1, prefixes))
    elif len(stack) == 1:
        return False
    return True


def _unvalued(written: bytes) -> bytes:
    """A tag without its text and its values, where these are of no matter."""
    tag, end, text = written.partition(b">")
    if b"&" in written or b"]]" in text:
        return written
    if b" xmlns" in tag:
        return _VALUE.sub(rb'\1""', tag) + end
    return b'""'.join(tag.split(b'"')[::2]) + end


def _read(written: bytes) -> _Tag | None:
    """The tag in some bytes; None for anything out of the ordinary."""
    found = _TAG.fullmatch(written)
    if found is None or b"]]>" in found[5]:
        return None
    closes, empty = bool(found[1]), bool(found[4])
    attributes = _ATTRIBUTE.findall(found[3])
    if (closes and (empty or attributes)) or len(dict(attributes)) != len(attributes):
        return None
    declared = [(name[6:], uri) for name, uri in attributes if name.startswith(b"xmlns:")]
    # The order of elements is known by their usual prefixes.
    if any(_URIS.get(uri, prefix) != prefix or _misused(prefix, uri) for prefix, uri in declared):
        return None
    names = [found[2], *(name for name, _ in attributes if b":" in name)]
    uses = {name.partition(b":")[0] for name in names} - {b"xmlns", b"xml"}
    if any(name == b"xmlns" for name, _ in attributes):
        return None
    declares = frozenset(prefix for prefix, _ in declared)
    return _Tag(
        found[2].decode(), closes, empty, frozenset() if closes else frozenset(uses), declares
    )


def _misused(prefix: bytes, uri: bytes) -> bool:
    usual = NAMESPACES.get(prefix.decode("latin-1"))
    return usual is not None and usual.encode() != uri


@lru_cache(4_096)
def _ranks(name: str) -> Ranks | None:
    return ranks().get(_expanded(name)) if name else None


@lru_cache(4_096)
def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{NAMESPACES.get(prefix, prefix)} {local}"
