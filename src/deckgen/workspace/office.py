"""Slides as LibreOffice shows them, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from deckgen.pipeline import Unshown

_PROGRAMS = {"soffice": "LibreOffice", "pdftoppm": "poppler-utils"}
_PATIENCE = 240  # seconds for LibreOffice, which may be starting for the first time


def missing() -> str:
    """What would have to be installed, in words; empty when all is there."""
    lacking = [name for program, name in _PROGRAMS.items() if shutil.which(program) is None]
    return " and ".join(lacking)


def slides(deck: bytes, width: int, suffix: str = ".pptx") -> tuple[bytes, ...]:
    """A PNG of each slide, or of each page of a .docx, `width` pixels wide. Raises Unshown."""
    if lacking := missing():
        raise Unshown(f"this machine does not have {lacking}")
    with TemporaryDirectory(prefix="deckgen-slides-") as name:
        folder = Path(name)
        file = folder / f"deck{suffix}"
        file.write_bytes(deck)
        office = [
            "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder), str(file),
        ]  # fmt: skip
        pages = ["pdftoppm", "-png", "-scale-to-x", str(width), "-scale-to-y", "-1"]
        try:
            for command in (office, [*pages, str(folder / "deck.pdf"), str(folder / "page")]):
                subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
        except (subprocess.SubprocessError, OSError) as fault:
            raise Unshown(f"LibreOffice could not show the deck: {fault}") from fault
        return tuple(page.read_bytes() for page in sorted(folder.glob("page*.png")))
