"""``faden decisions`` and ``decision``: what was decided, and what holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

import click
from sqlalchemy import Connection

from adapters import clocks
from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.looking import Look, looking
from adapters.cli.marks import N_
from adapters.cli.printing import as_lines, told
from adapters.cli.trouble import Trouble
from adapters.cli.types import Day, as_json, at, data, of_person
from bots.chronicle import names
from bots.decisions.citing import cited
from bots.register import marks, rules
from projections import decisions as views
from projections import grounds, people
from projections.decisions import DecisionRow, Entry, Line
from projections.viewer import Viewer

_PAGE: Final = 500  # rows per read
_EXAMPLES: Final = 3  # references offered instead
_REFERENCE: Final = re.compile(r"[Bb]\s*([1-9]\d*)")


@click.command(
    cls=Command,
    help=N_(
        "List decisions, the newest first.\n\n"
        "With --on as they stood on that day, as far as is known today; with --at as "
        "was known then."
    ),
)
@click.option("--forum", metavar="FORUM", help=N_("Of this forum."))
@click.option("--in-force", is_flag=True, help=N_("Only what holds."))
@click.option("--on", type=Day(), metavar="DATE", help=N_("As they stood on this day."))
@of_person
@at
@as_json
@data
@click.pass_obj
def decisions(  # noqa: PLR0913  (one parameter for each option)
    call: Call,
    *,
    forum: str | None,
    in_force: bool,
    on: date | None,
    person: str | None,
    at: str | None,
    as_json: bool,
    data: str | None,
) -> None:
    """List decisions."""
    with looking(call, data, person, at) as look:
        with look.reading() as db:
            places = [finding.forum(db, forum).forum] if forum else []
            day = on or look.speech.today
            entries = list(_all(db, look.viewer, day, places, in_force=in_force))
        if as_json:
            call.say(told(entries))
            return
        for line in look.banner():
            call.say(line)
        call.say(as_lines([_line(entry, look) for entry in entries]))


def _all(
    db: Connection, viewer: Viewer, on: date, places: Sequence[str], *, in_force: bool
) -> Iterator[Entry]:
    before: int | None = None
    while True:
        if in_force:
            found = views.holding(db, viewer, on, places, _PAGE, before)
        else:
            found = views.register(db, viewer, on, places, (), _PAGE, before)
        yield from found.entries
        if len(found.entries) < _PAGE:
            return
        before = found.entries[-1].row.number


def _line(entry: Entry, look: Look) -> dict[str, object]:
    speech, row = look.speech, entry.row
    return {
        "ref": row.ref,
        "decided": speech.figures(row.closed_on) if row.closed_on else "–",
        "state": names.state(entry.state, speech),
        "binds": ", ".join(map(speech.org, entry.bound)) or "–",
        "title": row.title,
    }


@click.command(
    cls=Command,
    help=N_(
        "Show one decision, such as B7: text, rule, positions, councils, and what is "
        "missing.\n\n"
        "With --as it is shown as that person may see it, with --at as it was known "
        "then, with --on only how it stood and whom it bound on that day."
    ),
)
@click.argument("ref")
@click.option("--on", type=Day(), metavar="DATE", help=N_("As it stood on this day."))
@of_person
@at
@as_json
@data
@click.pass_obj
def decision(
    call: Call,
    *,
    ref: str,
    on: date | None,
    person: str | None,
    at: str | None,
    as_json: bool,
    data: str | None,
) -> None:
    """Show one decision."""
    with looking(call, data, person, at) as look:
        if on is not None:
            _stood(call, look, ref, on, as_json=as_json)
            return
        with look.reading() as db:
            row = _found(db, look, ref)
            today, viewer = look.speech.today, look.viewer
            (line,) = views.lines(db, viewer, [row], today)
            positions = views.positions(db, viewer, row)
            objections = views.objections(db, [row.ref])
            councils = views.councils(db, viewer, [row.ref], today)
            bodies: dict[str, dict[str, str]] = {}
            rests = grounds.of_decision(db, viewer, row.ref, cited(row))
            for body in people.bodies(db, {one.org for one in councils}):
                bodies.setdefault(body.org, {})[body.body] = body.name
        if as_json:
            parts = {"positions": positions, "councils": councils, "grounds": rests}
            call.say(told({"decision": row, **parts}))
            return
        for said in (*look.banner(), *_told(row, line, bodies, look)):
            call.say(said)
        for one in rests:
            if one.changed_at is not None:
                day = one.changed_at.astimezone(look.faden.desk.zone()).date()
                since = N_(
                    "{ref}, on which it rests, changed since: {day}, entry {entry}"
                )
                call.say(
                    look.speech.words(since, ref=one.ref, day=day, entry=one.entry)
                )
        table = [
            {
                "org": look.speech.org(one.org),
                "position": marks.stance(one, objections, look.speech),
                "how": marks.counted_as(one, look.speech),
            }
            for one in positions
        ]
        call.say(as_lines(table))


def _stood(call: Call, look: Look, ref: str, on: date, *, as_json: bool) -> None:
    """Show how a decision stood on a day."""
    speech = look.speech
    with look.reading() as db:
        row = _found(db, look, ref)
        entries = views.on_day(db, look.viewer, on, [row.ref])
    lines = [clocks.standing(look.faden, look.position, entry, on) for entry in entries]
    if as_json:
        cells = [cell for line in lines for cell in line.cells]
        call.say(told({"on": on, "entries": entries, "councils": cells}))
        return
    for said in look.banner():
        call.say(said)
    for entry in entries:
        bound = ", ".join(map(speech.org, entry.bound)) or "–"
        sentence = N_("{ref} on {day}: {state}; binds {bound}")
        state = names.state(entry.state, speech)
        call.say(speech.words(sentence, ref=row.ref, day=on, state=state, bound=bound))
    for line in lines:
        call.say(
            "\n".join(
                f"{marks.symbol(c.mark)} {marks.cell(c, speech)}" for c in line.cells
            )
        )
    if not entries:
        call.say(
            speech.words(N_("On {day} there was no {ref} yet."), day=on, ref=row.ref)
        )


def _found(db: Connection, look: Look, ref: str) -> DecisionRow:
    number = _REFERENCE.fullmatch(ref.strip())
    row = views.get(db, look.viewer, f"B{number[1]}") if number else None
    if row is not None:
        return row
    known = views.listing(db, look.viewer, limit=_EXAMPLES).rows
    raise Trouble(
        N_(
            "There is no decision {ref}. There are, for example: {likely}. faden "
            "decisions lists all."
        ),
        ref=ref,
        likely=", ".join(one.ref for one in known) or "–",
    )


def _told(
    row: DecisionRow, line: Line, bodies: Mapping[str, Mapping[str, str]], look: Look
) -> Iterator[str]:
    speech = look.speech
    state = names.state(row.state, speech)
    yield f"{row.ref} {row.title} – {state}"
    yield rules.whole(row, speech).plain + "\n"
    yield (row.text or speech.translate(N_("(text erased)"))) + "\n"
    if row.in_councils:
        cells = [f"{marks.symbol(c.mark)} {marks.cell(c, speech)}" for c in line.cells]
        yield "\n".join(cells) + "\n"
    if not row.recommends:
        for one in row.lacking:
            yield rules.missing(one, bodies.get(one.org, {}), speech)
