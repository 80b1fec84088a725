"""Finding packs and putting their files together."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from deckgen.model.deck import Colour
from deckgen.packs import load_pack, pack_names


@pytest.fixture
def folder(tmp_path: Path, odd: SimpleNamespace) -> Path:
    """A folder with a pack, one that extends it, and a bare template."""
    data = odd.make([(odd.MASTER, [odd.Sheet("Inhalt", (odd.TITLE, odd.BODY))])])
    base, child = tmp_path / "base", tmp_path / "child"
    for each in (base, child, tmp_path / "_shared"):
        each.mkdir()
    (base / "pack.yaml").write_text("name: base\nlabels: {en: {contents: Contents}}")
    (base / "deck.pptx").write_bytes(data)
    (base / "briefing.docx").write_bytes(b"word")
    (base / "briefing.md.j2").write_text("base")
    (base / "summary.md.j2").write_text("base")
    (tmp_path / "_shared" / "macros.md.j2").write_text("shared")
    (child / "pack.yaml").write_text("name: child\nextends: base\nstyle: {body: 21}")
    (child / "summary.md.j2").write_text("child")
    (tmp_path / "company.potx").write_bytes(data)
    return tmp_path


def test_packs_are_listed_without_the_shared_folder(folder: Path) -> None:
    assert pack_names([folder]) == ("base", "child", "company")


def test_a_pack_takes_what_it_lacks_from_the_one_it_extends(folder: Path) -> None:
    pack, findings = load_pack("child", [folder])
    assert findings == ()
    assert pack is not None
    assert pack.name == "child"
    assert pack.word == b"word"
    assert pack.documents == {
        "summary.md.j2": "child", "briefing.md.j2": "base", "macros.md.j2": "shared"
    }  # fmt: skip
    assert pack.document_files["summary.md.j2"] == str(folder / "child" / "summary.md.j2")
    assert pack.options["labels"] == {"en": {"contents": "Contents"}}
    assert pack.style.body == 21


@pytest.mark.parametrize("source", ["company", "company.potx"])
def test_a_bare_template_is_a_pack(folder: Path, source: str) -> None:
    pack, findings = load_pack(source, [folder])
    assert findings == ()
    assert pack is not None
    assert (pack.name, pack.deck.roles["content"].name) == ("company", "Inhalt")


def test_a_template_by_its_path_needs_no_folder(folder: Path) -> None:
    pack, _ = load_pack(str(folder / "company.potx"), [])
    assert pack is not None
    assert pack.style.accent == Colour("accent1")


def test_the_first_folder_wins(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "child").mkdir()
    (other / "child" / "pack.yaml").write_text("name: nearer\nextends: base")
    pack, _ = load_pack("child", [other, folder])
    assert pack is not None
    assert pack.name == "nearer"


def test_an_unknown_pack_is_reported_with_a_guess(folder: Path) -> None:
    pack, (finding,) = load_pack("chidl", [folder])
    assert pack is None
    assert (finding.code, finding.hint) == ("unknown-pack", "Did you mean 'child'?")


def test_a_pack_without_a_deck_says_how_to_make_it(folder: Path) -> None:
    (folder / "new").mkdir()
    (folder / "new" / "pack.yaml").write_text("name: new")
    _, (finding,) = load_pack("new", [folder])
    assert finding.code == "no-deck"
    assert "deckgen template build new" in (finding.hint or "")


def test_an_unknown_role_in_the_map_is_reported(folder: Path) -> None:
    file = folder / "child" / "pack.yaml"
    file.write_text("extends: base\nlayouts:\n  contnt: Inhalt")
    _, (finding,) = load_pack("child", [folder])
    assert str(finding.span) == f"{file}:3:3"
    assert finding.hint == "Did you mean 'content'?"


def test_a_pack_that_is_not_text_is_refused(folder: Path) -> None:
    (folder / "child" / "pack.yaml").write_bytes(b"\xff\xfe\x00bad")
    _, (finding,) = load_pack("child", [folder])
    assert finding.code == "bad-pack"
