"""A batch from its data to its manifest."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.frozen import Frozen
from deckgen.readers.expansion import read_pattern
from deckgen.workspace.batch.cluster import Cluster, ClusterBroken
from deckgen.workspace.batch.findings import RowFindings
from deckgen.workspace.batch.job import Job, Outcome, Task
from deckgen.workspace.batch.manifest import Earlier, Journal, entry_of, key_of
from deckgen.workspace.batch.pool import Pool, PoolBroken
from deckgen.workspace.batch.prepare import check_constants, load_packs, load_template
from deckgen.workspace.batch.resume import Standing
from deckgen.workspace.batch.rows import RowsRefused, open_rows
from deckgen.workspace.batch.survey import Survey, survey
from deckgen.workspace.epoch import VARIABLE
from deckgen.workspace.jobs import Request, Surroundings
from deckgen.workspace.lock import BusyError, locked
from deckgen.workspace.publish import remove_staged
from deckgen.workspace.talks import TalkFile, find_talks, label

Progress = Callable[[int, int, int], None]  # rows that are done, that were done before, all


class BatchRequest(Frozen):
    """What is asked of a batch, beside what is asked of any build.

    `data` is a file; `query` the SQL over it; `name` the pattern of the rows' folders. `jobs` are
    processes, 0 for one a core; `scheduler` is the address of a Dask scheduler instead.
    """

    build: Request
    data: str
    query: str = ""
    name: str = ""
    jobs: int = 0
    scheduler: str = ""
    fail_fast: bool = False


class BatchResult(Frozen):
    """What came of a batch: how many rows were made, were there already, failed, or are left."""

    made: int
    kept: int
    failed: int
    left: int
    folder: str
    manifest: Path | None
    diagnostics: tuple[Diagnostic, ...]
    stopped: bool = False

    @property
    def ok(self) -> bool:
        """Whether every row has its files."""
        return not any(found.severity is Severity.ERROR for found in self.diagnostics)


def batch(
    word: str,
    request: BatchRequest,
    around: Surroundings,
    tell: Progress = lambda _done, _kept, _all: None,
) -> BatchResult:
    """Make the files of every row that is not made yet; a bad row does not keep others from it.

    Another batch of the same talk is waited for, and not for long. `tell` hears of every row.
    """
    found = Diagnostics()
    prepared = _prepared(word, request, around, found)
    if prepared is None:
        return BatchResult(0, 0, 0, 0, "", None, found.as_tuple())
    with prepared.rows.spool:
        return _made(prepared, request, around.root, found, tell)


def _made(
    prepared: _Prepared, request: BatchRequest, root: Path, found: Diagnostics, tell: Progress
) -> BatchResult:
    folder = Path(os.path.abspath(root / request.build.output / prepared.talk.name))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            remove_staged(folder)
            return _Run(prepared, request, folder, label(folder, root), tell).result(found)
    except BusyError:
        hint = "Wait until it is done, and start again."
        found.error("busy", f"Another build is writing to {label(folder, root)}.", None, hint)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        message = f"{label(folder, root)} cannot be written: {reason}."
        found.error("cannot-write", message, None, "What is done stands; mend it and start again.")
    except ClusterBroken as fault:
        found.error("no-cluster", f"{fault}.", None, fault.hint)
    except PoolBroken as fault:
        found.error("no-processes", f"{fault}.", None, "What is done stands; start again later.")
    return BatchResult(0, 0, 0, prepared.rows.total, "", None, found.as_tuple())


class _Prepared(Frozen):
    talk: TalkFile
    job: Job
    rows: Survey
    data_label: str


def _prepared(
    word: str, request: BatchRequest, around: Surroundings, found: Diagnostics
) -> _Prepared | None:
    root = around.root
    talks, diagnostics = find_talks([word], root)
    found.extend(diagnostics)
    if len(talks) > 1:
        names = ", ".join(talk.name for talk in talks)
        found.error("several-talks", f"{word} holds several talks: {names}.", None, "Name one.")
    pattern, diagnostics = read_pattern(request.name)
    found.extend(diagnostics)
    template = load_template(talks[0], found) if talks and not found.failed else None
    if template is None or pattern is None:
        return None
    data_label = label(root / request.data, root)
    try:
        rows = open_rows(root / request.data, request.query)
        surveyed = survey(rows, pattern, template[1], data_label)
    except RowsRefused as refused:
        span = Span(data_label, refused.line, 1) if refused.line else None
        message = refused.message if span else f"{data_label} {refused.message}"
        found.error("bad-data", message, span, refused.hint)
        return None
    if not surveyed.total:
        found.error("bad-data", f"{data_label} has no rows.", None, "Add a row.")
    if surveyed.first is not None:
        check_constants(template[1], talks[0], surveyed.first, found)
    build = request.build
    packs = load_packs(surveyed, talks[0], build, around, found)
    if found.failed:
        surveyed.spool.close()
        return None
    job = Job(
        template[0],
        talks[0].label,
        str(talks[0].folder),
        packs,
        tuple(each.name for each in build.formats),
        build.audiences,
        build.strict,
        around.environment.get(VARIABLE, ""),
    )
    return _Prepared(talks[0], job, surveyed, data_label)


class _Run:
    """One run over all rows: what is done is skipped, all else is made and recorded."""

    def __init__(
        self, prepared: _Prepared, request: BatchRequest, folder: Path, shown: str, tell: Progress
    ) -> None:
        self._prepared, self._request = prepared, request
        self._folder, self._shown, self._tell = folder, shown, tell
        self._fingerprint = prepared.job.fingerprint()
        self._numbered = b"number" in prepared.job.outline
        self._files = frozenset(each.file for each in request.build.formats)
        self._findings = RowFindings(prepared.data_label)
        self._keys: dict[int, str] = {}
        self._made = self._kept = self._failed = 0
        self._earlier = None if request.build.force else Earlier(folder)
        self._standing = Standing(folder, Path(prepared.job.folder))
        self._journal = Journal(folder)

    def result(self, found: Diagnostics) -> BatchResult:
        """Make what there is to make."""
        stopped = False
        try:
            with closing(self._outcomes()) as outcomes:
                for outcome in outcomes:
                    self._record(outcome)
                    if self._stops():
                        break
        except KeyboardInterrupt:
            stopped = True
        except BaseException:
            self._journal.close()
            raise
        left = self._prepared.rows.total - self._done
        manifest = None
        if left:
            self._journal.close()
        else:
            manifest = self._journal.complete()
        found.extend(self._findings.as_tuple())
        return BatchResult(
            self._made,
            self._kept,
            self._failed,
            left,
            self._shown,
            manifest,
            found.as_tuple(),
            stopped,
        )

    @property
    def _done(self) -> int:
        return self._made + self._kept + self._failed

    def _stops(self) -> bool:
        return self._request.fail_fast and self._failed > 0

    def _outcomes(self) -> Generator[Outcome]:
        if self._request.scheduler:
            cluster = Cluster(self._prepared.job, self._folder, self._tasks())
            yield from cluster.run(self._request.scheduler)
            return
        jobs = self._request.jobs or _cores()
        pool = Pool(self._prepared.job, self._folder, self._tasks())
        yield from pool.run(min(jobs, self._prepared.rows.total))

    def _tasks(self) -> Iterator[Task]:
        """The rows that have to be made; the others are recorded on the way."""
        for item in self._prepared.rows.items():
            if self._stops():
                return
            if isinstance(item, Outcome):
                self._record(item)
                continue
            key = key_of(self._fingerprint, item, numbered=self._numbered)
            entry = self._earlier.entry(key) if self._earlier else None
            if entry is not None and self._standing.holds(entry, self._files):
                self._keep(item, entry)
                continue
            self._keys[item.row.number] = key
            yield item

    def _record(self, outcome: Outcome) -> None:
        key = self._keys.pop(outcome.number, "")
        self._journal.add(entry_of(outcome, key))
        self._findings.add(outcome)
        self._failed += outcome.failed
        self._made += not outcome.failed
        self._tell(self._done, self._kept, self._prepared.rows.total)

    def _keep(self, task: Task, entry: dict[str, Any]) -> None:
        place = {"row": task.row.number, "line": task.row.line or None}
        self._journal.add({**entry, **place})
        self._kept += 1
        self._tell(self._done, self._kept, self._prepared.rows.total)


def _cores() -> int:
    """The processor's cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
