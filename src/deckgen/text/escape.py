"""Runs to inline Markdown: the inverse of `parse_inline`.

Delimiters open and close only beside the right neighbours (CommonMark 6.2, flanking delimiter
runs). A neighbour that would stand in the way is written as a character reference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from deckgen.model.inline import Inline, Run
from deckgen.text.inline import normalised
from deckgen.text.references import NAMED

_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_SYNTAX = frozenset("\\`*[]~$|")
_ENTITY = re.compile(r"&#?\w+;")
_MARKUP = re.compile(r"[\\`*\[\]~$|_<&@]")
_BLOCK_START = re.compile(r"\d+[.)](?=\s|\Z)|[#>+=:.)-]")
_AUTOLINK = re.compile(r"https?://[A-Za-z0-9.~:/?#@!&'()*+,;=_-]+")
_PLAIN_DESTINATION = re.compile(r"[^\s<>()\\|\x00-\x1f\x7f]*")
_BACKTICKS = re.compile(r"`+")
_DELIMITERS = {"bold": "**", "italic": "_", "strike": "~~"}


class _Piece(Struct):
    """A character of text, or markup as it stands: a delimiter, a bracket, a code span."""

    text: str
    kind: Literal["char", "open", "close", "math", "fixed"] = "char"


_Mark = tuple[str, str]


def to_markdown(inline: Inline) -> str:
    """GitHub-flavoured inline Markdown, safe at the start of a paragraph and in a table cell.

    Only a code span or a formula with `|` needs more in a table cell. Subscripts and superscripts,
    which Markdown does not know, become HTML.
    """
    lines: list[list[Run]] = [[]]
    for run in normalised(inline):
        if run.text == "\n":
            lines.append([])
        else:
            lines[-1].append(run)
    return "\\\n".join(_line(line) for line in lines)


def _line(runs: Sequence[Run]) -> str:
    if all(run == Run(run.text) for run in runs):
        text = "".join([run.text for run in runs])
        if not _MARKUP.search(text) and not _BLOCK_START.match(text):
            return text
    pieces = list(_pieces(runs))
    _make_room(pieces)
    return "".join(_written(pieces))


# -- the pieces ---------------------------------------------------------------------------------


def _pieces(runs: Sequence[Run]) -> Iterator[_Piece]:
    opened: list[_Mark] = []
    for i, run in enumerate(runs):
        wanted = _marks(run)
        keep = next((k for k, mark in enumerate(opened) if mark not in wanted), len(opened))
        while len(opened) > keep:
            yield _closing(opened.pop())
        new = [mark for mark in wanted if mark not in opened]
        new.sort(key=lambda mark: (-_extent(mark, runs[i:]), mark[0] != "link"))
        for mark in new:
            opened.append(mark)
            yield _opening(mark)
        yield from _content(run)
    while opened:
        yield _closing(opened.pop())


def _marks(run: Run) -> tuple[_Mark, ...]:
    marks = [(name, "") for name in _DELIMITERS if getattr(run, name)]
    if run.link and not run.reference and not _is_autolink(run):
        marks.append(("link", run.link))
    if run.script:
        marks.append(("script", run.script))
    return tuple(marks)


def _extent(mark: _Mark, runs: Iterable[Run]) -> int:
    """How many runs from the first on carry the mark."""
    count = 0
    for run in runs:
        if mark not in _marks(run):
            break
        count += 1
    return count


def _opening(mark: _Mark) -> _Piece:
    match mark:
        case ("link", _):
            return _Piece("[", "fixed")
        case ("script", script):
            return _Piece("<sub>" if script == "sub" else "<sup>", "fixed")
    return _Piece(_DELIMITERS[mark[0]], "open")


def _closing(mark: _Mark) -> _Piece:
    match mark:
        case ("link", target):
            return _Piece(f"]({_destination(target)})", "fixed")
        case ("script", script):
            return _Piece("</sub>" if script == "sub" else "</sup>", "fixed")
    return _Piece(_DELIMITERS[mark[0]], "close")


def _destination(target: str) -> str:
    """A link destination (CommonMark 6.3), in angle brackets where it needs them."""
    if _PLAIN_DESTINATION.fullmatch(target) and not _ENTITY.search(target):
        return target
    escaped = re.sub(r"([\\<>&|])", r"\\\1", target)
    return f"<{escaped}>"


def _is_autolink(run: Run) -> bool:
    return run.link == run.text and bool(_AUTOLINK.fullmatch(run.text)) and not run.code


def _content(run: Run) -> Iterator[_Piece]:
    if run.code:
        yield _Piece(_code_span(run.text), "fixed")
    elif run.reference:
        yield _Piece(run.reference, "fixed")
    elif run.math:
        yield _Piece(f"${run.text}$", "math")
    elif _is_autolink(run):
        yield _Piece(f"<{run.text}>", "fixed")
    else:
        yield from (_Piece(character) for character in run.text)


def _code_span(text: str) -> str:
    """A code span (CommonMark 6.1) with a fence that the text does not contain."""
    runs_of_backticks = {len(found) for found in _BACKTICKS.findall(text)}
    fence = "`" * next(n for n in range(1, len(text) + 2) if n not in runs_of_backticks)
    padded = text[0] == "`" or text[-1] == "`" or (text[0] == text[-1] == " " and text.strip(" "))
    return f"{fence} {text} {fence}" if padded else f"{fence}{text}{fence}"


# -- neighbours ---------------------------------------------------------------------------------


def _make_room(pieces: list[_Piece]) -> None:
    """Write as references those characters that keep markup beside them from working."""
    hidden = True
    while hidden:
        hidden = False
        for i, piece in enumerate(pieces):
            if piece.kind == "math":
                hidden |= _hide(pieces, i - 1, lambda c: c.isalnum() or c == "$")
                hidden |= _hide(pieces, i + 1, str.isdecimal)
            elif piece.kind in ("open", "close"):
                hidden |= _make_room_for_delimiter(pieces, i)


def _make_room_for_delimiter(pieces: list[_Piece], i: int) -> bool:
    inwards = 1 if pieces[i].kind == "open" else -1
    hidden = _hide(pieces, i + inwards, _is_blank)
    inner = pieces[i + inwards].text[0 if inwards == 1 else -1]
    if pieces[i].text == "_" or _may_be_punctuation(inner):
        hidden |= _hide(pieces, i - inwards, _is_wordy)
    return hidden


def _hide(pieces: list[_Piece], i: int, stands_in_the_way: Callable[[str], bool]) -> bool:
    """Whether the piece at `i`, a character, had to become a reference."""
    if not (0 <= i < len(pieces) and pieces[i].kind == "char"):
        return False
    if not stands_in_the_way(pieces[i].text):
        return False
    pieces[i] = _Piece(f"&#{ord(pieces[i].text)};", "fixed")
    return True


def _is_blank(character: str) -> bool:
    return character in "\t\n\f\r" or unicodedata.category(character) == "Zs"


def _may_be_punctuation(character: str) -> bool:
    """Whether some edition of CommonMark holds it for punctuation: symbols are newer."""
    return unicodedata.category(character)[0] in "PS"


def _is_wordy(character: str) -> bool:
    """Whether some edition of CommonMark holds it for neither blank nor punctuation."""
    is_punctuation = character in _ASCII_PUNCTUATION or unicodedata.category(character)[0] == "P"
    return not (is_punctuation or _is_blank(character))


# -- escaping -----------------------------------------------------------------------------------


_LINK_OPEN = _Piece("[", "fixed")


def _written(pieces: Sequence[_Piece]) -> Iterator[str]:
    """The pieces' texts, with a backslash before each character that would be markup."""
    line = "".join(piece.text if piece.kind == "char" else "\0" for piece in pieces)
    start = _BLOCK_START.match(line)
    for i, piece in enumerate(pieces):
        before_link = i + 1 < len(pieces) and pieces[i + 1] == _LINK_OPEN
        cites = piece.text == "@" and i > 0 and pieces[i - 1] == _LINK_OPEN
        opens_block = start is not None and i == start.end() - 1
        if piece.kind != "char":
            yield piece.text
        elif opens_block or cites or _is_markup(line, i) or (piece.text == "!" and before_link):
            yield "\\" + piece.text
        else:
            yield piece.text


def _is_markup(line: str, i: int) -> bool:
    """Whether the character at `i` could mean something else than itself."""
    match line[i]:
        case "_":
            return not (line[i - 1 : i].isalnum() and line[i + 1 : i + 2].isalnum())
        case "<":
            return not line[i + 1 : i + 2].isspace()
        case "&":
            return bool(_ENTITY.match(line, i))
        case "@":
            return bool(NAMED.match(line, i))
        case character:
            return character in _SYNTAX
