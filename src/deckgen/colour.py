"""Arithmetic of colours: contrast (WCAG 2.2), and DrawingML's changes of luminance."""

from __future__ import annotations

from collections.abc import Sequence
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache


def channels(colour: str) -> tuple[float, float, float]:
    """The red, green and blue of six hex digits, 0 to 1."""
    return (int(colour[0:2], 16) / 255, int(colour[2:4], 16) / 255, int(colour[4:6], 16) / 255)


def hexed(red: float, green: float, blue: float) -> str:
    """Six hex digits, upper case, of channels that are cut to 0 to 1."""
    return "".join(f"{round(min(1.0, max(0.0, part)) * 255):02X}" for part in (red, green, blue))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white); WCAG 2.2."""
    red, green, blue = (_linear(part) for part in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21; WCAG 2.2, 1.4.3."""
    lower, upper = sorted((luminance(one), luminance(other)))
    return (upper + 0.05) / (lower + 0.05)


def dark(colour: str) -> bool:
    """Whether white reads better on the colour than black."""
    return contrast(colour, "FFFFFF") > contrast(colour, "000000")


@lru_cache(maxsize=4096)
def lum(colour: str, mod: float = 100.0, off: float = 0.0) -> str:
    """The colour with lumMod and lumOff (percent) applied; ECMA-376 part 1, 20.1.2.3.20."""
    hue, light, saturation = rgb_to_hls(*channels(colour))
    light = min(1.0, max(0.0, light * mod / 100 + off / 100))
    return hexed(*hls_to_rgb(hue, light, saturation))


def mixed(one: str, other: str, share: float) -> str:
    """`share` (0 to 1) of the first colour over the second."""
    return hexed(
        *(a * share + b * (1 - share) for a, b in zip(channels(one), channels(other), strict=True))
    )


def mean(colours: Sequence[str]) -> str:
    """The average of colours."""
    parts = [channels(colour) for colour in colours]
    return hexed(*(sum(part[at] for part in parts) / len(parts) for at in range(3)))


def distance(one: str, other: str) -> float:
    """The greatest difference of a channel, in 255ths."""
    pairs = zip(channels(one), channels(other), strict=True)
    return max(abs(a - b) for a, b in pairs) * 255
