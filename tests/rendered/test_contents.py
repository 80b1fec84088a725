"""Contents say the pages on which chapters, tables and figures really stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rendered.word_pages import WORD_FILES, misplaced, saved, to_pdfs

import deckgen

ROOT = Path(__file__).parents[2]
TALKS = ("space-diplomacy", "tour")

pytestmark = pytest.mark.office


def paper(talk: str, pack: str | Path, name: str, folder: Path) -> Path:
    output = folder / name
    result = deckgen.build(ROOT / "content" / talk, to=["briefing"], pack=pack, output=output)
    assert result.ok, result.diagnostics
    return result.files[0].path.rename(folder / f"{talk}-{name}.docx")


def test_in_a_packs_own_word_file_every_entry_is_right(tmp_path: Path) -> None:
    papers = [paper(talk, pack, pack, tmp_path) for talk in TALKS for pack in ("default", "night")]
    to_pdfs(papers, tmp_path)
    assert [misplaced(each, each.with_suffix(".pdf"))[0] for each in papers] == [[]] * len(papers)


def test_in_foreign_word_files_no_page_is_far_and_hardly_any_wrong(
    tmp_path: Path, record_property: pytest.RecordProperty
) -> None:
    papers = [
        paper(TALKS[at % 2], saved(name, tmp_path), name, tmp_path)
        for at, name in enumerate(WORD_FILES)
    ]
    to_pdfs(papers, tmp_path)
    found = {each.stem: misplaced(each, each.with_suffix(".pdf")) for each in papers}
    right = sum(count - len(wrong) for wrong, count in found.values())
    record_property("entries right in foreign Word files", f"{right} of {_all(found)}")
    assert {abs(pages) for wrong, _ in found.values() for pages in wrong} <= {1}
    assert {name: wrong for name, (wrong, _) in found.items() if len(wrong) > 1} == {}


def _all(found: dict[str, tuple[list[int], int]]) -> int:
    return sum(count for _, count in found.values())
