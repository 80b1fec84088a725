"""SVG pictures: refused when they run or fetch anything, with a PNG beside them for old readers."""

from __future__ import annotations

import re
from importlib.util import find_spec
from xml.parsers import expat

from deckgen.fields.pictures.raster import asset
from deckgen.fields.pictures.renderer import NotRendered, render
from deckgen.fields.pictures.sniff import PictureRefused
from deckgen.frozen import replace
from deckgen.model.asset import Asset

MAX_BYTES = 10 * 1024 * 1024
FALLBACK_WIDTH = 1920

_FORBIDDEN_ELEMENTS = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler"})
_LINKS = frozenset({"href", "src"})
_SAFE_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp);", re.IGNORECASE)
_EXTERNAL_STYLE = re.compile(
    r"@import|image-set\(|\b(?:image|src)\(|url\(\s*['\"]?\s*(?!#|data:image/)[^)\s]",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")  # CSS Syntax 3, 4.3.7
_SCRIPT = re.compile(r"(?:java|vb)script:", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f]")
_W3C = re.compile(r"https?://www\.w3\.org/")
_CLEAN = "Export it as plain SVG with its pictures embedded, or as PNG."


def prepare_vector(path: str, data: bytes) -> Asset:
    """The SVG with its PNG fallback; raises PictureRefused."""
    if len(data) > MAX_BYTES:
        raise PictureRefused("is larger than 10 MB", "Simplify its paths, or export it as PNG.")
    text = _decoded(data)
    _check_harmless(text)
    png = _rendered(text)
    return replace(asset(path, png, "image/png", _png_size(png)), svg=data)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise PictureRefused("is an SVG that is not UTF-8", "Save it as UTF-8.") from fault


def _check_harmless(text: str) -> None:
    parser = expat.ParserCreate()
    inside_style: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2].lower()
        if local in _FORBIDDEN_ELEMENTS:
            raise PictureRefused(f"is an SVG with <{local}>", _CLEAN)
        if local == "style":
            inside_style.append("")
        for attribute, value in attributes.items():
            _check_attribute(local, attribute.rpartition(":")[2].lower(), value.strip())

    def end(name: str) -> None:
        if inside_style and name.rpartition(":")[2].lower() == "style":
            _check_style(inside_style.pop())

    def characters(value: str) -> None:
        if inside_style:
            inside_style[-1] += value

    def entity(*_: object) -> None:
        raise PictureRefused("is an SVG that declares entities", _CLEAN)

    def instruction(target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise PictureRefused("is an SVG that loads something from outside", _CLEAN)

    def doctype(_: str, system: str | None, *__: object) -> None:
        if system and not _W3C.match(system):
            raise PictureRefused("is an SVG that loads something from outside", _CLEAN)

    parser.ProcessingInstructionHandler = instruction
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = characters, entity
    try:
        parser.Parse(text, True)
    except expat.ExpatError as fault:
        message = f"is an SVG with broken XML in line {fault.lineno}"
        raise PictureRefused(message, "Export the picture again.") from fault


def _check_attribute(element: str, name: str, value: str) -> None:
    if name.startswith("on") or _SCRIPT.match(_UNSEEN.sub("", value[:100])):
        raise PictureRefused(f"is an SVG with a script ({name})", _CLEAN)
    # A link on <a> is only followed when clicked, and nothing clicks inside a picture.
    if (
        name in _LINKS
        and element != "a"
        and not value.startswith("#")
        and not _SAFE_DATA.match(value)
    ):
        raise PictureRefused("is an SVG that loads something from outside", _CLEAN)
    _check_style(value)


def _check_style(value: str) -> None:
    if "\\" in value:
        value = _ESCAPE.sub(_unescaped, value)
    if _EXTERNAL_STYLE.search(value):
        raise PictureRefused("is an SVG that loads something from outside", _CLEAN)


def _unescaped(found: re.Match[str]) -> str:
    if found[2]:
        return found[2]
    code = int(found[1], 16)
    return chr(code) if code <= 0x10FFFF else ""


def _rendered(text: str) -> bytes:
    if find_spec("resvg_py") is None:
        hint = (
            "Install it with `pip install 'deckgen-pipeline[svg]'`, or export the picture as PNG."
        )
        raise PictureRefused("is an SVG, which needs the extra `svg`", hint)
    try:
        return render(text, FALLBACK_WIDTH)
    except NotRendered as fault:
        message = "is an SVG that cannot be rendered"
        hint = "Give it a width and a height, simplify it, or export it as PNG."
        raise PictureRefused(message, hint) from fault


def _png_size(png: bytes) -> tuple[int, int]:
    """Width and height from the IHDR chunk (PNG, 11.2.2)."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
