"""Processes that make rows, and die of them."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from deckgen.workspace.batch import pool
from deckgen.workspace.batch.job import Job, Outcome, Task
from deckgen.workspace.batch.pool import Pool, PoolBroken
from deckgen.workspace.batch.rows import Row

JOB = Job(b"", "outline.yaml", ".", {}, ("deck",))


def serve(connection: Connection, _job: Job, _folder: Path) -> None:
    """Make nothing of rows, and die of those that say so."""
    connection.send([])
    while True:
        tasks: list[Task] = connection.recv()
        for task in tasks:
            if task.row.values.get("kills"):
                os._exit(9)
        connection.send([Outcome(task.row.number, 0, task.name) for task in tasks])


def die(_connection: Connection, _job: Job, _folder: Path) -> None:
    os._exit(1)


def tasks(count: int, killers: frozenset[int] = frozenset()) -> list[Task]:
    numbers = range(1, count + 1)
    return [Task(Row(n, 0, {"kills": n in killers}), f"row-{n}") for n in numbers]


@pytest.mark.parametrize("processes", [1, 3])
def test_a_row_that_ends_its_process_each_time_fails_alone(
    processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_serve", serve)
    outcomes = list(Pool(JOB, Path(), tasks(40, frozenset({7, 23}))).run(processes))

    assert sorted(each.number for each in outcomes) == list(range(1, 41))
    failed = [each for each in outcomes if each.failed]
    assert sorted(each.number for each in failed) == [7, 23]
    assert {found.code for each in failed for found in each.diagnostics} == {"worker-died"}


def test_processes_that_cannot_start_are_not_started_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "_serve", die)
    with pytest.raises(PoolBroken, match="exit code 1"):
        list(Pool(JOB, Path(), tasks(3)).run(2))
