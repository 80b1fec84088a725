from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zlib import decompress

import pytest
from fontTools.ttLib import TTFont

from deckgen.typeset.make_metrics import SOURCES

DATA = Path(str(files("deckgen.typeset"))) / "data"
FACES = sorted(DATA.glob("*.face"))
RESERVED = ("carlito", "caladea", "liberation", "arimo", "tinos", "cousine", "noto")


def font(face: Path) -> TTFont:
    return TTFont(BytesIO(decompress(face.read_bytes())))


def test_every_source_is_shipped_in_all_its_styles() -> None:
    assert sorted(face.stem for face in FACES) == sorted(
        f"{source.key}-{style}" for source in SOURCES for style in source.styles
    )


def test_the_data_is_small() -> None:
    assert sum(file.stat().st_size for file in DATA.iterdir()) < 350_000


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_a_face_has_no_outlines_and_no_reserved_name(face: Path) -> None:
    shipped = font(face)
    names = [str(shipped["name"].getDebugName(number)).casefold() for number in (1, 4, 6)]

    assert not {"glyf", "CFF ", "CFF2"} & set(shipped.keys())
    assert not [name for name in names for reserved in RESERVED if reserved in name]


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_a_face_keeps_its_copyright_and_an_open_licence(face: Path) -> None:
    shipped = font(face)

    assert "copyright" in shipped["name"].getDebugName(0).casefold()
    assert "Open Font License" in shipped["name"].getDebugName(13)


def test_importing_the_room_does_not_load_the_shaper() -> None:
    loaded = "import sys, deckgen.typeset; print('uharfbuzz' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True)

    assert out.stdout.strip() == "False"
