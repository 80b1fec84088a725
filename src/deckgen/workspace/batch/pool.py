"""Makers in processes of this machine; a process that dies costs nothing but its time."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from importlib import import_module
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from time import monotonic
from types import ModuleType
from typing import Any

from deckgen.workspace.batch.finish import finished, killed
from deckgen.workspace.batch.job import Job, Outcome, Task

LONGEST_CHUNK = 64
CHUNK_SECONDS = 0.25  # of work that is given away at once
MOST_STARTS = 3  # of a process that dies before it is ready
MOST_KILLS = 2
FIRST_CLEARING, LAST_CLEARING = 250, 8_000  # rows between two looks for circles
SAFE_PATH = "PYTHONSAFEPATH"
OPEN_FILES = "/proc/self/fd"  # a process's own, on Linux (proc(5))
THREADED = "duckdb"  # has threads of which Python knows nothing
# Imported once, by the process that the others are copied from; of a format only what it needs.
PRELOADED = ("deckgen.workspace.batch.maker",)
PRELOADED_FOR: Mapping[str, tuple[str, ...]] = {
    "deck": (
        "deckgen.place",
        "deckgen.writers.pptx",
        "deckgen.ooxml.validity",
        "lxml.etree",
        "uharfbuzz",
    ),
    "briefing": (
        "deckgen.documents.rendering",
        "deckgen.writers.docx",
        "deckgen.ooxml.validity",
        "lxml.etree",
        "uharfbuzz",
    ),
    "summary": ("deckgen.documents.rendering",),
}


class PoolBroken(Exception):
    """Processes cannot be started here."""


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, and the rows that it has been given."""

    process: Any
    connection: Connection
    ready: bool = False
    tasks: list[Task] = field(default_factory=list)
    since: float = 0.0


class _Queue:
    """Rows that wait: first those whose process died, each alone, then the others as they come."""

    __slots__ = ("_again", "_source", "size")

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._again: deque[list[Task]] = deque()
        self._source = iter(tasks)
        self.size = 1

    def next(self) -> list[Task]:
        """Rows to be made together; none at the end."""
        return self._again.popleft() if self._again else list(islice(self._source, self.size))

    def again(self, tasks: Iterable[Task]) -> None:
        """Have rows made anew."""
        self._again.extend([task] for task in tasks)

    def waits(self) -> bool:
        """Whether there are any."""
        if not self._again and (following := list(islice(self._source, self.size))):
            self._again.append(following)
        return bool(self._again)


