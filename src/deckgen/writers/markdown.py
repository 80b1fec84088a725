"""Documents as Markdown files: prose filled to 80 columns, all else as its template wrote it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from deckgen.model.document import Document
from deckgen.text.spaces import bound

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

WIDTH = 80
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_WORD = re.compile(r"(?:`+[^`]*`+|\\.|[\S\u00a0\u202f])+")
# What would open a block if it came to stand at the start of a line (CommonMark, chapter 4 and 5).
_OPENS_BLOCK = re.compile(r"(?:[-+*=]+|#{1,6}|\d{1,9}[.)]|[>|].*|:::+.*|~~~.*|```.*)$")
_MARKER = re.compile(r"[-*+]|\d{1,9}[.)]")


def write(document: Document) -> bytes:
    """The Markdown in UTF-8: paragraphs filled to 80 columns where their words allow it.

    Links, code spans and long words are not broken; a forced break stays one.
    """
    text = document.markdown
    front = _FRONT_MATTER.match(text)
    head = front[0] if front else ""
    return (head + filled(text[len(head) :], document.properties.language)).encode()


def filled(markdown: str, language: str = "en") -> str:
    """The Markdown with every paragraph filled anew; blocks and their indents stay."""
    lines = markdown.split("\n")
    for token in reversed(_parser().parse(markdown)):
        if token.type == "paragraph_open" and token.map:
            first, last = token.map
            lines[first:last] = _paragraph(lines[first:last], language)
    return "\n".join(lines)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def _paragraph(lines: list[str], language: str) -> list[str]:
    first = _prefix(lines[0])
    rest = _MARKER.sub(lambda found: " " * len(found[0]), first)
    words: list[list[str]] = [[]]
    for number, line in enumerate(lines):
        text = line[len(first) :] if number == 0 else _bare(line)
        words[-1] += _words(text, language)
        if text.endswith("\\") and number < len(lines) - 1:
            words.append([])
    written: list[str] = []
    for stretch in words:
        for line in _fill(stretch, WIDTH - len(first)):
            written.append((rest if written else first) + line)
    return written


def _prefix(line: str) -> str:
    """What stands before a paragraph's first word: indents, quotation marks, list markers."""
    found = re.match(r"(?:\s*(?:>\s?|(?:[-*+]|\d{1,9}[.)])\s+))*\s*", line)
    return found[0] if found else ""


def _bare(line: str) -> str:
    found = re.match(r"\s*(?:>\s?)*\s*", line)
    return line[found.end() :] if found else line


def _words(text: str, language: str) -> list[str]:
    """The words that a line may be broken between."""
    words: list[str] = []
    for word in _WORD.findall(bound(text, language)):
        if words and _OPENS_BLOCK.match(word):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _fill(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words:
        joined = f"{line} {word}" if line else word
        if line and _columns(joined) > width:
            lines.append(line)
            line = word
        else:
            line = joined
    return [*lines, line] if line else lines


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
