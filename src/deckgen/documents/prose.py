"""Block Markdown that a person wrote, made ready to stand beside other people's."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_FOOTNOTE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\[\^([^\]\s]+)\]", re.DOTALL)
_ATX = re.compile(r"^(\s{0,3}(?:>\s?)*)(#{1,6})(?=\s|$)")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def prepared(source: str, owner: str, below: int) -> str:
    """The prose with its footnotes named after `owner` and its headings below level `below`.

    Footnotes of two slides may both be called `[^1]`; headings start at `below` + 1 and keep
    their steps (no deeper than 6).
    """
    lines = source.strip("\n").splitlines()
    tokens = _parser().parse("\n".join(lines))
    fenced = [t.map for t in tokens if t.type in {"fence", "code_block"} and t.map]
    headings = [t for t in tokens if t.type == "heading_open" and t.map]
    top = min((int(t.tag[1]) for t in headings), default=1)
    for token in headings:
        assert token.map is not None
        level = min(6, int(token.tag[1]) - top + below + 1)
        _relevel(lines, token.map[0], token.map[1], level)
    for first, last in _between(fenced, len(lines)):
        part = "\n".join(lines[first:last])
        lines[first:last] = _owned(part, owner).split("\n") if part else lines[first:last]
    return "\n".join(line for line in lines if line != _DROPPED).strip("\n")


def cited(prose: str, marks: str) -> str:
    """The prose with `marks` (links to sources) after its last paragraph's last word.

    Prose that ends in a list or a listing gets them in a paragraph of their own.
    """
    tokens = _parser().parse(prose)
    if tokens and tokens[-1].type == "paragraph_close" and tokens[-1].level == 0:
        return f"{prose.rstrip()}\u00a0{marks}"
    return f"{prose.rstrip()}\n\n{marks}"


_DROPPED = "\x00"


def _relevel(lines: list[str], first: int, last: int, level: int) -> None:
    """Rewrite a heading in place; an underlined one becomes one with `#`."""
    if _ATX.match(lines[first]):
        lines[first] = _ATX.sub(lambda found: found[1] + "#" * level, lines[first])
        return
    words = " ".join(line.strip() for line in lines[first : last - 1])
    lines[first] = f"{'#' * level} {words}"
    for number in range(first + 1, last):
        lines[number] = _DROPPED


def _between(maps: list[list[int]], count: int) -> list[tuple[int, int]]:
    """The ranges of lines that lie outside the listings, last first."""
    ranges, start = [], 0
    for first, last in maps:
        ranges.append((start, first))
        start = last
    ranges.append((start, count))
    return [(first, last) for first, last in reversed(ranges) if first < last]


def _owned(text: str, owner: str) -> str:
    return _FOOTNOTE.sub(lambda found: f"[^{owner}-{found[2]}]" if found[2] else found[0], text)
