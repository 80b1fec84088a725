"""`deckgen template inspect`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import click

from deckgen.cli import arguments


@click.command("inspect")
@click.argument("file", shell_complete=arguments.complete_pack)
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json")),
    default="text",
    help="A table for people, or everything for programs.",
)
def inspect(file: str, style: str) -> int:
    """Show what deckgen sees in a template.

    FILE is a .pptx, .potx or .ppsx, a pack's name, or a .docx or .dotx. For every role of a
    slide: the layout that serves it, and why. For every layout: its placeholders, what they are
    taken for, where they stand in cm, their font and size. Then what is missing, and what will be
    done instead. Of a Word file: the style that serves each role of a briefing.
    """
    from deckgen.cli.report import Reporter
    from deckgen.workspace.jobs import BuildResult
    from deckgen.workspace.templates import inspect_template
    from deckgen.workspace.word_templates import is_word

    if is_word(file):
        from deckgen.cli.template_inspect_word import inspect_word

        return inspect_word(file, style)
    report, diagnostics = inspect_template(file, Path())
    if report is not None:
        click.echo(_json(report) if style == "json" else "\n".join(_text(report)))
    return Reporter(quiet=True).result(BuildResult((), (), diagnostics))


def _json(report: dict[str, Any]) -> str:
    import json

    return json.dumps(report, ensure_ascii=False, indent=2)


def _text(report: dict[str, Any]) -> Iterator[str]:
    from deckgen.cli.findings import printable

    width, height = report["size_cm"]
    fonts = report["fonts"]
    yield f"{printable(report['file'])}  {width:g} x {height:g} cm"
    yield f"fonts: {printable(fonts['headings'])} (headings), {printable(fonts['body'])} (body)"
    yield printable(f"holds: {', '.join(_facts(report['facts']))}")
    yield ""
    rows = [
        (each["role"], printable(each["layout"]), printable(each["reason"]))
        for each in report["roles"]
    ]
    yield from table(("slides", "stand on", "because"), rows)
    for layout in report["layouts"]:
        yield ""
        yield from (printable(line) for line in _layout(layout))
    if report["warnings"]:
        yield ""
    yield from (f"! {printable(warning)}" for warning in report["warnings"])


def _facts(facts: dict[str, Any]) -> Iterator[str]:
    for key, one in (("masters", "master"), ("layouts", "layout"), ("slides", "sample slide")):
        yield f"{facts[key]} {one}{'' if facts[key] == 1 else 's'}"
    if facts["pictures"]:
        yield f"{facts['pictures']} pictures ({facts['media'] / 1024:.0f} KiB of media)"
    if facts["sections"]:
        yield f"sections {', '.join(facts['sections'])}"
    if facts["embedded_fonts"]:
        yield f"embedded fonts {', '.join(facts['embedded_fonts'])}"
    for key, name in (
        ("notes_master", "a notes master"),
        ("handout_master", "a handout master"),
        ("macros", "macros (left out)"),
    ):
        if facts[key]:
            yield name


def _layout(layout: dict[str, Any]) -> Iterator[str]:
    serves = f" for {', '.join(layout['serves'])}" if layout["serves"] else ""
    kind = f" ({layout['type']})" if layout["type"] else ""
    yield f"{layout['name']}{kind}{serves}"
    yield f"  shapes may stand on {_place(layout['area_cm'])}, ground {layout['background']}"
    rows = [
        (
            f"  {each['role']}",
            f"{each['name']} [{each['type']} {each['idx']}]",
            _place(each["box_cm"]) + (" (moved)" if each["moved"] else ""),
            f"{each['font']} {each['size']:g} pt",
        )
        for each in layout["placeholders"]
    ]
    yield from table((), rows)


def _place(box: Sequence[float]) -> str:
    x, y, width, height = box
    return f"{x:.1f}, {y:.1f} cm, {width:.1f} x {height:.1f} cm"


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows with their columns aligned, the last one as long as it is."""
    every = [head, *rows] if head else list(rows)
    widths = [max(_wide(cell) for cell in column) for column in zip(*every, strict=True)][:-1]
    for row in every:
        cells = (
            cell + " " * (width - _wide(cell)) for cell, width in zip(row, widths, strict=False)
        )
        yield "  ".join((*cells, row[-1])).rstrip()


def _wide(text: str) -> int:
    """The columns that a text takes on a terminal; East Asian letters take two (UAX #11)."""
    return sum(1 + (east_asian_width(char) in "WF") for char in text)
