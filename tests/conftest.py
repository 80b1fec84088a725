"""What all tests share: the tests that need an office suite, and how it is run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# What a property costs depends on the machine: no clock decides on it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

OFFICE = ("soffice", "pdftoppm")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip the office tests where there is no office; fail them where there has to be one."""
    if item.get_closest_marker("office") is None:
        return
    missing = [program for program in OFFICE if shutil.which(program) is None]
    if missing:
        reason = f"needs {' and '.join(missing)}, which this machine does not have"
        if os.environ.get("DECKGEN_REQUIRE_OFFICE") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep nothing where whoever runs the tests keeps it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DECKGEN_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setattr("deckgen.documents.bytecode.FOLDER", tmp_path_factory.mktemp("code"))
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the figures that tests measured, whichever process they ran in."""
    measured = [
        f"{name}: {value}"
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
    ]
    if measured:
        terminalreporter.section("measured")
        for line in sorted(measured):
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Convert a document with LibreOffice, in a profile of its own; gives the PDF."""
    profile = tmp_path_factory.mktemp("office-profile")

    def convert(document: Path) -> Path:
        folder = tmp_path_factory.mktemp("pdf")
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                str(document),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return folder / f"{document.stem}.pdf"

    return convert
