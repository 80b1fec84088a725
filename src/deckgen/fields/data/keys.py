"""What an outline says about data: where they are, and what is to be made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from deckgen.fields.collections import ByShape, ListOf, Made
from deckgen.fields.data.looks import Formats, Looks
from deckgen.fields.data.names import ColumnNames, Named
from deckgen.fields.data.where import Clause, Where
from deckgen.fields.numbers import Whole
from deckgen.fields.reading import Reading
from deckgen.fields.records import Record, RecordOf, optional, record, required
from deckgen.fields.scalars import Choice, Listing, Plain
from deckgen.frozen import Frozen
from deckgen.model.tree import Mapping, Tree

if TYPE_CHECKING:
    from deckgen.datasets.grouping import Function

Decimal = Literal["point", "comma"]
Unit = Literal["year", "quarter", "month"]
MEASURES: dict[str, Function] = {
    "sum": "sum", "mean": "mean", "median": "median", "min": "min", "max": "max",
}  # fmt: skip
ENCODINGS = ("utf-8", "windows-1252", "windows-1250", "windows-1251", "latin-1", "utf-16")
_MOST = 1_000


@record
class AcrossKeys(Record):
    """The column whose values become the series of a chart or the columns of a table."""

    column: tuple[Named, ...] = required(ColumnNames("The column."))
    top: int | None = optional(Whole("Only the largest of them.", 1, 255), None)
    others: str = optional(Plain("With `top`: what the rest together are called."), "")


class Across(Frozen):
    """The column whose values become columns, and how many of them."""

    column: Named
    top: int | None = None
    others: str = ""


def _across(value: object, tree: Tree, reading: Reading) -> Across | None:
    keys = value if isinstance(value, AcrossKeys) else None
    columns = keys.column if keys else value
    assert isinstance(columns, tuple)
    if len(columns) > 1:
        reading.bad(tree, "series come from one column", "Name the one.")
        return None
    if keys and keys.others and keys.top is None:
        message = "'others' names the rest, and nothing is left out"
        reading.bad(keys.tree("others"), message, "Add how many series there should be: `top: 5`.")
        return None
    return Across(columns[0], keys.top, keys.others) if keys else Across(columns[0])


_SERIES = "The column whose values become series or columns: name, or {column, top, others}."


@record
class DataKeys(Record):
    """Data from a file, and what is made of them: the steps run in the order of these keys."""

    file: str = optional(
        Plain("CSV, TSV, JSON, .jsonl, SQLite (.db) or Parquet.", ("data/launches.csv",)),
        "",
        alias="path csv",
    )
    files: tuple[str, ...] = optional(
        ListOf(Plain("A file."), "Several files, for a `query:` over CSV, JSON or Parquet."), ()
    )
    source: str = optional(Plain("A name under the talk's `data:`."), "", key="from")
    table: str = optional(Plain("A table of a database that has several."), "")
    query: str = optional(
        Listing("SQL over a database, or with the extra `duckdb` over the files."),
        "",
        alias="sql",
    )
    encoding: str = optional(Choice(ENCODINGS, "How a text file was saved, if not as UTF-8."), "")
    decimal: Decimal | Literal[""] = optional(
        Choice(("point", "comma"), "The decimal mark, where the file leaves it in doubt."), ""
    )
    header: int = optional(
        Whole("The line of a text file that holds the columns' names, if not the first.", 1, 1_000),
        1,
    )
    where: tuple[Clause, ...] = optional(
        Where("Only the rows whose columns are as said: values, comparisons, lists of them."),
        (),
        alias="filter filters if",
    )
    group: tuple[Named, ...] = optional(
        ColumnNames("One row for each value of this column, or of these."),
        (),
        alias="groups groupby group_by",
    )
    by: Unit | Literal[""] = optional(
        Choice(("year", "quarter", "month"), "The span of time that days are grouped by."), ""
    )
    series: Across | None = optional(
        ByShape(
            "a column, or {column, top, others}",
            _SERIES,
            scalar=Made(ColumnNames(_SERIES), _across),
            mapping=Made(RecordOf(AcrossKeys, _SERIES), _across),
        ),
        None,
        alias="pivot columns by_series",
    )
    sum: tuple[Named, ...] = optional(ColumnNames("Columns to add up in each group."), ())
    mean: tuple[Named, ...] = optional(
        ColumnNames("Columns to take the mean of."), (), alias="average avg"
    )
    median: tuple[Named, ...] = optional(ColumnNames("Columns to take the median of."), ())
    min: tuple[Named, ...] = optional(ColumnNames("Columns to take the least value of."), ())
    max: tuple[Named, ...] = optional(ColumnNames("Columns to take the greatest value of."), ())
    count: str = optional(Plain("A name for the number of rows in each group.", ("Number",)), "")
    sort: tuple[Named, ...] = optional(
        ColumnNames("Columns to sort by; `-launches` sorts downwards."),
        (),
        alias="order orderby order_by sorted",
    )
    top: int | None = optional(
        Whole("Only the first so many rows.", 1, _MOST), None, alias="limit head first"
    )
    others: str = optional(Plain("With `top` and `group`: the rest as one row of this name."), "")
    last: int | None = optional(Whole("Only the last so many rows.", 1, _MOST), None, alias="tail")
    total: str = optional(Plain("With `group`: a last row over all groups, of this name."), "")
    select: tuple[Named, ...] = optional(
        ColumnNames("The columns to show, in their order; `{old: new}` renames."),
        (),
        alias="fields rename names",
    )
    format: Looks | None = optional(
        Formats("How numbers and dates are shown: for all numbers, or by column."), None
    )

    def measures(self) -> tuple[tuple[Function, Named], ...]:
        """What is told of each group, in the order in which it is written."""
        told: list[tuple[Function, Named]] = []
        for key, _ in self.origin.entries if isinstance(self.origin, Mapping) else ():
            function = MEASURES.get(key.text)
            if function is not None:
                told += [(function, named) for named in getattr(self, key.text)]
            elif key.text == "count" and self.count:
                told.append(("count", Named("", self.count, self.tree("count").span)))
        return tuple(told)

    def check(self, reading: Reading) -> bool:
        """Whether the steps fit each other; reports each that does not."""
        wrong = [fault for fault in _faults(self) if fault]
        for key, message, hint in wrong:
            reading.bad(self.tree(key), message, hint)
        return not wrong


_Fault = tuple[str, str, str]
_MEASURE_HINT = "Add what is told of each group: `sum: launches`, or `count: Number`."


def _faults(keys: DataKeys) -> Iterator[_Fault]:
    """The keys that need others, or do not suit them: key, message, hint."""
    yield from _faults_of_source(keys)
    told = keys.measures()
    if keys.group and not told:
        yield "group", "nothing is told of the groups", _MEASURE_HINT
    if not keys.group:
        grouping = ("by", "series", *MEASURES, "count", "others", "total")
        for key in (key for key in grouping if getattr(keys, key)):
            yield key, f"'{key}' has no groups", "Add the column to group by: `group: country`."
    if keys.left_empty("format") is not None:
        hint = 'Write it in quotes, "#,##0": what stands behind # alone is a comment.'
        yield "format", "'format' has no value", hint
    if keys.series is not None and len(told) > 1:
        first = f"Keep one, such as `{told[0][0]}:`."
        yield "series", f"{len(told)} things are told of each series", first
    if keys.top is not None and not keys.sort and not keys.group:
        hint = "Say by what: `sort: -launches`."
        yield "top", "the rows have no order to take the first of", hint
    if keys.top is not None and keys.last is not None:
        yield "last", "'top' and 'last' are both given", "Keep one of them."
    if keys.others and keys.top is None:
        yield "others", "'others' names the rest, and nothing is left out", "Add `top: 5`."
    titles = [named.title for named in (*keys.group, *(named for _, named in told))]
    for title in dict.fromkeys(title for title in titles if titles.count(title) > 1):
        if keys.series is None:
            hint = f"Give one another name: `mean: {{{title}: Mean}}`."
            yield "group", f"two columns would be called '{title}'", hint


def _faults_of_source(keys: DataKeys) -> Iterator[_Fault]:
    given = [key for key in ("file", "files", "source") if getattr(keys, key)]
    if len(given) != 1:
        message = "data come from two places" if given else "the data have no file"
        yield "file", message, "Give one of `file:`, `files:` and `from:`."
    if keys.files and not keys.query:
        yield "files", "several files have no query", "Add the `query:` that brings them together."
    if keys.query and keys.table:
        yield "table", "'query' and 'table' are both given", "Keep one of them."
    if keys.source:
        for key in ("table", "query", "encoding", "decimal", "header"):
            if getattr(keys, key) not in ("", 1):
                yield key, f"'{key}' says how a file is read", "Put it where the file is named."
