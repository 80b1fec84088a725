"""One set of documents a row: bad rows, stops, dead processes, and the same bytes from all."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import deckgen
from deckgen.workspace.batch.run import BatchRequest, BatchResult, batch
from deckgen.workspace.jobs import Request, Surroundings, formats

OUTLINE = """\
talk: {title: "{{ country }} in {{ year }}", language: en}
slides:
  - title-slide
  - bullets: "What {{ country }} did"
    items: ["{{ launches }} launches", "{{ note }}"]
  - chart: Launches
    type: column
    categories: ["{{ year }}"]
    series: {"{{ country }}": ["{{ launches }}"]}
"""
HEADER = "country,year,launches,note\n"
ROWS = ["Kenya,2024,5,good", "Peru,2023,7,*no* emphasis: here", "Japan,2022,9,fine"]


def project(root: Path, rows: list[str], outline: str = OUTLINE) -> Path:
    (root / "content" / "report").mkdir(parents=True, exist_ok=True)
    (root / "content" / "report" / "outline.yaml").write_text(outline, "utf-8")
    (root / "rows.csv").write_text(HEADER + "\n".join(rows) + "\n", "utf-8")
    return root


def run(
    root: Path, tell: Callable[[int, int, int], None] = lambda *_: None, **options: Any
) -> BatchResult:
    build = Request(formats(options.pop("to", ())), output=Path(options.pop("output", "build")))
    around = Surroundings(root, {}, lambda _share, _step: None)
    asked = {"name": "{{ country }}-{{ year }}", "jobs": 1, **options}
    return batch("report", BatchRequest(build, "rows.csv", **asked), around, tell)


def files(folder: Path) -> dict[str, bytes]:
    """All that lies below a folder, by path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def wait_for_rows(root: Path, started: subprocess.Popen[bytes]) -> None:
    """Wait until the first rows have their files."""
    while sum(1 for _ in (root / "build").glob("report/*/summary.md")) < 3:
        assert started.poll() is None
        time.sleep(0.005)


def entries(root: Path, name: str = "manifest.jsonl") -> list[dict[str, Any]]:
    text = (root / "build" / "report" / name).read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_every_row_gets_its_documents_whatever_the_number_of_processes(tmp_path: Path) -> None:
    project(tmp_path, ROWS)
    results = [run(tmp_path, jobs=jobs, output=f"build-{jobs}") for jobs in (1, 2)]
    assert [(each.made, each.failed, each.ok) for each in results] == [(3, 0, True)] * 2
    one, two = (files(tmp_path / f"build-{jobs}") for jobs in (1, 2))
    assert one == two
    assert set(one) == {
        *(
            f"report/{name}/{file}"
            for name in ("Kenya-2024", "Peru-2023", "Japan-2022")
            for file in ("deck.pptx", "briefing.docx", "summary.md")
        ),
        "report/manifest.jsonl",
    }
    assert b"\\*no\\* emphasis: here" in one["report/Peru-2023/summary.md"]


def test_a_bad_row_is_named_and_stops_no_other(tmp_path: Path) -> None:
    project(tmp_path, [ROWS[0], "Chile,2024,many,fine", "Peru,2023", ROWS[2], "kenya,2024,1,again"])
    result = run(tmp_path, to=["summary"])
    assert (result.made, result.failed, result.left) == (2, 3, 0)
    said = [f"{found.span}: {found.message}" for found in result.diagnostics]
    assert said == [
        "content/report/outline.yaml:9:32: expected a number, found the text 'many' (rows.csv:3)",
        "rows.csv:4:1: the row has 2 values, the header 4",
        "rows.csv:6:1: line 6 and line 2 would both be written to kenya-2024/",
    ]
    assert [entry["status"] for entry in entries(tmp_path)] == [
        "done",
        *["failed"] * 2,
        "done",
        "failed",
    ]
    assert len(files(tmp_path / "build")) == 3


def test_the_first_bad_row_can_stop_all(tmp_path: Path) -> None:
    project(tmp_path, [ROWS[0], "Chile,2024,many,fine", *(f"A{n},1,1,b" for n in range(100))])
    result = run(tmp_path, to=["summary"], fail_fast=True)
    assert result.failed == 1
    assert result.left > 50
    assert result.manifest is None


def test_the_same_error_of_many_rows_is_said_once(tmp_path: Path) -> None:
    project(tmp_path, [f"A{n},1,many,b" for n in range(12)])
    (found,) = run(tmp_path, to=["summary"]).diagnostics
    assert found.message.endswith("(rows.csv:2, 3, 4, 5, 6 and 7 more rows)")


def test_what_is_wrong_whatever_the_row_is_said_before_any_is_made(tmp_path: Path) -> None:
    project(tmp_path, ROWS, OUTLINE.replace("categories", "kategories"))
    result = run(tmp_path)
    assert [(found.code, str(found.span)) for found in result.diagnostics] == [
        ("unknown-key", "content/report/outline.yaml:8:5")
    ]
    assert not (tmp_path / "build").exists()


def test_what_is_made_already_stays(tmp_path: Path) -> None:
    project(tmp_path, ROWS)
    run(tmp_path, to=["summary"])
    before = files(tmp_path / "build")
    again = run(tmp_path, to=["summary"])
    assert (again.made, again.kept) == (0, 3)
    assert files(tmp_path / "build") == before


