"""`deckgen batch`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli import arguments

if TYPE_CHECKING:
    from deckgen.cli.report import Style
    from deckgen.pipeline import Format


@click.command("batch")
@click.argument("talk", metavar="OUTLINE", shell_complete=arguments.complete_talk)
@click.option(
    "--data",
    required=True,
    metavar="FILE",
    type=click.Path(),
    help="The rows: .csv, .jsonl, .json, SQLite; with duckdb also .parquet, or a folder of files.",
)
@click.option("--query", default="", metavar="SQL", help="The rows are what this query gives.")
@click.option(
    "--name",
    default="",
    metavar="PATTERN",
    help="What each row's folder is called: '{{ country }}-{{ year }}'. Its number by default.",
)
@arguments.formats
@arguments.pack
@arguments.briefing_template
@arguments.output("Rows are written to FOLDER/<talk>/<name>/. build/ by default.")
@click.option(
    "-j",
    "--jobs",
    default=0,
    metavar="N",
    type=click.IntRange(min=0),
    help="How many processes make rows. As many as there are cores by default.",
)
@click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="Make the rows on the Dask cluster of this scheduler: tcp://host:8786.",
)
@click.option("--fail-fast", is_flag=True, help="Stop at the first row that fails.")
@click.option("--force", is_flag=True, help="Make also the rows that are made already.")
@arguments.no_cache
@arguments.audiences
@arguments.strict
@arguments.quiet
@arguments.verbose
@arguments.style
def command(
    *,
    talk: str,
    data: str,
    query: str,
    name: str,
    formats: tuple[Format, ...],
    pack: str,
    briefing_template: str,
    output: Path,
    jobs: int,
    scheduler: str,
    fail_fast: bool,
    force: bool,
    no_cache: bool,
    audiences: tuple[str, ...],
    strict: bool,
    quiet: bool,
    verbose: bool,
    style: Style,
) -> int:
    """Make one set of documents for each row of data.

    The texts of OUTLINE are Jinja2 expressions over the row: "{{ country }} in {{ year }}".
    Each row's files are written together, to build/<talk>/<name>/. A row that fails does not
    stop the others. What is made already stays: a batch that was stopped goes on where it was
    when it is started again. build/<talk>/manifest.jsonl says what was made, row by row.
    """
    from deckgen.cli.report import Reporter
    from deckgen.cli.run_batch import run_batch
    from deckgen.workspace.batch.run import BatchRequest
    from deckgen.workspace.jobs import Request

    build = Request(
        formats,
        pack,
        output,
        strict,
        audiences=audiences,
        briefing_template=briefing_template,
        force=force,
    )
    request = BatchRequest(build, data, query, name, jobs, scheduler, fail_fast)
    return run_batch(talk, request, Reporter(style, quiet, verbose), no_cache=no_cache)