class Pool:
    """Processes that make rows and write their files."""

    __slots__ = ("_context", "_deaths", "_failures", "_folder", "_job", "_queue", "_workers")

    def __init__(self, job: Job, folder: Path, tasks: Iterable[Task]) -> None:
        self._job, self._folder = job, folder
        self._context = _context(job.formats)
        self._queue = _Queue(tasks)
        self._workers: list[_Worker] = []
        self._deaths: Counter[int] = Counter()
        self._failures = 0

    def run(self, processes: int) -> Iterator[Outcome]:
        """The outcomes, as they come. Raises PoolBroken."""
        workers = self._workers
        try:
            while True:
                for worker in workers:
                    if worker.ready and not worker.tasks:
                        self._give(worker)
                while len(workers) < processes and self._queue.waits():
                    workers.append(self._start())
                waits = self._queue.waits()
                awaited = [each for each in workers if each.tasks or (waits and not each.ready)]
                if not awaited:
                    return
                yield from self._heard(awaited)
        finally:
            for worker in workers:
                _stop(worker)

    def _heard(self, awaited: list[_Worker]) -> Iterator[Outcome]:
        """What those workers say that are heard of next."""
        heard = wait([worker.connection for worker in awaited])
        for worker in awaited:
            if worker.connection not in heard:
                continue
            try:
                outcomes: list[Outcome] = worker.connection.recv()
            except (EOFError, OSError):
                self._workers.remove(worker)
                yield from self._buried(worker)
                continue
            if worker.tasks:
                self._measure(worker)
            self._failures = 0
            worker.ready, worker.tasks = True, []
            yield from outcomes

    def _give(self, worker: _Worker) -> None:
        worker.tasks, worker.since = self._queue.next(), monotonic()
        if worker.tasks:
            with suppress(OSError):  # it has died: reading from it says so
                worker.connection.send(worker.tasks)

    def _measure(self, worker: _Worker) -> None:
        """Give more at once where rows are made quickly."""
        each = (monotonic() - worker.since) / len(worker.tasks)
        self._queue.size = max(1, min(LONGEST_CHUNK, int(CHUNK_SECONDS / max(each, 1e-6))))

    def _buried(self, worker: _Worker) -> Iterator[Outcome]:
        """Have the rows of a dead process made anew, but not one that kills again and again."""
        _stop(worker)
        if not worker.ready:
            self._failures += 1
            if self._failures >= MOST_STARTS:
                code = worker.process.exitcode
                raise PoolBroken(f"processes end as soon as they start, with exit code {code}")
            return
        if len(worker.tasks) == 1:
            task = worker.tasks[0]
            self._deaths[task.row.number] += 1
            if self._deaths[task.row.number] >= MOST_KILLS:
                yield killed(task, MOST_KILLS)
                return
        self._queue.again(worker.tasks)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        copied = self._context.get_start_method() == "fork"
        process = self._context.Process(
            target=_serve_as_copy if copied else _serve,
            args=(theirs, self._job, self._folder),
            daemon=True,
        )
        with nullcontext() if copied else _apart():
            process.start()
        theirs.close()
        return _Worker(process, ours)


def _context(formats: Iterable[str]) -> Any:
    """How processes are started: as copies of this one, or of one that has imported the same."""
    needed = [*PRELOADED, *(name for each in formats for name in PRELOADED_FOR[each])]
    if _can_be_copied():
        for name in needed:
            import_module(name)
        return multiprocessing.get_context("fork")
    forks = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if forks else "spawn")
    context.set_forkserver_preload(needed)
    return context


def _can_be_copied() -> bool:
    """Whether nothing but this thread runs here: what others hold would stay held in a copy."""
    alone = threading.active_count() == 1 and THREADED not in sys.modules
    return alone and sys.platform == "linux" and os.path.isdir(OPEN_FILES)


def _stop(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.terminate()
    worker.process.join()


@contextmanager
def _apart() -> Iterator[None]:
    """Start a process that runs nothing of the caller's script, nor of the working folder."""
    main, safe = sys.modules["__main__"], os.environ.get(SAFE_PATH)
    sys.modules["__main__"] = ModuleType("__main__")
    os.environ[SAFE_PATH] = "1"
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        if safe is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = safe


def _serve_as_copy(connection: Connection, job: Job, folder: Path) -> None:
    """Serve without what a copy holds of whom it was copied from: its lock, others' pipes."""
    kept = {0, 1, 2, connection.fileno()}
    for descriptor in set(map(int, os.listdir(OPEN_FILES))) - kept:
        with suppress(OSError):  # the listing has had one of its own
            os.close(descriptor)
    _serve(connection, job, folder)


def _serve(connection: Connection, job: Job, folder: Path) -> None:
    """What a process does: make rows until nobody asks for more."""
    from deckgen.workspace.batch.maker import Maker

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is meant for who asks
    maker = Maker(job)
    # What a row leaves behind is mostly freed without looking for circles, and looking takes as
    # long as making many rows: it is done now and then, and less often where there are none.
    gc.freeze()
    gc.disable()
    made, clearing = 0, FIRST_CLEARING
    try:
        connection.send([])
        while True:
            tasks: list[Task] = connection.recv()
            connection.send([finished(each, folder) for each in maker.make(tasks)])
            made += len(tasks)
            if made >= clearing:
                clearing = FIRST_CLEARING if gc.collect() else min(2 * clearing, LAST_CLEARING)
                made = 0
    except (EOFError, OSError):
        return
