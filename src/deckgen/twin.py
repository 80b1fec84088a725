"""Two halves of one piece of work, each in a process of its own."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    Peer = Connection[Any, Any]

T = TypeVar("T")
U = TypeVar("U")


def both(first: Callable[[Peer], T], second: Callable[[Peer], U]) -> tuple[T, U] | None:
    """What two functions give; the second runs in a copy of this process (POSIX fork).

    Each gets its end of a pipe, over which they may tell each other what they know so far. None
    where there is no second core, or the copy has failed: the caller then does all by itself.
    """
    if not _possible():
        return None
    from multiprocessing.connection import Pipe

    here, there = Pipe()
    child = os.fork()
    if child == 0:
        _run(second, there)
    there.close()
    try:
        return first(here), here.recv()
    except (EOFError, ConnectionError):
        return None
    finally:
        here.close()
        os.kill(child, signal.SIGKILL)  # it has nothing more to say
        os.waitpid(child, 0)


def _possible() -> bool:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    # A copy of a process has one thread only: what the others hold would stay held.
    return hasattr(os, "fork") and (cores or 1) > 1 and threading.active_count() == 1


def _run(work: Callable[[Peer], object], peer: Peer) -> NoReturn:
    try:
        peer.send(work(peer))
    finally:
        os._exit(0)  # whatever happened: nothing of the parent's is to be cleared up here
