from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from deckgen.fields import PictureFile
from deckgen.fields.pictures.field import prepare
from deckgen.fields.pictures.sniff import PictureRefused, sniff

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">%s</svg>'


def picture(
    form: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: object
) -> bytes:
    target = BytesIO()
    Image.new(mode, size).save(target, form, **options)
    return target.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF"])
def test_what_office_shows_stays_as_it_is(form):
    data = picture(form)
    asset = prepare("x", data)
    assert asset.data == data
    assert asset.content_type == f"image/{form.lower()}"
    assert (asset.width, asset.height) == (40, 20)


@pytest.mark.parametrize(
    ("form", "mode", "content_type"),
    [("TIFF", "RGB", "image/png"), ("BMP", "RGB", "image/png"), ("TIFF", "CMYK", "image/png"),
     ("WEBP", "RGB", "image/jpeg"), ("WEBP", "RGBA", "image/png")],
)  # fmt: skip
def test_other_formats_are_converted(form, mode, content_type):
    assert prepare("x", picture(form, mode=mode)).content_type == content_type


def test_a_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    asset = prepare("x", picture("JPEG", exif=exif))
    assert (asset.width, asset.height) == (20, 40)
    with Image.open(BytesIO(asset.data)) as image:
        assert image.size == (20, 40)
        assert image.getexif().get(0x0112, 1) == 1


def test_a_picture_is_no_larger_than_a_slide_needs():
    asset = prepare("x", picture("PNG", (5760, 100)))
    assert (asset.width, asset.height) == (2880, 50)


def test_shrinking_gives_the_same_bytes_each_time():
    data = picture("JPEG", (3000, 100))
    assert prepare("x", data).digest == prepare("x", data).digest


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_decoded():
    data = bytearray(picture("PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(PictureRefused, match=r"too many pixels|damaged"):
        prepare("x", bytes(data))


@pytest.mark.parametrize(
    "data", [picture("PNG")[:40], picture("JPEG")[:100], b"GIF89a123", b"BM123"]
)
def test_damaged_pictures_are_refused(data):
    with pytest.raises(PictureRefused):
        prepare("x", data)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"", "is empty"), (b"%PDF-1.7", "a PDF file"), (b"hello", "no picture of a known kind"),
     (b"version https://git-lfs.github.com/spec/v1", "Git LFS")],
)  # fmt: skip
def test_what_is_no_picture_is_named(data, message):
    with pytest.raises(PictureRefused, match=message):
        sniff(data)


def test_a_vector_picture_has_a_png_beside_it():
    pytest.importorskip("resvg_py")
    data = SVG % b'<rect width="40" height="20"/>'
    asset = prepare("x.svg", data)
    assert asset.svg == data
    assert (asset.content_type, asset.width, asset.height) == ("image/png", 1920, 960)


@pytest.mark.parametrize(
    "inside",
    [b"<script>1</script>", b'<rect onclick="x()"/>', b'<image href="https://example.org/a.png"/>',
     b'<use href="other.svg#a"/>', b"<style>@import 'x.css';</style>", b"<foreignObject/>",
     b'<rect style="fill:url(https://example.org/x)"/>', b'<image href="file:///etc/passwd"/>',
     b'<animate attributeName="href" href="javascript:x"/>'],
)  # fmt: skip
def test_a_vector_picture_that_runs_or_fetches_anything_is_refused(inside):
    with pytest.raises(PictureRefused):
        prepare("x.svg", SVG % inside)


def test_a_vector_picture_with_entities_is_refused():
    data = b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG % b"<text>&a;</text>"
    with pytest.raises(PictureRefused, match="entities"):
        prepare("x.svg", data)


def test_a_file_is_refused_at_every_place_that_names_it(read):
    from deckgen.fields import ListOf

    _, found = read(ListOf(PictureFile("p"), "x"), "[a.png, a.png]")
    assert found == ["1:2 there is no file 'a.png'", "1:9 there is no file 'a.png'"]


def test_a_file_is_read_once(read):
    from deckgen.fields import ListOf

    value, found = read(ListOf(PictureFile("p"), "x"), "[a.png, a.png]", a__png=picture("PNG"))
    assert found == []
    assert value[0] is value[1]


def test_without_the_extra_a_vector_picture_says_how_to_install_it(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(PictureRefused) as refused:
        prepare("x.svg", SVG % b"")
    assert "[svg]" in refused.value.hint
