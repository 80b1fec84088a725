"""`deckgen template preview`."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.cli import arguments


@click.command("preview")
@click.argument("file", shell_complete=arguments.complete_pack)
@click.option(
    "-o",
    "--output",
    default="preview.png",
    metavar="PNG",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The picture's file. preview.png by default.",
)
def preview(file: str, output: Path) -> int:
    """Show every kind of slide on a template, as one picture.

    FILE is a .pptx, .potx or .ppsx, or a pack's name; of a .docx or .dotx, the pages of a paper
    are shown. LibreOffice draws them.
    """
    from deckgen.cli.report import Reporter
    from deckgen.workspace.jobs import BuildResult
    from deckgen.workspace.preview import preview as make

    written, diagnostics = make(file, output, Path())
    if written:
        click.echo(output.as_posix())
    return Reporter().result(BuildResult((), (), diagnostics))
