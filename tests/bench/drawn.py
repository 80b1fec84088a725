"""The chart of the results: a talk that deckgen builds, its chart bound to the figures' file."""

from __future__ import annotations

import csv
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.bench.figures import sizes
from tests.bench.measured import ENVIRONMENT, Command, measure
from tests.bench.results import Results
from tests.bench.tools import OURS, PANDOC, deckgen

FIRST = 100  # slides: a smaller deck tells more about the start of a program
OUTLINE = """\
talk: {{title: How fast deckgen is, language: en}}
slides:
  - chart: "{title}"
    type: {type}
    data: milliseconds.csv
    format: "0"
    labels: false
    legend: true
    axes: {{x: Slides in the deck, y: Milliseconds a slide}}
    alt: Milliseconds for each slide by the number of slides, a line for each tool.
    source: "Measured on {date}: {processor}."
"""
TOOLS = ("soffice", "pdftoppm")


def draw(results: Results, folder: Path, picture: Path) -> bool:
    """Build the talk in the folder; False when there is no LibreOffice to make the picture."""
    talk = folder / "speed"
    talk.mkdir(parents=True, exist_ok=True)
    _write_data(results, talk / "milliseconds.csv")
    kind = "line" if len(_drawn(results)) > 1 else "column"
    outline = OUTLINE.format(title=_title(results), type=kind, **results.machine)
    (talk / "outline.yaml").write_text(outline, "utf-8")
    words = (deckgen(), "build", str(talk), "--to", "deck", "-o", str(folder))
    measure([Command(words, folder, ENVIRONMENT)])
    if not all(shutil.which(tool) for tool in TOOLS):
        return False
    _convert(talk / "deck.pptx", picture)
    return True


def _drawn(results: Results) -> list[int]:
    return [count for count in sizes(results) if count >= FIRST] or sizes(results)


def _title(results: Results) -> str:
    """What the chart shows best: the largest deck that Pandoc was given."""
    count = max(count for count in sizes(results) if PANDOC in results.of(f"deck {count}"))
    times = results.ratio(f"deck {count}", PANDOC, OURS)
    return f"For {count:,} slides, Pandoc takes {times or 0:.0f} times as long as deckgen"


def _write_data(results: Results, path: Path) -> None:
    """Milliseconds a slide: a row for each size, a column for each tool."""
    counts = _drawn(results)
    tools = list(results.of(f"deck {counts[0]}"))
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["slides", *tools])
        for count in counts:
            taken = results.of(f"deck {count}")
            cells = [
                f"{taken[tool].wall / count * 1_000:.2f}" if tool in taken else "" for tool in tools
            ]
            rows.writerow([f"{count:,}", *cells])


def _convert(deck: Path, picture: Path) -> None:
    with tempfile.TemporaryDirectory() as work:
        profile = f"-env:UserInstallation={Path(work, 'profile').as_uri()}"
        to_pdf = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work)
        subprocess.run((*to_pdf, str(deck)), check=True, capture_output=True)
        page = str(Path(work, deck.stem))
        size = ("-png", "-singlefile", "-scale-to-x", "960", "-scale-to-y", "-1")
        subprocess.run(("pdftoppm", *size, f"{page}.pdf", page), check=True)
        shutil.copy(f"{page}.png", picture)
