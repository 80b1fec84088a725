"""Running a program and measuring it: wall and CPU seconds, and the most memory it held."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

SET_CHILD_SUBREAPER = 36
UNUSUAL = ("PYTHONDONTWRITEBYTECODE", "PYTHONDEVMODE", "PYTHONWARNINGS", "PYTHONHASHSEED")
# Python keeps what it has compiled, as it does on people's machines.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in UNUSUAL}


class Failed(Exception):
    """A program that was to be measured ended with an error."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What one run took: seconds, seconds of CPU (user and system), KiB of memory at its peak."""

    wall: float
    cpu: float
    peak: int

    def __add__(self, other: Usage) -> Usage:
        return Usage(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments, where it runs, and what it has in its environment."""

    words: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]


def measure(commands: Sequence[Command]) -> Usage:
    """Run the commands one after the other; raises Failed.

    A program's children count with it, also those for which it does not wait. Its peak is no less
    than that of the process that starts it, so that whoever calls this keeps itself small.
    """
    _adopt_orphans()
    return sum((_measured(command) for command in commands), Usage(0, 0, 0))


def _measured(command: Command) -> Usage:
    with tempfile.TemporaryFile() as said:
        started = perf_counter()
        process = subprocess.Popen(
            command.words,
            cwd=command.folder,
            env=dict(command.environment),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            last = said.read().decode(errors="replace").strip()[-2_000:]
            raise Failed(f"{' '.join(command.words)} ended with {process.returncode}: {last}")
    return Usage(wall, used.ru_utime + used.ru_stime, used.ru_maxrss) + _orphans()


def _adopt_orphans() -> None:
    """Become the parent of processes whose own parent ends before them, on Linux (prctl(2))."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _orphans() -> Usage:
    """What the processes took that a program has left behind; their wall time is its own."""
    taken = Usage(0, 0, 0)
    while True:
        try:
            _, _, used = os.wait4(-1, 0)
        except ChildProcessError:
            return taken
        taken += Usage(0, used.ru_utime + used.ru_stime, used.ru_maxrss)
