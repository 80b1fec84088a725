"""How values are shown: from Excel's number formats, in the words and marks of a language."""

from __future__ import annotations

import re
from typing import Literal

from deckgen.datasets.dates import PARTS, as_iso, written
from deckgen.datasets.separators import separators
from deckgen.frozen import Frozen, replace

_LITERAL = r'"[^"]*"|\\.|\[\$[^\]-]*(?:-[^\]]*)?\]|[€$£¥₹+()/ \u00a0\u202f-]'
_NUMBER = re.compile(
    rf"(?P<before>(?:{_LITERAL})*)(?P<whole>#,##0|#,###|0+|#)(?P<decimals>\.[0#]+)?(?P<scale>,*)"
    rf"(?P<after>(?:{_LITERAL}|%)*)\Z"
)
_DATE = re.compile(rf"(?:{_LITERAL}|[.,])*(?:{PARTS})(?:{_LITERAL}|{PARTS}|[.,])*\Z")
_PIECE = re.compile(rf"{_LITERAL}|%")

Percent = Literal["", "ratio", "points"]


class NumberLook(Frozen):
    """How numbers are shown; without `decimals` and `grouped` as the numbers themselves suggest.

    `percent` of a `ratio` shows 0.12 as 12 %, of `points` 12 as 12 %. Values are divided by
    `divisor`. `unit` names what the values count, at the head of a column or the axis of a chart.
    """

    decimals: int | None = None
    grouped: bool | None = None
    percent: Percent = ""
    divisor: int = 1
    before: str = ""
    after: str = ""
    unit: str = ""


class DateLook(Frozen):
    """How dates are shown: a pattern of d, m and y as Excel's."""

    pattern: str


Look = NumberLook | DateLook


def look(code: str) -> Look:
    """What an Excel number format says; raises ValueError for one that cannot be followed."""
    found = _NUMBER.match(code)
    if found is None:
        if not _DATE.match(code):
            raise ValueError(code)
        return DateLook(code)
    after = found["after"]
    return NumberLook(
        decimals=len(found["decimals"] or ".") - 1,
        grouped="," in found["whole"],
        percent="ratio" if "%" in _PIECE.findall(after) else "",
        divisor=1000 ** len(found["scale"]),
        before=_literal(found["before"]),
        after=_literal(after.replace(" %", "%")),
    )


def _literal(codes: str) -> str:
    """The words that a format adds, its percent sign left out."""
    said = "".join(_said(piece) for piece in _PIECE.findall(codes) if piece != "%")
    return said.replace(" ", "\u00a0")  # a number and its unit stay on one line


def _said(piece: str) -> str:
    if piece.startswith('"'):
        return piece[1:-1]
    if piece.startswith("[$"):
        return piece[2:-1].partition("-")[0]
    return piece[1:] if piece.startswith("\\") else piece


def shown(value: float, own: NumberLook, language: str) -> str:
    """A number in a language's marks; rounds half up, as Office does."""
    from decimal import ROUND_HALF_UP, Context, Decimal

    exact = Decimal(repr(value)) * (100 if own.percent == "ratio" else 1) / own.divisor
    digits_of_any = Context(prec=400)  # the largest floats have 309 before the point
    places = Decimal(1).scaleb(-(own.decimals or 0))
    rounded = exact.quantize(places, ROUND_HALF_UP, digits_of_any)
    marks = separators(language)
    whole, _, fraction = f"{abs(rounded):f}".partition(".")
    if own.grouped and len(whole) >= 3 + marks.least:
        whole = f"{int(whole):,}".replace(",", marks.group)
    sign = "−" if rounded < 0 else ""
    percent = marks.percent if own.percent else ""
    digits = f"{whole}{marks.decimal}{fraction}" if fraction else whole
    return f"{sign}{own.before}{digits}{percent}{own.after}"


def settled(own: NumberLook, values: list[float]) -> NumberLook:
    """The look with as many decimals as the values need, two at most, and large ones grouped."""

    factor = (100 if own.percent == "ratio" else 1) / own.divisor
    sizes = [value * factor for value in values]
    decimals = own.decimals
    if decimals is None:
        decimals = next(
            (few for few in (0, 1) if all(abs(round(v, few) - v) < 1e-9 for v in sizes)), 2
        )
    grouped = any(abs(v) >= 10_000 for v in sizes) if own.grouped is None else own.grouped
    return replace(own, decimals=decimals, grouped=grouped)


def code(own: NumberLook) -> str:
    """The look as Excel's number format (ECMA-376 part 1, clause 18.8.31)."""
    whole = "#,##0" if own.grouped else "0"
    decimals = "." + "0" * own.decimals if own.decimals else ""
    scale = "," * {1: 0, 1_000: 1, 1_000_000: 2, 1_000_000_000: 3}[own.divisor]
    percent = {"": "", "ratio": "%", "points": '"%"'}[own.percent]
    return f"{_quoted(own.before)}{whole}{decimals}{scale}{percent}{_quoted(own.after)}"


def _quoted(text: str) -> str:
    parts = text.split('"')
    return '\\"'.join(f'"{part}"' if part else "" for part in parts)


def date_shown(text: str, own: DateLook, language: str) -> str:
    """A date in its look; what is no date stays as it is."""
    iso = as_iso(text)
    return written(iso, own.pattern, language) if iso else text
