"""Runs deckgen where it may not reach the network, run programs, nor write where it likes.

Started once, it imports what a build needs; then it reads jobs, a line of JSON each, and makes a
copy of itself for every job: `{cwd, output, cache, secret, said, arguments}`. Files may be written
below `output` and `cache` alone, and `secret` may not even be opened; whoever tries ends with a code that deckgen
never gives. What is printed goes to `said`. The answer is a line: `[code, seconds, peak]`, the
seconds of the processor, the peak of resident memory in bytes.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
from pathlib import Path
from typing import Any

REACHED_OUT, WROTE_OUTSIDE, READ_SECRET = 97, 98, 99
MEMORY = 500 << 20  # bytes of address space: more than what is resident
SECONDS = 5  # of processor time, as other processes may keep this one waiting
RENDERER = "deckgen.fields.pictures.renderer"  # the one program that is run: deckgen's own

_OUTWARD = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.forkpty",  # os.fork makes a copy that is watched as well
    "urllib.",
)
_CHANGING = frozenset(
    ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_TALK = "talk: {title: T}\nslides:\n  - bullets: A\n    items: [a]\n    notes: N\n"


def _end(code: int, event: str, arguments: tuple[object, ...]) -> None:
    os.write(2, f"guarded: {event} {arguments!r}\n".encode("utf-8", "replace"))
    os._exit(code)


def _watch(places: tuple[str, ...], secret: str) -> None:
    def inside(path: Any) -> bool:
        if isinstance(path, int) or path is None or path == os.devnull:
            return True
        real = os.path.realpath(os.fsdecode(path))
        return any(real == place or real.startswith(place + os.sep) for place in places)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "subprocess.Popen" and RENDERER in arguments[1]:
            return
        if event.startswith(_OUTWARD):
            _end(REACHED_OUT, event, arguments)
        elif event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING and not inside(path):
                _end(WROTE_OUTSIDE, event, arguments)
            if not isinstance(path, int) and os.path.realpath(os.fsdecode(path)) == secret:
                _end(READ_SECRET, event, arguments)
        elif event in _CHANGING and not all(
            # The folder that a link stands in, not where it leads; a place itself may be made.
            os.path.abspath(os.fsdecode(each)) in places
            or inside(os.path.dirname(os.path.abspath(os.fsdecode(each))))
            for each in arguments
            if isinstance(each, str | bytes | os.PathLike)
        ):
            _end(WROTE_OUTSIDE, event, arguments)

    sys.addaudithook(watch)


def _run(job: dict[str, Any]) -> int:
    """Bind this process and become deckgen."""
    said = os.open(job["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(said, 1)
    os.dup2(said, 2)
    os.chdir(job["cwd"])
    sys.argv = ["deckgen", *job["arguments"]]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.environ["DECKGEN_CACHE"] = job["cache"]
    _watch((os.path.realpath(job["output"]), job["cache"]), os.path.realpath(job["secret"]))
    from deckgen.cli import main

    return main()


def _answer(line: str) -> list[float]:
    child = os.fork()
    if not child:
        code = 70  # an exception that even deckgen's main does not catch
        try:
            code = _run(json.loads(line))
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return [code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10]


def _warm() -> None:
    """Import all that a build imports, as far as deckgen is concerned with speed."""
    import click.testing  # noqa: F401 - click's parts

    import deckgen
    from deckgen.cli import app, build, report, run  # noqa: F401

    with tempfile.TemporaryDirectory() as folder:
        outline = Path(folder) / "outline.yaml"
        outline.write_text(_TALK, "utf-8")
        assert deckgen.check(outline).ok


def serve() -> None:
    """Answer jobs until the input ends."""
    _warm()
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        answers.write(json.dumps(_answer(line)) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve()
