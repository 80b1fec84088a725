"""What is measured, each task with all its tools in turn."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.forms import OUTLINE
from tests.bench.measured import ENVIRONMENT, Command, Failed, Usage, measure
from tests.bench.results import Results, Run
from tests.bench.tools import (
    DECKS,
    OURS,
    PANDOC,
    PLAIN,
    ROOT,
    SCRIPT,
    Bench,
    deckgen,
    expect_slides,
    has_script,
)

ONE_TALK = 31
QUADRATIC = (PANDOC, PLAIN)
LONGEST = 300.0  # a tool that would take more CPU seconds than this is left out


def start(results: Results, bench: Bench, rounds: int) -> None:
    """How long until the version or the help stands there, beside importing click."""
    click = (sys.executable, "-c", "import click")
    words = {
        "import click": click,
        "deckgen --version": (deckgen(), "--version"),
        "deckgen --help": (deckgen(), "--help"),
    }
    runs: dict[str, Run] = {
        name: partial(measure, [Command(call, bench.folder, bench.environment())])
        for name, call in words.items()
    }
    results.take_turns("start", runs, rounds)


def one_talk(results: Results, bench: Bench, rounds: int) -> None:
    """A deck, a paper and a text of one talk; deckgen also with nothing in its cache."""
    talk = bench.talk(ONE_TALK)

    def ours(*, known: bool) -> Usage:
        bench.forget()
        if not known:
            shutil.rmtree(bench.folder / "cache", ignore_errors=True)
        return bench.build(talk, bench.fresh(OURS))

    def others(make: Callable[..., Usage], *endings: str) -> Usage:
        out = bench.fresh("others")
        return make(talk, *(out / f"talk.{ending}" for ending in endings))

    runs: dict[str, Run] = {
        OURS: partial(ours, known=True),
        "deckgen, first time": partial(ours, known=False),
        PANDOC: partial(others, bench.pandoc, "pptx", "docx", "md"),
        "python-pptx and python-docx": partial(others, bench.plain, "pptx", "docx"),
    }
    results.take_turns("talk", runs, rounds)


def deck(results: Results, bench: Bench, count: int, rounds: int) -> None:
    """The deck alone, by every tool that is here and would not take too long."""
    talk = bench.talk(count)

    def run(name: str) -> Usage:
        out = bench.fresh(name) / "talk.pptx"
        used = DECKS[name](bench, talk, out)
        expect_slides(out, count)
        return used

    names = [name for name in DECKS if name != SCRIPT or has_script()]
    chosen = [name for name in names if _expected(results, name, count) <= LONGEST]
    results.take_turns(f"deck {count}", {name: partial(run, name) for name in chosen}, rounds)


def _expected(results: Results, name: str, count: int) -> float:
    """CPU seconds, from the largest deck so far; a tool that was left out stays out."""
    sizes = sorted(int(task.split()[1]) for task in results.tasks if task.startswith("deck "))
    if not sizes:
        return 0.0
    last = results.of(f"deck {sizes[-1]}").get(name)
    growth = count / sizes[-1]
    return last.cpu * (growth**2 if name in QUADRATIC else growth) if last else float("inf")


def again(results: Results, bench: Bench, count: int, rounds: int) -> None:
    """A build, the same build again, and once more after one line of the outline has changed."""
    original = bench.talk(count)
    talk = bench.folder / "changing"

    def first() -> Usage:
        shutil.rmtree(talk, ignore_errors=True)
        shutil.copytree(original, talk)
        bench.forget()
        return bench.build(talk, bench.fresh("again"))

    def build() -> Usage:
        return bench.build(talk, bench.folder / "out" / "again")

    def change() -> Usage:
        _change_a_line(talk / OUTLINE)
        return build()

    for _ in range(rounds):  # always in this order: each builds on the one before
        for name, run in (("at first", first), ("unchanged", build), ("one line", change)):
            results.tasks.setdefault(f"again {count}", {}).setdefault(name, []).append(run())


def _change_a_line(outline: Path) -> None:
    """Another word in an item in the middle of the outline."""
    lines = outline.read_text("utf-8").splitlines()
    items = [n for n, line in enumerate(lines) if re.match(r"^ {6}- \w+( \w+)+$", line)]
    at = items[len(items) // 2]
    lines[at] = f"{lines[at].rpartition(' ')[0]} changed"
    outline.write_text("\n".join(lines) + "\n", "utf-8")


def stages(results: Results, bench: Bench, count: int) -> None:
    """The CPU seconds of each stage of a deck, and of deflating and writing its bytes alone."""
    words = (sys.executable, "-m", "tests.bench.stages", str(bench.talk(count)))
    ended = subprocess.run(
        words, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    if ended.returncode:
        raise Failed(ended.stderr)
    results.stages[str(count)] = json.loads(ended.stdout)
