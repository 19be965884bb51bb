"""``faden digest``: how things stand for a person, or for a forum (*Überblick*)."""

from __future__ import annotations

from collections.abc import Iterator

import click

from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.looking import Look, looking
from adapters.cli.marks import N_
from adapters.cli.printing import told
from adapters.cli.trouble import Trouble
from adapters.cli.types import as_json, data
from bots import digests
from bots.conversation.overview import LATELY
from bots.message import Choices, Message
from projections import digest as views
from projections.digest import Digest, ForumSummary, SentRow

_SENT = 20  # digests that were sent


@click.command(
    cls=Command,
    help=N_(
        "Print how things stand for a person, as in the chat: what is expected, what "
        "is owed, what is new.\n\n"
        "With --forum it is what a forum did in the last 30 days, as that person may "
        "see it; with --sent what was sent to them, word for word."
    ),
)
@click.option(
    "--for",
    "person",
    metavar="PERSON",
    help=N_("For whom: an id or a name."),
)
@click.option("--forum", metavar="FORUM", help=N_("Of this forum."))
@click.option("--sent", is_flag=True, help=N_("What was sent, with its entry."))
@as_json
@data
@click.pass_obj
def digest(
    call: Call,
    *,
    person: str | None,
    forum: str | None,
    sent: bool,
    as_json: bool,
    data: str | None,
) -> None:
    """Print a digest."""
    if person is None and forum is None:
        raise Trouble(N_("Whose digest? Please name somebody with --for."))
    with looking(call, data, person, None) as look:
        if sent:
            rows = _sent(look, person)
            lines = (line for row in rows for line in _given(row, look))
            call.say(told(rows) if as_json else "\n".join(lines) or "–")
            return
        found = _forum(look, forum) if forum else _own(look)
        if as_json:
            call.say(told(found))
            return
        speech = look.speech
        if isinstance(found, ForumSummary):
            message: Message | None = digests.forum(found, speech)
        else:
            message = digests.person(found, speech)
        call.say(_plain(message) if message else speech.words(N_("Nothing to tell.")))


def _own(look: Look) -> Digest:
    now = look.faden.clock()
    since = views.since_a_week(now)
    with look.reading() as db:
        return views.digest(db, look.viewer, look.speech.today, now, since)


def _forum(look: Look, forum: str) -> ForumSummary:
    today = look.speech.today
    with look.reading() as db:
        place = finding.forum(db, forum)
        days = (today - LATELY, today)
        zone = look.faden.desk.zone()
        return views.summary(db, look.viewer, place.forum, *days, zone)


def _sent(look: Look, person: str | None) -> list[SentRow]:
    who = finding.person(look.faden, person) if person else ""
    with look.reading() as db:
        return list(views.sent_to(db, who, _SENT))


def _given(row: SentRow, look: Look) -> Iterator[str]:
    speech = look.speech
    yield speech.words(
        N_("{day} (entry {entry}):"),
        day=row.sent_at.astimezone(look.faden.desk.zone()).date(),
        entry=row.position,
    )
    if row.wording is None:
        yield "  " + speech.words(N_("erased (entry {entry})"), entry=row.position)
        return
    for line in _plain(Message.model_validate_json(row.wording)).split("\n"):
        yield f"  {line}"


def _plain(message: Message) -> str:
    """Return the words alone; buttons belong to the chat."""
    words = [part for part in message.parts if not isinstance(part, Choices)]
    return message.model_copy(update={"parts": tuple(words)}).plain
