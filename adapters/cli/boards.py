"""``faden board``: a forum at a glance, in a terminal (*Forumsbrett*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.looking import looking
from adapters.cli.marks import N_
from adapters.cli.printing import told
from adapters.cli.types import as_json, at, data, of_person
from bots import cards
from bots.speech import Speech
from projections import board as views
from projections.board import Board
from projections.commitments import CommitmentRow
from projections.people import ForumRow


@click.command(
    cls=Command,
    help=N_(
        "Print the board of a forum: who must move, what is promised, what is "
        "new.\n\n"
        "FORUM is an id or a name. With --as it is printed as that person sees "
        "it, with --at as it was known then."
    ),
)
@click.argument("forum")
@of_person
@at
@as_json
@data
@click.pass_obj
def board(
    call: Call,
    *,
    forum: str,
    person: str | None,
    at: str | None,
    as_json: bool,
    data: str | None,
) -> None:
    """Print a board."""
    with looking(call, data, person, at) as look:
        with look.reading() as db:
            place = finding.forum(db, forum)
            found = views.board(db, look.viewer, place.forum, look.speech.today)
        if as_json:
            call.say(told(found))
            return
        for line in (*look.banner(), *_lines(found, place, look.speech)):
            call.say(line)


def _lines(board: Board, place: ForumRow, speech: Speech) -> Iterator[str]:
    def section(title: str, rows: Sequence[CommitmentRow]) -> Iterator[str]:
        if rows:
            yield f"\n{title}"
            for row in rows:
                yield f"  {cards.standing(row, place.lead, speech).plain}"

    yield place.name
    if board.moving.turns:
        yield f"\n{speech.words(N_('Next to move'))}"
    for turn in board.moving.turns:
        yield f"  {speech.org(turn.org)}"
        for row in turn.rows:
            yield f"    {cards.standing(row, place.lead, speech).plain}"
    promises = board.promises
    yield from section(speech.words(N_("Overdue")), promises.overdue.rows)
    yield from section(speech.words(N_("Due this month")), promises.this_month.rows)
    yield from section(speech.words(N_("Due later")), promises.later.rows)
    yield from section(speech.words(N_("Kept lately")), promises.kept.rows)
    yield from section(speech.words(N_("Waiting for confirmation")), board.pending.rows)
    if board.learnt:
        yield f"\n{speech.words(N_('Newly learnt'))}"
    for item in board.learnt:
        yield f"  {item.ref}: {item.text or '–'} ({speech.org(item.org)})"
    pulse = board.pulse
    if pulse.last is not None:
        yield "\n" + speech.words(
            N_(
                "Pulse: last sign of life {last}; {active} of {seats} heard of in 90 "
                "days; {open} open, {kept} kept."
            ),
            last=pulse.last,
            active=len(pulse.active),
            seats=pulse.seats,
            open=pulse.counts.open,
            kept=pulse.counts.kept,
        )
