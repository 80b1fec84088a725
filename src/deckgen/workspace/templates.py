"""What `deckgen template` does: looking into templates, making packs of them and from wishes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.disk import read_regular
from deckgen.model.files import FileRefused
from deckgen.ooxml.archive import PackageRefused
from deckgen.pipeline import guarded
from deckgen.workspace.packs import TEMPLATES, build_templates, pack_folders
from deckgen.workspace.publish import publish
from deckgen.workspace.word_templates import inspect_word_file, is_word

if TYPE_CHECKING:
    from deckgen.model.pack import Pack
    from deckgen.packs.fresh import Wishes

Found = tuple[Diagnostic, ...]
_NAME = re.compile(r"[^\W_][\w.-]*")


def inspect_template(source: str, root: Path) -> tuple[dict[str, Any] | None, Found]:
    """What deckgen sees in a template's file or in a pack; None after an error."""
    found = Diagnostics()
    pack = load(source, root, found)
    if pack is None:
        return None, found.as_tuple()
    from deckgen.packs.inspection import inspected

    given = _given(pack, found)
    report = _refusing(lambda: inspected(pack, given), pack.deck.file, found) if given else None
    return report, found.as_tuple()


def adopt_template(
    source: str, name: str, root: Path, briefing: str = ""
) -> tuple[tuple[Path, ...], Found]:
    """Make templates/NAME of a template's file: a copy, and a pack.yaml to edit.

    `briefing` is a Word file that goes with it; `source` may itself be one.
    """
    found = Diagnostics()
    folder = root / TEMPLATES / name
    if not _free(folder, found):
        return (), found.as_tuple()
    word = source if is_word(source) else briefing
    files = _word_copy(word, root, found) if word else {}
    if not is_word(source):
        files |= _deck_copy(source, name, root, next(iter(files), ""), found)
    elif files:
        from deckgen.packs.adoption import word_yaml

        files["pack.yaml"] = word_yaml(name, Path(source).name, next(iter(files))).encode()
    if found.failed:
        return (), found.as_tuple()
    found.extend(publish(folder, files))
    made = () if found.failed else tuple(folder / each for each in files)
    return made, found.as_tuple()


def _deck_copy(
    source: str, name: str, root: Path, word: str, found: Diagnostics
) -> dict[str, bytes]:
    """The template's copy and the pack.yaml, which names the Word file of the pack."""
    pack = load(source, root, found)
    given = _given(pack, found) if pack is not None else b""
    if pack is None or not given:
        return {}
    from deckgen.packs.adoption import pack_yaml

    file = Path(pack.deck.file)
    text = pack_yaml(pack, name, file.name, word)
    return {f"deck{file.suffix.lower()}": given, "pack.yaml": text.encode()}


def _word_copy(file: str, root: Path, found: Diagnostics) -> dict[str, bytes]:
    """A Word template's copy by its new name, after a look whether it can serve."""
    _, diagnostics = inspect_word_file(file, root)
    found.extend(diagnostics)
    if found.failed:
        return {}
    return {f"briefing{Path(file).suffix.lower()}": read_regular(root / file, file)}


def new_pack(name: str, wishes: Wishes, root: Path) -> tuple[tuple[Path, ...], Found]:
    """Make templates/NAME from wishes: pack.yaml, deck.pptx and briefing.docx."""
    from deckgen.packs.fresh import fresh_yaml

    found = Diagnostics()
    folder = root / TEMPLATES / name
    if not _free(folder, found):
        return (), found.as_tuple()
    found.extend(publish(folder, {"pack.yaml": fresh_yaml(name, wishes).encode()}))
    if found.failed:
        return (), found.as_tuple()
    made, diagnostics = build_templates(name, root)
    found.extend(diagnostics)
    return (folder / "pack.yaml", *made), found.as_tuple()


def load(source: str, root: Path, found: Diagnostics) -> Pack | None:
    """The pack of a name or a path; None after an error."""
    from deckgen.packs import load_pack

    loaded = guarded(lambda: load_pack(source, pack_folders(None, root)), found)
    if loaded is None:
        return None
    pack, diagnostics = loaded
    found.extend(diagnostics)
    return pack


def _given(pack: Pack, found: Diagnostics) -> bytes:
    """The template as it was given, without what was added to make it of use."""
    if pack.deck.file.endswith(".yaml"):
        return pack.deck.data
    try:
        return read_regular(Path(pack.deck.file), pack.deck.file)
    except FileRefused as refused:
        found.error("bad-template", refused.message, None, refused.hint)
        return b""


def _refusing(
    look: Callable[[], dict[str, Any]], file: str, found: Diagnostics
) -> dict[str, Any] | None:
    """What looking finds; a template that cannot be read is an error of the template."""
    try:
        return look()
    except PackageRefused as refused:
        found.error("bad-template", f"{file}: {refused.message}.", None, refused.hint)
        return None


def _free(folder: Path, found: Diagnostics) -> bool:
    """Whether a pack may be made in the folder; says so if not."""
    if not _NAME.fullmatch(folder.name) or folder.parent.name != TEMPLATES:
        found.error(
            "bad-name",
            f"{folder.name!r} cannot be a pack's name.",
            None,
            "Take letters, digits and hyphens, as in `our-house`.",
        )
    elif folder.exists() or folder.is_symlink():
        place = folder.as_posix()
        found.error("exists", f"{place} is already there.", None, "Choose another name.")
    return not found.failed
