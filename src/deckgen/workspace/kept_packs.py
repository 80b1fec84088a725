"""Packs as they were read before: their templates are opened again only when they have changed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from deckgen.diagnostics import Diagnostic
from deckgen.disk import read_regular
from deckgen.frozen import Frozen, replace
from deckgen.model.files import FileRefused
from deckgen.model.pack import Layout, Pack
from deckgen.workspace.cache import Cache
from deckgen.workspace.fingerprint import content, digest, tool

Loaded = tuple[Pack | None, tuple[Diagnostic, ...]]


class KeptPack(Frozen):
    """A pack as it is kept: each layout once, and no copy of what stands in a file.

    `layouts` and `roles` count in `sheets`. `deck` and `word` are the templates' bytes where they
    are not those of their files.
    """

    pack: Pack
    sheets: tuple[Layout, ...]
    layouts: tuple[int, ...]
    roles: Mapping[str, int]
    deck: bytes | None
    word: bytes | None
    findings: tuple[Diagnostic, ...]


def load(source: str, folders: Sequence[Path], cache: Cache) -> Loaded:
    """What `packs.load_pack` gives, kept by the content of all that a pack may be read from."""
    key = _key(source, folders) if cache else ""
    kept = decoded(cache.get(key)) if key else None
    if kept is not None:
        return kept
    from deckgen.packs import load_pack

    pack, findings = load_pack(source, folders)
    if pack is not None and key:
        with suppress(UnicodeEncodeError):  # a name on the disk that is no text
            cache.put(key, packed(pack, findings))
    return pack, findings


def _key(source: str, folders: Sequence[Path]) -> str:
    """The key of a pack in the cache; empty where there is too much to read."""
    places = [*folders, Path(source)] if os.sep in source or "." in source else folders
    read = [(str(place.absolute()), content(place)) for place in places]
    if not all(hashed for _, hashed in read):
        return ""
    return f"pack-{digest(repr((source, read, tool())).encode('utf-8', 'surrogateescape'))}"


def packed(pack: Pack, findings: Sequence[Diagnostic]) -> bytes:
    """A pack as bytes."""
    deck = pack.deck
    sheets = list({id(each): each for each in (*deck.layouts, *deck.roles.values())}.values())
    number = {id(each): at for at, each in enumerate(sheets)}
    kept = KeptPack(
        pack=replace(pack, word=b"", deck=replace(deck, data=b"", layouts=(), roles={})),
        sheets=tuple(sheets),
        layouts=tuple(number[id(each)] for each in deck.layouts),
        roles={role: number[id(each)] for role, each in deck.roles.items()},
        deck=_apart(deck.data, deck.file),
        word=_apart(pack.word, pack.word_file),
        findings=tuple(findings),
    )
    return msgspec.msgpack.encode(kept)


def decoded(data: bytes | None) -> Loaded | None:
    """The pack in what was kept; None where nothing sound was."""
    try:
        return None if data is None else _unpacked(data)
    except (msgspec.MsgspecError, ValueError, LookupError, RecursionError, FileRefused):
        return None


def _unpacked(data: bytes) -> Loaded:
    kept = msgspec.msgpack.decode(data, type=KeptPack)
    pack = kept.pack
    deck = replace(
        pack.deck,
        data=_content(kept.deck, pack.deck.file),
        layouts=tuple(kept.sheets[at] for at in kept.layouts),
        roles={role: kept.sheets[at] for role, at in kept.roles.items()},
    )
    word = _content(kept.word, pack.word_file)
    return replace(pack, deck=deck, word=word), kept.findings


def _apart(data: bytes, file: str) -> bytes | None:
    try:
        return None if file and read_regular(Path(file), file) == data else data
    except FileRefused:
        return data


def _content(data: bytes | None, file: str) -> bytes:
    return read_regular(Path(file), file) if data is None else data
