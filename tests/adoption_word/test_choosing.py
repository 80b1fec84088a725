"""Which Word file a briefing is built on, and which are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.adoption_word.odd_pages import PAGES
from tests.adoption_word.promises import TALK, framed, texts

import deckgen
from deckgen.writers.docx.inspection import inspect_word

OUTLINE = "talk: {title: A talk}\nslides:\n  - bullets: One\n    items: [a]\n    briefing: Words.\n"


def talk(folder: Path, first: str = "") -> Path:
    (folder / "outline.yaml").write_text(first + OUTLINE, encoding="utf-8")
    (folder / "house.docx").write_bytes(PAGES["marked"]())
    return folder


def briefing(folder: Path, **how: object) -> str:
    result = deckgen.build(folder, to="briefing", output=folder / "out", **how)  # type: ignore[arg-type]
    assert result.ok, result.diagnostics
    return texts(result.files[0].path.read_bytes())


def test_an_outline_names_the_briefing_s_template(tmp_path: Path) -> None:
    assert "Imprint" in briefing(talk(tmp_path, "briefing_template: house.docx\n"))


def test_a_word_file_as_pack_is_for_the_briefing_alone(tmp_path: Path) -> None:
    folder = talk(tmp_path, "pack: house.docx\n")
    result = deckgen.build(folder, output=tmp_path / "out")
    assert result.ok, result.diagnostics
    assert len(result.files) == 3
    assert "Imprint" in texts((tmp_path / "out" / folder.name / "briefing.docx").read_bytes())


def test_a_word_file_may_be_given_beside_the_pack(tmp_path: Path) -> None:
    file = tmp_path / "house.docx"
    assert "Imprint" in briefing(talk(tmp_path), pack="night", briefing_template=file)


def test_a_pack_names_its_word_file(tmp_path: Path) -> None:
    folder = talk(tmp_path)
    pack = tmp_path / "firm"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: firm\nextends: default\nword: letter.docx\n")
    (pack / "letter.docx").write_bytes(PAGES["marked"]())
    assert "Imprint" in briefing(folder, pack=pack)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted or in the binary format"),
        (PAGES["marked"]()[:900], "truncated"),
        ((Path(__file__).parents[2] / "templates/default/deck.pptx").read_bytes(), "not a Word"),
    ],
)
def test_a_file_that_cannot_serve_is_refused(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "odd.docx").write_bytes(data)
    result = deckgen.build(TALK, to="briefing", pack=tmp_path / "odd.docx", output=tmp_path)
    assert [found.code for found in result.diagnostics] == ["bad-template"]
    assert message in result.diagnostics[0].message


def test_inspecting_says_what_serves_and_what_is_added() -> None:
    seen = inspect_word(PAGES["several-sections"]())
    roles = {each.role: each for each in seen.roles}
    assert (roles["heading1"].name, roles["heading1"].why) == ("Heading 1", "its name")
    assert roles["quote"].added
    assert seen.page_cm == (29.7, 21.0)
    assert seen.own_text == "the cover"
    assert seen.tags == ("talk.title",)
    assert framed(PAGES["several-sections"]()).count("{{ talk.title }}") == 1
