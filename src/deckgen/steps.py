"""Work done step by step, so that several pieces of it can be done abreast.

A processor that does one step of many talks has at hand what the step needs; one that does all
steps of a talk, and then those of the next, fetches it anew each time, which takes a third longer.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work that yields between its steps, and returns what comes of it."""


def step(work: Callable[[], T]) -> Steps[T]:
    """A piece of work as one step, before which others are done."""
    yield
    return work()


def done(work: Steps[T]) -> T:
    """Do all steps of a piece of work."""
    return abreast((work,))[0]


def abreast(works: Iterable[Steps[T]]) -> list[T]:
    """Do one step of each, then the next of each, to the end; what comes of them, in order."""
    results: dict[int, Any] = {}
    going = dict(enumerate(works))
    while going:
        for place, work in list(going.items()):
            try:
                next(work)
            except StopIteration as end:
                results[place] = end.value
                del going[place]
    return [results[place] for place in sorted(results)]
