"""BibTeX -> CSL-JSON items: entries, strings, and the LaTeX that names are written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

Item = dict[str, object]

_TYPES = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "manual": "report", "mastersthesis": "thesis", "phdthesis": "thesis", "thesis": "thesis",
    "proceedings": "book", "techreport": "report", "report": "report", "online": "webpage",
    "www": "webpage", "dataset": "dataset", "legislation": "legislation", "legal": "legislation",
    "jurisdiction": "legal_case", "unpublished": "manuscript",
}  # fmt: skip
_FIELDS = {
    "title": "title", "journal": "container-title", "journaltitle": "container-title",
    "booktitle": "container-title", "publisher": "publisher", "institution": "publisher",
    "organization": "publisher", "school": "publisher", "address": "publisher-place",
    "location": "publisher-place", "volume": "volume", "pages": "page", "doi": "DOI",
    "url": "URL", "edition": "edition", "series": "collection-title", "note": "note",
    "howpublished": "note", "isbn": "ISBN", "langid": "language",
}  # fmt: skip
_MONTHS = {
    name: str(number)
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "c": "\u0327",
    "k": "\u0328", "d": "\u0323",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "textendash": "–", "textemdash": "—",
    "textquoteright": "’", "copyright": "©", "ldots": "…", "dots": "…",
}  # fmt: skip
_ACCENT = re.compile(
    r"""\\(?:([`'^~="."])\s*\{?\\?([A-Za-zıȷ])\}?|([uvHckdr])(?:\s*\{\\?([A-Za-z])\}|\s+([A-Za-z])))"""
)
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*(?:\{\})?")
_ENTRY = re.compile(r"@\s*(\w+)\s*([({])")
LONGEST_VALUE = 100_000
_LONGEST_YEAR = 8  # digits
_BLANKS = re.compile(r"\s*")
_NAME = re.compile(r"\s*([^\s=,#{}()\"]+)\s*")


class BibtexError(Exception):
    """What is wrong, and at which character of the file."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


def read_bibtex(text: str) -> tuple[tuple[str, Item, int], ...]:
    """Key, CSL-JSON item and offset of every entry. Raises BibtexError."""
    strings = dict(_MONTHS)
    found = []
    position = 0
    while opening := _ENTRY.search(text, position):
        kind = opening[1].lower()
        position = opening.end()
        if kind in {"comment", "preamble"}:
            position = _closing(text, position, opening[2])
            continue
        if kind == "string":
            fields, position = _fields(text, position, opening[2], strings)
            strings |= fields
            continue
        key = _NAME.match(text, position)
        if key is None:
            raise BibtexError(f"the entry '@{opening[1]}' has no key", opening.start())
        fields, position = _fields(text, key.end(), opening[2], strings)
        found.append((key[1], _item(kind, fields), opening.start()))
    return tuple(found)


def _closing(text: str, position: int, bracket: str) -> int:
    """Behind the bracket that closes an entry."""
    start, depth = position, 1
    opens, closes = ("{", "}") if bracket == "{" else ("(", ")")
    while position < len(text):
        depth += (text[position] == opens) - (text[position] == closes)
        position += 1
        if not depth:
            return position
    raise BibtexError("the entry is not closed", start)


def _fields(
    text: str, position: int, bracket: str, strings: dict[str, str]
) -> tuple[dict[str, str], int]:
    """The fields up to the entry's end, and where that is."""
    fields: dict[str, str] = {}
    start = position
    while position < len(text):
        character = text[position]
        if character == ("}" if bracket == "{" else ")"):
            return fields, position + 1
        if character in ", \t\r\n":
            position += 1
            continue
        name = _NAME.match(text, position)
        if name is None or text[name.end() : name.end() + 1] != "=":
            raise BibtexError("a field is written `name = {value}`", position)
        value, position = _value(text, name.end() + 1, strings)
        fields[name[1].lower()] = value
    raise BibtexError("the entry is not closed", start)


def _value(text: str, position: int, strings: dict[str, str]) -> tuple[str, int]:
    """A value: pieces in braces or quotes, numbers and strings, joined by `#`."""
    pieces: list[str] = []
    length = 0
    while True:
        position = _behind_blanks(text, position)
        character = text[position : position + 1]
        if character == "{":
            end = _closing(text, position + 1, "{")
            pieces.append(text[position + 1 : end - 1])
        elif character == '"':
            end = _quote(text, position + 1)
            pieces.append(text[position + 1 : end - 1])
        elif word := _NAME.match(text, position):
            end = word.end()
            pieces.append(strings.get(word[1].lower(), word[1]))
        else:
            raise BibtexError("a value is missing", position)
        length += len(pieces[-1])
        if length > LONGEST_VALUE:
            raise BibtexError(f"a value has more than {LONGEST_VALUE:,} characters", position)
        position = _behind_blanks(text, end)
        if not text.startswith("#", position):
            return "".join(pieces), position
        position += 1


def _behind_blanks(text: str, position: int) -> int:
    found = _BLANKS.match(text, position)
    return found.end() if found else position


def _quote(text: str, position: int) -> int:
    depth, start = 0, position
    while position < len(text):
        depth += (text[position] == "{") - (text[position] == "}")
        position += 1
        if text[position - 1] == '"' and not depth:
            return position
    raise BibtexError("a quotation mark is not closed", start - 1)


def _item(kind: str, fields: dict[str, str]) -> Item:
    item: Item = {"type": _TYPES.get(kind, "document")}
    for name, value in fields.items():
        if name in _FIELDS:
            item.setdefault(_FIELDS[name], plain(value).replace("--", "–"))
        elif name in {"author", "editor"}:
            item[name] = list(_people(value))
        elif name == "number":
            journal = item["type"] == "article-journal"
            item["issue" if journal else "number"] = plain(value)
    if date := _date(fields):
        item["issued"] = {"date-parts": [date]}
    return item


def _date(fields: dict[str, str]) -> list[int]:
    written = plain(fields.get("date", "")) or "-".join(
        plain(fields[name]) for name in ("year", "month", "day") if name in fields
    )
    parts = (_MONTHS.get(part[:3].lower(), part) for part in re.split(r"[-/]", written)[:3])
    return [int(part) for part in parts if part.isdecimal() and len(part) <= _LONGEST_YEAR]


def _people(value: str) -> Iterator[dict[str, str]]:
    for name in re.split(r"\s+and\s+", value.strip()):
        if name.startswith("{") and name.endswith("}"):
            yield {"literal": plain(name)}
        elif "," in name:
            family, _, given = name.partition(",")
            yield {"family": plain(family), "given": plain(given.rpartition(",")[2])}
        else:
            given, _, family = plain(name).rpartition(" ")
            yield {"family": family, "given": given} if given else {"literal": family}


def plain(value: str) -> str:
    """A value without LaTeX: accents and letters as characters, braces and commands gone."""

    def accent(found: re.Match[str]) -> str:
        mark, letter = found[1] or found[3], found[2] or found[4] or found[5]
        base = {"ı": "i", "ȷ": "j"}.get(letter, letter)
        return unicodedata.normalize("NFC", base + _COMBINING[mark])

    value = _ACCENT.sub(accent, value)
    value = re.sub(r"\\[,;:!/ ]", "\u2009", value)
    value = re.sub(r"\\([&%$#_{}])", r"\1", value)
    value = _COMMAND.sub(lambda found: _LETTERS.get(found[1], ""), value)
    value = value.replace("{", "").replace("}", "").replace("~", "\u00a0").replace("---", "—")
    return " ".join(value.split(" ")).strip() if "\n" not in value else " ".join(value.split())
