"""What a template may spend: rounds, characters, time. Every operation pays before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from itertools import islice
from time import process_time
from typing import Any

from jinja2 import pass_environment
from jinja2.filters import make_attrgetter
from jinja2.utils import Namespace

LARGEST_TEXT = 2_000_000
LARGEST_DOCUMENT = 20_000_000
MOST_ROUNDS = 500_000
MOST_SECONDS = 3.0
"""Of the processor, and only to stop what does not end: documents take a tenth of one."""
DEEPEST_VALUE = 50
LARGEST_NUMBER = 4_096  # bits
LARGEST_BATCH = 10_000
_ROUNDS_A_LOOK = 256
_CONTAINERS = (list, tuple, Mapping, Namespace, set, frozenset)


class TemplateTooLarge(Exception):
    """A template writes or loops more than any document needs."""


class Meter:
    """What one rendering has spent."""

    __slots__ = ("_end", "_look", "_rounds", "_written")

    def __init__(self) -> None:
        self._rounds = self._written = 0
        self._look = _ROUNDS_A_LOOK
        self._end = 0.0  # asked for with the first look: most templates are done before

    def spend(self, rounds: int = 1) -> None:
        """Pay for a round of a loop, a call, or for looking at so many values."""
        self._rounds += rounds
        if self._rounds > MOST_ROUNDS:
            raise TemplateTooLarge(f"the loops go round more than {MOST_ROUNDS:,} times")
        if self._rounds >= self._look:
            self._look = self._rounds + _ROUNDS_A_LOOK
            now = process_time()
            self._end = self._end or now + MOST_SECONDS
            if now > self._end:
                raise TemplateTooLarge(f"the template takes longer than {MOST_SECONDS:g} s")

    def write(self, length: int) -> None:
        """Pay for text of a length; each text is paid for whenever it is put together anew."""
        check_length(length)
        self._written += length
        self.spend()
        if self._written > LARGEST_DOCUMENT:
            raise TemplateTooLarge(f"it writes more than {LARGEST_DOCUMENT:,} characters")

    def counted(self, values: Iterable[Any]) -> Iterator[Any]:
        """The values, each paid for when it is taken."""
        for value in values:
            self.spend()
            yield value

    def paid(self, value: Any) -> Any:
        """A filter's value: its size is paid at once, an iterator's as it goes."""
        if isinstance(value, str):
            self.spend(1 + len(value) // 1_000)
        elif isinstance(value, Sized):
            self.spend(1 + len(value))
        elif isinstance(value, Iterator):
            return self.counted(value)
        return value


def check_length(length: int) -> None:
    """Refuse a text or a list that is too long; raises TemplateTooLarge."""
    if length > LARGEST_TEXT:
        raise TemplateTooLarge(f"a text is longer than {LARGEST_TEXT:,} characters")


def text_of(value: object) -> str:
    """What a value writes. A list writes nothing sensible, and can hold itself a million times."""
    if isinstance(value, _CONTAINERS):
        raise TemplateTooLarge("a list or a mapping is no text; join its items")
    return str(value)


def weighed(value: Any) -> Any:
    """A container whose values, those within values counted each time, are not too many."""
    _weight(value, {}, 0)
    return value


def _weight(value: object, known: dict[int, int], depth: int) -> int:
    if not isinstance(value, list | tuple | Mapping):
        return 1
    if id(value) not in known:
        if depth > DEEPEST_VALUE:
            raise TemplateTooLarge(f"lists stand within lists more than {DEEPEST_VALUE} deep")
        inner = value.values() if isinstance(value, Mapping) else value
        weight = 1 + sum(_weight(each, known, depth + 1) for each in inner)
        check_length(weight)
        known[id(value)] = weight
    return known[id(value)]


def check_product(left: object, right: object) -> None:
    """Refuse a product that would be too long or too large a number."""
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > LARGEST_NUMBER:
            raise TemplateTooLarge("a number is too large")
        return
    for one, other in ((left, right), (right, left)):
        if isinstance(one, str | list | tuple) and isinstance(other, int):
            check_length(len(one) * other)


# -- filters whose result can be much longer than what they are given ---------------------------


@pass_environment
def joined(environment: Any, value: Iterable[Any], d: str = "", attribute: Any = None) -> str:
    """Jinja2's `join`."""
    if attribute is not None:
        value = map(make_attrgetter(environment, attribute), value)
    parts = [text_of(each) for each in value]
    separator = text_of(d)
    environment.meter.write(sum(map(len, parts)) + len(separator) * len(parts))
    return separator.join(parts)


def replaced(value: object, old: str, new: str, count: int = -1) -> str:
    """Jinja2's `replace`."""
    text = text_of(value)
    times = text.count(old) if count < 0 else min(count, text.count(old))
    check_length(len(text) + times * len(new))
    return text.replace(old, new, count)


def batched(value: Iterable[Any], linecount: int) -> Iterator[list[Any]]:
    """Jinja2's `batch`, without filling."""
    if not 0 < linecount <= LARGEST_BATCH:
        raise TemplateTooLarge(f"a batch holds 1 to {LARGEST_BATCH:,} values")
    source = iter(value)
    while batch := list(islice(source, linecount)):
        yield batch
