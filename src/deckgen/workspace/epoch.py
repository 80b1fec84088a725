"""The time that files carry: never the clock's, so that the same talk gives the same bytes."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Mapping
from datetime import date

from deckgen.diagnostics import Diagnostics
from deckgen.model.outline import Talk

VARIABLE = "SOURCE_DATE_EPOCH"  # reproducible-builds.org
FIRST = timegm((1980, 1, 1, 0, 0, 0))  # what a zip archive's dates can say
LAST = timegm((2107, 12, 31, 23, 59, 58))
# A date that means nothing: a build must not know the day it runs on, and 1980-01-01, the
# other usual choice, shows as "no date" in some file managers.
NEUTRAL = timegm((2000, 1, 1, 0, 0, 0))


def epoch(talk: Talk, environment: Mapping[str, str], found: Diagnostics) -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, else the talk's first day, else 2000-01-01."""
    wanted = environment.get(VARIABLE, "")
    if wanted:
        if re.fullmatch(r"[0-9]{1,12}", wanted) and int(wanted) <= LAST:
            return max(int(wanted), FIRST)
        found.error(
            "bad-epoch",
            f"{VARIABLE} is {wanted!r}, not a number of seconds from 1970 to 2107.",
            None,
            f"Set it with `export {VARIABLE}=$(git log -1 --format=%ct)`, or unset it.",
        )
    elif talk.dates:
        day = date.fromisoformat(talk.dates[0])
        return min(max(timegm(day.timetuple()), FIRST), LAST)
    return NEUTRAL
