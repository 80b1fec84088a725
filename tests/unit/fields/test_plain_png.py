"""PNG that is taken as it is without Pillow: no file passes that Pillow would not take."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from deckgen.fields.pictures.plain_png import plain_png

LONGEST = 100


def png(mode: str = "RGB", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    target = BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(target, "PNG", **options)
    return target.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    crc = zlib.crc32(kind + content).to_bytes(4)
    return len(content).to_bytes(4) + kind + content + crc


def made(header: bytes, rows: bytes, *between: bytes) -> bytes:
    pixels = chunk(b"IDAT", zlib.compress(rows))
    return b"".join(
        (b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", header), *between, pixels, chunk(b"IEND", b""))
    )


GREY = (4).to_bytes(4) + (2).to_bytes(4) + bytes((8, 0, 0, 0, 0))  # 4 by 2 pixels
ROWS = bytes((0, 1, 2, 3, 4)) * 2


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_what_pillow_saves_is_plain(mode):
    assert plain_png(png(mode), LONGEST) == (40, 20)


def test_the_smallest_one_is_plain():
    assert plain_png(made(GREY, ROWS), LONGEST) == (4, 2)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(png(size=(101, 20)), id="too wide"),
        pytest.param(png(size=(40, 101)), id="too high"),
        pytest.param(png(exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"), id="may be turned"),
        pytest.param(png("P", transparency=0), id="transparent"),
        pytest.param(png()[:-1], id="cut off"),
        pytest.param(png() + b"x", id="more behind"),
        pytest.param(made(GREY, ROWS[:-1]), id="a row too short"),
        pytest.param(made(GREY, ROWS + b"\0"), id="more than its rows"),
        pytest.param(made(GREY, b"\x05" + ROWS[1:]), id="no such filter"),
        pytest.param(made(GREY[:-1] + b"\1", ROWS), id="interlaced"),
        pytest.param(made(GREY[:9] + b"\3\0\0\0", ROWS), id="no palette"),
        pytest.param(made(GREY[:9] + b"\5\0\0\0", ROWS), id="no such colour type"),
        pytest.param(made(GREY[:8] + b"\3\0\0\0\0", ROWS), id="no such depth"),
        pytest.param(made(GREY, ROWS, chunk(b"NEWS", b"")), id="an unknown chunk"),
        pytest.param(made(GREY[:-1], ROWS), id="a header too short"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), id="nothing but an end"),
        pytest.param(b"\x89PNG\r\n\x1a\n", id="nothing at all"),
    ],
)
def test_whatever_is_odd_is_left_to_pillow(data):
    assert plain_png(data, LONGEST) is None


@given(data=st.data(), mode=st.sampled_from(["1", "L", "P", "RGB", "RGBA"]))
def test_a_changed_byte_never_passes(data, mode):
    whole = png(mode)
    at = data.draw(st.integers(0, len(whole) - 1))
    bit = 1 << data.draw(st.integers(0, 7))
    assert plain_png(whole[:at] + bytes((whole[at] ^ bit,)) + whole[at + 1 :], LONGEST) is None


DEPTHS = [(0, 1), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 8), (4, 8), (6, 8), (6, 16)]


@given(
    looks=st.sampled_from(DEPTHS),
    width=st.integers(1, 9),
    rows=st.lists(st.tuples(st.integers(0, 4), st.binary(min_size=1)), min_size=1, max_size=5),
)
def test_pillow_opens_all_that_is_plain(looks, width, rows):
    colour, depth = looks
    long = (width * depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour] + 7) // 8
    pixels = b"".join(bytes((kind,)) + (some * long)[:long] for kind, some in rows)
    header = width.to_bytes(4) + len(rows).to_bytes(4) + bytes((depth, colour, 0, 0, 0))
    palette = (chunk(b"PLTE", bytes(768)),) if colour == 3 else ()
    data = made(header, pixels, *palette)
    assert plain_png(data, LONGEST) == (width, len(rows))
    with Image.open(BytesIO(data)) as image:
        image.load()
        assert image.size == (width, len(rows))


def test_texts_and_colour_spaces_do_no_harm():
    about = PngImagePlugin.PngInfo()
    about.add_text("Title", "Rings")
    assert plain_png(png(pnginfo=about, dpi=(96, 96)), LONGEST) == (40, 20)
