"""Asking for help or the version costs next to nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deckgen.version import __version__

HEAVY = ("pptx", "docx", "lxml", "jinja2", "yaml", "PIL", "pygments", "markdown_it", "uharfbuzz")
PROBE = f"""
import sys
from deckgen.cli import main
code = main()
print(code, *[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
print(*sorted(name for name in sys.modules if name.startswith("deckgen")), file=sys.stderr)
"""


def started(*words: str) -> tuple[str, list[str]]:
    ended = subprocess.run(
        [sys.executable, "-c", PROBE, *words], capture_output=True, text=True, check=True
    )
    return ended.stdout, ended.stderr.splitlines()


def test_the_version_imports_click_alone() -> None:
    out, (loaded, rooms) = started("--version")
    assert out == f"deckgen {__version__}\n"
    assert loaded == "0"
    assert rooms == "deckgen deckgen.cli deckgen.cli.app deckgen.version"


def test_the_help_imports_click_alone() -> None:
    out, (loaded, rooms) = started("--help")
    assert "build" in out
    assert loaded == "0"
    assert rooms == "deckgen deckgen.cli deckgen.cli.app deckgen.version"


@pytest.mark.parametrize("command", ["build", "check", "schema", "new", "template", "completion"])
def test_the_help_of_a_command_imports_nothing_heavy(command: str) -> None:
    out, (loaded, _) = started(command, "--help")
    assert out.startswith(f"Usage: deckgen {command}")
    assert loaded == "0"


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)
    outline = tmp_path / "orbits.yaml"
    outline.write_text("talk: {title: Orbits}\nslides:\n  - bullets: Up\n    items: [Down]\n")
    return outline


def test_a_build_imports_what_its_talk_needs(talk: Path) -> None:
    out, (loaded, _) = started("build", talk.name)
    assert "deck.pptx" in out
    code, *heavy = loaded.split()
    assert code == "0"
    assert set(heavy) == {"lxml", "jinja2", "yaml", "markdown_it", "uharfbuzz"}


def test_a_second_build_opens_no_template_and_no_font(talk: Path) -> None:
    started("build", talk.name)
    _, (loaded, rooms) = started("build", "--force", talk.name)
    assert "uharfbuzz" not in loaded.split()
    assert "deckgen.packs.template" not in rooms.split()


def test_a_build_that_is_up_to_date_imports_no_stage(talk: Path) -> None:
    started("build", talk.name)
    out, (loaded, rooms) = started("build", talk.name)
    assert out == "build/orbits: up to date\n"
    assert loaded == "0"
    stages = ("readers", "place", "documents", "writers", "packs", "typeset", "ooxml")
    assert not [room for room in rooms.split() if room.split(".")[1:2] in [[one] for one in stages]]


def test_the_package_alone_imports_no_room() -> None:
    probe = "import sys, deckgen; print([n for n in sys.modules if n.startswith('deckgen.')])"
    ended = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == "['deckgen.version']"
