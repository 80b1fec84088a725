"""`deckgen new`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("new")
@click.argument("name")
@click.option("--title", default="", help="The talk's title; the name by default.")
def command(name: str, title: str) -> int:
    """Make content/NAME/outline.yaml, a talk that builds as it is.

    Its comments teach the format. Nothing that exists is overwritten.
    """
    from deckgen.cli.report import Reporter
    from deckgen.workspace.jobs import BuildResult
    from deckgen.workspace.starter import new_talk

    made, diagnostics = new_talk(Path(), name, title)
    for path in made:
        click.echo(path.as_posix())
    if made:
        click.echo(f"Build it with: deckgen build {name}")
    return Reporter(quiet=True).result(BuildResult((), (), diagnostics))
