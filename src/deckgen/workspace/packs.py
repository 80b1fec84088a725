"""Where packs are looked for, and which one a talk asks for."""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Diagnostic, Diagnostics, Span, did_you_mean
from deckgen.model.files import FileRefused
from deckgen.pipeline import guarded
from deckgen.workspace.jail import TalkFiles
from deckgen.workspace.publish import publish
from deckgen.workspace.talks import CONTENT, TalkFile

TEMPLATES = "templates"
DEFAULT = "default"
TEMPLATE_TYPES = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm")


def pack_folders(talk: TalkFile | None, root: Path) -> tuple[Path, ...]:
    """The folders that hold packs, nearest first: `root`'s, the talk's project's, deckgen's own."""
    folders = [root / TEMPLATES]
    if talk is not None:
        folders.append(project(talk.folder) / TEMPLATES)
    folders.append(own_packs())
    return tuple(dict.fromkeys(folder for folder in folders if folder.is_dir()))


def pack_names(root: Path) -> tuple[str, ...]:
    """The names of all packs that `root` can see, sorted."""
    from deckgen.packs import pack_names as names

    return names(pack_folders(None, root))


def pack_source(wanted: str, talk: TalkFile, span: Span | None, found: Diagnostics) -> str | None:
    """What the outline's `pack:` means: a name as it is, a path only inside the talk's folder."""
    if not wanted:
        return DEFAULT
    if "/" not in wanted and "\\" not in wanted and not wanted.lower().endswith(TEMPLATE_TYPES):
        return wanted
    try:
        return str(TalkFiles(talk.folder, talk.allowed).locate(wanted))
    except FileRefused as refused:
        found.error(
            "bad-pack",
            refused.message,
            span,
            "Put the template in the talk's folder, or build with `--pack PATH`.",
        )
        return None


def build_templates(name: str, root: Path) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Make a pack's deck.pptx and briefing.docx from its pack.yaml; gives the files made."""
    found = Diagnostics()
    folder = _pack_folder(name, root)
    if folder is None:
        known = pack_names(root)
        hint = did_you_mean(name, known) or f"Known packs: {', '.join(known) or 'none'}."
        found.error("unknown-pack", f"There is no pack.yaml of a pack {name!r}.", None, hint)
        return (), found.as_tuple()
    files = guarded(lambda: _templates(folder, root, found), found) or {}
    if files and not found.failed:
        found.extend(publish(folder, files))
    made = () if found.failed else tuple(folder / file for file in files)
    return made, found.as_tuple()


def _templates(folder: Path, root: Path, found: Diagnostics) -> dict[str, bytes]:
    from deckgen.packs import read_pack_tokens
    from deckgen.packs.make import make_deck, make_word

    tokens, diagnostics = read_pack_tokens(folder, pack_folders(None, root))
    found.extend(diagnostics)
    if tokens is None:
        return {}
    return {"deck.pptx": make_deck(tokens), "briefing.docx": make_word(tokens)}


def _pack_folder(name: str, root: Path) -> Path | None:
    places = [folder / name for folder in pack_folders(None, root)]
    for folder in (*places, root / name):
        if (folder / "pack.yaml").is_file():
            return folder
    return None


def project(folder: Path) -> Path:
    """The folder of the project that a talk's folder belongs to: above `content/`, or itself."""
    return folder.parent.parent if folder.parent.name == CONTENT else folder


def own_packs() -> Path:
    """deckgen's own packs: inside the installed package, or the checkout it runs from."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent.parent / TEMPLATES