@pytest.mark.parametrize("changed", ["row", "output", "outline"])
def test_what_has_changed_is_made_again(tmp_path: Path, changed: str) -> None:
    project(tmp_path, ROWS)
    run(tmp_path, to=["summary"])
    if changed == "row":
        project(tmp_path, [ROWS[0].replace("good", "better"), *ROWS[1:]])
    elif changed == "output":
        (tmp_path / "build/report/Kenya-2024/summary.md").write_text("edited", "utf-8")
    else:
        project(tmp_path, ROWS, OUTLINE.replace("did", "does"))
    again = run(tmp_path, to=["summary"])
    assert (again.made, again.kept) == ((3, 0) if changed == "outline" else (1, 2))
    fresh = run(tmp_path, to=["summary"], output="fresh")
    assert fresh.ok
    assert files(tmp_path / "build") == files(tmp_path / "fresh")


def test_a_picture_that_changes_changes_the_rows_that_show_it(tmp_path: Path) -> None:
    listing = OUTLINE + '  - code: Program\n    file: "{{ country }}.py"\n'
    project(tmp_path, ROWS, listing)
    for country in ("Kenya", "Peru", "Japan"):
        (tmp_path / "content/report" / f"{country}.py").write_text("a = 1", "utf-8")
    assert run(tmp_path, to=["summary"]).made == 3
    (tmp_path / "content/report/Peru.py").write_text("a = 2", "utf-8")
    again = run(tmp_path, to=["summary"])
    assert (again.made, again.kept) == (1, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path, how: signal.Signals) -> None:
    project(tmp_path, [f"A{n},2024,{n},x" for n in range(100)])
    command = ["batch", "report", "--data", "rows.csv", "--name", "{{ country }}-{{ year }}"]
    started = subprocess.Popen(
        [sys.executable, "-m", "deckgen", *command, "--to", "summary", "-j", "1"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
    )
    wait_for_rows(tmp_path, started)
    started.send_signal(how)
    assert started.wait() == (130 if how == signal.SIGINT else -how)
    result = run(tmp_path, to=["summary"])
    assert result.kept > 0
    assert (result.kept + result.made, result.left) == (100, 0)
    assert [entry["row"] for entry in entries(tmp_path)] == list(range(1, 101))
    run(tmp_path, to=["summary"], output="fresh")
    assert files(tmp_path / "build") == files(tmp_path / "fresh")


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_no_process_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    project(tmp_path, [f"A{n},2024,{n},x" for n in range(1_000)])
    command = ["batch", "report", "--data", "rows.csv", "--to", "summary", "-j", "3"]
    started = subprocess.Popen(
        [sys.executable, "-m", "deckgen", *command], cwd=tmp_path, stdout=subprocess.PIPE
    )
    wait_for_rows(tmp_path, started)
    started.kill()
    # The pipe ends with the last process that holds it.
    started.communicate(timeout=30)
    assert started.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_a_process_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    project(tmp_path, [f"A{n},2024,{n},x" for n in range(40)])
    killed: list[int] = []

    def kill(done: int, _kept: int, _all: int) -> None:
        if done > 5 and not killed:
            killed.append(multiprocessing.active_children()[0].pid or 0)
            os.kill(killed[0], signal.SIGKILL)

    result = run(tmp_path, kill, to=["summary"], jobs=2)
    assert killed
    assert (result.made, result.failed, result.ok) == (40, 0, True)
    run(tmp_path, to=["summary"], output="fresh")
    assert files(tmp_path / "build") == files(tmp_path / "fresh")


CLUSTER = """\
import sys
from distributed import LocalCluster

if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    print(cluster.scheduler_address, *(each.pid for each in cluster.workers.values()), flush=True)
    sys.stdin.read()
    cluster.close()
"""


def test_a_cluster_gives_the_same_bytes_even_when_a_worker_is_killed(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    project(tmp_path, [f"A{n},2024,{n},x" for n in range(60)])
    (tmp_path / "cluster.py").write_text(CLUSTER, "utf-8")
    cluster = subprocess.Popen(
        [sys.executable, "cluster.py"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert cluster.stdin is not None
    assert cluster.stdout is not None
    address, *workers = cluster.stdout.readline().split()
    command = ["batch", "report", "--data", "rows.csv", "--name", "{{ country }}-{{ year }}"]
    started = subprocess.Popen(
        [sys.executable, "-m", "deckgen", *command, "--to", "summary", "--scheduler", address],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
    )
    wait_for_rows(tmp_path, started)
    os.kill(int(workers[0]), signal.SIGKILL)
    assert started.wait() == 0
    cluster.communicate()
    run(tmp_path, to=["summary"], output="pool")
    assert files(tmp_path / "build") == files(tmp_path / "pool")


def test_a_scheduler_that_does_not_answer_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    project(tmp_path, ROWS)
    (found,) = run(tmp_path, to=["summary"], scheduler="nowhere://host").diagnostics
    assert found.code == "no-cluster"


def test_a_script_without_a_guard_can_make_a_batch(tmp_path: Path) -> None:
    project(tmp_path, ROWS)
    (tmp_path / "json.py").write_text("raise SystemExit('the folder was imported')", "utf-8")
    script = tmp_path / "elsewhere" / "script.py"
    script.parent.mkdir()
    script.write_text(
        "import deckgen\n"
        "result = deckgen.batch('report', 'rows.csv', to='summary', jobs=2)\n"
        "print(result.made, result.ok)\n",
        "utf-8",
    )
    ended = subprocess.run(
        [sys.executable, str(script)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (ended.stdout, ended.stderr) == ("3 True\n", "")


def test_a_pack_out_of_the_cache_is_the_same_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(project(tmp_path, ROWS))
    for cache, kept in ((False, 0), (True, 3), (True, 3)):
        result = deckgen.batch("report", "rows.csv", to="summary", jobs=1, cache=cache)
        assert (result.kept, result.ok) == (kept, True)
