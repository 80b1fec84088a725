"""SQL over files, asked of DuckDB in a process of its own, which sees copies of those files alone.

DuckDB is native code with functions by the hundred: what breaks it, fills its memory or keeps it
busy ends that process and not the build. It may open nothing outside the folder of the copies.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

SECONDS = 5.0
MEMORY = 500 << 20  # bytes of the process, of which DuckDB takes half for itself
_START = 10.0  # seconds that the process may take to begin and to end
_READERS = {".parquet": "read_parquet", ".json": "read_json", ".jsonl": "read_json"}


class EngineRefused(Exception):
    """The query was not answered; says why as DuckDB does, `plainly` when the words are ours."""

    def __init__(self, message: str, *, plainly: bool = False) -> None:
        super().__init__(message)
        self.message, self.plainly = message, plainly


def ask(
    query: str, folder: str, tables: Mapping[str, str], most: tuple[int, int]
) -> tuple[list[str], list[list[Any]]]:
    """Names and rows of an answer; `tables` are files of the folder under the names of a query.

    `most` are how many rows and characters it may have. Raises EngineRefused.
    """
    # -P: what lies in the working folder is not imported.
    command = [sys.executable, "-P", "-m", __name__]
    asked = json.dumps([query, folder, dict(tables), most, SECONDS]).encode()
    try:
        ended = subprocess.run(
            command, input=asked, capture_output=True, timeout=SECONDS + _START, check=True
        )
    except subprocess.TimeoutExpired as fault:
        raise EngineRefused(_TOO_LONG, plainly=True) from fault
    except (subprocess.SubprocessError, OSError) as fault:
        raise EngineRefused(_TOO_MUCH, plainly=True) from fault
    answer = json.loads(ended.stdout)
    if "refused" in answer:
        raise EngineRefused(answer["refused"], plainly=answer["plainly"])
    return answer["header"], answer["rows"]


_TOO_LONG = f"is asked for what takes longer than {SECONDS:g} seconds"
_TOO_MUCH = "is asked for what takes too much room"


def main() -> int:
    """Answer one query from standard input, within bounds where the system has them."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    query, folder, tables, most, seconds = json.loads(sys.stdin.buffer.read())
    try:
        answer = _answer(query, folder, tables, most, seconds)
    except EngineRefused as refused:
        answer = {"refused": refused.message, "plainly": refused.plainly}
    except MemoryError:
        answer = {"refused": _TOO_MUCH, "plainly": True}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    return 0


def _answer(
    query: str, folder: str, tables: dict[str, str], most: tuple[int, int], seconds: float
) -> dict[str, Any]:
    from threading import Timer

    import duckdb

    base = _jailed(folder)
    clock = Timer(seconds, base.interrupt)
    clock.start()
    try:
        for name, path in tables.items():
            base.execute(_view(name, path))
        wanted = base.extract_statements(query)
        if len(wanted) != 1 or wanted[0].type != duckdb.StatementType.SELECT:
            raise EngineRefused("may only be read, by one SELECT", plainly=True)
        found = base.execute(wanted[0])
        header = [str(column[0]) for column in found.description]
        return {"header": header, "rows": _fetched(found, header, most)}
    except duckdb.InterruptException as fault:
        raise EngineRefused(_TOO_LONG, plainly=True) from fault
    except (duckdb.OutOfMemoryException, MemoryError) as fault:
        raise EngineRefused(_TOO_MUCH, plainly=True) from fault
    except duckdb.Error as fault:
        raise EngineRefused(str(fault).partition("\n")[0]) from fault
    finally:
        clock.cancel()


def _jailed(folder: str) -> Any:
    """A base in memory that opens nothing outside the folder, whatever it is asked."""
    import duckdb

    base = duckdb.connect(
        ":memory:",
        config={
            "threads": 1,  # and so rows come in the same order each time
            "memory_limit": f"{MEMORY // 2 >> 20}MB",
            "temp_directory": "",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
            "python_enable_replacements": False,
        },
    )
    base.execute("SELECT setseed(0.5)").fetchall()
    base.execute(f"SET allowed_directories=[{_text(folder)}]")
    base.execute("SET enable_external_access=false")
    base.execute("SET lock_configuration=true")
    return base


def _view(name: str, path: str) -> str:
    ending = path[path.rfind(".") :].lower()
    reader = _READERS.get(ending, "read_csv")
    quoted = name.replace('"', '""')
    return f'CREATE VIEW "{quoted}" AS SELECT * FROM {reader}({_text(path)})'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _fetched(found: Any, header: list[str], most: tuple[int, int]) -> list[list[Any]]:
    """All rows, while they are few enough and say little enough."""
    rows: list[list[Any]] = []
    room = most[1]
    while some := found.fetchmany(1_000):
        for row in some:
            values = [_value(cell, name) for cell, name in zip(row, header, strict=True)]
            room -= sum(len(value) for value in values if isinstance(value, str))
            if len(rows) == most[0] or room < 0:
                raise EngineRefused(_TOO_MUCH, plainly=True)
            rows.append(values)
    return rows


def _value(value: Any, name: str) -> str | int | float | None:
    """A cell as a data file would hold it: days in ISO 8601, decimals as numbers."""
    from datetime import date, datetime
    from decimal import Decimal
    from math import isfinite

    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        number = float(value) if isinstance(value, Decimal) else value
        return number if isfinite(number) else None
    if isinstance(value, datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    if isinstance(value, date):
        return value.isoformat()
    raise EngineRefused(f"answers with what is no cell, in the column '{name}'", plainly=True)


if __name__ == "__main__":
    sys.exit(main())
