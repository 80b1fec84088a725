"""Bad outlines beside what is said of them: `<case>/outline.yaml` and `<case>/expected.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.model.files import FileRefused
from deckgen.readers import read_outline

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/outline.yaml"))


class Folder:
    """The files of a case."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, path: str) -> bytes:
        try:
            return (self.root / path).read_bytes()
        except OSError:
            message, hint = f"there is no file '{path}'", "Paths are relative to the outline."
            raise FileRefused(message, hint) from None


def rendered(case: Path) -> str:
    data = (case / "outline.yaml").read_bytes()
    outline, found = read_outline(data, "outline.yaml", Folder(case))
    assert outline is None
    lines = []
    for one in found:
        lines.append(f"{one.span}: {one.severity}[{one.code}]: {one.message}")
        lines.append(f"    {one.hint}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_outline_is_told_what_is_wrong_and_what_to_do(case: Path) -> None:
    assert rendered(case) == (case / "expected.txt").read_text(encoding="utf-8")


def test_every_finding_has_a_hint() -> None:
    for case in CASES:
        assert "    None\n" not in (case / "expected.txt").read_text(encoding="utf-8"), case.name
