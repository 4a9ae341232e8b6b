"""`workbench completion`: what makes a shell complete commands, options and their values."""

from __future__ import annotations

import click

from workbench.cli.output import emit

VARIABLE = "_WORKBENCH_COMPLETE"
"""What the shell sets when it asks `workbench` itself for the possible words."""


@click.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes SHELL complete the commands and options of `workbench`.

    \b
    bash: workbench completion bash > ~/.local/share/bash-completion/completions/workbench
    zsh:  workbench completion zsh > a file _workbench in a folder of $fpath
    fish: workbench completion fish > ~/.config/fish/completions/workbench.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None  # click knows the three
    script = made(context.find_root().command, {}, "workbench", VARIABLE)
    # not `source()`, which starts the shell to ask for its version
    emit((script.source_template % script.source_vars()).strip() + "\n")
