"""Pictures made to fill the memory, to fetch something, or to be something else."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image
from tests.hostile import bombs
from tests.hostile.bombs import chunk, png, svg
from tests.hostile.conftest import SECRET, Outline

OUTLINE = """\
talk: {title: T}
slides:
  - picture: A
    file: evil.png
    alt: A dark field
"""
GOOD = png(60, 40, rows=40)
END = GOOD.index(b"IDAT") - 4
NESTED = "<g>" * 50_000 + "</g>" * 50_000
LAUGHS = '<!DOCTYPE svg [<!ENTITY a "aaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
USES = '<defs><g id="a0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 10)
)


def tiff(offset: int) -> bytes:
    return b"II*\0" + offset.to_bytes(4, "little") + b"\xff" * 60


def gif(frames: int) -> bytes:
    target = io.BytesIO()
    images = [Image.new("P", (200, 200), n % 256) for n in range(frames)]
    images[0].save(target, "GIF", save_all=True, append_images=images[1:])
    return target.getvalue()


REFUSED = {
    "decompression-bomb": lambda: png(60_000, 60_000, rows=10),
    "bomb-with-all-its-rows": lambda: png(30_000, 10_000, depth=1, colour=0, rows=10_000),
    "claims-to-be-huge": lambda: png(2**31 - 1, 2**31 - 1),
    "no-pixels": lambda: png(0, 0),
    "truncated": lambda: GOOD[:-20],
    "half-a-header": lambda: GOOD[:20],
    "empty": lambda: b"",
    "text": lambda: b"no picture",
    "html": lambda: b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>",
    "zip": lambda: bombs.packed({"a": b"b"}),
    "pdf": lambda: b"%PDF-1.7\n",
    "exe": lambda: b"MZ" + b"\0" * 100,
    "postscript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run",
    "icon": lambda: b"\0\0\1\0\1\0\xff\xff" + b"\0" * 60,
    "tiff-in-a-circle": lambda: tiff(8),
    "tiff-out-of-bounds": lambda: tiff(2**32 - 1),
    "bitmap-of-negative-size": lambda: b"BM" + b"\xff" * 60,
    "jpeg-head-alone": lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    "webp-head-alone": lambda: b"RIFF\xff\xff\xff\xffWEBPVP8 ",
    "svg-script": lambda: svg("<script>alert(1)</script>"),
    "svg-event": lambda: svg(attributes='onload="alert(1)"'),
    "svg-foreign-object": lambda: svg("<foreignObject><p/></foreignObject>"),
    "svg-outer-picture": lambda: svg('<image href="http://192.0.2.1/a.png" width="9" height="9"/>'),
    "svg-file": lambda: svg('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'),
    "svg-relative-file": lambda: svg('<image href="../../../secret.txt" width="9" height="9"/>'),
    "svg-style": lambda: svg("<style>@import url(http://192.0.2.1/a.css);</style>"),
    "svg-font": lambda: svg("<style>@font-face{src:url('http://192.0.2.1/f')}</style>"),
    "svg-escaped": lambda: svg(r"<style>rect{fill:\75 rl(http://192.0.2.1/a)}</style>"),
    "svg-image-set": lambda: svg("<style>rect{fill:image-set('http://192.0.2.1/a' 1x)}</style>"),
    "svg-script-in-a-link": lambda: svg('<a href=" java&#10;script:alert(1)"><rect width="3" height="3"/></a>'),
    "svg-endless-drawing": lambda: svg('<filter id="f"><feTurbulence numOctaves="999999" baseFrequency="9"/></filter><rect width="9" height="9" filter="url(#f)"/>'),
    "svg-fill": lambda: svg('<rect fill="url(http://192.0.2.1/a#b)" width="9" height="9"/>'),
    "svg-stylesheet": lambda: svg(before='<?xml-stylesheet href="http://192.0.2.1/a.css"?>'),
    "svg-xxe": lambda: svg("&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "svg-outer-dtd": lambda: svg(before='<!DOCTYPE svg SYSTEM "http://192.0.2.1/a.dtd">'),
    "svg-laughs": lambda: svg("&i;", before=LAUGHS + "]>"),
    "svg-include": lambda: svg('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
    "svg-deep": lambda: svg(NESTED),
    "svg-many-uses": lambda: svg(USES + '</defs><use href="#a9"/>'),
    "svg-of-huge-size": lambda: svg().replace(b'width="10" height="10"', b'width="1" height="9999999"'),
    "svg-broken": lambda: svg("<g>"),
    "svg-large": lambda: svg("<g/>" * 3_000_000),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused(build: Outline, case: str) -> None:
    build(OUTLINE, {"evil.png": REFUSED[case]()}, "--to", "deck").refused("bad-picture")


BUILT = {
    "large": lambda: png(9_000, 6_000, rows=6_000),
    "text-bomb": lambda: (
        GOOD[:END] + chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 100_000_000)) + GOOD[END:]
    ),
    "profile-bomb": lambda: (
        GOOD[:END] + chunk(b"iCCP", b"a\0\0" + zlib.compress(b"\0" * 100_000_000)) + GOOD[END:]
    ),
    "rubbish-behind-the-end": lambda: GOOD + b"\0" * 1_000_000,
    "many-frames": lambda: gif(300),
    "svg-use-of-itself": lambda: svg('<g id="a"><use href="#a"/></g>'),
    "svg-data": lambda: svg('<a href="https://example.org"><rect width="3" height="3"/></a>'),
}


@pytest.mark.parametrize("case", BUILT)
def test_is_built_or_refused_in_words(build: Outline, case: str) -> None:
    ended = build(OUTLINE, {"evil.png": BUILT[case]()}, "--to", "deck")
    assert ended.code in (0, 1), ended.said
    assert "internal-error" not in ended.said
    assert "Traceback" not in ended.said
    assert SECRET not in ended.said
