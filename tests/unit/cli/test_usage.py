"""Wrong usage, interruptions and faults end with their own exit codes and no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

from deckgen.workspace import jobs


def test_an_unknown_command_gets_the_nearest_name(run: Run) -> None:
    ended = run("biuld")
    assert ended.code == 2
    assert "Did you mean 'build'?" in ended.err


def test_an_unknown_format_gets_the_nearest_name(run: Run) -> None:
    ended = run("build", "--to", "deck,sumary")
    assert ended.code == 2
    assert "There is no format 'sumary'. Did you mean 'summary'?" in ended.err


def test_an_unknown_talk_is_an_error_of_the_input(run: Run) -> None:
    ended = run("build", "no-such-talk")
    assert ended.code == 1
    assert "error[unknown-talk]" in ended.err


def test_an_interruption_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(jobs, "build", interrupted)
    ended = run("build")
    assert ended.code == 130
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(("words", "shown"), [((), False), (("-v",), True)])
def test_a_fault_of_deckgen_shows_its_traceback_only_when_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], shown: bool
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr(jobs, "build", broken)
    ended = run("build", *words)
    assert ended.code == 3
    assert "RuntimeError: a wheel came off" in ended.err
    assert "Please report it" in ended.err
    assert ("Traceback" in ended.err) is shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGPIPE")
def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    code = "from deckgen.cli import main; import sys; sys.exit(main())"
    writer = subprocess.Popen(
        [sys.executable, "-c", code, "completion", "bash"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout
    assert writer.stderr
    writer.stdout.close()
    with writer:
        assert writer.stderr.read() == b""
    assert writer.returncode == 141


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_call_deckgen(run: Run, shell: str) -> None:
    ended = run("completion", shell)
    assert ended.code == 0
    assert "_DECKGEN_COMPLETE" in ended.out


@pytest.mark.parametrize(
    ("words", "incomplete", "offers"),
    [
        ("deckgen", "bu", "build"),
        ("deckgen build", "orb", "orbits"),
        ("deckgen build --pack", "cal", "calm"),
        ("deckgen build --to", "deck,s", "deck,summary"),
    ],
)
def test_completes_commands_talks_packs_and_formats(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    incomplete: str,
    offers: str,
) -> None:
    for file in ("content/orbits/outline.yaml", "templates/calm/pack.yaml"):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("_DECKGEN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"{words} {incomplete}")
    monkeypatch.setenv("COMP_CWORD", str(len(words.split())))
    ended = run()
    assert ended.code == 0
    assert ended.out.splitlines() == [f"plain,{offers}"]
