"""`deckgen template inspect` of a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.template_inspect import table

if TYPE_CHECKING:
    from deckgen.writers.docx.inspection import WordInspection, WordStyle


def inspect_word(file: str, style: str) -> int:
    """Show which style serves each role of a briefing, the page, and what is missing."""
    import json
    from dataclasses import asdict

    from deckgen.cli.findings import printable
    from deckgen.cli.report import Reporter
    from deckgen.workspace.jobs import BuildResult
    from deckgen.workspace.word_templates import inspect_word_file

    seen, diagnostics = inspect_word_file(file, Path())
    if seen is not None and style == "json":
        click.echo(json.dumps({"file": file, **asdict(seen)}, ensure_ascii=False, indent=2))
    elif seen is not None:
        click.echo("\n".join(printable(line) for line in _text(file, seen)))
    return Reporter(quiet=True).result(BuildResult((), (), diagnostics))


def _text(file: str, seen: WordInspection) -> Iterator[str]:
    width, height = seen.page_cm
    yield f"{file}  {width:g} x {height:g} cm"
    top, right, bottom, left = seen.margins_cm
    yield f"margins: top {top:g}, right {right:g}, bottom {bottom:g}, left {left:g} cm"
    yield f"text: {seen.text_cm[0]:g} x {seen.text_cm[1]:g} cm"
    for frame in seen.frames:
        pages = {"first": " of the first page", "even": " of even pages"}.get(frame.pages, "")
        yield f"{frame.kind}{pages}: {frame.text or '(no words)'}"
    yield f"of its own text stays: {seen.own_text}"
    if seen.tags:
        yield f"tags: {', '.join(seen.tags)}"
    yield ""
    own = [each for each in seen.roles if not each.added]
    rows = [(each.role, each.name, _look(each), each.why) for each in own]
    yield from table(("role", f"style (of {seen.styles})", "set in", "because of"), rows)
    if added := [each.role for each in seen.roles if each.added]:
        yield ""
        yield f"deckgen adds styles for: {', '.join(added)}"
    if seen.warnings:
        yield ""
    yield from (f"! {warning}" for warning in seen.warnings)


def _look(style: WordStyle) -> str:
    if style.type != "paragraph":
        return f"({style.type})"
    number = f", numbered {style.number}" if style.number else ""
    return f"{style.font} {style.size:g} pt{number}"
