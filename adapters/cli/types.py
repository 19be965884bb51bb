"""Types: what options hold, with sentences when they do not."""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.day import day

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A calendar day: 2027-04-30 or 30.4.2027."""

    name = "day"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> date:
        """Return the day.

        Raises:
            Trouble: there is no such day.
        """
        if isinstance(value, date):
            return value
        found = day(str(value))
        if found is None:
            raise Trouble(
                N_(
                    "{value} is not a day. Please write it like 2027-04-30 or "
                    "30.4.2027."
                ),
                value=value,
            )
        return found


class OneOf(click.ParamType[str]):
    """One of a few words."""

    name = "word"

    def __init__(self, *choices: str) -> None:
        """Allow these."""
        self.choices = choices

    def get_metavar(
        self,
        param: click.Parameter,  # noqa: ARG002
        ctx: click.Context,  # noqa: ARG002
    ) -> str:
        """Show what may be said."""
        return "|".join(self.choices)

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> str:
        """Return the word.

        Raises:
            Trouble: it is none of them.
        """
        if value in self.choices:
            return str(value)
        raise Trouble(
            N_("{value} is none of: {choices}. Please use one of these words."),
            value=value,
            choices=", ".join(self.choices),
        )


def data(command: F) -> F:
    """Let a command take the data folder."""
    return click.option(
        "--data",
        metavar="DIR",
        help=N_(
            "Data folder; without it FADEN_DATA, the folder data of the checkout, or "
            "the user's folder for data."
        ),
    )(command)


def as_json(command: F) -> F:
    """Let a command answer in JSON."""
    return click.option(
        "--json", "as_json", is_flag=True, help=N_("Answer in JSON, for programs.")
    )(command)


def at(command: F) -> F:
    """Let a command show an earlier state."""
    return click.option(
        "--at",
        metavar="DATE",
        help=N_("As it was known at the end of this day, or behind this entry."),
    )(command)


def of_person(command: F) -> F:
    """Let a command show what a person sees."""
    return click.option(
        "--as",
        "person",
        metavar="PERSON",
        help=N_("As whom to look: an id or a name."),
    )(command)
