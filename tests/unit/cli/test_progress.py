"""The progress bar appears for those who wait, and for nobody else."""

from __future__ import annotations

import sys

import pytest

from deckgen.cli import progress
from deckgen.cli.progress import progress as watch


def shown(capsys: pytest.CaptureFixture[str], *, wanted: bool) -> str:
    with watch(wanted) as tell:
        tell(0.5, "orbits: deck")
    return capsys.readouterr().err


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)


@pytest.mark.usefixtures("terminal")
def test_a_long_job_shows_a_bar_and_its_step(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    bar = shown(capsys, wanted=True)
    assert "50%" in bar
    assert "orbits: deck" in bar
    assert "100%" in bar


@pytest.mark.usefixtures("terminal")
def test_a_quick_job_shows_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, wanted=True) == ""


@pytest.mark.parametrize("wanted", [True, False])
def test_a_pipe_gets_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    assert shown(capsys, wanted=wanted) == ""
