"""Days and months in the languages of talks, read as moments."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date

from deckgen.text.dates import MONTHS


def _month_numbers() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for names in MONTHS.values():
        for number, name in enumerate(names.lower().split(), 1):
            numbers.setdefault(name, number)
            if len(name) > 3:
                numbers.setdefault(name[:3], number)
    for number, name in enumerate(MONTHS["he"].split(), 1):
        numbers[f"ב{name}"] = number  # as it stands behind a day
    return numbers


_MONTH_NUMBERS = _month_numbers()

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[/–—-]\s*\d.*)?\Z")
_QUARTER = re.compile(r"(?:Q([1-4])|([1-4])\. Quartal)\s+(\d{4})\Z")
_DECADE = re.compile(r"(\d{3}0)s\Z")
_ABOUT = re.compile(
    r"(?:c\.|ca\.|circa|about|since|from|by|until|in|early|late|mid)\s+", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    r"(\d{1,2})\.?(?:st|nd|rd|th)?\s+(?:de\s+)?([^\W\d]+)\.?(?:,?\s+(?:de\s+)?(\d{4}))?\Z"
)
_MONTH_FIRST = re.compile(
    r"([^\W\d]+)\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?(?:(?:,|\s+de)?\s+(\d{4}))?\Z"
)
_CHINESE = re.compile(r"(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?)?\Z")
_DAY_RANGE = re.compile(r"(?<=\d)\s*[–—-]\s*\d{1,2}(?=\D)")


def moment(text: str) -> tuple[float, bool] | None:
    """A date as a year with a fraction, and whether it names its year; None when it is no date.

    Reads years, ISO months and days, quarters, decades and months by name; of a range its start.
    """
    words = _ABOUT.sub("", " ".join(text.split()), count=1)
    iso = _ISO.match(words) or _CHINESE.match(words)
    if iso:
        month = int(iso[2] or 1)
        # 2013-15 means two years, not a month.
        month = 1 if month > 12 and not iso[3] else month
        return _fraction(int(iso[1]), month, int(iso[3] or 1), named=True)
    quarter = _QUARTER.match(words)
    if quarter:
        return int(quarter[3]) + (int(quarter[1] or quarter[2]) - 1) / 4, True
    decade = _DECADE.match(words)
    if decade:
        return float(decade[1]), True
    return _by_name(_DAY_RANGE.sub("", words))


def _by_name(words: str) -> tuple[float, bool] | None:
    day_first = _DAY_FIRST.match(words)
    if day_first:
        day, name, year = day_first[1], day_first[2], day_first[3]
    else:
        month_first = _MONTH_FIRST.match(words)
        if month_first is None:
            return None
        name, day, year = month_first[1], month_first[2], month_first[3]
    month = _MONTH_NUMBERS.get(name.lower())
    if month is None:
        return None
    return _fraction(int(year or 0), month, int(day or 1), named=year is not None)


def _fraction(year: int, month: int, day: int, *, named: bool) -> tuple[float, bool] | None:
    # Without a year, one that has a 29 February.
    calendar = year or 2000
    try:
        passed = (date(calendar, month, day) - date(calendar, 1, 1)).days
    except ValueError:
        return None
    return year + passed / (366 if isleap(calendar) else 365), named
