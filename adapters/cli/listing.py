"""``faden commitments`` and ``search``: lists for people and programs (*Listen*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click
from sqlalchemy import Connection

from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.looking import looking, viewing
from adapters.cli.marks import N_
from adapters.cli.printing import as_lines, told
from adapters.cli.types import Day, as_json, at, data, of_person
from bots.chronicle import names
from projections import commitments as views
from projections import search as searching
from projections.commitments import CommitmentRow, Filter
from projections.viewer import Viewer

_PAGE = 500  # rows per read
_HITS = 50  # items found


@click.command(
    cls=Command,
    help=N_("List commitments by the day on which they are due."),
)
@click.option("--forum", metavar="FORUM", help=N_("Of this forum."))
@click.option("--org", metavar="ORG", help=N_("Asked or promised by this one."))
@click.option(
    "--state", metavar="STATE", help=N_("In this state, e.g. requested or promised.")
)
@click.option(
    "--due-until", type=Day(), metavar="DATE", help=N_("Due by this day at the latest.")
)
@click.option("--open", "open_only", is_flag=True, help=N_("Only what is not settled."))
@of_person
@at
@as_json
@data
@click.pass_obj
def commitments(  # noqa: PLR0913  (one parameter for each option)
    call: Call,
    *,
    forum: str | None,
    org: str | None,
    state: str | None,
    due_until: date | None,
    open_only: bool,
    person: str | None,
    at: str | None,
    as_json: bool,
    data: str | None,
) -> None:
    """List commitments."""
    with looking(call, data, person, at) as look:
        with look.reading() as db:
            wanted = Filter(
                forum=finding.forum(db, forum).forum if forum else None,
                org=finding.organisation(db, org).org if org else None,
                state=finding.state(state) if state else None,
                open_only=open_only,
                due_until=due_until,
            )
            rows = list(_all(db, look.viewer, wanted))
        if as_json:
            call.say(told(rows))
            return
        speech = look.speech
        for line in look.banner():
            call.say(line)
        table = [
            {
                "ref": row.ref,
                "due": speech.day(row.due),
                "state": names.state(row.state, speech),
                "who": f"{speech.org(row.asker)} → {speech.org(row.holder)}",
                "what": row.what,
            }
            for row in rows
        ]
        call.say(as_lines(table))


def _all(db: Connection, viewer: Viewer, wanted: Filter) -> Iterator[CommitmentRow]:
    page = views.listing(db, viewer, wanted, _PAGE)
    yield from page.rows
    while page.next is not None:
        page = views.listing(db, viewer, wanted, _PAGE, page.next)
        yield from page.rows


@click.command(
    cls=Command,
    help=N_("Find items in which the words of TEXT stand, best first."),
)
@click.argument("text")
@of_person
@as_json
@data
@click.pass_obj
def search(
    call: Call, *, text: str, person: str | None, as_json: bool, data: str | None
) -> None:
    """Find items."""
    with call.opened(data) as faden:
        viewer = viewing(faden, person)
        with faden.reading() as db:
            found = searching.find(db, viewer, text, _HITS)
        if as_json:
            call.say(told(found))
        elif found:
            call.say(as_lines([{"ref": hit.ref, "title": hit.title} for hit in found]))
        else:
            call.say(call.words(N_("Nothing was found.")))
