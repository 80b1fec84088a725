"""The real talk, built once for all tests that look at what came out."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from deckgen.workspace.jobs import BuildResult

TALK = Path(__file__).resolve().parents[2] / "content" / "space-diplomacy"


@pytest.fixture(scope="session")
def talk() -> Path:
    """The talk's folder."""
    return TALK


@pytest.fixture(scope="session")
def built(talk: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """The talk's three files; the build itself has no error and no warning."""
    result = deckgen.build(talk, output=tmp_path_factory.mktemp("build"))
    assert result.ok, result.diagnostics
    return result


@pytest.fixture(scope="session")
def deck(built: BuildResult) -> Path:
    """The talk's deck."""
    return next(file.path for file in built.files if file.format == "deck")


@pytest.fixture(scope="session")
def briefing(built: BuildResult) -> Path:
    """The talk's briefing."""
    return next(file.path for file in built.files if file.format == "briefing")


@pytest.fixture(scope="session")
def summary(built: BuildResult) -> str:
    """The talk's summary."""
    path = next(file.path for file in built.files if file.format == "summary")
    return path.read_text("utf-8")
