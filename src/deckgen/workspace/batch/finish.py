"""The last step of a row: its files put in place."""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Diagnostics
from deckgen.frozen import replace
from deckgen.workspace.batch.job import Made, Outcome, Task
from deckgen.workspace.publish import publish_folder


def finished(made: Made, folder: Path) -> Outcome:
    """Write the files of a row into its own folder within `folder`, all together."""
    outcome = made.outcome
    if outcome.failed:
        return outcome
    diagnostics = publish_folder(folder / outcome.name, made.files)
    if not diagnostics:
        return outcome
    return replace(outcome, files=(), diagnostics=(*outcome.diagnostics, *diagnostics))


def killed(task: Task, times: int) -> Outcome:
    """What is said of a row whose process died each time."""
    found = Diagnostics()
    message = f"making this row ended its process {times} times; it may take too much memory"
    hint = "Build it alone, with `deckgen build`, to see why; or give the machine more memory."
    found.error("worker-died", message, None, hint)
    return Outcome(task.row.number, task.row.line, task.name, diagnostics=found.as_tuple())
