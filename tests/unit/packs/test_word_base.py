"""Which Word file a pack's briefing stands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.packs.nodes import Node, read_nodes
from deckgen.packs.word_base import word_template


@pytest.fixture
def found() -> Diagnostics:
    return Diagnostics()


def pack(folder: Path, options: str = "", **files: bytes) -> tuple[Path, Node]:
    """A pack's folder with Word files, and what its pack.yaml says."""
    folder.mkdir()
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    node = read_nodes(options or "name: a pack\n", str(folder / "pack.yaml"), Diagnostics())
    assert node is not None
    return folder, node


def test_a_packs_own_briefing_goes_before_the_one_it_extends(tmp_path: Path, found: Diagnostics):
    own = pack(tmp_path / "own", briefing=b"own")
    extended = pack(tmp_path / "extended", briefing=b"extended")

    data, file = word_template([own, extended], [], found)

    assert (data, file) == (b"own", str(tmp_path / "own" / "briefing.docx"))


def test_a_pack_without_a_word_file_takes_that_of_the_pack_it_extends(
    tmp_path: Path, found: Diagnostics
):
    chain = [pack(tmp_path / "own"), pack(tmp_path / "extended", briefing=b"extended")]

    assert word_template(chain, [], found)[0] == b"extended"


def test_a_pack_may_call_its_letterhead_by_another_name(tmp_path: Path, found: Diagnostics):
    own = pack(tmp_path / "own", "word: letter.docx", letter=b"letter", briefing=b"usual")

    assert word_template([own], [], found)[0] == b"letter"


def test_a_deck_alone_is_completed_by_the_default_packs_paper(tmp_path: Path, found: Diagnostics):
    default, _ = pack(tmp_path / "default", briefing=b"default")

    assert word_template([pack(tmp_path / "own")], [default], found)[0] == b"default"


def test_a_letterhead_that_is_not_there_is_an_error_where_it_is_named(
    tmp_path: Path, found: Diagnostics
):
    own = pack(tmp_path / "own", "name: a pack\nword: lettre.docx")

    word_template([own], [], found)

    (error,) = found.as_tuple()
    assert error.code == "bad-template"
    assert "lettre.docx" in error.message
    assert error.span is not None
    assert error.span.line == 2


def test_a_missing_letterhead_is_not_quietly_replaced_by_another(
    tmp_path: Path, found: Diagnostics
):
    default, _ = pack(tmp_path / "default", briefing=b"default")
    own = pack(tmp_path / "own", "word: lettre.docx", briefing=b"usual")

    assert word_template([own], [default], found)[0] == b""


def test_a_letterhead_outside_of_the_packs_folder_is_refused(tmp_path: Path, found: Diagnostics):
    (tmp_path / "secret.docx").write_bytes(b"secret")
    own = pack(tmp_path / "own", "word: ../secret.docx")

    assert word_template([own], [], found)[0] == b""
    assert [each.code for each in found.as_tuple()] == ["bad-template"]
