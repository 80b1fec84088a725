"""Text that means itself, put into Markdown: no sign of it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SIGNS = re.compile(
    r"[\\`*\[\]~$|]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word it is no emphasis
    r"|<(?=\S)"
    r"|&(?=#?\w+;)"
    r"|@(?=\w)"
)
_ANY_SIGN = re.compile(r"[\\`*\[\]~$|_<&@]")
# What opens a heading, a quotation, a list, a rule or a fence at the start of a line.
_LINE_START = re.compile(r"^([ \t]*\d*)([#>+=:.)-])", re.MULTILINE)


def with_literals(text: str, given: Iterable[tuple[int, int]], *, blocks: bool = False) -> str:
    """The text with backslashes before all in the given stretches that Markdown would read.

    `blocks` says that it is more than a line's text: that a number and a dot begin a list. A
    stretch that is alone in a code span stays as it is: there a backslash is one (CommonMark 6.1).
    """
    pieces: list[str] = []
    done = 0
    for start, end in given:
        value = text[start:end]
        pieces.append(text[done:start])
        if not text[start - 1 : start] == text[end : end + 1] == "`":
            if _ANY_SIGN.search(value):
                value = _SIGNS.sub(r"\\\g<0>", value)
            if blocks:
                line = text[text.rfind("\n", 0, start) + 1 : start]
                value = _without_blocks(value, opens=not any(char.isalnum() for char in line))
        pieces.append(value)
        done = end
    return "".join([*pieces, text[done:]])


def _without_blocks(value: str, *, opens: bool) -> str:
    first, *others = value.split("\n")
    lines = [_LINE_START.sub(r"\1\\\2", first) if opens else first]
    return "\n".join(lines + [_LINE_START.sub(r"\1\\\2", line) for line in others])
