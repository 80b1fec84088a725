"""`deckgen template adopt` and `deckgen template new`: packs from a file, or from wishes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click

from deckgen.diagnostics import Diagnostic


@click.command("adopt")
@click.argument("file", type=click.Path())
@click.argument("name")
@click.option("--briefing", default="", metavar="FILE", help="A .docx or .dotx for the briefing.")
def adopt(file: str, name: str, briefing: str) -> int:
    """Make templates/NAME of a template: a copy of FILE, and a pack.yaml to edit.

    The pack.yaml says which layout serves which slides, and why. Correct it where another layout
    or placeholder is meant; then name the pack in an outline: `pack: NAME`. FILE may also be a
    .docx or .dotx: the pack's decks are then those of the default pack.
    """
    from deckgen.workspace.templates import adopt_template

    made, diagnostics = adopt_template(file, name, Path(), briefing)
    return _reported(made, diagnostics)


def _colour(_: click.Context, __: click.Parameter, value: str) -> str:
    text = value.removeprefix("#")
    if value and not re.fullmatch(r"[0-9A-Fa-f]{6}", text):
        raise click.BadParameter("six hex digits are wanted, as in 0B3C6F.")
    return text.upper()


@click.command("new")
@click.argument("name")
@click.option("--accent", required=True, metavar="HEX", callback=_colour, help="The main colour.")
@click.option(
    "--second", default="", metavar="HEX", callback=_colour, help="A colour for contrast."
)
@click.option(
    "--ground",
    default="FFFFFF",
    metavar="HEX",
    callback=_colour,
    help="The slides' ground, light or dark. White by default.",
)
@click.option("--font", default="Calibri", metavar="FAMILY", help="The face of all text.")
@click.option("--headings", default="", metavar="FAMILY", help="Another face for headings.")
@click.option(
    "--size", type=click.Choice(("16:9", "4:3")), default="16:9", help="The slides' shape."
)
@click.option(
    "--title",
    type=click.Choice(("top", "side")),
    default="top",
    help="Where titles stand: above the content or beside it.",
)
@click.option(
    "--motif",
    type=click.Choice(("orbit", "rail")),
    default="orbit",
    help="What title, section and closing slides have in common.",
)
def new(
    name: str,
    *,
    accent: str,
    second: str,
    ground: str,
    font: str,
    headings: str,
    size: str,
    title: str,
    motif: str,
) -> int:
    """Make templates/NAME, a pack with one face for deck, briefing and summary.

    Colours are made lighter or darker as far as it takes to read them; pack.yaml holds the result.
    """
    from deckgen.packs.fresh import Wishes
    from deckgen.workspace.templates import new_pack

    wishes = Wishes(accent, second, ground, font, headings, size, title, motif)
    made, diagnostics = new_pack(name, wishes, Path())
    return _reported(made, diagnostics)


def _reported(made: Sequence[Path], diagnostics: tuple[Diagnostic, ...]) -> int:
    from deckgen.cli.report import Reporter
    from deckgen.workspace.jobs import BuildResult

    for path in made:
        click.echo(path.as_posix())
    return Reporter().result(BuildResult((), (), diagnostics))
