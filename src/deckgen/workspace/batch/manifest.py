"""What was made, row by row: a line of JSON each, appended as the rows are done.

While a batch runs, the lines stand in `manifest.jsonl.part`, in the order of their making. When
all rows are done they are put into the order of the data and take the place of `manifest.jsonl`
at once. A run that was stopped leaves the part, and the next one reads both.
"""

from __future__ import annotations

import hashlib
import json
import os
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import monotonic
from typing import Any

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.workspace.batch.job import Outcome, Task

FILE = "manifest.jsonl"
PART = "manifest.jsonl.part"
SYNC_SECONDS = 1.0  # of work that a crash of the system can cost


def key_of(fingerprint: str, task: Task, *, numbered: bool) -> str:
    """What the files of a row depend on, beside the talk's files that it takes, as a hash.

    `numbered` says that the row's number may be shown.
    """
    values = json.dumps(task.row.values, default=str, sort_keys=True, ensure_ascii=False)
    number = task.row.number if numbered else ""
    return hashlib.sha256(f"{fingerprint}\n{task.name}\n{number}\n{values}".encode()).hexdigest()


def entry_of(outcome: Outcome, key: str) -> dict[str, Any]:
    """The manifest's entry of a row."""
    entry: dict[str, Any] = {
        "row": outcome.number,
        "line": outcome.line or None,
        "name": outcome.name,
        "status": "failed" if outcome.failed else "done",
        "files": [
            {"path": f"{outcome.name}/{file.name}", "sha256": file.sha256, file.unit: file.count}
            for file in outcome.files
        ],
        "warnings": _said(outcome, Severity.WARNING),
        "errors": _said(outcome, Severity.ERROR),
    }
    if outcome.reads:
        entry["inputs"] = dict(sorted(outcome.reads.items()))
    return {**entry, "key": key} if key else entry


def _said(outcome: Outcome, severity: Severity) -> list[str]:
    return [_line(found) for found in outcome.diagnostics if found.severity is severity]


def _line(found: Diagnostic) -> str:
    place = f"{found.span}: " if found.span else ""
    return f"{place}{found.message} [{found.code}]"


class Journal:
    """The lines of the run that is going on, in the part file of a folder."""

    __slots__ = ("_file", "_folder", "_offsets", "_synced")

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = (folder / PART).open("ab")
        self._file.truncate(_whole_length(folder / PART))
        self._file.seek(0, os.SEEK_END)
        self._offsets = array("q")
        self._synced = monotonic()

    def add(self, entry: Mapping[str, Any]) -> None:
        """Append a row's entry: it outlasts this process, and within a second the system too."""
        number = entry["row"]
        while len(self._offsets) < number:
            self._offsets.append(-1)
        self._offsets[number - 1] = self._file.tell()
        line = json.dumps(entry, ensure_ascii=False) + "\n"
        self._file.write(line.encode())
        self._file.flush()
        if monotonic() - self._synced > SYNC_SECONDS:
            self.sync()

    def sync(self) -> None:
        """Have on the disk what was appended."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._synced = monotonic()

    def close(self) -> None:
        """Leave the part as it is, for a later run."""
        self.sync()
        self._file.close()

    def complete(self) -> Path:
        """Put the manifest in its place, with this run's rows in their order; gives its path."""
        self.close()
        part, final = self._folder / PART, self._folder / FILE
        ordered = self._folder / f"{FILE}.new"
        with part.open("rb") as source, ordered.open("wb") as target:
            for offset in self._offsets:
                source.seek(offset)
                target.write(source.readline())
            target.flush()
            os.fsync(target.fileno())
        ordered.replace(final)
        part.unlink()
        return final


class Earlier:
    """What earlier runs have made: their entries, found by key."""

    __slots__ = ("_folder", "_places")

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: dict[bytes, tuple[str, int]] = {}
        for name in (FILE, PART):
            for offset, line in _lines(folder / name):
                entry = _entry(line)
                if entry.get("status") == "done" and isinstance(entry.get("key"), str):
                    self._places[_short(entry["key"])] = (name, offset)

    def entry(self, key: str) -> dict[str, Any] | None:
        """The entry of a row that was done, if there is one."""
        place = self._places.get(_short(key))
        if place is None:
            return None
        name, offset = place
        with (self._folder / name).open("rb") as file:
            file.seek(offset)
            entry = _entry(file.readline())
        return entry if entry.get("key") == key else None


def _short(key: str) -> bytes:
    return key[:32].encode()


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    if not path.is_file():
        return
    offset = 0
    with path.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                yield offset, line
            offset += len(line)


def _entry(line: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}


def _whole_length(path: Path) -> int:
    """The file's length without a last line that was not written to its end."""
    return max((offset + len(line) for offset, line in _lines(path)), default=0)
