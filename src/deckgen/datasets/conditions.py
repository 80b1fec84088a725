"""Which rows are meant: `China`, `>= 2000`, `2000..2010`, `!= Iran`, `~ station`, `not empty`."""

from __future__ import annotations

import re
from typing import Literal

from deckgen.datasets.dates import as_iso, comparable
from deckgen.datasets.numerals import number
from deckgen.datasets.rows import Rows, Value, blank
from deckgen.frozen import Frozen

Operator = Literal["=", "!=", "<", "<=", ">", ">=", "~", "!~", "empty", "not empty"]

_AND = re.compile(r"\s+and\s+(?=[<>=!~≤≥≠])")
_TEST = re.compile(r"(>=|<=|!=|!~|=|<|>|~|≥|≤|≠)\s*(.*)\Z", re.DOTALL)
_RANGE = re.compile(
    r"([-+−]?[\d.]+|\d{4}-\d\d(?:-\d\d)?)\s*\.\.\s*([-+−]?[\d.]+|\d{4}-\d\d(?:-\d\d)?)\Z"
)
_OPERATORS: dict[str, Operator] = {
    "=": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "~": "~", "!~": "!~",
    "≥": ">=", "≤": "<=", "≠": "!=",
}  # fmt: skip
_ORDERED = ("<", "<=", ">", ">=")
_WORDS: tuple[Operator, ...] = ("empty", "not empty")


class ConditionUnclear(Exception):
    """A condition cannot be understood; says why in words."""


class Test(Frozen):
    """A comparison of a cell with an operand: a number where it is one, a date, or a text."""

    operator: Operator
    text: str = ""
    number: float | None = None
    date: str = ""

    def holds(self, value: Value, rows: Rows) -> bool:
        """Whether a cell passes; one without a value passes `empty` and what it is not."""
        if self.operator in _WORDS:
            return blank(value) is (self.operator == "empty")
        if blank(value):
            return self.operator in ("!=", "!~")
        if self.operator in ("~", "!~"):
            return (self.text.casefold() in str(value).casefold()) is (self.operator == "~")
        return self._compares(self._sign(value, rows))

    def _compares(self, sign: int | None) -> bool:
        if self.operator in ("=", "!="):
            return (sign == 0) is (self.operator == "=")
        if sign is None or sign == 0:
            return sign == 0 and self.operator in ("<=", ">=")
        return (sign < 0) is self.operator.startswith("<")

    def _sign(self, value: Value, rows: Rows) -> int | None:
        """Whether the cell is less (-1), the same (0) or more (1); None when nobody can say."""
        if self.number is not None:
            try:
                own = rows.number(value)
            except ValueError:
                own = None
            if own is not None:
                return (own > self.number) - (own < self.number)
        text = str(value)
        if self.date:
            day = comparable(as_iso(text), self.date)
            if day:
                return (day > self.date) - (day < self.date)
        return 0 if text == self.text else None


class Condition(Frozen):
    """What the cells of a column must be: all of some tests, and one of the alternatives."""

    needed: tuple[Test, ...] = ()
    alternatives: tuple[tuple[Test, ...], ...] = ()

    def holds(self, value: Value, rows: Rows) -> bool:
        """Whether a row is meant."""
        if not all(test.holds(value, rows) for test in self.needed):
            return False
        return not self.alternatives or any(
            all(test.holds(value, rows) for test in one) for one in self.alternatives
        )

    def named(self) -> tuple[Test, ...]:
        """The values that the column is expected to have."""
        every = (*self.needed, *(test for one in self.alternatives for test in one))
        return tuple(test for test in every if test.operator in ("=", "!="))


def condition(texts: tuple[str, ...]) -> Condition:
    """One of several values; of those with `!=` or `!~`, none. Raises ConditionUnclear."""
    parsed = [_tests(text) for text in texts]
    needed = tuple(test for tests in parsed for test in tests if _excludes(tests))
    return Condition(needed, tuple(tests for tests in parsed if not _excludes(tests)))


def _excludes(tests: tuple[Test, ...]) -> bool:
    return all(test.operator in ("!=", "!~") for test in tests)


def _tests(text: str) -> tuple[Test, ...]:
    """All that a text asks for: `>= 2000 and < 2010`."""
    if text in _WORDS:
        return (Test("empty" if text == "empty" else "not empty"),)
    if found := _RANGE.match(text):
        return _test(">=", found[1]), _test("<=", found[2])
    first, *more = _AND.split(text)
    return tuple(_compared(part) for part in (first, *more))


def _compared(text: str) -> Test:
    found = _TEST.match(text)
    if found is None:
        return _test("=", text)
    return _test(_OPERATORS[found[1]], found[2].strip())


def _test(operator: Operator, text: str) -> Test:
    if not text:
        raise ConditionUnclear(f"'{operator}' compares with nothing")
    try:
        value = number(text.replace("−", "-"))
    except ValueError:
        value = None
    date = as_iso(text)
    if operator in _ORDERED and value is None and not date:
        raise ConditionUnclear(f"'{operator} {text}' compares with no number and no date")
    return Test(operator, text, value, date)
