"""A project that others filled, built in a process with narrow bounds."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

GUARD = Path(__file__).with_name("guarded.py")
SECRET = "the secret of another folder"
PATIENCE = 60  # seconds by the clock; the guard counts those of the processor


class Guard:
    """The process that starts the builds."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self._process = subprocess.Popen(
            [sys.executable, GUARD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def run(self, job: Mapping[str, object]) -> tuple[int, float, int]:
        """The exit code, the processor's seconds and the peak of memory of a job."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE)
        assert ready, "the build does not end"
        code, seconds, peak = json.loads(self._process.stdout.readline())
        return int(code), float(seconds), int(peak)

    def stop(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


@dataclass(frozen=True)
class Ended:
    """What a build left: its exit code, all that it said, its files by name, what it keeps anew."""

    code: int
    said: str
    files: Mapping[str, bytes]
    cached: frozenset[str]
    seconds: float
    peak: int

    def refused(self, code: str, *words: str) -> None:
        """Assert that the first error is of this kind, that few follow, and nothing written."""
        assert self.code == 1, self.said
        errors = re.findall(r"error\[([a-z0-9-]+)\]", self.said)
        assert errors[0] == code, self.said
        assert len(errors) <= 3, self.said
        assert "internal-error" not in errors
        assert "hint:" in self.said, self.said
        assert "Traceback" not in self.said
        assert SECRET not in self.said
        assert all(name.startswith("pack-") for name in self.cached)  # facts of a sound pack
        assert len(self.said) < 3_000, self.said[:6_000]
        assert not self.files
        for word in words:
            assert word in self.said, self.said

    def good(self) -> None:
        """Assert a build without an error, that took over nothing from outside."""
        assert self.code == 0, self.said
        assert self.files
        assert all(SECRET.encode() not in data for data in self.files.values())


@dataclass(frozen=True)
class Project:
    """A working folder with one talk; beside it, out of bounds, a secret."""

    root: Path
    guard: Guard

    @property
    def talk(self) -> Path:
        """The talk's folder."""
        return self.root / "content" / "talk"

    @property
    def secret(self) -> Path:
        """A file that no build may open."""
        return self.root.parent / "secret.txt"

    def put(self, files: Mapping[str, bytes | str]) -> None:
        """Write files into the talk's folder; `/` at the start means the working folder."""
        for name, content in files.items():
            path = self.root / name[1:] if name.startswith("/") else self.talk / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def build(self, *options: str, talk: str = "talk") -> Ended:
        """Build the talk."""
        output = self.root / "build"
        output.mkdir(exist_ok=True)
        said = self.root.parent / "said"
        cache = self.guard.cache
        before = _names(cache)
        places = {"cwd": self.root, "output": output, "cache": cache, "secret": self.secret}
        places["said"] = said
        job: dict[str, object] = {name: str(place) for name, place in places.items()}
        job["arguments"] = ["build", "--quiet", "--no-cache", *options, "--", talk]
        code, seconds, peak = self.guard.run(job)
        text = said.read_bytes().decode("utf-8", "replace")
        files = {path.name: path.read_bytes() for path in output.rglob("*") if path.is_file()}
        return Ended(code, text, files, _names(cache) - before, seconds, peak)


def _names(folder: Path) -> frozenset[str]:
    return frozenset(os.listdir(folder)) if folder.exists() else frozenset()


Outline = Callable[..., Ended]


@pytest.fixture(scope="session")
def guard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guard]:
    """One process, and one cache, for all builds of the session."""
    started = Guard(tmp_path_factory.mktemp("hostile").resolve() / "cache")
    yield started
    started.stop()


@pytest.fixture
def project(tmp_path: Path, guard: Guard) -> Project:
    """An empty project and a secret beside it."""
    made = Project(tmp_path / "project", guard)
    made.talk.mkdir(parents=True)
    made.secret.write_text(SECRET, "utf-8")
    return made


@pytest.fixture
def build(project: Project, record_property: Callable[[str, object], None]) -> Outline:
    """Build an outline, with files beside it."""

    def build(
        outline: str | bytes, files: Mapping[str, bytes | str] | None = None, *options: str
    ) -> Ended:
        project.put({"outline.yaml": outline, **(files or {})})
        ended = project.build(*options)
        record_property("seconds", round(ended.seconds, 2))
        record_property("peak", ended.peak)
        return ended

    return build


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The bounds of these tests are POSIX's."""
    if sys.platform == "win32":
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="needs POSIX resource limits"))
