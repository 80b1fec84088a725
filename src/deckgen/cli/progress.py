"""A progress bar that appears when a job takes long and someone is watching."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 1.0  # seconds before the bar appears
LENGTH = 1_000


@contextmanager
def progress(wanted: bool) -> Iterator[Callable[[float, str], None]]:
    """What a job tells its progress to: the share that is done, and the next step's name."""
    with ExitStack() as stack:
        watched = wanted and sys.stderr.isatty()
        bar = _Bar(stack)
        yield bar.tell if watched else lambda _share, _step: None
        bar.end()


class _Bar:
    """Opens click's bar at the first step after `PATIENCE`, so a quick job shows none."""

    __slots__ = ("_bar", "_stack", "_started")

    def __init__(self, stack: ExitStack) -> None:
        self._bar: ProgressBar[str | None] | None = None
        self._stack = stack
        self._started = monotonic()

    def tell(self, share: float, step: str) -> None:
        if self._bar is None and monotonic() - self._started > PATIENCE:
            self._bar = self._stack.enter_context(
                click.progressbar(
                    length=LENGTH,
                    file=sys.stderr,
                    item_show_func=lambda name: name,
                    show_eta=False,
                )
            )
        if self._bar is not None:
            self._bar.update(round(share * LENGTH) - self._bar.pos, step)

    def end(self) -> None:
        if self._bar is not None:
            self.tell(1.0, "done")
