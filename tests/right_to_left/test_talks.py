"""Whole talks in Arabic and Hebrew: their files are valid, and read as they should."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
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


def alternatives(file: Path) -> set[str]:
    """The alternative texts of a file's pictures, charts, tables and diagrams."""
    with ZipFile(file) as archive:
        parts = [
            etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xml")
        ]
    return {alt for part in parts for each in part.iter() if (alt := each.get("descr"))}


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("talk", TALKS)
def test_the_validator_finds_no_error(
    talk: str, pack: str, build: Callable[[str, str], Files]
) -> None:
    files = build(talk, pack)
    for name in ("deck", "briefing"):
        result = OpenXmlValidator().validate(str(files[name]))
        assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("talk", TALKS)
def test_alternative_texts_are_in_the_talks_language(
    talk: str, build: Callable[[str, str], Files]
) -> None:
    files = build(talk, "default")
    outline = (HERE / f"{talk}.yaml").read_text(encoding="utf-8")
    said = {alt for name in ("deck", "briefing") for alt in alternatives(files[name])}
    foreign = {word for alt in said for word in re.findall("[A-Za-z]{2,}", alt)}

    assert len(said) > 10
    assert {word for word in foreign if word not in outline} == set()


@pytest.mark.office
@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("talk", TALKS)
def test_every_word_stands_in_its_shape(
    talk: str, pack: str, build: Callable[[str, str], Files], to_pdf: Callable[[Path], Path]
) -> None:
    deck = build(talk, pack)["deck"]
    assert faults(deck, to_pdf(deck)) == []
