"""The command line: the only room that prints, and the only one that knows click."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

FAILED = 1  # errors in the input, or an output that cannot be written
USAGE = 2
INTERNAL = 3  # a fault of deckgen itself
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
PIPE_CLOSED = 141  # 128 + SIGPIPE


def script() -> NoReturn:
    """Run `deckgen` and end the process at once: giving back each value takes a tenth of a run."""
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or PIPE_CLOSED
    os._exit(code)


def main() -> int:
    """Run `deckgen` with the process's arguments and give its exit code."""
    try:
        return _run()
    except KeyboardInterrupt:
        return INTERRUPTED


def _run() -> int:
    import click

    from deckgen.cli.app import app

    try:
        code = app.main(prog_name="deckgen", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as mistake:
        mistake.show()
        return mistake.exit_code
    except SystemExit as ended:
        # click ends the process itself when the reader of a pipe has gone, and after completing.
        return PIPE_CLOSED if ended.code == 1 else int(ended.code or 0)
    except Exception as fault:  # nobody is to see a traceback: it is told, with the exit code
        return _internal(fault)
    return code if isinstance(code, int) else 0


def _internal(fault: Exception) -> int:
    import traceback

    import click

    if {"-v", "--verbose"} & set(sys.argv):
        click.echo("".join(traceback.format_exception(fault)), err=True)
    click.echo(
        f"error[internal-error]: deckgen failed: {type(fault).__name__}: {fault}\n"
        "  hint: This is a fault of deckgen. Please report it with what the same command prints "
        "with -v.",
        err=True,
    )
    return INTERNAL
