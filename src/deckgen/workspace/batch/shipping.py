"""A job on machines that share no disk: everything that it needs travels with it, once."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from distributed import WorkerPlugin

from deckgen.frozen import Frozen, replace
from deckgen.model.files import FileRefused
from deckgen.version import __version__
from deckgen.workspace.batch.job import Job, Made, Task
from deckgen.workspace.batch.maker import Maker
from deckgen.workspace.jail import TalkFiles


class Shipment(Frozen):
    """A job, and the files of the talk's folder by their paths within it."""

    job: Job
    files: Mapping[str, bytes]
    version: str = __version__


def packed(job: Job) -> Shipment:
    """The job with all files that its outline may name; raises FileRefused for too many."""
    folder = Path(job.folder)
    files = TalkFiles(folder)
    found: dict[str, bytes] = {}
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(inside, name).relative_to(folder).as_posix()
            if name.startswith(".") or not _is_own(path, files):
                continue
            found[path] = files.read(path)
    return Shipment(job, found)


def _is_own(path: str, files: TalkFiles) -> bool:
    """Whether a file is an ordinary one of the talk, and no link that leads out of it."""
    try:
        return files.locate(path).is_file()
    except FileRefused:
        return False


class _Bench:
    """Where a process of the cluster makes rows: the unpacked talk, and a maker when it is needed.

    A maker serves one thread at a time.
    """

    def __init__(self, shipment: Shipment) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="deckgen-talk-"))
        self._lock = threading.Lock()
        self._maker: Maker | None = None
        for path, data in shipment.files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        self._job = replace(shipment.job, folder=str(self.folder))

    def make(self, tasks: Sequence[Task]) -> list[Made]:
        with self._lock:
            if self._maker is None:
                self._maker = Maker(self._job)
            return self._maker.make(tasks)


_BENCHES: dict[str, _Bench] = {}


class Unpacker(WorkerPlugin):
    """Unpacks a shipment in every process of a cluster, also in those that join later."""

    def __init__(self, name: str, shipment: Shipment) -> None:
        self.name, self._shipment = name, shipment

    def setup(self, worker: Any) -> None:
        """Unpack. Raises RuntimeError where another version of deckgen is installed."""
        if self._shipment.version != __version__:
            here, there = __version__, self._shipment.version
            raise RuntimeError(f"a worker has deckgen {here}, the batch was started with {there}")
        _BENCHES[self.name] = _Bench(self._shipment)

    def teardown(self, worker: Any) -> None:
        """Remove what was unpacked."""
        bench = _BENCHES.pop(self.name, None)
        if bench is not None:
            shutil.rmtree(bench.folder, ignore_errors=True)


def make_rows(name: str, tasks: Sequence[Task]) -> tuple[list[Made], float]:
    """Make rows in a process of the cluster; gives them, and the seconds that they took."""
    started = perf_counter()
    return _BENCHES[name].make(tasks), perf_counter() - started
