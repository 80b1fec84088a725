"""Inline Markdown to runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from deckgen.frozen import replace
from deckgen.model.inline import Inline, Run
from deckgen.text.commonmark import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

# What a text must contain for Markdown to mean something; most texts contain none of it.
_MARKUP = re.compile(r"[\\\n\r\x00]|`.*`|\*.*\*|_.*_|~~.*~~|\$.*\$|\]\(|<.*>|&#?\w+;|@\w")
# Emphasis that no rule of CommonMark can read otherwise: between blanks, around letters or digits.
_OTHER_SIGNS = re.compile(r"[\\`_~$\[\]<>&@\n\r\x00]")
_EMPHASIS = re.compile(r"(?:^|(?<=[ (]))(\*\*?)([^\W_](?:[^*]*[^\W_])?)\1(?=$|[ .,;:!?)])")
_BREAK = Run("\n")
_BLANKS = " \t\r\n"


@lru_cache(maxsize=4096)
def parse_inline(source: str) -> Inline:
    """The runs of one inline text, in normal form.

    CommonMark's inline rules with `~~strike~~`, `$LaTeX$` and references, which have their name
    for a text until somebody knows better; HTML stays literal text. A blank line breaks the line
    as a forced break does.
    """
    text = source.strip(_BLANKS)
    if is_literal(text):
        return (Run(text),) if text else ()
    if "*" in text and (runs := _emphasised(text)) is not None:
        return runs
    tokens = parser().parseInline(text)
    return inline_of(tokens[0].children or ())


def _emphasised(text: str) -> Inline | None:
    """The runs of a text with plain emphasis and no other markup; None for any other text."""
    if _OTHER_SIGNS.search(text):
        return None
    runs: list[Run] = []
    at = 0
    for found in _EMPHASIS.finditer(text):
        strong = found[1] == "**"
        runs += (Run(text[at : found.start()]), Run(found[2], bold=strong, italic=not strong))
        at = found.end()
    runs.append(Run(text[at:]))
    if any("*" in run.text for run in runs):
        return None
    return tuple([run for run in runs if run.text])


def is_literal(text: str) -> bool:
    """Whether a line of text means itself: nothing in it is Markdown."""
    return not _MARKUP.search(text)


def inline_of(tokens: Sequence[Token]) -> Inline:
    """The runs of an inline token's children, in normal form."""
    return normalised(_runs(tokens, Run("")))


def normalised(runs: Iterable[Run]) -> Inline:
    """The same text with equal neighbours merged, and without blanks beside line breaks.

    Forced breaks carry no emphasis; formulas side by side are separated by a space, not merged
    into one formula. Empty runs, and breaks at the start and the end, fall away.
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == "\n":
            lines.append([])
        elif run.text:
            lines[-1].append(run)
    trimmed = [_merged(_trimmed(line)) for line in lines]
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    first = next((i for i, line in enumerate(trimmed) if line), 0)
    joined: list[Run] = []
    for line in trimmed[first:]:
        joined += [_BREAK, *line] if joined else line
    return tuple(joined)


def _runs(tokens: Sequence[Token], outer: Run) -> Iterable[Run]:
    opened: list[Token] = []
    style = outer
    for i, token in enumerate(tokens):
        match token.type:
            case "text":
                yield replace(style, text=token.content)
            case "code_inline":
                yield replace(style, text=token.content, code=True)
            case "math_inline":
                yield replace(style, text=token.content, math=True)
            case "reference":
                _, _, name = token.content.partition(":")
                yield replace(style, text=name, link=f"#{name}", reference=f"@{token.content}")
            case "citation":
                yield replace(style, text=token.content, reference=token.content)
            case "image":
                yield from _runs(token.children or (), style)
            case "hardbreak":
                yield _BREAK
            case "softbreak":
                yield _BREAK if _ends_blank_line(tokens, i) else replace(style, text=" ")
            case _ if token.nesting == 1:
                opened.append(token)
                style = _style(outer, opened)
            case _ if token.nesting == -1:
                opened.pop()
                style = _style(outer, opened)


def _ends_blank_line(tokens: Sequence[Token], i: int) -> bool:
    """Whether the soft break at `i` is the second of a row."""
    before = [token.type == "softbreak" for token in tokens[max(0, i - 2) : i]]
    return before[-1:] == [True] and before != [True, True]


def _style(outer: Run, opened: Sequence[Token]) -> Run:
    """An empty run with the emphasis that the opened tokens give."""
    kinds = [token.type for token in opened]
    links = [str(token.attrs["href"]) for token in opened if token.type == "link_open"]
    return Run(
        "",
        bold=outer.bold or "strong_open" in kinds,
        italic=outer.italic or "em_open" in kinds,
        strike=outer.strike or "s_open" in kinds,
        link=_target(links[-1]) if links else outer.link,
    )


def _target(href: str) -> str:
    """A link's target; a slide's id is read as it was written."""
    return unquote(href) if href.startswith("#") else href


def _trimmed(line: Sequence[Run]) -> list[Run]:
    """A line's runs without the blanks at its edges; code and formulas keep theirs."""
    runs = list(line)
    for edge, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while runs and not (runs[edge].code or runs[edge].math):
            runs[edge] = replace(runs[edge], text=strip(runs[edge].text, _BLANKS))
            if runs[edge].text:
                break
            runs.pop(edge)
    return runs


def _merged(line: Sequence[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in line:
        before = merged[-1] if merged else None
        if before is None or run.reference or replace(before, text=run.text) != run:
            merged.append(run)
        elif run.math:
            merged += [replace(run, text=" ", math=False), run]
        else:
            merged[-1] = replace(run, text=before.text + run.text)
    return merged
