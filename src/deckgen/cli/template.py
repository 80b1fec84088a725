"""`deckgen template`."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.cli import arguments
from deckgen.cli.template_inspect import inspect
from deckgen.cli.template_make import adopt, new
from deckgen.cli.template_preview import preview


@click.group("template")
def command() -> None:
    """Work on packs, the templates of decks and briefings."""


@command.command("build")
@click.argument("name", shell_complete=arguments.complete_pack)
def build(name: str) -> int:
    """Make the deck.pptx and briefing.docx of a pack from its pack.yaml.

    NAME is a pack under templates/, or a pack's folder.
    """
    from deckgen.cli.report import Reporter
    from deckgen.workspace.jobs import BuildResult
    from deckgen.workspace.packs import build_templates

    made, diagnostics = build_templates(name, Path())
    for path in made:
        click.echo(path.as_posix())
    return Reporter().result(BuildResult((), (), diagnostics), wrote=False)


for each in (inspect, preview, adopt, new):
    command.add_command(each)
