from __future__ import annotations

import pytest

from deckgen.datasets.conditions import ConditionUnclear, condition
from deckgen.datasets.rows import Rows


def holds(wanted: str | list[str], value, *, comma: bool = False) -> bool:
    texts = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    return condition(texts).holds(value, Rows("x.csv", ("a",), (), comma=comma))


@pytest.mark.parametrize(
    ("wanted", "passing", "failing"),
    [
        ("China", "China", "china"),
        ("2016", "2016.0", "2015"),
        ("2016", 2016, 2015),
        (["China", "India"], "India", "Iran"),
        (">= 2000", "2000", "1999"),
        ("≤ 5", 5, 5.5),
        ("> 0", "0.1", "0"),
        (">= 2000 and < 2010", "2009", "2010"),
        ("2000..2010", "2010", "2011"),
        ("2016-03..2016-05", "2016-05-31", "2016-06-01"),
        ("!= Iran", "Iraq", "Iran"),
        ("!= Trinidad and Tobago", "Iran", "Trinidad and Tobago"),
        (["!= Iran", "!= Iraq"], "India", "Iraq"),
        (["< 5", "> 10"], "11", "7"),
        ("~ station", "Space Station", "Probe"),
        ("!~ station", "Probe", "Space Station"),
        ("empty", "n/a", "0"),
        ("not empty", "0", None),
        ("= empty", "empty", ""),
        ("< 2016-03", "2016-02-28", "2016-03-01"),
        ("> 2015-12-31", "20.11.2016", "20.11.2015"),
        ("<= 2016", "2016-11-20", "2017-01-01"),
    ],
)
def test_a_condition_holds_as_a_person_would_read_it(wanted, passing, failing):
    assert holds(wanted, passing)
    assert not holds(wanted, failing)


def test_numbers_are_read_as_the_file_writes_them():
    assert holds("> 1000", "1.234,5", comma=True)
    assert not holds("> 1000", "1.234", comma=False)


@pytest.mark.parametrize("wanted", ["> 5", "~ x", "China"])
def test_a_gap_is_nothing(wanted):
    assert not holds(wanted, "")


def test_a_gap_is_not_what_is_excluded():
    assert holds("!= Iran", "")


@pytest.mark.parametrize(
    ("wanted", "message"),
    [(">=", "compares with nothing"), ("> many", "no number and no date")],
)
def test_a_condition_that_says_nothing_is_refused(wanted, message):
    with pytest.raises(ConditionUnclear, match=message):
        condition((wanted,))
