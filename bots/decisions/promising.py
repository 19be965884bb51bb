"""Promising: whom a decision binds is asked what it promises for it (*Zusagen*)."""

from __future__ import annotations

from datetime import date
from typing import Final

from bots.decisions import wording
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Choice, Choices, Facts, Form, FormField, Link, Message
from bots.reached import Told, desk, persons
from bots.speech import Fact, Speech
from core.facts import Power
from projections import decisions, people
from projections.viewer import Reader

ID: Final = "promise_for"


def asked(db: Reader, org: str, forum: str, today: date) -> dict[str, Told]:
    """Return who is asked for ``org``: who may promise, else who is there."""
    acting = people.persons_of(db, org, forum, today)
    able = {m.person: org for m in acting if Power.PROMISE.value in m.powers}
    if not able:
        return desk(db, org, forum, None, today)
    return persons(db, able, forum, today)


def bound_since(db: Reader, matter: Matter, org: str) -> date | None:
    """Return since when the decision binds ``org``, now without a break."""
    holds = decisions.holds(db, matter.row)
    days = [one.since for one in holds if one.org == org and one.until is None]
    return max(days, default=matter.row.holds_since)


def message(matter: Matter, org: str, since: date | None, speech: Speech) -> Message:
    """Return the question, with what holds and the form in which to answer."""
    facts: dict[str, Fact] = wording.facts_of(matter, speech)
    facts |= {"org": speech.org(org), "since": speech.near(since) if since else "–"}
    sentence = _SINCE_TODAY if since == speech.today else _SINCE
    rows = [
        (speech.words(N_("Text (version {n})"), n=matter.row.edition), facts["text"]),
        (speech.translate(N_("In force for")), facts["bound"]),
        (speech.translate(N_("Review")), facts["review"]),
    ]
    return Message(
        parts=(
            speech.text(sentence, **facts),
            Facts(rows=tuple((name, str(value)) for name, value in rows)),
            form(matter.row.ref, speech),
            Choices(options=(_propose_otherwise(matter.row.ref, speech),)),
            speech.text(N_("Nothing has to be promised; this is asked only once.")),
            Link(label=speech.translate(N_("Open")), item=matter.row.ref),
        ),
        item=matter.row.ref,
        version=matter.stage,
    )


def form(ref: str, speech: Speech) -> Form:
    """Return the form; its typed twin is the line of the chat."""
    line = speech.translate(N_("{ref} we promise: {what} by {due}"))
    return Form(
        id=ID,
        label=speech.translate(N_("Promise something …")),
        twin=speech.words(N_("{ref} we promise: "), ref=ref),
        line=line.replace("{ref}", ref),
        fields=(
            FormField(
                id="what",
                label=speech.translate(N_("What do you promise?")),
                kind="text",
            ),
            FormField(
                id="due",
                label=speech.translate(N_("By when?")),
                kind="day",
            ),
        ),
    )


def _propose_otherwise(ref: str, speech: Speech) -> Choice:
    return Choice(
        id="ask_for",
        label=speech.translate(N_("Ask somebody else …")),
        twin=speech.words(N_("{ref} request to "), ref=ref),
        fill=True,
    )


_SINCE_TODAY: Final = N_(
    "**{ref}** (“{title}”) **is in force for {org}** since today. What do you promise "
    "for it?"
)
_SINCE: Final = N_(
    "**{ref}** (“{title}”) **is in force for {org}** since {since}. What do you "
    "promise for it?"
)
