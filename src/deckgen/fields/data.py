"""Tables and charts from files: comma, semicolon or tab separated values."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from deckgen.fields.reading import Definitions, Field, Reading, Schema, counted
from deckgen.fields.scalars import read_words
from deckgen.model.files import FileRefused
from deckgen.model.tree import Tree

MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 5_000
MAX_COLUMNS = 256
_DELIMITERS = ",;\t"
_GAPS = frozenset({"", "-", "–", "—", "n/a", "na", "null", "…"})
_GROUPED_COMMA = re.compile(r"[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_GROUPED_POINT = re.compile(r"[-+−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_COMMA_DECIMAL = re.compile(r"[-+−]?\d+,\d+\Z")
_NUMERIC = re.compile(r"[-+−]?[\d.,]*\d[\d.,]*\Z")
_SPACES = re.compile(r"[\s\u00a0\u202f'’_]")
_PLAIN_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?\Z")


@dataclass(frozen=True, slots=True)
class Data:
    """The values of a file: a header and rows of the same length, with each row's line.

    `comma` says that the file writes decimals with a comma.
    """

    path: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    comma: bool

    def number(self, text: str) -> float | None:
        """The number that a cell means; raises ValueError when it means none."""
        return _number(text, self.comma)


def is_gap(text: str) -> bool:
    """Whether a cell says that there is no value."""
    return text.strip().lower() in _GAPS


@dataclass(frozen=True, slots=True)
class DataFile(Field[Data]):
    """A path of a CSV file relative to the outline; its first row is the header."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> Data | None:
        """The data."""
        words = read_words(tree, reading, "a data file's path")
        if words is None:
            return None
        path = words.text.strip()
        try:
            data = reading.files.read(path)
        except FileRefused as refused:
            reading.found.error("file-refused", refused.message, tree.span, refused.hint)
            return None
        try:
            return parse(path, data)
        except DataRefused as refused:
            message = f"'{path}' {refused.message}"
            reading.found.error("bad-data", message, tree.span, refused.hint)
            return None

    def schema(self, definitions: Definitions) -> Schema:
        """A string."""
        return {
            "description": self.description,
            "type": "string",
            "examples": ["data/launches.csv"],
        }


class DataRefused(Exception):
    """A data file cannot be used; `message` follows the file's path, `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def parse(path: str, data: bytes) -> Data:
    """The rows of a file as text; raises DataRefused."""
    if len(data) > MAX_BYTES:
        raise DataRefused("is larger than 5 MB", "Keep only what the slide shows.")
    text = _decoded(data)
    delimiter = _delimiter(text)
    numbered = _rows(text, delimiter)
    if len(numbered) < 2:
        raise DataRefused("has no rows below its header", "Put names in row 1, values below.")
    (_, header), *body = numbered
    if len(body) > MAX_ROWS:
        raise DataRefused(f"has more than {MAX_ROWS} rows", "Keep only what the slide shows.")
    if len(header) > MAX_COLUMNS:
        message = f"has more than {MAX_COLUMNS} columns"
        raise DataRefused(message, "Keep only what the slide shows.")
    for line, row in body:
        if len(row) != len(header):
            message = f"has {counted(len(row), 'value')} in line {line}, its header {len(header)}"
            hint = "Give every line the same number; quote values that contain the separator."
            raise DataRefused(message, hint)
    rows = tuple(row for _, row in body)
    return Data(path, header, rows, tuple(line for line, _ in body), _has_comma(rows, delimiter))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataRefused("is encoded as UTF-16", "Save it as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise DataRefused(f"is not UTF-8 in line {line}", "Save it as CSV UTF-8.") from fault
    if "\0" in text:
        raise DataRefused("is no text file", "Save it as CSV UTF-8.")
    return text


def _delimiter(text: str) -> str:
    """The separator that parts the first lines most often, and evenly."""
    sample = "\n".join(text.splitlines()[:20])

    def score(delimiter: str) -> tuple[bool, int]:
        lengths = [len(row) for row in _lenient(sample, delimiter) if row]
        even = bool(lengths) and len(set(lengths)) == 1 and lengths[0] > 1
        return even, lengths[0] if lengths else 0

    return max(_DELIMITERS, key=score)


def _lenient(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(text), delimiter=delimiter))
    except csv.Error:
        return []


def _rows(text: str, delimiter: str) -> list[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    numbered: list[tuple[int, tuple[str, ...]]] = []
    try:
        for row in reader:
            if any(value.strip() for value in row):
                numbered.append((reader.line_num, tuple(value.strip() for value in row)))
    except csv.Error as fault:
        message = f"is no valid CSV in line {reader.line_num}"
        raise DataRefused(message, "Check the quotation marks in that line.") from fault
    return numbered


def _has_comma(rows: Iterable[Sequence[str]], delimiter: str) -> bool:
    """Whether decimals have a comma: by the first value that leaves no doubt.

    `1,234` alone is doubtful: a file that is parted by semicolons means a decimal.
    """
    doubtful = False
    for row in rows:
        for value in row:
            text = _SPACES.sub("", value).removesuffix("%")
            if "," not in text or not _NUMERIC.match(text):
                continue
            if _GROUPED_COMMA.match(text) and (text.count(",") > 1 or "." in text):
                return False
            if not _GROUPED_COMMA.match(text) and (
                _COMMA_DECIMAL.match(text) or _GROUPED_POINT.match(text)
            ):
                return True
            doubtful = True
    return doubtful and delimiter == ";"


def _number(text: str, comma: bool) -> float | None:
    if is_gap(text):
        return None
    bare = _SPACES.sub("", text).removesuffix("%").replace("−", "-")
    if comma:
        if "." in bare and not _GROUPED_POINT.match(bare):
            raise ValueError(text)
        bare = bare.replace(".", "").replace(",", ".")
    elif "," in bare:
        if not _GROUPED_COMMA.match(bare):
            raise ValueError(text)
        bare = bare.replace(",", "")
    if not _PLAIN_NUMBER.match(bare):
        raise ValueError(text)
    return float(bare)
