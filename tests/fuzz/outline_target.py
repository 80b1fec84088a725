"""Any bytes as an outline: an outline comes out, or errors that have a place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deckgen.kinds import KINDS
from deckgen.model.files import FileRefused
from deckgen.readers import read_outline
from deckgen.readers.slide_keys import slide_table

CASES = Path(__file__).resolve().parents[1] / "errors"
LARGEST_SEED = 4_000
TALK = 'talk: {title: T, dates: 2016-11-20}\nsources: {a: "A"}\nslides:\n'


class NoFiles:
    """A folder without files."""

    def read(self, path: str) -> bytes:
        """Refuse."""
        raise FileRefused(f"there is no file '{path}'", "Check the path.")


def check(data: bytes) -> None:
    """Raise when reading these bytes breaks a promise."""
    outline, found = read_outline(data, "o.yaml", NoFiles())
    failed = any(one.severity == "error" for one in found)
    assert (outline is None) == failed
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for one in found:
        assert one.message
        assert one.hint
        assert one.span is not None
        assert 1 <= one.span.line <= lines


def seeds() -> Iterator[bytes]:
    """Bad outlines of the other tests, and one slide of every kind."""
    for path in sorted(CASES.glob("*/outline.yaml")):
        data = path.read_bytes()
        if len(data) < LARGEST_SEED:
            yield data
    for name, kind in KINDS.items():
        keys = "".join(f"    {key}: [{{a: 1}}, b]\n" for key in slide_table(kind) if key != name)
        yield f"{TALK}  - {name}: A\n{keys}".encode()
    yield f"{TALK}  - part: P\n  - agenda: A\n  - bullets: B\n    items: &x [a, {{b: [c]}}]\n".encode()


def words() -> Iterator[str]:
    """Kinds, keys, and YAML's marks."""
    known = {f"{key}: " for kind in KINDS.values() for key in slide_table(kind)}
    yield from sorted(known | {f"  - {name}: " for name in KINDS})
    yield from (
        "\\n",
        "  - ",
        "&a ",
        "*a",
        "!!str ",
        "!<",
        "<<: ",
        "|-\\n      ",
        ">+2\\n",
        "? ",
        "--- ",
    )
    yield from (
        "$x^2$",
        "`a`",
        "**a**",
        "[a](#b)",
        "<https://a.b>",
        "2016-11-20/2016-11-24",
        "\\\\frac{a}{b}",
    )
