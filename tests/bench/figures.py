"""What the measurements say, each figure beside what is aimed at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.results import Results
from tests.bench.tools import OURS, PANDOC, PLAIN, SCRIPT

SMALL, LARGE = 1_000, 10_000
AHEAD = ((1_000, PANDOC, 8), (1_000, SCRIPT, 1), (3_000, PANDOC, 30), (3_000, PLAIN, 20),
         (3_000, SCRIPT, 1))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and its aim, as words."""

    what: str
    measured: str
    aim: str = ""


def figures(results: Results) -> Iterator[Figure]:
    """Those that these results hold."""
    yield from _start(results)
    yield from _ahead(results)
    yield from _growth(results)
    yield from _floor(results)
    yield from _again(results)
    yield from _batch(results)


def sizes(results: Results) -> list[int]:
    """The numbers of slides that were measured."""
    return [int(task.split()[1]) for task in results.tasks if task.startswith("deck ")]


def digits(value: float) -> str:
    """Three figures at most."""
    places = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{places}f}"


def _times(results: Results, task: str, slow: str, fast: str) -> str:
    """The ratio of wall seconds, and of CPU seconds; empty where a tool was left out."""
    wall, cpu = (results.ratio(task, slow, fast, figure) for figure in ("wall", "cpu"))
    return f"{digits(wall)} × (CPU {digits(cpu)} ×)" if wall and cpu else ""


def _start(results: Results) -> Iterator[Figure]:
    for call in ("--version", "--help"):
        times = _times(results, "start", f"deckgen {call}", "import click")
        yield Figure(f'`deckgen {call}` beside `python -c "import click"`', times, "at most 2.5 ×")
    times = _times(results, "talk", OURS, PANDOC)
    yield Figure("all three files of 31 slides, beside Pandoc’s three", times, "at most 1 ×")
    times = _times(results, "talk", f"{OURS}, first time", PANDOC)
    yield Figure("the same with a template never seen before", times)


def _ahead(results: Results) -> Iterator[Figure]:
    for size, rival, aim in AHEAD:
        times = _times(results, f"deck {size}", rival, OURS)
        if times:
            yield Figure(f"{rival} beside deckgen, {size:,} slides", times, f"at least {aim} ×")


def _growth(results: Results) -> Iterator[Figure]:
    """Time and memory of a slide among many."""
    small, large = (results.of(f"deck {size}") for size in (SMALL, LARGE))
    if OURS not in small or OURS not in large:
        return
    slower = large[OURS].cpu / small[OURS].cpu * SMALL / LARGE
    what = f"CPU time of a slide among {LARGE:,}, beside one among {SMALL:,}"
    yield Figure(what, f"{digits(slower)} ×", "at most 1.2 ×")
    for name in small:
        if name in large:
            grown = (large[name].peak - small[name].peak) / (LARGE - SMALL)
            aim = "at most 25 KiB" if name == OURS else ""
            yield Figure(f"memory for one more slide, {name}", f"{digits(grown)} KiB", aim)


def _floor(results: Results) -> Iterator[Figure]:
    """Our own work beside what any writer of this deck has to do."""
    for size, stages in results.stages.items():
        built, alone = results.of(f"deck {size}")[OURS], stages["floor"]
        floor = f"deflating and writing the same {int(size):,} slides"
        times = f"{digits(stages['write'] / alone)} ×"
        yield Figure(f"writing alone, beside {floor}", times, "at most 2 ×")
        times = f"{digits(built.wall / alone)} × (CPU {digits(built.cpu / alone)} ×)"
        yield Figure(f"the whole build, beside {floor}", times, "at most 8 ×")


def _again(results: Results) -> Iterator[Figure]:
    for task in results.tasks:
        if task.startswith("again "):
            slides = f"all three files of {int(task.split()[1]):,} slides"
            for name, words in (("unchanged", "nothing"), ("one line", "one line")):
                times = _times(results, task, name, "at first")
                yield Figure(f"{slides} again with {words} changed, beside at first", times)


def _batch(results: Results) -> Iterator[Figure]:
    """Decks of three slides, one a row."""
    for task in results.tasks:
        if task.startswith("batch "):
            count = int(task.split()[1])
            what = f"{PLAIN} beside deckgen, {count:,} decks for rows of data, in one process"
            yield Figure(what, _times(results, task, PLAIN, OURS), "at least 15 ×")
            for name, usage in results.of(task).items():
                yield Figure(f"decks a second, {name}", digits(count / usage.wall))
