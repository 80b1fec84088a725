from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path as File

import pytest

from deckgen import icons
from deckgen.icons import UNITS, icon, names
from deckgen.icons.make import make

POINTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def test_an_icon_is_one_stroked_path_on_its_grid() -> None:
    satellite = icon("satellite")
    assert satellite is not None
    (path,) = satellite.paths
    assert (path.width, path.height) == (UNITS, UNITS)
    assert (path.filled, path.stroked) == (False, True)


def test_every_icon_starts_with_a_move_and_stays_on_the_grid() -> None:
    for name in names():
        found = icon(name)
        assert found is not None
        commands = found.paths[0].commands
        assert commands[0][0] == "M", name
        assert all(len(points) == POINTS[letter] for letter, points in commands), name
        assert all(-50 <= v <= UNITS + 50 for _, points in commands for v in points), name


def test_a_check_mark_is_drawn_as_it_is() -> None:
    check = icon("check")
    assert check is not None
    assert check.paths[0].commands == (("M", (2000, 600)), ("L", (900, 1700)), ("L", (400, 1200)))


def test_an_earlier_name_finds_the_same_drawing() -> None:
    assert icon("alert-triangle") == icon("triangle-alert")


def test_an_unknown_name_finds_nothing() -> None:
    assert icon("satelite") is None


def test_names_are_many_and_sorted() -> None:
    assert len(names()) > 1900
    assert list(names()) == sorted(set(names()))


def test_one_icon_is_found_without_reading_the_others() -> None:
    script = (
        "import deckgen.icons as icons; icons.icon('rocket');"
        "assert icons._block.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{}</svg>'
_DRAWINGS = {
    "angle": '<path d="M4 4h16v.5z"/>',
    "circle": '<circle cx="12" cy="12" r="10"/>',
    "curve": '<path d="M0 0q3 0 3 3"/><path d="m9 9 1-1"/>',
    "square-angle": '<path d="M4 4h16v.5z"/>',
}


@pytest.fixture
def made(tmp_path: File, monkeypatch: pytest.MonkeyPatch) -> Iterator[File]:
    """A folder of drawings, whose icons stand in for the real ones."""
    for name, drawing in _DRAWINGS.items():
        (tmp_path / f"{name}.svg").write_text(_SVG.format(drawing))
    data = make(tmp_path)
    caches = (icon, names, icons._index, icons._block)
    monkeypatch.setattr(icons, "_data", lambda: data)
    for cached in caches:
        cached.cache_clear()
    yield tmp_path
    for cached in caches:
        cached.cache_clear()


def commands(name: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    found = icon(name)
    assert found is not None
    return found.paths[0].commands


def test_lines_become_lines(made: File) -> None:
    assert commands("angle") == (
        ("M", (400, 400)),
        ("L", (2000, 400)),
        ("L", (2000, 450)),
        ("Z", ()),
    )


def test_circles_become_four_curves(made: File) -> None:
    assert [letter for letter, _ in commands("circle")] == ["M", "C", "C", "C", "C", "Z"]
    assert commands("circle")[0] == ("M", (2200, 1200))


def test_quadratic_curves_become_cubic_and_paths_follow_each_other(made: File) -> None:
    assert commands("curve") == (
        ("M", (0, 0)),
        ("C", (200, 0, 300, 100, 300, 300)),
        ("M", (900, 900)),
        ("L", (1000, 800)),
    )


def test_the_same_drawing_under_two_names_is_kept_once(made: File) -> None:
    assert names() == ("angle", "circle", "curve", "square-angle")
    assert commands("square-angle") == commands("angle")


def test_the_same_files_make_the_same_data(made: File) -> None:
    assert make(made) == make(made)
