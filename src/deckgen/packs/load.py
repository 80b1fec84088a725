"""Finds a pack by its name or path and reads all its files into one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Diagnostics, Span, did_you_mean
from deckgen.model.pack import DeckTemplate, Pack
from deckgen.packs.nodes import Node, merged, read_nodes
from deckgen.packs.reading import read_tokens
from deckgen.packs.roles import ROLES, Choice
from deckgen.packs.style import fitted_style, made_style, overridden
from deckgen.packs.template import read_template
from deckgen.packs.tokens import Tokens

DEFAULT = "default"
SHARED = "_shared"
_TEMPLATES = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Source:
    """A pack's folder, or a template alone, before anything of it was interpreted."""

    folder: Path
    node: Node
    template: Path | None = None


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
        return (entry / "pack.yaml").is_file() or (entry / "deck.pptx").is_file()
    return entry.suffix.lower() in _TEMPLATES


# -- finding ------------------------------------------------------------------------------------


def _chain(source: str, folders: Sequence[Path], found: Diagnostics) -> list[Source]:
    """The pack and those that it extends, its own first; empty after an error."""
    chain: list[Source] = []
    name, span = source, None
    while name:
        if len(chain) == _DEEPEST or any(each.folder.name == name for each in chain):
            found.error("pack-extends-itself", f"The pack {source!r} extends itself.", span)
            return []
        path = _find(name, folders)
        if path is None:
            known = pack_names(folders)
            hint = did_you_mean(name, known) or f"Known packs: {', '.join(known) or 'none'}."
            found.error("unknown-pack", f"There is no pack {name!r}.", span, hint)
            return []
        read = _open(path, found)
        if read is None:
            return []
        chain.append(read)
        name = read.node.text("extends")
        extends = read.node.at("extends")
        span = extends.span if extends else None
    return chain


def _find(name: str, folders: Sequence[Path]) -> Path | None:
    """The folder or file that a pack's name or path means."""
    as_path = "/" in name or "\\" in name or Path(name).suffix.lower() in _TEMPLATES
    candidates = [Path(name)] if as_path else []
    for folder in folders:
        candidates.append(folder / name)
        candidates += [folder / f"{name}{suffix}" for suffix in _TEMPLATES if not as_path]
    for candidate in candidates:
        if candidate.is_file() or (candidate.is_dir() and _is_pack(candidate)):
            return candidate
    return None


def _open(path: Path, found: Diagnostics) -> Source | None:
    if path.is_file():
        return Source(path.parent, Node({}, Span(str(path), 1, 1)), path)
    file = path / "pack.yaml"
    deck = path / "deck.pptx"
    template = deck if deck.is_file() else None
    if not file.is_file():
        return Source(path, Node({}, Span(str(deck), 1, 1)), template)
    try:
        node = read_nodes(file.read_text(encoding="utf-8"), str(file), found)
    except (OSError, UnicodeDecodeError) as error:
        found.error("bad-pack", f"{file} cannot be read: {error}.", Span(str(file), 1, 1))
        return None
    return Source(path, node, template) if node else None


# -- reading ------------------------------------------------------------------------------------


def _merged(chain: Sequence[Source]) -> Node:
    node = chain[-1].node
    for source in reversed(chain[:-1]):
        node = merged(node, source.node)
    return node


def _pack(chain: Sequence[Source], folders: Sequence[Path], found: Diagnostics) -> Pack | None:
    node = _merged(chain)
    tokens = read_tokens(node, found)
    deck = _deck(chain, node, found)
    if deck is None:
        return None
    own = chain[0].template
    made = any(each.node.at("tokens") for each in chain)
    name = own.stem if own is not None and not chain[0].node.mapping else tokens.name
    style = made_style(tokens) if made else overridden(fitted_style(deck), tokens.style)
    texts = _documents([each.folder for each in chain if each.node.mapping], folders)
    return Pack(
        name=name,
        deck=replace(deck, fonts=replace(deck.fonts, mono=tokens.fonts.mono)),
        word=_word(chain, folders),
        documents={key: text for key, (text, _) in texts.items()},
        document_files={key: file for key, (_, file) in texts.items()},
        style=style,
        options={"labels": tokens.labels, "description": tokens.description},
    )


def _deck(chain: Sequence[Source], node: Node, found: Diagnostics) -> DeckTemplate | None:
    template = next((each.template for each in chain if each.template is not None), None)
    if template is None:
        name = chain[0].folder.name
        hint = f"Make it from the pack's tokens: deckgen template build {name}"
        found.error("no-deck", f"The pack {name!r} has no deck.pptx.", None, hint)
        return None
    try:
        data = template.read_bytes()
    except OSError as error:
        found.error("bad-template", f"{template} cannot be read: {error.strerror}.", None)
        return None
    return read_template(data, str(template), _by_hand(chain, node, found), found)


def _by_hand(chain: Sequence[Source], node: Node, found: Diagnostics) -> dict[str, Choice]:
    """The map from roles and kinds to layouts; only the pack's own entries can be wrong."""
    layouts = node.at("layouts")
    own = chain[0].node.at("layouts")
    mine: Mapping[str, Node] = own.mapping if own else {}
    known = (*ROLES, *_VARIANTS)
    choices: dict[str, Choice] = {}
    for key, value in layouts.mapping.items() if layouts else ():
        if key not in known and key in mine:
            hint = did_you_mean(key, known) or f"Known: {', '.join(known)}."
            found.error("unknown-role", f"`layouts` knows no {key!r}.", value.key, hint)
        elif isinstance(value.value, str):
            choices[key] = Choice(value.value, value.span if key in mine else None)
    return choices


# Layouts for variants of a role, where a pack has them.
_VARIANTS = ("statement-titled", "comparison-three", "columns-three", "picture-text")


def _word(chain: Sequence[Source], folders: Sequence[Path]) -> bytes:
    """briefing.docx of the pack, of those it extends, or of the default pack."""
    places = [each.folder for each in chain if each.node.mapping]
    places += [folder / DEFAULT for folder in folders]
    for place in places:
        file = place / "briefing.docx"
        if file.is_file():
            return file.read_bytes()
    return b""


def _documents(own: Sequence[Path], folders: Sequence[Path]) -> dict[str, tuple[str, str]]:
    """The document templates by name: text and file; the pack's own before inherited ones."""
    texts: dict[str, tuple[str, str]] = {}
    places = [*own, *(folder / DEFAULT for folder in folders)]
    places += [folder / SHARED for folder in folders]
    for place in places:
        for file in sorted(place.glob("*.j2")) if place.is_dir() else ():
            if file.name not in texts:
                texts[file.name] = (file.read_text(encoding="utf-8"), str(file))
    return texts
