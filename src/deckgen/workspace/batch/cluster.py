"""Makers on a Dask cluster: rows go there, files come back and are written here."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any
from uuid import uuid4

from deckgen.model.files import FileRefused
from deckgen.workspace.batch.finish import finished, killed
from deckgen.workspace.batch.job import Job, Outcome, Task

LONGEST_CHUNK = 16
CHUNK_SECONDS = 0.25
CONNECT_SECONDS = 30
MOST_FAULTS = 5
PATIENCE = 60.0  # seconds without any worker
LOOK_SECONDS = 1.0  # between two looks at how many workers there are
AHEAD = 3  # chunks a worker has before it at most, so that it never waits


class ClusterBroken(Exception):
    """The cluster cannot be used, or was lost; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class Cluster:
    """A Dask cluster on which a job is made."""

    __slots__ = (
        "_again",
        "_chunk",
        "_faults",
        "_folder",
        "_job",
        "_running",
        "_source",
        "_workers",
    )

    def __init__(self, job: Job, folder: Path, tasks: Iterable[Task]) -> None:
        self._job, self._folder = job, folder
        self._source = iter(tasks)
        self._again: deque[list[Task]] = deque()
        self._chunk = 1
        self._workers = (0, 0.0)
        self._faults = 0  # in a row: a connection may break while a worker is lost
        self._running: dict[Any, list[Task]] = {}

    def run(self, address: str) -> Iterator[Outcome]:
        """The outcomes, as they come. Raises ClusterBroken."""
        client = _connected(address)
        try:
            name = f"deckgen-{uuid4().hex}"
            _ship(client, name, self._job)
            try:
                yield from self._outcomes(client, name)
            finally:
                with suppress(Exception):
                    client.cancel(list(self._running))
                    client.unregister_worker_plugin(name)
        finally:
            with suppress(Exception):
                client.close(timeout=CONNECT_SECONDS)

    def _outcomes(self, client: Any, name: str) -> Iterator[Outcome]:
        from deckgen.workspace.batch.shipping import make_rows

        running = self._running
        done: SimpleQueue[Any] = SimpleQueue()
        seen = monotonic()
        while True:
            workers = self._counted(client)
            seen = monotonic() if workers else seen
            if monotonic() - seen > PATIENCE:
                hint = "Start workers, and the same command goes on."
                raise ClusterBroken(f"the cluster has had no worker for {PATIENCE:g} seconds", hint)
            while len(running) < AHEAD * max(workers, 1) and (tasks := self._next()):
                future = client.submit(make_rows, name, tasks, pure=False)
                running[future] = tasks
                future.add_done_callback(done.put)
            if not running:
                return
            with suppress(Empty):
                future = done.get(timeout=LOOK_SECONDS)
                yield from self._received(future, running.pop(future))

    def _received(self, future: Any, tasks: list[Task]) -> Iterator[Outcome]:
        """The outcomes of rows that are done; those whose workers died come again, each alone."""
        from distributed.scheduler import KilledWorker

        try:
            all_made, seconds = future.result()
        except KilledWorker as fault:
            if len(tasks) > 1:
                self._again.extend([task] for task in tasks)
            else:
                yield killed(tasks[0], len(fault.args[2:]) or 3)
            return
        except Exception as fault:
            self._faults += 1
            if self._faults > MOST_FAULTS:
                message = f"the cluster cannot make rows: {type(fault).__name__}: {fault}"
                hint = (
                    "Install the same deckgen on all workers; the same command goes on from here."
                )
                raise ClusterBroken(message, hint) from fault
            self._again.append(tasks)
            return
        self._faults = 0
        each = seconds / len(tasks)
        self._chunk = max(1, min(LONGEST_CHUNK, int(CHUNK_SECONDS / max(each, 1e-6))))
        for made in all_made:
            yield finished(made, self._folder)

    def _next(self) -> list[Task]:
        return self._again.popleft() if self._again else list(islice(self._source, self._chunk))

    def _counted(self, client: Any) -> int:
        """How many workers there are, asked for now and then."""
        count, looked = self._workers
        if monotonic() - looked > LOOK_SECONDS:
            count = len(client.nthreads())
            self._workers = count, monotonic()
        return count


def _connected(address: str) -> Any:
    try:
        import distributed
    except ImportError as missing:
        hint = "Install it: pip install 'deckgen-pipeline[dask]'"
        raise ClusterBroken("dask.distributed is not installed", hint) from missing
    # What it says of workers that are lost is mended here, and shown by the cluster's own logs.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    connect: Any = distributed.Client
    try:
        return connect(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as fault:
        hint = "Start one with `dask scheduler`, and workers with `dask worker ADDRESS`."
        raise ClusterBroken(f"no Dask scheduler answers at {address}", hint) from fault


def _ship(client: Any, name: str, job: Job) -> None:
    from deckgen.workspace.batch.shipping import Unpacker, packed

    try:
        client.register_plugin(Unpacker(name, packed(job)), name=name)
    except FileRefused as refused:
        raise ClusterBroken(refused.message, refused.hint) from refused
    except Exception as fault:
        hint = "Install the same deckgen on the scheduler's machine and on all workers."
        message = f"the cluster cannot take the talk: {type(fault).__name__}: {fault}"
        raise ClusterBroken(message, hint) from fault
