"""Running a batch: a bar with its rate and the time left, then what came of it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from deckgen.cli import INTERRUPTED
from deckgen.cli.report import Reporter
from deckgen.workspace.batch.run import BatchRequest, BatchResult, batch
from deckgen.workspace.cache import NO_CACHE, cache
from deckgen.workspace.jobs import Surroundings

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PAUSE = 0.1  # seconds between two changes of the bar


def run_batch(word: str, request: BatchRequest, reporter: Reporter, *, no_cache: bool) -> int:
    """Do what is requested in the working folder; gives the exit code."""
    gc.disable()  # rows come and go without circles, and what is looked through stays
    with _progress(wanted=reporter.style == "text" and not reporter.quiet) as tell:
        kept = NO_CACHE if no_cache else cache(os.environ)
        around = Surroundings(Path(), os.environ, lambda _share, _step: None, kept)
        result = batch(word, request, around, tell)
    code = reporter.rows(result.diagnostics, _outcome(result), _json(result))
    return INTERRUPTED if result.stopped else code


def _outcome(result: BatchResult) -> list[str]:
    if not result.folder:
        return []
    counts = ((result.made, "made"), (result.kept, "there already"), (result.failed, "failed"))
    said = [f"{count:,} {what}" for count, what in counts if count]
    lines = [f"{result.folder}/  {', '.join(said) or 'nothing made'}"]
    if result.manifest is not None:
        lines.append(f"{result.folder}/{result.manifest.name}  what was made, row by row")
    elif result.left:
        lines.append(f"{result.left:,} rows are left: the same command goes on from here")
    return lines


def _json(result: BatchResult) -> dict[str, object]:
    return {
        "made": result.made,
        "kept": result.kept,
        "failed": result.failed,
        "left": result.left,
        "manifest": f"{result.folder}/{result.manifest.name}" if result.manifest else None,
    }


@contextmanager
def _progress(wanted: bool) -> Iterator[Callable[[int, int, int], None]]:
    with ExitStack() as stack:
        watched = wanted and sys.stderr.isatty()
        bar = _Bar(stack)
        yield bar.tell if watched else lambda _done, _kept, _all: None
        bar.end()


class _Bar:
    """click's bar, opened with the first row; it counts rows, and shows how many a second."""

    __slots__ = ("_bar", "_done", "_drawn", "_stack", "_started")

    def __init__(self, stack: ExitStack) -> None:
        self._bar: ProgressBar[str | None] | None = None
        self._stack = stack
        self._started, self._drawn, self._done = monotonic(), 0.0, 0

    def tell(self, done: int, kept: int, total: int) -> None:
        if self._bar is None:
            bar: ProgressBar[str | None] = click.progressbar(
                length=total, file=sys.stderr, show_pos=True, item_show_func=lambda rate: rate
            )
            self._bar = self._stack.enter_context(bar)
            self._started = monotonic()
        now, self._done = monotonic(), done
        if now - self._drawn > PAUSE or done == total:
            self._drawn = now
            rate = (done - kept) / max(now - self._started, 0.001)
            self._bar.update(done - self._bar.pos, f"{rate:.1f} rows/s")

    def end(self) -> None:
        if self._bar is not None:
            self._bar.update(self._done - self._bar.pos)
