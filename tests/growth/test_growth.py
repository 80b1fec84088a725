"""Twice the slides are twice the work: counted in calls and bytes, so that no clock is asked."""

from __future__ import annotations

import cProfile
import tracemalloc
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest
from tests.bench.content import make_talk
from tests.bench.forms import OUTLINE, write_forms

import deckgen
from deckgen.pipeline import FORMATS

SLIDES = 80
# Twice the slides: up to 2 for what is linear, 4 for what is quadratic. Words that come for the
# first time and longer texts move the ratio a little.
STEEP = 2.7
SELDOM = 400  # calls: a function that is called less often is none that takes time

Talks = Callable[[int], Path]


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Talks:
    """Outlines of generated talks, by their number of slides; no two share their words."""
    folder = tmp_path_factory.mktemp("talks")

    def written(count: int) -> Path:
        write_forms(make_talk(count, seed=count), folder / str(count))
        return folder / str(count) / OUTLINE

    return written


def build(outline: Path, *formats: str) -> Path:
    """The folder of what was built, without findings."""
    out = outline.parent / "out"
    rmtree(out, ignore_errors=True)  # else nothing would have changed
    result = deckgen.build(outline, to=formats, output=out, strict=True)
    assert result.ok, result.diagnostics
    return result.files[0].path


def calls(outline: Path, name: str) -> Counter[str]:
    """How often each function is called to build a format."""
    profile = cProfile.Profile()
    profile.runcall(build, outline, name)
    counted: Counter[str] = Counter()
    for entry in profile.getstats():
        code = entry.code
        place = code if isinstance(code, str) else f"{code.co_filename}:{code.co_firstlineno}"
        counted[f"{place} {'' if isinstance(code, str) else code.co_name}"] += entry.callcount
    return counted


@pytest.mark.parametrize("name", FORMATS)
def test_no_function_is_called_more_than_in_proportion_to_the_slides(
    name: str, talks: Talks
) -> None:
    build(talks(31), name)  # what is imported and kept once
    few, many = calls(talks(SLIDES), name), calls(talks(2 * SLIDES), name)

    steep = {
        place: (few[place], count)
        for place, count in many.items()
        if count > max(SELDOM, STEEP * few[place])
    }
    assert steep == {}
    assert many.total() < 2.1 * few.total()


def test_memory_grows_by_little_for_each_slide(talks: Talks) -> None:
    for count in (SLIDES, 2 * SLIDES):  # words are measured once, however many slides have them
        build(talks(count), "deck")

    def peak(count: int) -> int:
        outline = talks(count)
        tracemalloc.start()
        try:
            build(outline, "deck")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, many = peak(SLIDES), peak(2 * SLIDES)
    assert 0 < (many - few) / SLIDES < 32_000


def test_a_picture_that_many_slides_show_is_stored_once(talks: Talks) -> None:
    outline = talks(SLIDES)
    shown = outline.read_text("utf-8").count("figures/")

    with zipfile.ZipFile(build(outline, "deck")) as deck:
        stored = [name for name in deck.namelist() if name.startswith("ppt/media/")]

    assert shown > len(stored) == len(list((outline.parent / "figures").iterdir()))
