"""Numbers as people write them: with a comma or a point, with thousands apart, in per cent."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from deckgen.frozen import Frozen

_GAPS = frozenset({"", "-", "–", "—", "n/a", "na", "n.a.", "null", "…", ".."})
_GROUPED_COMMA = re.compile(r"[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_GROUPED_POINT = re.compile(r"[-+−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_THOUSANDS = re.compile(r"[-+−]?[1-9]\d{0,2}([.,])\d{3}\Z")
_COMMA_DECIMAL = re.compile(r"[-+−]?\d+,\d+\Z")
_NUMERIC = re.compile(r"[-+−]?[\d.,]*\d[\d.,]*\Z")
_SPACES = re.compile(r"[\s\u00a0\u202f'’_]")
_PLAIN = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?\Z")
_LONGEST = 60  # longer ones are no measure of anything


def is_gap(text: str) -> bool:
    """Whether a cell says that there is no value."""
    return text.strip().lower() in _GAPS


def number(value: str | float | None, comma: bool = False) -> float | None:
    """The number that a cell means, None for a gap; raises ValueError when it means none.

    A percent sign is passed over: `12 %` is 12.
    """
    if value is None:
        return None
    if not isinstance(value, str):
        return _finite(value)
    if is_gap(value):
        return None
    return _finite(_plain(value, comma))


def is_percent(value: str | float | None) -> bool:
    """Whether a cell is written with a percent sign."""
    return isinstance(value, str) and value.rstrip().endswith("%")


def _finite(value: str | float) -> float:
    try:
        made = float(value)
    except OverflowError as fault:
        raise ValueError(str(value)[:_LONGEST]) from fault
    if not math.isfinite(made):
        raise ValueError(str(value))
    return made


def _plain(text: str, comma: bool) -> str:
    """The number with a point and nothing between its digits; raises ValueError."""
    bare = _SPACES.sub("", text).removesuffix("%").replace("−", "-")
    if comma:
        if "." in bare and not _GROUPED_POINT.match(bare):
            raise ValueError(text)
        bare = bare.replace(".", "").replace(",", ".")
    elif "," in bare:
        if not _GROUPED_COMMA.match(bare):
            raise ValueError(text)
        bare = bare.replace(",", "")
    if len(bare) > _LONGEST or not _PLAIN.match(bare):
        raise ValueError(text)
    return bare


class Style(Frozen):
    """How a file writes numbers; `doubtful` is a number that could be read either way."""

    comma: bool
    doubtful: str = ""


def style(values: Iterable[str], semicolons: bool) -> Style:
    """How decimals are written: by the first number that leaves no doubt.

    `1,234` and `1.234` alone are doubtful. A file that is parted by semicolons was written where
    the comma is a decimal's; elsewhere the comma parts thousands.
    """
    doubtful: dict[str, str] = {}
    point = False
    for value in values:
        if "," not in value and "." not in value:
            continue
        bare = _SPACES.sub("", value).removesuffix("%")
        if not _NUMERIC.match(bare):
            continue
        if found := _THOUSANDS.match(bare):
            doubtful.setdefault(found[1], value)
        elif "," not in bare and bare.count(".") == 1:
            point = True  # or a section's or a version's number, and so no proof
        elif (comma := _decided(bare)) is not None:
            return Style(comma)
    if point or not semicolons or not doubtful:
        return Style(False)
    return Style(True, doubtful.get(",") or doubtful["."])


def _decided(bare: str) -> bool | None:
    """Whether a number with several marks, or one comma, has a decimal comma; None for a date."""
    if _GROUPED_COMMA.match(bare):
        return False
    return True if _COMMA_DECIMAL.match(bare) or _GROUPED_POINT.match(bare) else None
