"""Whether the columns that an outline names are there, all of them before anything is made."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.diagnostics import Span, did_you_mean
from deckgen.fields.data.keys import DataKeys
from deckgen.fields.reading import Reading

_Wanted = tuple[str, Span]
_MOST = 12


def names_known(keys: DataKeys, header: tuple[str, ...], path: str, reading: Reading) -> bool:
    """Whether the file has the columns; reports each that it has not.

    What is made of series has names that only the data tell: they are checked afterwards.
    """
    wanted = [(clause.column.text, clause.column.span) for clause in keys.where]
    measured = [named for function, named in keys.measures() if function != "count"]
    across = () if keys.series is None else (keys.series.column,)
    wanted += [(named.name, named.span) for named in (*keys.group, *across, *measured)]
    known = _all_known(wanted, header, f"'{path}'", reading)
    if keys.series is not None:
        return known
    if keys.group:
        header = tuple(named.title for named in (*keys.group, *(n for _, n in keys.measures())))
    return results_known(keys, header, path, reading) and known


def results_known(keys: DataKeys, header: tuple[str, ...], path: str, reading: Reading) -> bool:
    """Whether what was made has the columns to sort by, to select and to format."""
    wanted = [(sorted_by(named.name, header)[0], named.span) for named in keys.sort]
    wanted += [(named.name, named.span) for named in keys.select]
    asked = () if keys.format is None else keys.format.columns
    wanted += [
        (unrenamed(name.text, header, keys), name.span)
        for name, _ in asked
        if not of_all_series(name.text, keys)
    ]
    what = f"'{path}' in groups" if keys.group else f"'{path}'"
    return _all_known(wanted, header, what, reading)


def sorted_by(name: str, header: tuple[str, ...]) -> tuple[str, bool]:
    """The column to sort by, and whether downwards: `-launches`."""
    downwards = name.startswith("-") and name not in header
    return (name[1:].strip(), True) if downwards else (name, False)


def unrenamed(name: str, header: tuple[str, ...], keys: DataKeys) -> str:
    """The name that a column has before it is selected; a format may use either."""
    if name in header:
        return name
    return next((named.name for named in keys.select if named.title == name), name)


def of_all_series(name: str, keys: DataKeys) -> bool:
    """Whether a name is that of what all series show: a format by it is one for all of them."""
    return keys.series is not None and any(name == named.title for _, named in keys.measures())


def _downwards(name: str, header: tuple[str, ...]) -> str:
    """What to write in place of `launches desc`."""
    column, _, way = name.rpartition(" ")
    if column not in header or way.lower() not in ("asc", "desc", "ascending", "descending"):
        return ""
    return f"Write `{'-' if way.lower().startswith('desc') else ''}{column}`."


def _all_known(
    wanted: Iterable[_Wanted], header: tuple[str, ...], what: str, reading: Reading
) -> bool:
    found = [_known(name, header, what, span, reading) for name, span in wanted]
    return all(found)


def _known(name: str, header: tuple[str, ...], what: str, span: Span, reading: Reading) -> bool:
    count = header.count(name)
    if count > 1:
        message = f"{what} has {count} columns called '{name}'"
        reading.found.error("unknown-column", message, span, "Give each a name of its own there.")
    elif not count:
        listed = [each for each in header if each]
        more = f" and {len(listed) - _MOST} more" if len(listed) > _MOST else ""
        hint = (
            _downwards(name, header)
            or did_you_mean(name, listed)
            or f"There are {', '.join(listed[:_MOST])}{more}."
        )
        reading.found.error("unknown-column", f"{what} has no column '{name}'", span, hint)
    return count == 1
