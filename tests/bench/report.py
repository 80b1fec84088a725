"""The results as Markdown: conditions, a table by size, and the figures made of them."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from tests.bench.figures import digits, figures, sizes
from tests.bench.measured import Usage
from tests.bench.results import Results
from tests.bench.tools import OURS, PANDOC, PLAIN, SCRIPT

NONE = "–"


def markdown(results: Results) -> str:
    """What stands in the README."""
    blocks = (_conditions(results.machine), _decks(results), _figures(results))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _conditions(machine: dict[str, str]) -> Iterator[str]:
    tools = (OURS, PANDOC, PLAIN, "python-docx", SCRIPT, "node", "Python")
    versions = ", ".join(f"{tool} {machine[tool]}" for tool in tools if tool in machine)
    before, after = machine["load"], machine["load afterwards"]
    said = (
        f"Measured on {machine['date']} ({machine['processor']}, {machine['system']}) with "
        f"{versions}. Load average {before} before, {after} after: on a busy machine the CPU "
        "seconds tell more than the wall's."
    )
    yield fill(said, 118, break_on_hyphens=False)


def _decks(results: Results) -> Iterator[str]:
    """Seconds by size and tool."""
    tools = list(results.of(f"deck {sizes(results)[0]}"))
    yield f"| slides | {' | '.join(tools)} |"
    yield f"|---:|{'---:|' * len(tools)}"
    for size in sizes(results):
        taken = results.of(f"deck {size}")
        yield f"| {size:,} | {' | '.join(_seconds(taken.get(tool)) for tool in tools)} |"


def _seconds(usage: Usage | None) -> str:
    return f"{digits(usage.wall)} ({digits(usage.cpu)})" if usage else NONE


def _figures(results: Results) -> Iterator[str]:
    yield "| | measured | aim |"
    yield "|---|---|---|"
    for figure in figures(results):
        yield f"| {figure.what} | {figure.measured} | {figure.aim} |"
