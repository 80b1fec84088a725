"""What is kept between runs is whole, the user's own, and never needed."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from deckgen.workspace import cache as module
from deckgen.workspace.cache import NO_CACHE, Cache, cache

POSIX = pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX's")


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return cache({"DECKGEN_CACHE": str(tmp_path / "kept")})


def test_what_is_put_is_got(kept: Cache) -> None:
    kept.put("pack-1", b"facts")
    assert kept.get("pack-1") == b"facts"
    assert kept.get("pack-2") is None


def test_without_a_folder_nothing_is_kept() -> None:
    NO_CACHE.put("pack-1", b"facts")
    assert NO_CACHE.get("pack-1") is None


@pytest.mark.parametrize("damage", ["cut", "turned", "emptied", "foreign", "moved"])
def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path, kept: Cache, damage: str) -> None:
    kept.put("pack-1", b"facts")
    file = tmp_path / "kept" / "pack-1"
    whole = file.read_bytes()
    damaged = {
        "cut": whole[:-1],
        "turned": whole[:-1] + bytes([whole[-1] ^ 1]),
        "emptied": b"",
        "foreign": b"\x80\x04cos\nsystem\n",
        "moved": whole,
    }
    (tmp_path / "kept" / "pack-2").write_bytes(damaged[damage])
    file.write_bytes(damaged[damage] if damage != "moved" else b"")
    assert kept.get("pack-1") is None
    assert kept.get("pack-2") is None


def test_readers_and_writers_at_once_see_whole_entries(kept: Cache) -> None:
    values = [bytes([number]) * 100_000 for number in range(4)]
    seen: list[bytes | None] = []

    def write(value: bytes) -> None:
        for _ in range(20):
            kept.put("pack-1", value)
            seen.append(kept.get("pack-1"))

    threads = [threading.Thread(target=write, args=(value,)) for value in values]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 80
    assert set(seen) <= set(values)


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = cache({"DECKGEN_CACHE": str(tmp_path / "file" / "kept")})
    kept.put("pack-1", b"facts")
    assert kept.get("pack-1") is None


def test_the_folder_is_made_when_there_is_something_to_keep(tmp_path: Path, kept: Cache) -> None:
    assert kept.get("pack-1") is None
    assert not (tmp_path / "kept").exists()
    kept.put("pack-1", b"facts")
    assert kept.get("pack-1") == b"facts"


@POSIX
def test_the_folder_is_the_users_alone(tmp_path: Path, kept: Cache) -> None:
    kept.put("pack-1", b"facts")
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0
    assert (tmp_path / "kept" / "pack-1").stat().st_mode & 0o077 == 0


@POSIX
def test_a_folder_that_others_may_write_is_not_trusted(tmp_path: Path, kept: Cache) -> None:
    kept.put("pack-1", b"facts")
    (tmp_path / "kept").chmod(0o777)
    assert cache({"DECKGEN_CACHE": str(tmp_path / "kept")}).get("pack-1") is None


@POSIX
def test_it_stands_where_the_system_keeps_caches(tmp_path: Path) -> None:
    cache({"XDG_CACHE_HOME": str(tmp_path / "xdg"), "HOME": str(tmp_path)}).put("a", b"1")
    assert (tmp_path / "xdg" / "deckgen" / "a").is_file()
    cache({"XDG_CACHE_HOME": "relative", "HOME": str(tmp_path)}).put("a", b"1")
    assert (tmp_path / ".cache" / "deckgen" / "a").is_file()


def test_it_stays_within_its_bounds(
    tmp_path: Path, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LIMIT", 1_000)
    for number in range(20):
        kept.put(f"text-{number}", b"x" * 100)
    sizes = [file.stat().st_size for file in (tmp_path / "kept").iterdir()]
    assert 0 < sum(sizes) <= 1_000
    assert kept.get("text-19") is not None
