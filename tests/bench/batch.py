"""Many small decks: deckgen's batch beside a loop of python-pptx, both on the same template."""

from __future__ import annotations

import csv
import os
import shutil
import sys
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from tests.bench.measured import ENVIRONMENT, Command, Failed, Usage, measure
from tests.bench.results import Results, Run
from tests.bench.tools import OURS, PLAIN, RIVALS, ROOT, SEED, Bench, deckgen
from tests.bench.words import Writer

TEMPLATE = ROOT / "templates" / "default" / "deck.pptx"
ALL_CORES = f"{OURS} on {os.cpu_count()} cores"
OUTLINE = """\
talk:
  title: Report on {{ country }}
  speaker: Ada Example
  dates: 2030-05-06
  language: en
slides:
  - title-slide
  - bullets: What {{ country }} did in {{ year }}
    items: ["{{ first }}", "{{ second }}", "{{ third }}"]
    notes: "{{ notes }}"
  - table: Figures of {{ country }}
    columns: [Year, Launches, Satellites]
    rows: [["{{ year }}", "{{ launches }}", "{{ satellites }}"]]
    notes: "{{ notes }}"
"""
COLUMNS = ("country", "year", "first", "second", "third", "notes", "launches", "satellites")


def batch(results: Results, bench: Bench, count: int, rounds: int) -> None:
    """A deck of three slides for each row, in one process each; deckgen also on all cores."""
    folder = bench.folder / "batch"
    folder.mkdir()
    (folder / "outline.yaml").write_text(OUTLINE, "utf-8")
    rows = folder / "rows.csv"
    _write_rows(rows, count)

    def fresh() -> Path:
        # A file system may take long over the places of files that were deleted just now.
        return Path(mkdtemp(dir=folder))

    def ours(jobs: int) -> Usage:
        out = fresh()
        bench.forget()
        words = ("batch", str(folder), "--data", str(rows), "--to", "deck", "-o", str(out))
        call = (deckgen(), *words, "--jobs", str(jobs), "--force", "--quiet")
        return _counted(Command(call, folder, bench.environment()), out, count)

    def loop() -> Usage:
        out = fresh()
        script = str(RIVALS / "plain_batch.py")
        call = (sys.executable, script, str(rows), str(TEMPLATE), str(out))
        return _counted(Command(call, folder, ENVIRONMENT), out, count)

    runs: dict[str, Run] = {
        OURS: partial(ours, 1),
        PLAIN: loop,
        ALL_CORES: partial(ours, os.cpu_count() or 1),
    }
    results.take_turns(f"batch {count}", runs, rounds)
    shutil.rmtree(folder)


def _counted(command: Command, out: Path, count: int) -> Usage:
    """What the command takes; raises Failed unless it makes so many decks."""
    used = measure([command])
    made = sum(1 for _ in out.rglob("*.pptx"))
    if made != count:
        raise Failed(f"{command.words[0]} made {made} decks and not {count}")
    return used


def _write_rows(path: Path, count: int) -> None:
    writer = Writer(SEED)
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(COLUMNS)
        for number in range(count):
            texts = [writer.phrase(4, 11) for _ in range(3)]
            country = f"{writer.phrase(1, 1)} {number}"
            rows.writerow([country, 2001, *texts, writer.sentences(2, 3), number % 90, number])
