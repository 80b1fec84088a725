"""A font that a Word file brings along measures its text; what is none is passed over."""

from __future__ import annotations

import zlib
from importlib.resources import files

import pytest
from tests.adoption_word.word_files import KIND, Part, normal, style, styles, word_file, xml

from deckgen.ooxml.package import opened as package_of
from deckgen.typeset import Style
from deckgen.writers.docx.embedded_fonts import embedded
from deckgen.writers.docx.measures import type_run, typesetter
from deckgen.writers.docx.template import opened

KEY = "{7ADCD4AD-C5E7-4D67-BB17-D3128ED59408}"
FACE = '<w:rPr><w:rFonts w:ascii="House Sans"/></w:rPr>'


def mono() -> bytes:
    packed = files("deckgen.typeset").joinpath("data/liberation-mono-regular.face")
    return zlib.decompress(packed.read_bytes())


def masked(font: bytes) -> bytes:
    """The font as Word embeds it: its first 32 bytes under the key, which counts from its end."""
    mask = bytes.fromhex(KEY.strip("{}").replace("-", ""))[::-1] * 2
    return bytes(a ^ b for a, b in zip(font, mask, strict=False)) + font[32:]


def with_font(font: bytes, key: str = KEY) -> bytes:
    embed = f'<w:embedRegular r:id="rIdF" w:fontKey="{key}"/>'
    table = xml("fonts", f'<w:font w:name="House Sans">{embed}</w:font>')
    return word_file(
        "",
        styles(normal(), style("House", "House", FACE)),
        Part("word/fontTable.xml", table, "fontTable", KIND + "fontTable+xml"),
        Part(
            "word/fonts/font1.odttf", font, "font",
            "application/vnd.openxmlformats-officedocument.obfuscatedFont", "rIdF",
            "word/fontTable.xml",
        ),
    )  # fmt: skip


def widths(file: bytes) -> tuple[float, float]:
    """How wide a text is in the file's font, and in the stand-in for a font that is not known."""
    made = opened(file, {}).styles
    run = type_run("iiii", made.look_of("House"))
    return made.typesetter.width((run,)), typesetter().width((run,))


def test_text_is_measured_in_the_font_that_the_file_brings_along() -> None:
    own, unknown = widths(with_font(masked(mono())))
    assert own == pytest.approx(4 * 0.6 * 10, abs=0.02)
    assert unknown < own


@pytest.mark.parametrize(
    ("font", "key"),
    [
        (mono(), KEY),
        (b"no font at all, but long enough to be masked", KEY),
        (b"", KEY),
        (masked(mono()), "no key"),
        (masked(mono()[:2_000]), KEY),
    ],
)
def test_what_cannot_be_read_is_passed_over(font: bytes, key: str) -> None:
    own, unknown = widths(with_font(font, key))
    assert own == unknown


def test_fonts_are_known_by_family_and_style() -> None:
    package = package_of(with_font(masked(mono())))
    assert embedded(package, package.main_part()) == {("house sans", Style()): mono()}
