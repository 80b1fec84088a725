"""The progress bar appears for those who wait, and for nobody else."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from deckgen.cli import progress

Shown = Callable[..., str]


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shown:
    """What a job's progress leaves on a terminal or a pipe after so much waiting."""

    def run(*, wanted: bool, terminal: bool, patience: float) -> str:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
        monkeypatch.setattr(progress, "PATIENCE", patience)
        with progress.progress(wanted) as tell:
            tell(0.5, "orbits: deck")
        return capsys.readouterr().err

    return run


def test_a_long_job_shows_a_bar_and_its_step(shown: Shown) -> None:
    bar = shown(wanted=True, terminal=True, patience=-1.0)
    assert "50%  orbits: deck" in bar
    assert "100%  done" in bar


def test_a_quick_job_shows_none(shown: Shown) -> None:
    assert shown(wanted=True, terminal=True, patience=60.0) == ""


def test_a_pipe_gets_none(shown: Shown) -> None:
    assert shown(wanted=True, terminal=False, patience=-1.0) == ""


def test_a_quiet_command_shows_none(shown: Shown) -> None:
    assert shown(wanted=False, terminal=True, patience=-1.0) == ""
