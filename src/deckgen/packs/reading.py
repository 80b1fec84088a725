"""Nodes of pack.yaml as tokens: every value checked, every finding with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import partial
from typing import TypeVar

from deckgen.colour import contrast
from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.model.deck import Colour
from deckgen.model.geometry import EMU_PER_CM, EMU_PER_INCH, EMU_PER_POINT
from deckgen.model.pack import DiagramStyle
from deckgen.packs.nodes import Node, check_keys
from deckgen.packs.tokens import Colours, Tokens

Record = TypeVar("Record")

_TOP = (
    "name", "description", "extends", "tokens", "layouts", "placeholders", "areas", "style",
    "labels", "word",
)  # fmt: skip
_UNITS = {"in": EMU_PER_INCH, "cm": EMU_PER_CM, "mm": EMU_PER_CM / 10, "pt": EMU_PER_POINT}
_SLIDE_SIZES = {"16:9": (12_192_000, 6_858_000), "4:3": (9_144_000, 6_858_000)}
_SLOTS = (
    "tx1", "bg1", "tx2", "bg2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip


class BadValue(Exception):
    """A value that its reader does not understand: the message and the hint."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


def read_tokens(node: Node, found: Diagnostics) -> Tokens:
    """The tokens of a whole pack.yaml, defaults for what it leaves out; findings into `found`."""
    check_keys(node, _TOP, "A pack", found)
    start = Tokens(name=node.text("name") or "pack", description=node.text("description"))
    tokens = node.at("tokens")
    if tokens is not None:
        known = ("colours", "fonts", "sizes", "slide", "page")
        check_keys(tokens, known, "`tokens`", found)
        changed = {
            key: _record(getattr(start, key), part, f"`{key}`", found)
            for key in known
            if (part := tokens.at(key)) is not None
        }
        start = replace(start, **changed)
        _check_contrast(start.colours, tokens.at("colours") or tokens, found)
    return replace(
        start,
        layouts=_texts(node.at("layouts"), found),
        style=_style(node.at("style"), found),
        labels=_labels(node.at("labels"), found),
    )


def _record(default: Record, node: Node, where: str, found: Diagnostics) -> Record:
    """A copy of `default` with the fields that the node gives."""
    declared = fields(default)  # type: ignore[arg-type] # every Record is a dataclass of tokens
    known = {each.name: each.metadata["reader"] for each in declared}
    if not isinstance(node.value, Mapping):
        found.error("bad-value", f"{where} is a mapping of {', '.join(known)}.", node.span)
        return default
    check_keys(node, tuple(known), where, found)
    changed: dict[str, object] = {}
    for key, value in node.value.items():
        reader = known.get(key)
        if reader == "record":
            changed[key] = _record(getattr(default, key), value, f"`{key}`", found)
        elif reader is not None:
            _keep(changed, key, value, partial(_read, reader), found)
    return replace(default, **changed)  # type: ignore[type-var]


def _keep(
    into: dict[str, object],
    key: str,
    node: Node,
    reader: Callable[[Node], object],
    found: Diagnostics,
) -> None:
    try:
        into[key] = reader(node)
    except BadValue as bad:
        found.error("bad-value", f"`{key}`: {bad}", node.span, bad.hint)


def _read(reader: str, node: Node) -> object:
    if reader.startswith("choice:"):
        return _choice(node, tuple(reader.removeprefix("choice:").split(",")))
    return _READERS[reader](node)


def _text(node: Node) -> str:
    if node.value is None:
        return ""
    if not isinstance(node.value, str):
        raise BadValue("a text is wanted.")
    return node.value


def _choice(node: Node, known: tuple[str, ...]) -> str:
    text = _text(node)
    if text not in known:
        names = ", ".join(repr(each) for each in known)
        raise BadValue(f"{text!r} is none of {names}.", did_you_mean(text, known))
    return text


def _number(node: Node) -> float:
    text = _text(node)
    if not re.fullmatch(r"-?\d{1,6}(\.\d{1,6})?", text):
        raise BadValue(f"{text!r} is no number.")
    return float(text)


def length(node: Node) -> int:
    """A number and its unit as EMU. Raises BadValue."""
    match = re.fullmatch(r"(\d{1,5}(?:\.\d{1,5})?)\s*(in|cm|mm|pt)", _text(node))
    if match is None:
        raise BadValue(
            f"{_text(node)!r} is no length.", "Write a number and in, cm, mm or pt: 0.6in."
        )
    return round(float(match[1]) * _UNITS[match[2]])


