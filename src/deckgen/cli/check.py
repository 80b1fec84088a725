"""`deckgen check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from deckgen.cli import arguments

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.cli.report import Style
    from deckgen.pipeline import Format


@click.command("check")
@arguments.talks
@arguments.formats
@arguments.pack
@arguments.briefing_template
@arguments.audiences
@arguments.allowed
@click.option(
    "--accessibility",
    is_flag=True,
    help="Say also what keeps people out who do not see, hear or point as others do.",
)
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
    audiences: tuple[str, ...],
    allowed: tuple[Path, ...],
    accessibility: bool,
    no_cache: bool,
    strict: bool,
    quiet: bool,
    verbose: bool,
    style: Style,
) -> int:
    """Say what is wrong with each TALK, without writing anything.

    Everything that `deckgen build` does is done in memory: what passes here, builds. With
    --accessibility the placed deck is held against the rules of Microsoft's Accessibility Checker
    and of WCAG 2.2, level AA.
    """
    from deckgen.cli.report import Reporter
    from deckgen.cli.run import run
    from deckgen.workspace.jobs import Request

    request = Request(
        formats,
        pack,
        strict=strict,
        write=False,
        audiences=audiences,
        allowed=allowed,
        briefing_template=briefing_template,
        accessibility=accessibility,
    )
    return run(talks, request, Reporter(style, quiet, verbose), no_cache=no_cache)
