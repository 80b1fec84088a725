"""The tests that need an office suite are skipped without one, and fail where it is required."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

OFFICE_TESTS = Path(__file__).parents[1] / "acceptance" / "test_office.py"


@pytest.mark.parametrize(("required", "outcome"), [("", "3 skipped"), ("1", "3 errors")])
def test_without_an_office_suite(required: str, outcome: str, tmp_path: Path) -> None:
    environment = {**os.environ, "DECKGEN_REQUIRE_OFFICE": required, "PATH": str(tmp_path)}
    environment.pop("PYTEST_ADDOPTS", None)
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(OFFICE_TESTS)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome in ended.stdout
    assert "needs soffice and pdftoppm, which this machine does not have" in ended.stdout
