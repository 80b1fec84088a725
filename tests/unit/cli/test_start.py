"""Asking for help or the version costs next to nothing."""

from __future__ import annotations

import subprocess
import sys

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


def test_the_package_alone_imports_no_room() -> None:
    probe = "import sys, deckgen; print([n for n in sys.modules if n.startswith('deckgen.')])"
    ended = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == "['deckgen.version']"
