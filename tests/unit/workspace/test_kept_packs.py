"""A pack that was read before is not read again, and is the same to the last detail."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.pack import Pack
from deckgen.packs import load_pack
from deckgen.workspace import kept_packs
from deckgen.workspace.cache import NO_CACHE, Cache, cache
from deckgen.workspace.packs import own_packs

FOLDERS = (own_packs(),)
PACKED = kept_packs.packed(*load_pack("night", FOLDERS))  # type: ignore[arg-type]


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return cache({"DECKGEN_CACHE": str(tmp_path / "kept")})


@pytest.mark.parametrize("source", ["default", "night", str(own_packs() / "night" / "deck.pptx")])
def test_a_kept_pack_is_the_pack(source: str, kept: Cache) -> None:
    read = load_pack(source, FOLDERS)
    assert kept_packs.load(source, FOLDERS, kept) == read
    assert kept_packs.load(source, FOLDERS, kept) == read


def test_layouts_are_shared_as_they_were(kept: Cache) -> None:
    kept_packs.load("night", FOLDERS, kept)
    pack, _ = kept_packs.load("night", FOLDERS, kept)
    assert pack is not None
    assert any(pack.deck.roles["content"] is each for each in pack.deck.layouts)


def test_a_kept_pack_opens_no_template(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_packs.load("default", FOLDERS, kept)
    monkeypatch.setattr("deckgen.packs.load_pack", None)
    assert kept_packs.load("default", FOLDERS, kept)[0] is not None


def test_a_pack_that_changed_is_read_again(tmp_path: Path, kept: Cache) -> None:
    house = tmp_path / "templates" / "house"
    house.mkdir(parents=True)
    (house / "pack.yaml").write_text("name: house\nextends: default\n")
    folders = (tmp_path / "templates", *FOLDERS)
    before, _ = kept_packs.load("house", folders, kept)
    (house / "pack.yaml").write_text(
        "name: house\nextends: default\nlabels: {en: {sources: Papers}}\n"
    )
    after, _ = kept_packs.load("house", folders, kept)
    assert before is not None
    assert after is not None
    assert before.options != after.options


def test_a_pack_with_an_error_is_not_kept(tmp_path: Path, kept: Cache) -> None:
    assert kept_packs.load("nowhere", FOLDERS, kept)[0] is None
    assert not (tmp_path / "kept").exists()


def test_without_a_cache_packs_are_read(kept: Cache) -> None:
    assert kept_packs.load("night", FOLDERS, NO_CACHE) == load_pack("night", FOLDERS)


@given(st.binary(max_size=64), st.integers(0, len(PACKED)), st.integers(0, len(PACKED)))
def test_whatever_stands_in_the_cache_is_a_pack_or_nothing(
    junk: bytes, start: int, end: int
) -> None:
    kept = kept_packs.decoded(PACKED[:start] + junk + PACKED[end:])
    assert kept is None or isinstance(kept[0], Pack)
