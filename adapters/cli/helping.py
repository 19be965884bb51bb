"""Help: commands that explain themselves in the caller's language (*Hilfe*).

Nothing is translated before somebody asks for it, so that commands start fast.
"""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import click

from adapters.cli.call import Call
from adapters.cli.marks import N_

HELP: Final = N_("Show this help.")


def words(context: click.Context, sentence: str | None) -> str:
    """Return ``sentence`` in the language of the call."""
    call = context.find_object(Call)
    return call.words(sentence) if call and sentence else sentence or ""


class Command(click.Command):
    """A command with translated help."""

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401  (click's)
        """Mark the place of options in a way that needs no translation."""
        settings.setdefault("options_metavar", "[--…]")
        super().__init__(*args, **settings)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        prefix = words(ctx, N_("Usage: "))
        formatter.write_usage(ctx.command_path, pieces, prefix=prefix)

    def format_help_text(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words(ctx, self.help))

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the options, one per line."""
        records = []
        for option in self.get_params(ctx):
            record = option.get_help_record(ctx)
            if record and isinstance(option, click.Option):
                told = HELP if "--help" in option.opts else option.help
                records.append((record[0], words(ctx, told)))
        with formatter.section(words(ctx, N_("Options"))):
            formatter.write_dl(records)


class Group(Command, click.Group):
    """Commands by name; ``lazy`` tells in which module one is found."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  (click's)
        lazy: Mapping[str, str] | None = None,
        **settings: Any,  # noqa: ANN401
    ) -> None:
        """Keep where the commands are, without loading them."""
        settings.setdefault("subcommand_metavar", "…")
        super().__init__(*args, **settings)
        self._lazy = dict(lazy or {})

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return all names, in the order in which one needs them."""
        return [*self._lazy, *self.commands]

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """Return a command, loading its module if need be."""
        if cmd_name in self._lazy:
            module = import_module(f"adapters.cli.{self._lazy[cmd_name]}")
            found: click.Command = getattr(module, cmd_name)
            return found
        return self.commands.get(cmd_name)

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        records = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None:
                told = words(ctx, command.help).split("\n\n")[0]
                records.append((name, told))
        with formatter.section(words(ctx, N_("Commands"))):
            formatter.write_dl(records)
