"""``faden parse``: what the grammar makes of a line; needs no store."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, TextIO

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.types import Day, data
from adapters.day import day

if TYPE_CHECKING:
    from bots.grammar import Names

_BROKEN: Final = re.compile("[\ud800-\udfff]")  # how bytes that are no UTF-8 arrive


@click.command(
    cls=Command,
    help=N_(
        "Print as JSON what Faden understands of TEXT.\n\n"
        'With --jsonl, lines of JSON with "text" and "today" are read from '
        "standard input, and one line of JSON is printed for each, in order."
    ),
)
@click.argument("text", required=False)
@click.option(
    "--today",
    type=Day(),
    metavar="DATE",
    help=N_("The day it is meant to be, like 2027-03-17; without it, today."),
)
@click.option("--jsonl", is_flag=True, help=N_("Read lines from standard input."))
@data
@click.pass_obj
def parse(
    call: Call, *, text: str | None, today: date | None, jsonl: bool, data: str | None
) -> None:
    """Print intents."""
    names = _names(call, data)
    if jsonl:
        for line in _lines(call.stdin):
            call.say(_told(_of_line(line, names)))
        return
    if text is None:
        raise click.UsageError("TEXT")
    call.say(_told(_of(text, today or _today(call), names)))


def _names(call: Call, named: str | None) -> Names:
    """Return the names of the region in ``named``, else of the demo county."""
    from bots.grammar import DEMO

    if named is None:
        return DEMO
    from adapters.cli.regional import names

    return names(call, named)


def _today(call: Call) -> date:
    from zoneinfo import ZoneInfo

    from adapters.clock import day_of, system_clock

    return day_of((call.clock or system_clock)(), ZoneInfo("Europe/Berlin"))


def _lines(source: TextIO) -> Iterator[str]:
    """Yield lines as they come, each before the next one is waited for."""
    while line := source.readline():
        yield line


def _of_line(line: str, names: Names) -> dict[str, object]:
    if _BROKEN.search(line):
        return {"error": "not UTF-8"}
    try:
        said = json.loads(line)
    except ValueError:
        return {"error": "not a line of JSON"}
    except RecursionError:
        return {"error": "nested too deeply"}
    if not isinstance(said, dict):
        return {"error": 'expected an object like {"text": "…", "today": "2027-03-17"}'}
    text, today = said.get("text"), said.get("today")
    if not isinstance(text, str):
        return {"error": '"text" is missing or not a text'}
    when = day(today) if isinstance(today, str) else None
    if when is None:
        return {"error": '"today" is missing or not a day like 2027-03-17'}
    return _of(text, when, names)


def _of(text: str, today: date, names: Names) -> dict[str, object]:
    from bots.grammar import parse as understood
    from bots.grammar import to_json

    return dict(to_json(understood(text, today, names)))


def _told(result: dict[str, object]) -> str:
    told = json.dumps(result, ensure_ascii=False)
    return told.encode("utf-8", "replace").decode()
