"""Titles where there is little room for them."""

from __future__ import annotations

from collections.abc import Callable

_GOES_ON = (": ", "：", " – ", " — ")  # before what a title says more


def beginning(title: str) -> str:
    """What a title says before it says more: all of it where it says it at once."""
    return min((title.partition(mark)[0] for mark in _GOES_ON), key=len)


def shortened(title: str, fits: Callable[[str], bool]) -> str:
    """The title, its beginning, or as many of its words as fit, with an ellipsis."""
    short = title if fits(title) else beginning(title)
    words = short
    while words and not fits(short):
        words = words.rpartition(" ")[0].rstrip(" ,;–—") or words[:-1]
        short = f"{words}…"
    return short
