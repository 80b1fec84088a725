from __future__ import annotations

import pytest

from deckgen.kinds._dates import moment, spoken


@pytest.mark.parametrize(
    ("text", "year"),
    [("2016", 2016), ("2014-07", 2014.496), ("2016-07-01", 2016.497), ("April 2014", 2014.247),
     ("24 April 2014", 2014.31), ("April 24, 2014", 2014.31), ("24. April 2014", 2014.31),
     ("24 de abril de 2014", 2014.31), ("Apr 2014", 2014.247), ("2013–2015", 2013),
     ("2013-15", 2013), ("Q3 2020", 2020.5), ("1990s", 1990), ("since 2008", 2008),
     ("20–24 November 2016", 2016.885),
     ("2016年4月24日", 2016.311), ("août 2014", 2014.58),
     ("24 أبريل 2014", 2014.31), ("24 באפריל 2014", 2014.31), ("اپریل 2014", 2014.247)],
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


@pytest.mark.parametrize(
    ("days", "language", "text"),
    [
        (("2016-11-20",), "en", "20 November 2016"),
        (("2016-11-20", "2016-11-24"), "en-GB", "20–24 November 2016"),
        (("2016-11-30", "2016-12-02"), "en", "30 November – 2 December 2016"),
        (("2016-12-30", "2017-01-02"), "en", "30 December 2016 – 2 January 2017"),
        (("2016-11-20", "2016-11-24"), "de", "20.–24. November 2016"),
        (("2016-11-01",), "fr", "1er novembre 2016"),
        (("2016-11-20",), "zh-Hans", "2016年11月20日"),
        (("2016-11-20", "2016-11-24"), "ar", "20–24 نوفمبر 2016"),
        (("2016-11-20",), "he", "20 בנובמבר 2016"),
        (("2016-11-20",), "fa", "20 نوامبر 2016"),
        (("2016-11-20", "2016-11-24"), "fi", "2016-11-20 – 2016-11-24"),
    ],
)
def test_days_are_written_for_people(days, language, text):
    assert spoken(days, language) == text
