"""All rows read once, before the first is made: named, counted, told apart, put aside."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from deckgen.diagnostics import Diagnostics, Span
from deckgen.readers.expansion import OutlineTemplate, Pattern
from deckgen.workspace.batch.job import Outcome, PackKey, Task
from deckgen.workspace.batch.rows import Row, RowFault
from deckgen.workspace.batch.rows.read import Rows

Item = Task | Outcome
"""A row to be made, or what came of one that cannot be."""

_PROTOCOL = 5


@dataclass(slots=True)
class Survey:
    """The rows in their order, on disk, so that any number of them takes no memory.

    `packs` are those that the outline names, each with the place where a row first names it;
    `first` is the first row that can be made.
    """

    spool: IO[bytes]
    total: int = 0
    first: Row | None = None
    packs: dict[PackKey, tuple[Span | None, Span | None]] = field(default_factory=dict)

    def items(self) -> Iterator[Item]:
        """The rows again."""
        self.spool.seek(0)
        for _ in range(self.total):
            item: Item = pickle.load(self.spool)
            yield item

    def add(self, item: Item) -> None:
        """Put a row aside."""
        pickle.dump(item, self.spool, _PROTOCOL)
        self.total += 1


def survey(rows: Rows, pattern: Pattern, template: OutlineTemplate, label: str) -> Survey:
    """Read all rows; those that cannot be named are outcomes. Raises RowsRefused.

    `label` is how the data is called in messages.
    """
    surveyed = Survey(tempfile.TemporaryFile(prefix="deckgen-"))  # noqa: SIM115 - it is given away
    try:
        _fill(surveyed, rows, pattern, template, label)
    except BaseException:
        surveyed.spool.close()
        raise
    return surveyed


def _fill(
    surveyed: Survey, rows: Rows, pattern: Pattern, template: OutlineTemplate, label: str
) -> None:
    taken: dict[str, tuple[int, int]] = {}
    for row in rows:
        if isinstance(row, RowFault):
            surveyed.add(_faulty(row, label))
            continue
        item = _named(row, pattern, taken, label)
        surveyed.add(item)
        if isinstance(item, Task):
            surveyed.first = surveyed.first or row
            pack = template.value("pack", row.values, row.number)
            word = template.value("briefing_template", row.values, row.number)
            key = (pack.text.strip() if pack else "", word.text.strip() if word else "")
            spans = (pack.span if pack else None, word.span if word else None)
            surveyed.packs.setdefault(key, spans)


def place(line: int, label: str) -> Span | None:
    """Where a row stands, if it has a line."""
    return Span(label, line, 1) if line else None


def _faulty(row: RowFault, label: str) -> Outcome:
    found = Diagnostics()
    message = row.message if row.line else f"{label}, row {row.number}: {row.message}"
    found.error("bad-row", message, place(row.line, label), row.hint)
    return Outcome(row.number, row.line, "", diagnostics=found.as_tuple())


def _named(row: Row, pattern: Pattern, taken: dict[str, tuple[int, int]], label: str) -> Item:
    name, diagnostics = pattern.name(row.values, row.number)
    if not name:
        return Outcome(row.number, row.line, "", diagnostics=diagnostics)
    # File systems of Windows and macOS do not tell capitals from small letters.
    number, line = taken.setdefault(name.casefold(), (row.number, row.line))
    if number == row.number:
        return Task(row, name)
    found = Diagnostics()
    here = f"line {row.line}" if row.line else f"row {row.number}"
    there = f"line {line}" if line else f"row {number}"
    found.error(
        "same-name",
        f"{here} and {there} would both be written to {name}/",
        place(row.line, label),
        "Name more columns: --name '{{ country }}-{{ year }}'",
    )
    return Outcome(row.number, row.line, name, diagnostics=found.as_tuple())
