"""Works from a bibliography, a BibTeX or CSL-JSON file, in a plain style of our own.

Mark A. Ode and Li Chen, “Title of the article”, *Journal* 12(3), 4–7, Publisher, 2008
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Mapping

from deckgen.frozen import Frozen
from deckgen.model.inline import Inline, Run, join

Item = Mapping[str, object]

MOST_ENTRIES = 10_000
LONGEST_ENTRY = 50_000  # characters, an abstract among them
_LONGEST_NUMBER = 20  # digits
_HALF = re.compile("[\ud800-\udfff]")

_WITHIN = frozenset({"article-journal", "article-magazine", "article-newspaper", "chapter",
                     "paper-conference", "entry", "post-weblog"})  # fmt: skip


class Entry(Frozen):
    """A work of a bibliography: its key, its CSL-JSON item, where it stands in the file."""

    key: str
    item: Item
    line: int


class BibliographyError(Exception):
    """What is wrong with a bibliography, and where; line and column count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


def read_entries(path: str, text: str) -> tuple[Entry, ...]:
    """The works of a file, by its ending `.bib` or `.json`. Raises BibliographyError."""
    entries = _bibtex(text) if path.lower().endswith(".bib") else _csl_json(text)
    if len(entries) > MOST_ENTRIES:
        line = entries[MOST_ENTRIES].line
        raise BibliographyError(f"these are more than {MOST_ENTRIES:,} works", line, 1)
    for entry in entries:
        _check_entry(entry)
    return entries


def _check_entry(entry: Entry) -> None:
    whole = json.dumps(entry.item, ensure_ascii=False)
    if len(whole) > LONGEST_ENTRY:
        message = f"the work {entry.key[:50]!r} has more than {LONGEST_ENTRY:,} characters"
        raise BibliographyError(message, entry.line, 1)
    if half := _HALF.search(entry.key + whole):
        raise BibliographyError(f"a work holds half a character, {half[0]!a}", entry.line, 1)


def _bibtex(text: str) -> tuple[Entry, ...]:
    from deckgen.readers.bibtex import BibtexError, read_bibtex

    ends = [found.start() for found in re.finditer("\n", text)]

    def place(offset: int) -> tuple[int, int]:
        line = bisect_left(ends, offset)
        return line + 1, offset - (ends[line - 1] if line else -1)

    try:
        return tuple(Entry(key, item, place(at)[0]) for key, item, at in read_bibtex(text))
    except BibtexError as wrong:
        raise BibliographyError(wrong.message, *place(wrong.offset)) from wrong


def _csl_json(text: str) -> tuple[Entry, ...]:
    try:
        items = json.loads(text, parse_int=_whole)
    except json.JSONDecodeError as wrong:
        raise BibliographyError(
            f"this is no JSON: {wrong.msg}", wrong.lineno, wrong.colno
        ) from wrong
    except RecursionError as deep:
        raise BibliographyError("this JSON is nested too deep", 1, 1) from deep
    if isinstance(items, dict):
        items = [{"id": key, **item} for key, item in items.items() if isinstance(item, dict)]
    works = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if not works or not all(str(item.get("id", "")) for item in works):
        raise BibliographyError("expected a list of CSL-JSON items, each with an `id`", 1, 1)
    return tuple(Entry(str(item["id"]), item, 1) for item in works)


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def address(item: Item) -> str:
    """Where the work can be read."""
    doi = _text(item, "DOI").removeprefix("https://doi.org/").removeprefix("doi:")
    return f"https://doi.org/{doi}" if doi else _text(item, "URL")


def cited(item: Item) -> Inline:
    """The work as the list of sources has it."""
    title, container = _text(item, "title"), _text(item, "container-title")
    within = bool(container) or item.get("type") in _WITHIN
    named: Inline = (Run(f"“{title}”" if within else title, italic=not within),) if title else ()
    parts: list[Inline] = [_words(_people(item)), named]
    if container:
        parts.append(_container(item, container))
    parts += [
        _words(_text(item, "number")),
        _words(_text(item, "edition")),
        _words(_text(item, "publisher")),
        _words(_text(item, "publisher-place")),
        _words(_year(item)),
    ]
    return join(parts, ", ")


def short(item: Item) -> Inline:
    """The work in a few words, for a slide's foot: who and when, or its title."""
    people = [_surname(person) for person in _persons(item)]
    who = f"{people[0]} et al." if len(people) > 2 else " and ".join(people)
    return join((_words(who) or _words(_text(item, "title")), _words(_year(item))), ", ")


def _container(item: Item, container: str) -> Inline:
    volume, issue = _text(item, "volume"), _text(item, "issue")
    numbers = f" {volume}" if volume else ""
    numbers += f"({issue})" if issue else ""
    pages = _text(item, "page").replace("-", "–")
    numbers += f", {pages}" if pages else ""
    return (Run(container, italic=True), *_words(numbers))


def _words(text: str) -> Inline:
    return (Run(text),) if text else ()


def _text(item: Item, name: str) -> str:
    value = item.get(name, "")
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def _persons(item: Item) -> tuple[Mapping[str, object], ...]:
    people = item.get("author") or item.get("editor")
    listed = people if isinstance(people, list) else []
    return tuple(person for person in listed if isinstance(person, dict))


def _surname(person: Mapping[str, object]) -> str:
    particle = _text(person, "non-dropping-particle")
    family = _text(person, "family") or _text(person, "literal")
    return f"{particle} {family}".strip()


def _people(item: Item) -> str:
    names = [f"{_text(p, 'given')} {_surname(p)}".strip() for p in _persons(item)]
    if len(names) > 4:
        return f"{names[0]} et al."
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def _year(item: Item) -> str:
    issued = item.get("issued")
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        return str(parts[0][0])
    return str(issued.get("literal") or issued.get("raw") or "")
