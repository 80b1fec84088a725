"""Makes the shipped faces: fonts without outlines, cut to what measuring needs.

Run: python -m deckgen.typeset.make_metrics FOLDER..., the folders that hold the fonts. Needs
fontTools, which only developers install.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.frozen import Frozen

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

DATA = Path(__file__).parent / "data"

# Latin, Greek, Cyrillic, Hebrew with presentation forms, punctuation, currency, symbols.
_EUROPEAN = (
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x0250, 0x02AF), (0x02B0, 0x036F), (0x0370, 0x03FF),
    (0x0400, 0x052F), (0x0590, 0x05FF), (0x1E00, 0x1FFF), (0x2000, 0x20CF), (0x2100, 0x218F),
    (0x2190, 0x22FF), (0x2300, 0x23FF), (0x2500, 0x25FF), (0xFB00, 0xFB4F), (0xFFFC, 0xFFFD),
)  # fmt: skip
_LATIN = ((0x0020, 0x007E), (0x00A0, 0x017F), (0x2010, 0x2044), (0x20AC, 0x20AC), (0x2122, 0x2122))
_ARABIC = (
    (0x0020, 0x003A),
    (0x00AB, 0x00AB),
    (0x00BB, 0x00BB),
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x200C, 0x200F),
)

# Word by word kerning, ligatures and joining, as office suites apply them by default.
_FEATURES = [
    "ccmp", "locl", "rlig", "liga", "clig", "calt", "kern", "mark", "mkmk",
    "init", "medi", "fina", "isol", "rclt",
]  # fmt: skip
_STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}


class Source(Frozen):
    """A family to ship: its file stem, its key in the data, the name the derivative bears."""

    stem: str
    key: str
    name: str
    ranges: tuple[tuple[int, int], ...] = _EUROPEAN
    styles: tuple[str, ...] = ("regular", "bold", "italic", "bold-italic")


SOURCES = (
    Source("Carlito", "carlito", "Deckgen Measure One"),
    Source("Caladea", "caladea", "Deckgen Measure Two"),
    Source("LiberationSans", "liberation-sans", "Deckgen Measure Three"),
    Source("LiberationSerif", "liberation-serif", "Deckgen Measure Four"),
    Source("LiberationMono", "liberation-mono", "Deckgen Measure Five"),
    Source(
        "NotoSansArabic", "noto-sans-arabic", "Deckgen Measure Six", _ARABIC, ("regular", "bold")
    ),
    Source("NotoSans", "noto-sans", "Deckgen Measure Seven", _LATIN),
)


def main(folders: Sequence[str]) -> int:
    """Write every shipped face; returns how many source files were not found."""
    missing = 0
    DATA.mkdir(exist_ok=True)
    for source, style in _faces():
        file = _find(f"{source.stem}-{_STYLES[style]}.ttf", folders)
        if file is None:
            missing += 1
            sys.stderr.write(f"not found: {source.stem}-{_STYLES[style]}.ttf\n")
            continue
        target = DATA / f"{source.key}-{style}.face"
        target.write_bytes(zlib.compress(measure_face(file, source), 9))
    return missing


def measure_face(file: Path, source: Source) -> bytes:
    """A font that can be shaped and measured but not drawn, under its own name (OFL 1.1, 3)."""
    from io import BytesIO

    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.layout_features = list(_FEATURES)
    options.drop_tables += ["FFTM", "kern", "DSIG", "gasp", "fpgm", "prep", "cvt "]
    options.hinting = False
    options.notdef_outline = False
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    font = TTFont(file, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=[c for first, last in source.ranges for c in range(first, last + 1)]
    )
    subsetter.subset(font)
    _strip(font)
    _rename(font, source.name)
    out = BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def _strip(font: TTFont) -> None:
    font["post"].formatType = 3.0
    for table in ("glyf", "loca"):
        if table in font:
            del font[table]


def _rename(font: TTFont, name: str) -> None:
    for record in list(font["name"].names):
        if record.nameID in (1, 4):
            record.string = name
        elif record.nameID == 6:
            record.string = name.replace(" ", "")


def _faces() -> Iterator[tuple[Source, str]]:
    return ((source, style) for source in SOURCES for style in source.styles)


def _find(name: str, folders: Iterable[str]) -> Path | None:
    return next((hit for folder in folders for hit in sorted(Path(folder).rglob(name))), None)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
