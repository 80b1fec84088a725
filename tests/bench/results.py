"""What was measured: every round of every tool, kept as JSON; medians and ratios are made of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.measured import Usage

Run = Callable[[], Usage]
Rounds = dict[str, list[Usage]]  # by tool
ENOUGH = 30.0  # CPU seconds at one task after which a tool has no further rounds


@dataclass(slots=True)
class Results:
    """One run of the benchmarks: the machine, tasks with their rounds, stages in CPU seconds."""

    machine: dict[str, str]
    tasks: dict[str, Rounds] = field(default_factory=dict)
    stages: dict[str, dict[str, float]] = field(default_factory=dict)

    def take_turns(self, task: str, runs: Mapping[str, Run], rounds: int) -> None:
        """Each run once in every round, so that a busy machine is busy for all alike."""
        taken: Rounds = {name: [] for name in runs}
        self.tasks[task] = taken
        for number in range(rounds):
            for name in list(runs) if number % 2 == 0 else reversed(list(runs)):
                if sum(usage.cpu for usage in taken[name]) < ENOUGH:
                    taken[name].append(runs[name]())
        for name, usage in self.of(task).items():
            print(f"{task}: {name} {usage.wall:.2f} s, CPU {usage.cpu:.2f} s", flush=True)

    def of(self, task: str) -> dict[str, Usage]:
        """The median of each tool's rounds at a task."""
        return {name: _middle(usages) for name, usages in self.tasks.get(task, {}).items()}

    def ratio(self, task: str, slow: str, fast: str, figure: str = "wall") -> float | None:
        """How many times `fast` goes into `slow`, round by round; None where one is missing."""
        rounds = self.tasks.get(task, {})
        pairs = zip(rounds.get(slow, ()), rounds.get(fast, ()), strict=False)
        ratios = [getattr(one, figure) / getattr(other, figure) for one, other in pairs]
        return median(ratios) if ratios else None

    def save(self, path: Path) -> None:
        """Write the results as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")


def load(path: Path) -> Results:
    """The results that were saved."""
    values = json.loads(path.read_text("utf-8"))
    tasks = {
        task: {name: [Usage(**usage) for usage in usages] for name, usages in rounds.items()}
        for task, rounds in values["tasks"].items()
    }
    return Results(values["machine"], tasks, values["stages"])


def _middle(usages: list[Usage]) -> Usage:
    return Usage(
        median(usage.wall for usage in usages),
        median(usage.cpu for usage in usages),
        int(median(usage.peak for usage in usages)),
    )
