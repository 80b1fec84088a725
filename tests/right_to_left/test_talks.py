"""Whole talks in Arabic and Hebrew: their files are valid, and read as they should."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from tests.rendered.overflow import faults

import deckgen

HERE = Path(__file__).parent
FIGURES = HERE.parents[1] / "content" / "tour" / "figures"
TALKS = ("arabic", "hebrew")
PACKS = ("default", "night")
Files = dict[str, Path]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Files]:
    """The files of a talk in a pack."""

    def made(talk: str, pack: str) -> Files:
        folder = tmp_path_factory.mktemp(talk)
        shutil.copy(HERE / f"{talk}.yaml", folder / "outline.yaml")
        shutil.copytree(FIGURES, folder / "figures")
        result = deckgen.build(folder, pack=pack, output=folder / "out")
        assert result.ok, result.diagnostics
        return {file.format: Path(file.path) for file in result.files}

    return made


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("talk", TALKS)
def test_the_validator_finds_no_error(
    talk: str, pack: str, build: Callable[[str, str], Files]
) -> None:
    files = build(talk, pack)
    for name in ("deck", "briefing"):
        result = OpenXmlValidator().validate(str(files[name]))
        assert [str(error) for error in result.errors] == []


@pytest.mark.office
@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("talk", TALKS)
def test_every_word_stands_in_its_shape(
    talk: str, pack: str, build: Callable[[str, str], Files], to_pdf: Callable[[Path], Path]
) -> None:
    deck = build(talk, pack)["deck"]
    assert faults(deck, to_pdf(deck)) == []
