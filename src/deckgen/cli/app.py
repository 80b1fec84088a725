"""The group of all commands; a command's file is imported when it runs, not before."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

from deckgen.version import __version__

# Short helps stand here, so that `deckgen --help` imports none of the commands.
COMMANDS: Mapping[str, str] = {
    "build": "Write the deck, the briefing and the summary of each talk.",
    "batch": "Make one set of documents for each row of data.",
    "check": "Say what is wrong with talks, without writing anything.",
    "new": "Make a new talk that builds as it is.",
    "schema": "Print the JSON Schema of outlines, for editors.",
    "template": "Work on packs, the templates of decks and briefings.",
    "completion": "Print the shell's completion script.",
}


class LazyGroup(click.Group):
    """A group that knows its commands by name only."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The names, in the order of a first use."""
        return list(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """Import a command; None for an unknown name."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"deckgen.cli.{name}").command
        return command

    def resolve_command(
        self, context: click.Context, words: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and for an unknown one name the nearest."""
        try:
            return super().resolve_command(context, words)
        except click.UsageError as unknown:
            from deckgen.diagnostics import did_you_mean

            hint = did_you_mean(words[0], COMMANDS)
            if hint is None:
                raise
            raise click.UsageError(f"{unknown.message} {hint}", context) from unknown

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands' list, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def app() -> None:
    """One YAML outline becomes a PowerPoint deck, a Word briefing and a Markdown summary.

    Exit codes: 0 good, 1 errors in the input, 2 wrong usage, 3 a fault of deckgen itself.
    """
