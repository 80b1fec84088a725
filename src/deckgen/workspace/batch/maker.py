"""A row -> its files in memory. A process loads one maker and keeps it for all its rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.disk import MEBIBYTE
from deckgen.fields import Reading
from deckgen.fields.constants import Constants
from deckgen.model.outline import Outline
from deckgen.model.tree import Tree
from deckgen.readers import outline_of
from deckgen.readers.expansion import read_template
from deckgen.readers.outline import MOST_ERRORS
from deckgen.steps import Steps, abreast
from deckgen.workspace.batch.job import FileFact, Job, Made, Outcome, Task
from deckgen.workspace.epoch import VARIABLE, epoch
from deckgen.workspace.jail import TalkFiles
from deckgen.workspace.jobs import formats, graded, show_slides

MOST_KEPT = 64 * MEBIBYTE
MOST_PICTURES = 100


class KeptFiles:
    """The files of a talk, read once for all rows; `taken` are the hashes of those of one row."""

    __slots__ = ("_folder", "_hashes", "_kept", "_size", "taken")

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, bytes] = {}
        self._hashes: dict[str, str] = {}
        self._size = 0
        self.taken: dict[str, str] = {}

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises FileRefused."""
        data = self._kept.get(path)
        if data is None:
            data = TalkFiles(self._folder).read(path)
            self._hashes[path] = hashlib.sha256(data).hexdigest()
            self._size += len(data)
            if self._size > MOST_KEPT:
                self._kept.clear()
                self._size = len(data)
            self._kept[path] = data
        self.take(path)
        return data

    def take(self, path: str) -> None:
        """Note that a row takes a file that was read before."""
        if path in self._hashes:
            self.taken[path] = self._hashes[path]


class KeptPictures(dict[str, Any]):
    """Pictures as they were prepared for earlier rows; asking for one is taking its file."""

    def __init__(self, files: KeptFiles) -> None:
        super().__init__()
        self._files = files

    def get(self, path: str, default: Any = None) -> Any:
        """A picture that an earlier row took."""
        if path not in self:
            return default
        self._files.take(path)
        return self[path]

    def __setitem__(self, path: str, picture: Any) -> None:
        if len(self) >= MOST_PICTURES:
            self.clear()
        super().__setitem__(path, picture)


class Maker:
    """Makes one row after the other; what does not depend on the row is read when it is made."""

    __slots__ = ("_constants", "_files", "_formats", "_job", "_known", "_pictures", "_template")

    def __init__(self, job: Job) -> None:
        self._job = job
        self._template, _ = read_template(job.outline, job.label)
        self._formats = formats(job.formats)
        self._files = KeptFiles(Path(job.folder))
        self._pictures = KeptPictures(self._files)
        self._constants = Constants(self._template.constants() if self._template else ())
        self._known = pipeline.Known()

    def make(self, tasks: Iterable[Task]) -> list[Made]:
        """The files of rows, which are made abreast; none of a row in which there is an error."""
        return abreast(self._making(task) for task in tasks)

    def _making(self, task: Task) -> Steps[Made]:
        found, reads = Diagnostics(), dict[str, str]()
        making = self._artifacts(task, reads, found)
        artifacts = (yield from pipeline.guarded_steps(making, found)) or ()
        yield
        final = Diagnostics()
        final.extend(dict.fromkeys(graded(found.as_tuple(), self._job.strict)))
        made = () if final.failed else artifacts
        facts = tuple(
            FileFact(each.name, hashlib.sha256(each.data).hexdigest(), each.count, each.unit)
            for each in made
        )
        row = task.row
        outcome = Outcome(row.number, row.line, task.name, facts, reads, final.as_tuple())
        return Made(outcome, {each.name: each.data for each in made})

    def _artifacts(
        self, task: Task, reads: dict[str, str], found: Diagnostics
    ) -> Steps[tuple[pipeline.Artifact, ...]]:
        job = self._job
        assert self._template is not None
        tree, diagnostics = self._template.expand(task.row.values, task.row.number)
        found.extend(diagnostics)
        yield
        outline = self._outline(tree, reads, found)
        if outline is None or found.failed:
            return ()
        seconds = epoch(outline.talk, {VARIABLE: job.epoch}, found)
        pack = job.packs[outline.pack, outline.briefing_template]
        artifacts, diagnostics = yield from pipeline.building(
            outline, pack, self._formats, seconds, show_slides, self._known
        )
        found.extend(diagnostics)
        return artifacts

    def _outline(self, tree: Tree, reads: dict[str, str], found: Diagnostics) -> Outline | None:
        """What a row says; `reads` takes the hashes of the files that it named."""
        self._files.taken = reads
        reading = Reading(
            Diagnostics(MOST_ERRORS),
            self._files,
            pictures=self._pictures,
            constants=self._constants,
        )
        outline, diagnostics = outline_of(tree, self._job.label, reading, self._job.audiences)
        found.extend(diagnostics)
        return outline
