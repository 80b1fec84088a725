"""The findings of many rows as one report: what is the same in several rows is said once."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostic, Diagnostics, Severity
from deckgen.frozen import replace
from deckgen.workspace.batch.job import Outcome

MOST_KINDS = 100
SHOWN_ROWS = 5


class RowFindings:
    """Collects findings as rows are done; any number of rows takes a bounded memory.

    `label` is how messages call the data.
    """

    __slots__ = ("_counts", "_label", "_left_out", "_rows")

    def __init__(self, label: str) -> None:
        self._label = label
        self._counts: dict[Diagnostic, int] = {}
        self._rows: dict[Diagnostic, list[Outcome]] = {}
        self._left_out = 0

    def add(self, outcome: Outcome) -> None:
        """Take what was found in a row, but for notes."""
        for found in outcome.diagnostics:
            if found.severity is Severity.NOTE:
                continue
            if found not in self._counts:
                if len(self._counts) >= MOST_KINDS:
                    self._left_out += 1
                    continue
                self._counts[found], self._rows[found] = 0, []
            self._counts[found] += 1
            if len(self._rows[found]) < SHOWN_ROWS:
                self._rows[found].append(replace(outcome, diagnostics=(), files=()))

    def as_tuple(self) -> tuple[Diagnostic, ...]:
        """The findings, each with the rows that it was found in."""
        final = Diagnostics()
        final.extend(self._told(found) for found in self._counts)
        if self._left_out:
            message = f"{self._left_out:,} more findings are in the manifest"
            final.warning("more-findings", message, None)
        return final.as_tuple()

    def _told(self, found: Diagnostic) -> Diagnostic:
        rows, count = self._rows[found], self._counts[found]
        if count == 1 and found.span and found.span.file == self._label:
            return found
        lined = [row for row in rows if row.line]
        if lined:
            places = f"{self._label}:" + ", ".join(str(row.line) for row in lined)
        else:
            places = f"{self._label}, row " + ", ".join(str(row.number) for row in rows)
        more = f" and {count - len(rows):,} more rows" if count > len(rows) else ""
        return replace(found, message=f"{found.message} ({places}{more})")
