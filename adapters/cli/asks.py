"""``faden asks`` and ``ask``: what was asked, and what came of it (*Abfragen*)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import click
from sqlalchemy import Connection

from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.looking import Look, looking
from adapters.cli.marks import N_
from adapters.cli.printing import as_lines, told
from adapters.cli.trouble import Trouble
from adapters.cli.types import as_json, at, data, of_person
from bots.asks import cards, wording
from bots.chronicle import asking
from projections import asks as views
from projections.asks import AskRow, ReplyRow
from projections.viewer import Viewer

_PAGE: Final = 500  # rows per read
_EXAMPLES: Final = 3  # references offered instead
_REFERENCE: Final = re.compile(r"[Ff]\s*([1-9]\d*)")


@click.command(cls=Command, help=N_("List asks, the newest first."))
@click.option("--forum", metavar="FORUM", help=N_("Of this forum."))
@click.option("--open", "open_only", is_flag=True, help=N_("Only what is not settled."))
@of_person
@at
@as_json
@data
@click.pass_obj
def asks(
    call: Call,
    *,
    forum: str | None,
    open_only: bool,
    person: str | None,
    at: str | None,
    as_json: bool,
    data: str | None,
) -> None:
    """List asks."""
    with looking(call, data, person, at) as look:
        with look.reading() as db:
            place = finding.forum(db, forum).forum if forum else None
            rows = [
                row
                for row in _all(db, look.viewer, place)
                if row.going or not open_only
            ]
        if as_json:
            call.say(told(rows))
            return
        for line in look.banner():
            call.say(line)
        call.say(as_lines([_line(row, look) for row in rows]))


def _all(db: Connection, viewer: Viewer, forum: str | None) -> Iterator[AskRow]:
    before: int | None = None
    while page := views.listing(db, viewer, forum, _PAGE, before):
        yield from page
        before = int(page[-1].ref[1:])


def _line(row: AskRow, look: Look) -> dict[str, object]:
    speech = look.speech
    return {
        "ref": row.ref,
        "due": speech.day(row.deadline),
        "state": wording.state(row, speech),
        "answered": f"{row.answered}/{len(row.audience)}",
        "text": row.text,
    }


@click.command(
    cls=Command,
    help=N_(
        "Show one ask, such as F1, with its answers and its result.\n\n"
        "With --as it is shown as that person may see it, with --at as it was known "
        "then."
    ),
)
@click.argument("ref")
@of_person
@at
@as_json
@data
@click.pass_obj
def ask(
    call: Call,
    *,
    ref: str,
    person: str | None,
    at: str | None,
    as_json: bool,
    data: str | None,
) -> None:
    """Show one ask."""
    with looking(call, data, person, at) as look:
        with look.reading() as db:
            row = _found(db, look, ref)
            replies = views.replies(db, look.viewer, row)
        if as_json:
            call.say(told({"ask": row, "replies": replies}))
            return
        for line in (*look.banner(), *_told(row, replies, look)):
            call.say(line)


def _found(db: Connection, look: Look, ref: str) -> AskRow:
    number = _REFERENCE.fullmatch(ref.strip())
    row = views.get(db, look.viewer, f"F{number[1]}") if number else None
    if row is not None:
        return row
    known = views.listing(db, look.viewer, limit=_EXAMPLES)
    raise Trouble(
        N_(
            "There is no ask {ref}. There are, for example: {likely}. faden asks "
            "lists all."
        ),
        ref=ref,
        likely=", ".join(one.ref for one in known) or "–",
    )


def _told(row: AskRow, replies: Sequence[ReplyRow], look: Look) -> Iterator[str]:
    speech = look.speech
    yield cards.standing(row, speech).plain
    yield wording.who_sees(row.disclosure, speech) + "\n"
    lines = [
        {
            "org": speech.org(one.org),
            "said": wording.reply(row, one, speech),
            "late": speech.translate(N_("late")) if one.late else "",
        }
        for one in replies
    ]
    yield as_lines(lines)
    if row.published_at is not None:
        yield ""
        for label, figures in wording.result(row, speech):
            yield f"{label}: {figures}"
        if row.summary:
            yield row.summary
    if row.follows is not None:
        follows = asking.named(row.follows, speech)
        yield speech.words(
            N_("What follows: {follows} – {why}"), follows=follows, why=row.why
        )
