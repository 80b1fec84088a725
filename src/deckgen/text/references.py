"""What prose refers to by name: `@table:legislation` and its like, and works by `[@key]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

# Other scripts join words: an Arabic "and" stands before the name without a space.
NAMED = re.compile(r"(?<![A-Za-z0-9_@.])@(slide|part|table|figure):([^\W_]+(?:-[^\W_]+)*)")
CITED = re.compile(r"\[@[^\s\[\];,]+(?:,[^\[\];]+)?(?:;\s*@[^\s\[\];,]+(?:,[^\[\];]+)?)*\]")
_ONE_CITED = re.compile(r"@([^\s\[\];,]+)(?:,\s*([^\[\];]+))?")
_LEFT_ALONE = r"(?<!`)(?P<fence>`+)(?!`).*?(?<!`)(?P=fence)(?!`)|\\."
_EITHER = re.compile(rf"{_LEFT_ALONE}|{NAMED.pattern}|{CITED.pattern}", re.DOTALL)


def named(state: StateInline, silent: bool) -> bool:
    """The inline rule for `@table:name`; the token is `reference`, its content `table:name`."""
    found = NAMED.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("reference", "", 0).content = f"{found[1]}:{found[2]}"
    state.pos = found.end()
    return True


def cited(state: StateInline, silent: bool) -> bool:
    """The inline rule for `[@key]` and `[@key, p. 3; @other]`; the token is `citation`."""
    found = CITED.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("citation", "", 0).content = found[0]
    state.pos = found.end()
    return True


def works(citation: str) -> tuple[tuple[str, str], ...]:
    """The keys that a citation names, each with what is said of the place in it."""
    return tuple((one[1], (one[2] or "").strip()) for one in _ONE_CITED.finditer(citation))


def places(source: str) -> Iterator[re.Match[str]]:
    """The references and citations of block Markdown in their order; code is left alone."""
    if "@" not in source:
        return
    code = _code(source)
    for found in _EITHER.finditer(source):
        is_one = found[0].startswith(("@", "[@"))
        if is_one and not any(first <= found.start() < last for first, last in code):
            yield found


def replaced(source: str, say: Callable[[str], str]) -> str:
    """The prose with every reference and citation as `say` has it."""
    written, end = [], 0
    for found in places(source):
        written += [source[end : found.start()], say(found[0])]
        end = found.end()
    return "".join(written) + source[end:] if written else source


def _code(source: str) -> list[tuple[int, int]]:
    """Where the listings of block Markdown stand."""
    from deckgen.text.commonmark import parser

    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return [
        (starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)])
        for token in parser().parse(source)
        if token.type in {"fence", "code_block"} and token.map
    ]
