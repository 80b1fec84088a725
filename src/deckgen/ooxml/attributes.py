"""Numbers in attributes of XML that others wrote: what is no sane number counts as missing."""

from __future__ import annotations

from math import isfinite

_LARGEST = 27_273_042_316_900  # ST_Coordinate's bound, ECMA-376 part 1, 20.1.10.16


def number(value: str | None, default: float) -> float:
    """The number that the text says; the default for none, and for what is out of all bounds."""
    try:
        read = float(value) if value else default
    except ValueError:
        return default
    return read if isfinite(read) and abs(read) <= _LARGEST else default


def whole(value: str | None, default: int) -> int:
    """The number as an integer."""
    return round(number(value, default))


def share(value: str | None, default: float = 0.0) -> float:
    """A percentage, in thousandths (`65000`) or with its sign (`65%`), as a share of one."""
    if value and value.endswith("%"):
        return number(value[:-1], default * 100) / 100
    return number(value, default * 100_000) / 100_000


_TWIPS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pt": 20, "pc": 240, "pi": 240}


def twips(value: str | None, default: int) -> int:
    """A length in twips, given so or with a unit: `1417`, `2.5cm` (ECMA-376 part 1, 22.9.2.15)."""
    unit = (value or "")[-2:]
    if value and unit in _TWIPS:
        return round(number(value[:-2], default / _TWIPS[unit]) * _TWIPS[unit])
    return whole(value, default)
