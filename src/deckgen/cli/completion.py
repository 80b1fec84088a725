"""`deckgen completion`."""

from __future__ import annotations

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def command(context: click.Context, shell: str) -> int:
    """Print the completion script of SHELL.

    \b
    bash: eval "$(deckgen completion bash)"              in ~/.bashrc
    zsh:  eval "$(deckgen completion zsh)"               in ~/.zshrc
    fish: deckgen completion fish > ~/.config/fish/completions/deckgen.fish
    """
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    click.echo(script(context.find_root().command, {}, "deckgen", "_DECKGEN_COMPLETE").source())
    return 0
