"""Arguments and options that several commands share, and how shells complete them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from deckgen.pipeline import Format

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _complete(words: tuple[str, ...], incomplete: str, kind: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    items = [CompletionItem(word) for word in words if word.startswith(incomplete)]
    return items or [CompletionItem(incomplete, type=kind)]


def complete_talk(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The talks that begin like this, or files."""
    from deckgen.workspace.talks import talk_names

    return _complete(talk_names(Path()), incomplete, "file")


def complete_pack(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The packs that begin like this, or files."""
    from deckgen.workspace.packs import pack_names

    return _complete(pack_names(Path()), incomplete, "file")


def _complete_formats(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from deckgen.pipeline import FORMATS

    before, comma, last = incomplete.rpartition(",")
    chosen = before.split(",")
    words = (f"{before}{comma}{name}" for name in FORMATS if name not in chosen)
    return _complete(tuple(words), f"{before}{comma}{last}", "plain")


def _formats(_: click.Context, __: click.Parameter, value: str) -> tuple[Format, ...]:
    from deckgen.workspace.jobs import formats

    names = [name.strip() for name in value.split(",") if name.strip()]
    try:
        return formats(names)
    except ValueError as unknown:
        raise click.BadParameter(str(unknown)) from unknown


talks: Decorator = click.argument(
    "talks", nargs=-1, metavar="[TALK]...", shell_complete=complete_talk
)
pack: Decorator = click.option(
    "--pack",
    default="",
    metavar="NAME|PATH",
    shell_complete=complete_pack,
    help="Take this pack or template instead of the outline's own; a Word file: for the briefing.",
)
briefing_template: Decorator = click.option(
    "--briefing-template",
    default="",
    metavar="FILE",
    type=click.Path(),
    help="Build the briefing on this .docx or .dotx instead of the pack's.",
)
formats: Decorator = click.option(
    "--to",
    "formats",
    default="",
    metavar="FORMAT,...",
    callback=_formats,
    shell_complete=_complete_formats,
    help="Which files: deck, briefing, summary. All by default.",
)
audiences: Decorator = click.option(
    "--audience",
    "audiences",
    multiple=True,
    metavar="NAME",
    help="Show also what is marked `audience: NAME`. May be given several times.",
)
allowed: Decorator = click.option(
    "--allow",
    "allowed",
    multiple=True,
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Let outlines name files of this folder, too. May be given several times.",
)
no_cache: Decorator = click.option(
    "--no-cache", is_flag=True, help="Use nothing that earlier runs have kept, and keep nothing."
)
strict: Decorator = click.option("--strict", is_flag=True, help="Take warnings for errors.")
quiet: Decorator = click.option("-q", "--quiet", is_flag=True, help="Say only what failed.")
verbose: Decorator = click.option(
    "-v", "--verbose", is_flag=True, help="Say also what was decided and why."
)
style: Decorator = click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json", "github")),
    default="text",
    help="How findings are printed: for people, for programs, or as GitHub annotations.",
)


def output(told: str) -> Decorator:
    """The option for the folder that files are written to, with what the command does in it."""
    return click.option(
        "-o",
        "--output",
        default="build",
        metavar="FOLDER",
        type=click.Path(file_okay=False, path_type=Path),
        help=told,
    )
