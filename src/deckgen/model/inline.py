"""Text within a line: runs with their emphasis, as inline Markdown gives them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from deckgen.frozen import Frozen

Script = Literal["", "sub", "super"]


class Run(Frozen):
    """A stretch of text with one emphasis. A text of "\\n" alone is a forced line break.

    `math` marks `text` as LaTeX; `link` is a URL, or `#id` for a slide of the same talk.
    `reference` is what was written of one (`@table:name`, `[@key]`): `text` says it in words.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    script: Script = ""
    link: str = ""
    math: bool = False
    reference: str = ""


Inline = tuple[Run, ...]


def plain(inline: Inline) -> str:
    """The text alone; a forced break becomes a space."""
    if len(inline) == 1 and inline[0].text != "\n":
        return inline[0].text
    return "".join(" " if run.text == "\n" else run.text for run in inline)


def join(parts: Iterable[Inline], separator: str) -> Inline:
    """Several texts as one, with `separator` between those that are not empty."""
    joined: list[Run] = []
    for part in parts:
        if part:
            joined += [Run(separator), *part] if joined else part
    return tuple(joined)
