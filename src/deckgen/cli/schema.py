"""`deckgen schema`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("schema")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the schema to this file.",
)
def command(output: Path | None) -> int:
    """Print the JSON Schema of outlines.

    Editors complete and check an outline whose first line names it:
    # yaml-language-server: $schema=../outline.schema.json
    """
    from deckgen.cli.report import Reporter
    from deckgen.workspace.jobs import BuildResult
    from deckgen.workspace.publish import publish
    from deckgen.workspace.starter import schema_text

    text = schema_text()
    if output is None:
        click.echo(text, nl=False)
        return 0
    diagnostics = publish(output.parent, {output.name: text.encode()})
    return Reporter(quiet=True).result(BuildResult((), (), diagnostics))
