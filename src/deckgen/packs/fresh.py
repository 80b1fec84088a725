"""A new pack's tokens from a few wishes: the colours that go with an accent."""

from __future__ import annotations

import json
from collections.abc import Iterator

from deckgen.colour import contrast, dark, distance, mixed
from deckgen.frozen import Frozen
from deckgen.packs.tokens import DATA_COLOURS

_BLACK, _WHITE = "000000", "FFFFFF"
_SECONDS = ("B16D1B", "14746F", "732539")
_APART = 60  # the least difference of a channel, in 255ths, between two colours of a pack


class Wishes(Frozen):
    """What a person says of a new pack; colours as six hex digits, empty where it is left open."""

    accent: str
    second: str = ""
    ground: str = _WHITE
    font: str = "Calibri"
    headings: str = ""
    size: str = "16:9"
    title: str = "top"
    motif: str = "orbit"


def fresh_yaml(name: str, wishes: Wishes) -> str:
    """The text of a pack.yaml that extends the default pack with these wishes."""
    lines = [
        "# After a change:",
        f"#   deckgen template build {name}",
        f"name: {json.dumps(name, ensure_ascii=False)}",
        "extends: default",
        "tokens:",
        "  colours:",
        *(f'    {key}: "{value}"' for key, value in _colours(wishes)),
        f"    data: [{', '.join(json.dumps(colour) for colour in _data(wishes))}]",
        "  fonts:",
        f"    headings: {json.dumps(wishes.headings or wishes.font, ensure_ascii=False)}",
        f"    body: {json.dumps(wishes.font, ensure_ascii=False)}",
        "  slide:",
        f'    size: "{wishes.size}"',
        f"    title: {wishes.title}",
        f"    motif: {wishes.motif}",
        "",
    ]
    return "\n".join(lines)


def _colours(wishes: Wishes) -> Iterator[tuple[str, str]]:
    ground = wishes.ground
    ink = "F2F4F7" if dark(ground) else "1B2733"
    accent, second = readable(wishes.accent, ground, 4.5), _second(wishes)
    strong_ink = ink if dark(ground) else _WHITE
    strong = readable(wishes.accent, strong_ink, 7.0)
    if strong == ground:
        strong = mixed(wishes.accent, ground, 0.3)
    yield "ink", ink
    yield "ground", ground
    yield "muted", readable(mixed(ink, ground, 0.65), ground, 4.5)
    yield "panel", mixed(ink, ground, 0.06)
    yield "hairline", mixed(ink, ground, 0.18)
    yield "accent", accent
    yield "second", second
    yield "header", readable(second, ground, 4.5)
    yield "strong_ground", strong
    yield "strong_ink", strong_ink
    yield "strong_accent", readable(second, strong, 4.5)
    yield "strong_line", mixed(strong_ink, strong, 0.3)
    yield "link", accent
    yield "visited", readable("6B4C8F", ground, 4.5)


def readable(colour: str, ground: str, least: float) -> str:
    """The colour, as little lighter or darker as it takes to reach a contrast with the ground."""
    towards = _WHITE if dark(ground) else _BLACK
    shades = (mixed(colour, towards, 1 - step / 20) for step in range(21))
    return next((each for each in shades if contrast(each, ground) >= least), towards)


def _second(wishes: Wishes) -> str:
    others = (each for each in _SECONDS if distance(each, wishes.accent) > _APART)
    return readable(wishes.second or next(others, _SECONDS[0]), wishes.ground, 3.0)


def _data(wishes: Wishes) -> list[str]:
    """Six colours for data: the pack's two, then those that are told from them."""
    chosen = [readable(wishes.accent, wishes.ground, 3.0), _second(wishes)]
    spare = [readable(each, wishes.ground, 3.0) for each in DATA_COLOURS]
    far = _WHITE if dark(wishes.ground) else _BLACK
    shades = (mixed(each, far, share) for share in (1.0, 0.75, 0.55, 0.4) for each in spare)
    for each in shades:
        if len(chosen) < 6 and all(distance(each, other) > _APART / 2 for other in chosen):
            chosen.append(each)
    return chosen
