"""Which talks the words of a command mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.workspace.talks import find_talks, talk_names


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("orbits", "annual-report"):
        (tmp_path / "content" / name).mkdir(parents=True)
        (tmp_path / "content" / name / "outline.yaml").write_text("talk:", "utf-8")
    (tmp_path / "content" / "notes").mkdir()
    return tmp_path


def labels(root: Path, *words: str) -> list[str]:
    talks, diagnostics = find_talks(words, root)
    assert diagnostics == ()
    return [talk.label for talk in talks]


REPORT = "content/annual-report/outline.yaml"
ORBITS = "content/orbits/outline.yaml"


def test_without_words_all_talks_in_the_order_of_their_names(root: Path) -> None:
    assert labels(root) == [REPORT, ORBITS]


@pytest.mark.parametrize(
    "word", ["content/orbits", "content/orbits/", "orbits", "content/orbits/outline.yaml"]
)
def test_a_talk_by_its_folder_its_name_or_its_file(root: Path, word: str) -> None:
    assert labels(root, word) == [ORBITS]


def test_a_folder_of_talks(root: Path) -> None:
    assert labels(root, "content") == [REPORT, ORBITS]
    assert labels(root, ".") == [REPORT, ORBITS]


def test_a_talk_named_twice_is_one(root: Path) -> None:
    assert labels(root, "orbits", "content/orbits") == [ORBITS]


def test_an_outline_of_another_name_names_its_talk(root: Path) -> None:
    (root / "lecture.yaml").write_text("talk:", "utf-8")
    (talk,), _ = find_talks(["lecture.yaml"], root)
    assert talk.name == "lecture"
    assert talk.folder == root


def test_an_absolute_path_outside_keeps_its_name(root: Path, tmp_path_factory: object) -> None:
    (talk,), _ = find_talks([str(root / "content" / "orbits")], root / "content" / "notes")
    assert talk.label == (root / ORBITS).as_posix()


def test_an_unknown_talk_gets_the_nearest_name(root: Path) -> None:
    _, (found,) = find_talks(["orbit"], root)
    assert found.code == "unknown-talk"
    assert found.hint == "Did you mean 'orbits'?"


@pytest.mark.parametrize("word", ["a\0b", "x" * 5_000])
def test_a_name_that_no_file_can_have_is_unknown(root: Path, word: str) -> None:
    _, (found,) = find_talks([word], root)
    assert found.code == "unknown-talk"


def test_no_talks_at_all(tmp_path: Path) -> None:
    _, (found,) = find_talks([], tmp_path)
    assert found.code == "no-talks"
    assert "deckgen new" in (found.hint or "")


def test_two_talks_for_one_output_folder_are_refused(root: Path) -> None:
    (root / "orbits.yaml").write_text("talk:", "utf-8")
    _, (found,) = find_talks(["orbits", "orbits.yaml"], root)
    assert found.code == "same-output"


def test_names_for_completion(root: Path) -> None:
    assert talk_names(root) == ("annual-report", "orbits")
