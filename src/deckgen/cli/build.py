"""`deckgen build`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli import arguments

if TYPE_CHECKING:
    from deckgen.cli.report import Style
    from deckgen.pipeline import Format


@click.command("build")
@arguments.talks
@arguments.formats
@arguments.pack
@arguments.briefing_template
@arguments.output("Where each talk gets its own folder. build/ by default.")
@arguments.audiences
@arguments.allowed
@click.option("--force", is_flag=True, help="Build also talks in which nothing has changed.")
@arguments.no_cache
@arguments.strict
@arguments.quiet
@arguments.verbose
@arguments.style
def command(
    *,
    talks: tuple[str, ...],
    formats: tuple[Format, ...],
    pack: str,
    briefing_template: str,
    output: Path,
    audiences: tuple[str, ...],
    allowed: tuple[Path, ...],
    force: bool,
    no_cache: bool,
    strict: bool,
    quiet: bool,
    verbose: bool,
    style: Style,
) -> int:
    """Write the deck, the briefing and the summary of each TALK.

    A TALK is a folder that holds outline.yaml, an outline's file, or a name under content/;
    without one, every talk under content/ is built. The files of a talk are written together,
    to build/<talk>/, or not at all when there is an error. A talk is left as it is when nothing
    that it is made of has changed since, nor its files.
    """
    from deckgen.cli.report import Reporter
    from deckgen.cli.run import run
    from deckgen.workspace.jobs import Request

    request = Request(
        formats,
        pack,
        output,
        strict,
        audiences=audiences,
        allowed=allowed,
        briefing_template=briefing_template,
        force=force,
    )
    return run(talks, request, Reporter(style, quiet, verbose), no_cache=no_cache)
