"""A contact sheet of a pack: every kind of slide, as LibreOffice shows it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import pipeline
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.workspace.jobs import load as load_talk
from deckgen.workspace.office import missing, slides
from deckgen.workspace.packs import own_packs
from deckgen.workspace.publish import publish
from deckgen.workspace.talks import TalkFile
from deckgen.workspace.templates import load
from deckgen.workspace.word_templates import is_word, on_word

if TYPE_CHECKING:
    from deckgen.model.pack import Pack

_SAMPLE = "_preview"  # a talk beside deckgen's own packs, with one slide of every kind
_COLUMNS, _WIDTH, _GAP = 4, 480, 16  # pixels
_TABLE = (214, 214, 214)


def preview(source: str, output: Path, root: Path) -> tuple[bool, tuple[Diagnostic, ...]]:
    """Write a PNG with every kind of slide on a template or pack; whether it was written.

    For a Word file, it shows the pages of a paper that stands on it.
    """
    found = Diagnostics()
    if lacking := missing():
        found.error(
            "no-office",
            f"A preview needs {lacking}, which this machine does not have.",
            None,
            "Install it, or build a talk with `--pack` and open the deck in PowerPoint.",
        )
        return False, found.as_tuple()
    word = is_word(source)
    pack = load("" if word else source, root, found)
    if pack is not None and word:
        pack = on_word(pack, source, root, found)
    made = _made(pack, "briefing" if word else "deck", found) if pack is not None else None
    image = _rendered(made, ".docx" if word else ".pptx", found) if made else None
    if image:
        found.extend(publish(output.parent, {output.name: image}))
    return bool(image) and not found.failed, found.as_tuple()


def _made(pack: Pack, format_name: str, found: Diagnostics) -> bytes | None:
    folder = own_packs() / _SAMPLE
    talk = TalkFile(_SAMPLE, folder / "outline.yaml", "sample talk")
    outline, diagnostics = load_talk(talk)
    found.extend(diagnostics)
    if outline is None:
        return None
    artifacts, diagnostics = pipeline.build(outline, pack, (pipeline.FORMATS[format_name],), 0)
    found.extend(diagnostics)
    return artifacts[0].data if artifacts else None


def _rendered(file: bytes, suffix: str, found: Diagnostics) -> bytes | None:
    """The slides or pages on one picture, as PNG."""
    try:
        return _sheet(slides(file, _WIDTH, suffix))
    except pipeline.Unshown as fault:
        found.error("no-preview", f"{fault}.", None, "Close LibreOffice and try again.")
        return None


def _sheet(pages: Sequence[bytes]) -> bytes:
    from PIL import Image

    images = [Image.open(io.BytesIO(page)).convert("RGB") for page in pages]
    width, height = images[0].size
    rows = -(-len(images) // _COLUMNS)
    size = (_COLUMNS * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    sheet = Image.new("RGB", size, _TABLE)
    for at, image in enumerate(images):
        down, across = divmod(at, _COLUMNS)
        sheet.paste(image, (_GAP + across * (width + _GAP), _GAP + down * (height + _GAP)))
    file = io.BytesIO()
    sheet.save(file, "PNG", optimize=True)
    return file.getvalue()
