"""``faden history``: who said what for whom, when and where (*Verlauf*)."""

from __future__ import annotations

import re
from typing import Final

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.looking import Look, looking
from adapters.cli.marks import N_
from adapters.cli.printing import told
from adapters.cli.trouble import Trouble
from adapters.cli.types import as_json, at, data, of_person
from bots import chronicle
from core.catalogue import DECIDERS, noun_of
from projections import history as views
from projections.commitments import Filter, listing
from projections.steps import Step
from projections.viewer import MACHINE

_NUMBER: Final = re.compile(r"([A-Za-z])\s*(\d+)")
_EXAMPLES: Final = 3  # references offered instead


@click.command(
    cls=Command,
    help=N_(
        "Print the history of an item: Z1, I2, or forum:wasser.\n\n"
        "With --as it is printed as that person may see it, with --at as it was known "
        "then."
    ),
)
@click.argument("ref")
@of_person
@at
@as_json
@data
@click.pass_obj
def history(
    call: Call,
    *,
    ref: str,
    person: str | None,
    at: str | None,
    as_json: bool,
    data: str | None,
) -> None:
    """Print a history."""
    with looking(call, data, person, at) as look:
        steps = _steps(look, ref)
        if as_json:
            call.say(told([_record(step) for step in steps]))
            return
        for line in look.banner():
            call.say(line)
        sentences = chronicle.steps(steps, look.speech)
        for step, sentence in zip(steps, sentences, strict=True):
            call.say(_line(look, step, sentence.plain))


def _steps(look: Look, ref: str) -> list[Step]:
    found = _stream(ref)
    with look.reading() as db:
        steps = list(views.of(db, look.viewer, found)) if found else []
        page = listing(db, MACHINE, Filter(), _EXAMPLES)
    if steps:
        return steps
    raise Trouble(
        N_(
            "There is no item {ref}. There are, for example: {likely}. faden "
            "commitments lists all, faden search TEXT finds one."
        ),
        ref=ref,
        likely=", ".join(row.ref for row in page.rows) or "–",
    )


def _stream(ref: str) -> str | None:
    number = _NUMBER.fullmatch(ref.strip())
    if number:
        letter, figures = number.groups()
        neat = f"{letter.upper()}{int(figures)}"
        return neat if noun_of(neat) else None
    noun, colon, rest = ref.strip().partition(":")
    return f"{noun}:{rest}" if colon and noun in DECIDERS and rest else None


def _record(step: Step) -> dict[str, object]:
    names = [name for name in Step.__dataclass_fields__ if name != "event"]
    return {name: getattr(step, name) for name in names}


def _line(look: Look, step: Step, sentence: str) -> str:
    at = step.recorded_at.astimezone(look.faden.desk.zone())
    who = chronicle.who(step, look.speech).plain
    via = chronicle.channel(step.via.value, look.speech)
    return f"{at:%Y-%m-%d %H:%M}  {sentence}\n{'':18}{who}, {via}"