def _colour(node: Node) -> str:
    text = _text(node).removeprefix("#")
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", text):
        raise BadValue(f"{text!r} is no colour.", 'Write six hex digits in quotes: "0B3C6F".')
    return text.upper()


def _colours(node: Node) -> tuple[str, ...]:
    if not isinstance(node.value, tuple) or len(node.value) != 6:
        raise BadValue("a list of six colours is wanted, the theme's accents.")
    return tuple(_colour(each) for each in node.value)


def _slide_size(node: Node) -> tuple[int, int]:
    if isinstance(node.value, Mapping):
        sides = [node.at("width"), node.at("height")]
        if any(each is None for each in sides):
            raise BadValue("a size has a width and a height.")
        width, height = (length(each) for each in sides if each is not None)
        if not all(EMU_PER_INCH <= each <= 56 * EMU_PER_INCH for each in (width, height)):
            raise BadValue("a slide's sides are 1 to 56 inches long.")
        return (width, height)
    return _SLIDE_SIZES[_choice(node, tuple(_SLIDE_SIZES))]


_READERS: dict[str, Callable[[Node], object]] = {
    "text": _text,
    "number": _number,
    "length": length,
    "colour": _colour,
    "colours": _colours,
    "slide_size": _slide_size,
}


def _texts(node: Node | None, found: Diagnostics) -> dict[str, str]:
    read: dict[str, object] = {}
    for key, value in node.mapping.items() if node else ():
        _keep(read, key, value, _text, found)
    return {key: str(value) for key, value in read.items()}


def _labels(node: Node | None, found: Diagnostics) -> dict[str, dict[str, str]]:
    entries = node.mapping.items() if node else ()
    return {language: _texts(words, found) for language, words in entries}


def _theme_colour(node: Node) -> Colour:
    """`accent2`, `0B3C6F`, or a mapping {base, lum_mod, lum_off, alpha}."""
    base = node.at("base") or node
    text = _text(base).removeprefix("#")
    if text not in _SLOTS and not re.fullmatch(r"[0-9A-Fa-f]{6}", text):
        raise BadValue(
            f"{text!r} is neither a slot of the theme nor six hex digits.",
            did_you_mean(text, _SLOTS),
        )
    parts = {
        key: _number(part)
        for key in ("lum_mod", "lum_off", "alpha")
        if (part := node.at(key)) is not None
    }
    return Colour(text if text in _SLOTS else text.upper(), **parts)


def _style(node: Node | None, found: Diagnostics) -> dict[str, object]:
    """Overrides of DiagramStyle's fields, each read as the field's type asks."""
    if node is None:
        return {}
    kinds = DiagramStyle.__annotations__
    readers: dict[str, Callable[[Node], object]] = {
        "float": _number,
        "int": length,
        "Colour": _theme_colour,
        "tuple[Colour, ...]": lambda each: tuple(
            _theme_colour(one) for one in (each.value if isinstance(each.value, tuple) else ())
        ),
    }
    check_keys(node, tuple(kinds), "`style`", found)
    read: dict[str, object] = {}
    transition = partial(_choice, known=("", "fade", "push"))
    for key, value in node.mapping.items():
        if key in kinds:
            _keep(read, key, value, readers.get(kinds[key], transition), found)
    return read


def _check_contrast(colours: Colours, node: Node, found: Diagnostics) -> None:
    """Text needs 4.5:1, lines and data 3:1 (WCAG 2.2, 1.4.3 and 1.4.11)."""
    wanted = [
        *((name, "ground", 4.5) for name in ("ink", "muted", "accent", "header", "link")),
        ("ink", "panel", 4.5),
        ("strong_ink", "strong_ground", 4.5),
        ("strong_accent", "strong_ground", 4.5),
        ("second", "ground", 3.0),
    ]
    pairs = [(name, getattr(colours, name), under, least) for name, under, least in wanted]
    pairs += [("data", colour, "ground", 3.0) for colour in colours.data]
    for name, colour, under, least in pairs:
        ratio = contrast(colour, getattr(colours, under))
        if ratio < least:
            found.error(
                "low-contrast",
                f"`{name}` ({colour}) has a contrast of {ratio:.1f} with `{under}`.",
                (node.at(name) or node).span,
                f"Choose a colour with at least {least}:1.",
            )
