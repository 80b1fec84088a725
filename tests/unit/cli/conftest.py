"""Running commands inside the test's process."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from deckgen.cli import main


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `deckgen` with these words."""

    def run_words(*words: str) -> Ended:
        monkeypatch.setattr("sys.argv", ["deckgen", *words])
        code = main()
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return run_words
