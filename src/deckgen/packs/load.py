"""Finds a pack by its name or path and reads all its files into one value."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Diagnostics, Span, did_you_mean
from deckgen.disk import MEBIBYTE, read_within
from deckgen.frozen import replace
from deckgen.model.files import FileRefused
from deckgen.model.pack import Pack
from deckgen.packs.decks import deck_template
from deckgen.packs.nodes import Node, merged, read_nodes
from deckgen.packs.reading import read_tokens
from deckgen.packs.sources import DECKS, TEMPLATES, Source
from deckgen.packs.style import fitted_style, made_style, overridden
from deckgen.packs.tokens import Tokens
from deckgen.packs.word_base import word_template

DEFAULT = "default"
SHARED = "_shared"
LARGEST_TEXT = MEBIBYTE // 4
_DEEPEST = 8


def load_pack(source: str, folders: Sequence[Path]) -> tuple[Pack | None, tuple[Diagnostic, ...]]:
    """The pack of a name (looked up in the folders, the first wins) or of a path.

    A path leads to a pack's folder or to a PowerPoint template. Returns None after an error.
    """
    found = Diagnostics()
    chain = _chain(source or DEFAULT, folders, found)
    pack = _pack(chain, folders, found) if chain and not found.failed else None
    return (None if found.failed else pack), found.as_tuple()


def pack_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """The names of all packs in the folders, in order of the alphabet."""
    names = {
        entry.name if entry.is_dir() else entry.stem
        for folder in folders
        if folder.is_dir()
        for entry in folder.iterdir()
        if _is_pack(entry)
    }
    return tuple(sorted(names))


def read_pack_tokens(
    folder: Path, folders: Sequence[Path]
) -> tuple[Tokens | None, tuple[Diagnostic, ...]]:
    """The tokens of a pack's folder, with all that they extend; None after an error."""
    found = Diagnostics()
    chain = _chain(str(folder), folders, found)
    tokens = read_tokens(_merged(chain), found) if chain and not found.failed else None
    return (None if found.failed else tokens), found.as_tuple()


def _is_pack(entry: Path) -> bool:
    if entry.name.startswith(("_", ".")):
        return False
    if entry.is_dir():
        return any((entry / name).is_file() for name in ("pack.yaml", *DECKS))
    return entry.suffix.lower() in TEMPLATES


# -- finding ------------------------------------------------------------------------------------


def _chain(source: str, folders: Sequence[Path], found: Diagnostics) -> list[Source]:
    """The pack and those that it extends, its own first; empty after an error."""
    chain: list[Source] = []
    name, span = source, None
    while name:
        if len(chain) == _DEEPEST or any(each.folder.name == name for each in chain):
            found.error(
                "pack-extends-itself",
                f"The pack {source!r} extends itself.",
                span,
                "Extend another.",
            )
            return []
        path = _find(name, folders)
        if path is None:
            known = pack_names(folders)
            hint = did_you_mean(name, known) or f"Known packs: {', '.join(known) or 'none'}."
            found.error("unknown-pack", _missing(name), span, hint)
            return []
        read = _open(path, found)
        if read is None:
            return []
        chain.append(read)
        name = read.node.text("extends")
        extends = read.node.at("extends")
        span = extends.span if extends else None
        if _is_path(name):
            message = (
                f"`extends` is the path {name!r}, and a pack reads nothing outside its folder."
            )
            found.error("bad-pack", message, span, "Write the name of another pack.")
            return []
    return chain


def _missing(name: str) -> str:
    if not _is_path(name):
        return f"There is no pack {name!r}."
    if os.path.isdir(name):
        return f"{name!r} is a folder, but no pack's: it has neither pack.yaml nor deck.pptx."
    return f"There is no file {name!r}."


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or Path(name).suffix.lower() in TEMPLATES


def _find(name: str, folders: Sequence[Path]) -> Path | None:
    """The folder or file that a pack's name or path means."""
    as_path = _is_path(name)
    candidates = [Path(name)] if as_path else []
    for folder in folders:
        candidates.append(folder / name)
        candidates += [folder / f"{name}{suffix}" for suffix in TEMPLATES if not as_path]
    return next((candidate for candidate in candidates if _holds_pack(candidate)), None)


def _holds_pack(path: Path) -> bool:
    try:
        return path.is_file() or (path.is_dir() and _is_pack(path))
    except (OSError, ValueError):  # a name that no file can have, or a folder closed to us
        return False


def _open(path: Path, found: Diagnostics) -> Source | None:
    if path.is_file():
        return Source(path.parent, Node({}, Span(str(path), 1, 1)), path)
    file = path / "pack.yaml"
    decks = [path / name for name in DECKS]
    template = next((deck for deck in decks if deck.is_file()), None)
    if not file.is_file():
        return Source(path, Node({}, Span(str(decks[0]), 1, 1)), template)
    text = _text(path, "pack.yaml", found)
    node = None if text is None else read_nodes(text, str(file), found)
    return Source(path, node, template) if node else None


def _text(folder: Path, name: str, found: Diagnostics) -> str | None:
    """The text of a pack's own file; None after an error."""
    span = Span(str(folder / name), 1, 1)
    try:
        return read_within(folder, name, LARGEST_TEXT).decode()
    except FileRefused as refused:
        # Without a place: who shows it would read the file after all.
        found.error("bad-pack", refused.message, None, refused.hint)
    except UnicodeDecodeError:
        found.error("bad-pack", f"{span.file} is not UTF-8.", span, "Save it as UTF-8.")
    return None


# -- reading ------------------------------------------------------------------------------------


def _merged(chain: Sequence[Source]) -> Node:
    node = chain[-1].node
    for source in reversed(chain[:-1]):
        node = merged(node, source.node)
    return node


def _pack(chain: Sequence[Source], folders: Sequence[Path], found: Diagnostics) -> Pack | None:
    node = _merged(chain)
    tokens = read_tokens(node, found)
    deck = deck_template(chain, node, tokens, found)
    if deck is None:
        return None
    own = chain[0].template
    name = own.stem if own is not None and not chain[0].node.mapping else tokens.name
    style = overridden(fitted_style(deck), tokens.style) if deck.adopted else made_style(tokens)
    texts = _documents([each.folder for each in chain if each.node.mapping], folders, found)
    owners = [(each.folder, each.node) for each in chain if each.node.mapping]
    word, word_file = word_template(owners, [folder / DEFAULT for folder in folders], found)
    return Pack(
        name=name,
        deck=replace(deck, fonts=replace(deck.fonts, mono=tokens.fonts.mono)),
        word=word,
        word_file=word_file,
        documents={key: text for key, (text, _) in texts.items()},
        document_files={key: file for key, (_, file) in texts.items()},
        style=style,
        options={"labels": tokens.labels, "description": tokens.description},
    )


def _documents(
    own: Sequence[Path], folders: Sequence[Path], found: Diagnostics
) -> dict[str, tuple[str, str]]:
    """The document templates by name: text and file; the pack's own before inherited ones."""
    texts: dict[str, tuple[str, str]] = {}
    places = [*own, *(folder / DEFAULT for folder in folders)]
    places += [folder / SHARED for folder in folders]
    for place in places:
        for file in sorted(place.glob("*.j2")) if place.is_dir() else ():
            if file.name not in texts:
                text = _text(place, file.name, found)
                texts[file.name] = (text or "", str(file))
    return texts
