from __future__ import annotations

import pytest

from deckgen.kinds._dates import moment


@pytest.mark.parametrize(
    ("text", "year"),
    [("2016", 2016), ("2014-07", 2014.496), ("2016-07-01", 2016.497), ("April 2014", 2014.247),
     ("24 April 2014", 2014.31), ("April 24, 2014", 2014.31), ("24. April 2014", 2014.31),
     ("24 de abril de 2014", 2014.31), ("Apr 2014", 2014.247), ("2013–2015", 2013),
     ("2013-15", 2013), ("Q3 2020", 2020.5), ("1990s", 1990), ("since 2008", 2008),
     ("20–24 November 2016", 2016.885),
     ("2016年4月24日", 2016.311), ("août 2014", 2014.58),
     ("24 أبريل 2014", 2014.31), ("24 באפריל 2014", 2014.31), ("اپریل 2014", 2014.247),
     ("24 апреля 2014", 2014.31)],
)  # fmt: skip
def test_dates_are_moments(text, year):
    value, named = moment(text)
    assert named
    assert value == pytest.approx(year, abs=0.002)


def test_a_day_without_a_year_is_a_part_of_one():
    assert moment("29 February") == (pytest.approx(59 / 366), False)


@pytest.mark.parametrize("text", ["soon", "Phase 2", "31 February 2014", "", "2016-13-01", "99"])
def test_other_texts_are_no_dates(text):
    assert moment(text) is None
