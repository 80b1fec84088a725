"""Slides repeat themselves: what was found sound once need not be walked through again.

A part is known by its bare form. A new one is read by paragraphs, each known by its tags and by
what stands open around it. Whatever is not known to be sound is left to the walk of `order`, which
says what is wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from deckgen.ooxml.validity.bare import bare
from deckgen.ooxml.validity.order import advanced
from deckgen.ooxml.validity.sequences import NAMESPACES, Ranks, ranks
from deckgen.ooxml.validity.structure import Structure, structure
from deckgen.ooxml.xml import DECLARATION

_HEAD = DECLARATION.encode()
_PARAGRAPH = b"<a:p>"
_TAG = re.compile(rb'(/?)([\w.-]+:[\w.-]+)((?: [\w.:-]+="")*+)(/?)>')
_ATTRIBUTE = re.compile(rb' ([\w.:-]+)=""')
_MOST_FORMS = 20_000
_MOST_STEPS = 20_000
_LONGEST_KEPT = 32 << 10  # bytes of a paragraph
_UNKNOWN = -1


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


class KnownForms:
    """The forms of parts, as far as they have been seen."""

    __slots__ = ("_forms", "_numbers", "_states", "_steps")

    def __init__(self) -> None:
        # By their digests: a form is as long as its part.
        self._forms: dict[bytes, Structure | None] = {}
        self._states: list[_State] = [_BEFORE, _BEHIND]
        self._numbers = {_BEFORE: 0, _BEHIND: 1}
        self._steps: dict[tuple[int, bytes], int] = {}

    def structure(self, content: bytes) -> Structure | None:
        """The structure of a part that is well formed and in the order of its schema, else None."""
        if not content.startswith(_HEAD):
            return None
        tags = bare(content[len(_HEAD) :])
        if tags is None:
            return None
        key = blake2b(tags, digest_size=16).digest()
        try:
            return self._forms[key]
        except KeyError:
            found = structure(tags) if self._sound(tags) else None
            if len(self._forms) < _MOST_FORMS:
                self._forms[key] = found
            return found

    def _sound(self, tags: bytes) -> bool:
        state = 0
        first, *paragraphs = tags.split(_PARAGRAPH)
        for piece in (first, *(_PARAGRAPH + rest for rest in paragraphs)):
            state = self._step(state, piece)
            if state == _UNKNOWN:
                return False
        return state == self._numbers[_BEHIND]

    def _step(self, state: int, piece: bytes) -> int:
        """The number of the state after some tags; _UNKNOWN when they do not fit."""
        found = self._steps.get((state, piece))
        if found is None:
            found = self._number(_after(self._states[state], piece))
            if len(self._steps) < _MOST_STEPS and len(piece) <= _LONGEST_KEPT:
                self._steps[state, piece] = found
        return found

    def _number(self, state: _State | None) -> int:
        if state is None:
            return _UNKNOWN
        if state not in self._numbers:
            self._numbers[state] = len(self._states)
            self._states.append(state)
        return self._numbers[state]


def _after(state: _State, piece: bytes) -> _State | None:
    """What stands open after some tags; None when they are out of order or of the ordinary."""
    before, *tags = piece.split(b"<")
    if before:
        return None
    stack = list(state)
    for written in tags:
        tag = _read(written)
        if tag is None:
            return None
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


@lru_cache(maxsize=20_000)
def _read(written: bytes) -> _Tag | None:
    """The tag in some bytes, up to the next; None for anything out of the ordinary."""
    found = _TAG.fullmatch(written)
    if found is None:
        return None
    closes, empty = bool(found[1]), bool(found[4])
    attributes = _ATTRIBUTE.findall(found[3])
    doubled = len(set(attributes)) != len(attributes)
    if (closes and (empty or attributes)) or doubled or b"xmlns" in attributes:
        return None
    names = [found[2], *(name for name in attributes if b":" in name)]
    uses = {name.partition(b":")[0] for name in names} - {b"xmlns", b"xml"}
    return _Tag(
        found[2].decode(),
        closes,
        empty,
        frozenset() if closes else frozenset(uses),
        frozenset(name[6:] for name in attributes if name.startswith(b"xmlns:")),
    )


@lru_cache(maxsize=4_096)
def _ranks(name: str) -> Ranks | None:
    return ranks().get(_expanded(name)) if name else None


@lru_cache(maxsize=4_096)
def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{NAMESPACES.get(prefix, prefix)} {local}"
