"""Changing the data and building again is all that there is to do."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import deckgen

OUTLINE = """\
talk: {title: Launches}
data:
  launches: {file: data/launches.csv, group: country, sum: launches}
slides:
  - {chart: From CSV, data: launches}
  - {table: From SQLite, data: {file: data/budget.db, query: "SELECT * FROM budget"}}
  - table: From two files
    data:
      files: [data/launches.csv, data/names.json]
      query: SELECT name, launches FROM launches JOIN names USING (country)
"""


def _csv(data: Path, launches: int = 19) -> None:
    (data / "launches.csv").write_text(f"country,launches\nCN,{launches}\n", "utf-8")


def _database(data: Path, million: int = 7) -> None:
    (data / "budget.db").unlink(missing_ok=True)
    with closing(sqlite3.connect(data / "budget.db")) as base:
        base.executescript(f"CREATE TABLE budget (x); INSERT INTO budget VALUES ({million})")


def _json(data: Path, name: str = "China") -> None:
    (data / "names.json").write_text(json.dumps([{"country": "CN", "name": name}]), "utf-8")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "kept"))
    folder = tmp_path / "content" / "launches" / "data"
    folder.mkdir(parents=True)
    (folder.parent / "outline.yaml").write_text(OUTLINE, "utf-8")
    for make in (_csv, _database, _json):
        make(folder)
    return folder


def summary() -> tuple[bool, str]:
    """Whether the summary was built, and what it says."""
    result = deckgen.build("launches", to=("summary",))
    assert result.ok, result.diagnostics
    (file,) = result.files
    return not file.kept, file.path.read_text("utf-8")


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (lambda data: _csv(data, 23), "19 |", "23 |"),
        (lambda data: _database(data, 8), "|   7 |", "|   8 |"),
        (lambda data: _json(data, "PR China"), "| China", "| PR China"),
    ],
    ids=["csv", "sqlite", "json"],
)
def test_changed_data_are_shown(
    data: Path, change: Callable[[Path], None], before: str, after: str
) -> None:
    built, said = summary()
    assert built
    assert before in said
    assert not summary()[0]
    change(data)
    built, said = summary()
    assert built
    assert after in said
    assert before not in said


def test_a_database_that_is_being_written_is_noticed(data: Path) -> None:
    assert summary()[0]
    (data / "budget.db-wal").write_bytes(b"pages")
    (found,) = deckgen.build("launches", to=("summary",)).diagnostics
    assert "still being written" in found.message
