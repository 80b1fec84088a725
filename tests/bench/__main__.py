"""The benchmarks: python -m tests.bench [--quick] [--sizes 31,300] (or `make bench`).

Every tool gets the same talk, in turn with the others, in processes of its own; seconds are
medians. The results go to build/bench/, the table and the chart of a whole run into the README.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.bench import machine, tasks
from tests.bench.batch import batch
from tests.bench.drawn import draw
from tests.bench.report import markdown
from tests.bench.results import Results, load
from tests.bench.tools import ROOT, Bench

Task = Callable[[Results], None]
OUT = ROOT / "build" / "bench"
SIZES = (31, 300, 1_000, 3_000, 10_000)
QUICK = (31, 300)
LARGE = 1_000  # slides: stages of a smaller deck are those of the start
README = ROOT / "README.md"
BEGIN, END = "<!-- what `make bench` measured -->", "<!-- until here -->"


def main() -> None:
    """Measure and write down."""
    wanted = _arguments()
    whole = not (wanted.quick or wanted.sizes)
    kept = OUT / ("results.json" if whole else "part.json")
    if not wanted.show:
        _measured(wanted.sizes, kept, quick=wanted.quick)
    _show(load(kept), whole=whole)


def _show(results: Results, *, whole: bool) -> None:
    """Write the table and draw the chart; those of a whole run stand in the README."""
    table = markdown(results)
    print(table)
    (OUT / "results.md").write_text(table, "utf-8")
    drawn = draw(results, OUT, OUT / "bench.png")
    if not whole:
        return
    before, _, rest = README.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n{table}{END}{after}", "utf-8")
    if drawn:
        shutil.copy(OUT / "bench.png", README.parent / ".readme" / "bench.png")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds of small decks")
    parser.add_argument("--show", action="store_true", help="write down the last run again")
    parser.add_argument(
        "--sizes", type=lambda text: tuple(int(size) for size in text.split(",")), default=()
    )
    return parser.parse_args()


def _measured(sizes: tuple[int, ...], kept: Path, *, quick: bool) -> None:
    """Measure all tasks; what is measured is kept after each of them."""
    folder = OUT / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    bench = Bench(folder)
    results = Results(machine.describe())
    rounds = 3 if quick else 5
    for task in _tasks(bench, sizes or (QUICK if quick else SIZES), rounds, 50 if quick else 1_000):
        task(results)
        results.machine["load afterwards"] = machine.load()
        results.save(kept)
    shutil.rmtree(folder)


def _tasks(bench: Bench, sizes: tuple[int, ...], rounds: int, rows: int) -> Iterator[Task]:
    yield lambda results: tasks.start(results, bench, 3 * rounds)
    yield lambda results: tasks.one_talk(results, bench, 2 * rounds - 1)
    for size in sizes:
        if size in (sizes[0], LARGE):
            yield partial(tasks.again, bench=bench, count=size, rounds=rounds)
        yield partial(tasks.deck, bench=bench, count=size, rounds=rounds)
        if size >= LARGE:
            yield partial(tasks.stages, bench=bench, count=size)
    yield lambda results: batch(results, bench, rows, rounds)


if __name__ == "__main__":
    main()
