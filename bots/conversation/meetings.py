"""Meetings: what is said of those of a forum, and asked about them (*Sitzung*).

Everything is said back first: it is told to many, and cannot be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, assert_never

from bots import meetings as words
from bots.conversation.talk import Talk
from bots.grammar import sitting
from bots.locale import N_
from bots.message import Message, Text
from core import forum as f
from core.errors import Code, Refusal
from core.facts import Seat
from core.ports import Order
from core.sealed import Sealed
from projections import meetings, people
from projections.people import ForumRow

_ALL: Final = "alle"
_COUNTY: Final = "Kreis"
_SHOWN: Final = 5  # meetings of an answer, on either side of today
_OVER: Final = (sitting.RecordMeeting, sitting.FileMinutes, sitting.ApproveMinutes)
_LIVING: Final = ("planned", "active", "resting")


def about(talk: Talk, intent: sitting.OnMeeting) -> None:
    """Say back what ``intent`` means, or answer it."""
    if isinstance(intent, sitting.WhichMeetings):
        _answer(talk, intent.forum)
        return
    place = _forum(talk, intent)
    if place is None:
        return
    if (ahead := _still_ahead(talk, intent, place.forum)) is not None:
        today = talk.speaker.today
        talk.refuse(Refusal(Code.DATE_IN_THE_FUTURE, on=ahead, today=today))
        return
    command = _command(talk, intent, place)
    if command is None:
        return
    _say_back(talk, command, place.forum, place.lead)


def take_back(talk: Talk, stream: str, on: date) -> None:
    """Say back that the meeting which was just convened is called off."""
    forum = stream.partition(":")[2]
    _say_back(talk, f.CancelMeeting(on=on), forum, talk.lead(forum))


def _say_back(talk: Talk, command: f.Command, forum: str, lead: str) -> None:
    order = talk.speaker.order(
        command,
        step="0",
        org=talk.coordinating_org(lead),
        stream=f"forum:{forum}",
    )
    if isinstance(command, f.RecordMeeting):
        order = order._replace(effective_on=command.on)
    texts = [words.said_back(command, forum, talk.speaker.speech)]
    if isinstance(command, f.RecordMeeting):
        texts.append(_turnout(talk, command.attended, forum))
    talk.echo([order], texts)


def _turnout(talk: Talk, attended: Sequence[str], forum: str) -> Text:
    with talk.office.reading() as db:
        seats = people.seats(db, forum)
        row = people.forum(db, forum)
    votes = [one.org for one in seats if one.seat == Seat.VOTE.value]
    missing = [one.org for one in seats if one.org not in attended]
    quorate = row is not None and f.enough(attended, votes, row.rulebook.quorum)
    return words.turnout(missing, talk.speaker.speech, quorate=quorate)


def _still_ahead(talk: Talk, intent: sitting.OnMeeting, forum: str) -> date | None:
    """Return the convened day that is meant by one without a year, read as past."""
    if not isinstance(intent, _OVER) or str(intent.on.year) in talk.text:
        return None
    today = talk.speaker.today
    with talk.office.reading() as db:
        known = meetings.meetings(db, talk.speaker.viewer, (forum,))
    if any(one.on == intent.on for one in known):
        return None
    days = [one.on for one in known if one.state == "convened" and one.on > today]
    same = (intent.on.month, intent.on.day)
    return next((day for day in days if (day.month, day.day) == same), None)


def carry_out(talk: Talk, order: Order) -> None:
    """Give ``order`` and say what became of it."""
    speech = talk.speaker.speech
    answer = talk.office.submit(order)
    if answer.refusal is not None:
        talk.refuse(answer.refusal)
    elif not answer.events:
        talk.say(speech.text(N_("That is so already; nothing was changed.")))
    else:
        talk.say(*(words.done(event, answer.ref, speech) for event in answer.events))


def _command(
    talk: Talk, intent: sitting.OnMeeting, place: ForumRow
) -> f.Command | None:
    match intent:
        case sitting.ConveneMeeting(on=on, at=at, text=text):
            return f.ScheduleMeeting(on=on, at=at or None, place=_text(text))
        case sitting.CallOffMeeting(on=on, text=text):
            return f.CancelMeeting(on=on, reason=_text(text))
        case sitting.MoveMeeting():
            return _moving(talk, intent, place.forum)
        case sitting.RecordMeeting(on=on, text=text):
            attended = _attended(talk, intent, place)
            return f.RecordMeeting(on=on, attended=attended, minutes=_text(text))
        case sitting.FileMinutes(on=on, text=text):
            return f.FileMinutes(on=on, where=Sealed(text))
        case sitting.ApproveMinutes(on=on):
            return f.ApproveMinutes(on=on)
        case sitting.WhichMeetings():
            return None
        case _:
            assert_never(intent)


def _moving(talk: Talk, intent: sitting.MoveMeeting, forum: str) -> f.MoveMeeting:
    """Return what is asked; hour and place stay where nothing else is said."""
    with talk.office.reading() as db:
        known = meetings.meetings(db, talk.speaker.viewer, (forum,))
    was = next((one for one in known if one.on == intent.on), None)
    at = intent.at or (was.at if was else None)
    place = intent.text or (was.place if was else None) or ""
    return f.MoveMeeting(on=intent.on, to=intent.to, at=at, place=_text(place))


def _attended(
    talk: Talk, intent: sitting.RecordMeeting, place: ForumRow
) -> tuple[str, ...]:
    """Return who is named, "all" being everybody with a seat who was not excused."""
    with talk.office.reading() as db:
        seated = [seat.org for seat in people.seats(db, place.forum)]
        kinds = {
            row.org: row.kind for row in people.organisations(db, talk.speaker.viewer)
        }

    def named(names: Sequence[str]) -> list[str]:
        found: list[str] = []
        for name in names:
            if name == _ALL:
                found += seated
            elif name == _COUNTY:
                able = (*seated, place.lead)
                found += [org for org in able if kinds.get(org) == "Landkreis"] or [
                    name
                ]
            else:
                org = talk.speaker.org_named(name)
                found += [org or name]
        return found

    absent = set(named(intent.absent))
    return tuple(org for org in named(intent.audience) if org not in absent)


def _forum(talk: Talk, intent: sitting.OnMeeting) -> ForumRow | None:
    """Return the forum that is meant: named, the only one, or the one that met then."""
    with talk.office.reading() as db:
        rows = people.forums(db, talk.speaker.viewer)
        known = meetings.meetings(db, talk.speaker.viewer, ())
    if intent.forum:
        named = next((row for row in rows if row.name == intent.forum), None)
        if named is None:
            talk.refuse(Refusal(Code.UNKNOWN_FORUM, forum=intent.forum))
        return named
    living = [row for row in rows if row.state in _LIVING]
    if isinstance(intent, sitting.WhichMeetings):
        return None
    met = {one.forum for one in known if one.on == intent.on}
    there = [row for row in rows if row.forum in met]
    convening = isinstance(intent, sitting.ConveneMeeting)
    found = living if convening else (there or living)
    near = talk.speaker.nearest([row.forum for row in found])
    found = [row for row in found if row.forum in near]
    if len(found) == 1:
        return found[0]
    _which(talk, found)
    return None


def _which(talk: Talk, found: Sequence[ForumRow]) -> None:
    speech = talk.speaker.speech
    names = ", ".join(row.name for row in found) or "–"
    talk.say(
        speech.text(
            N_("Which forum is it about? There are: {forums}. Please add its name."),
            forums=names,
        ),
        speech.text(N_("I have changed nothing.")),
    )


def _answer(talk: Talk, forum: str) -> None:
    """Say when forums meet next, and when they met last."""
    speaker, speech = talk.speaker, talk.speaker.speech
    with talk.office.reading() as db:
        rows = people.forums(db, speaker.viewer)
        places = [row.forum for row in rows if not forum or row.name == forum]
        found = meetings.meetings(db, speaker.viewer, places) if places else ()
    coming = [row for row in found if row.on >= speaker.today][::-1][:_SHOWN]
    past = [row for row in found if row.on < speaker.today][:_SHOWN]
    if not coming and not past:
        talk.say(
            speech.text(
                N_(
                    "I know of no meeting yet. Coordination convenes one: “meeting on "
                    "… at … in …”."
                )
            )
        )
        return
    parts = []
    if coming:
        parts.append(speech.text(N_("**Next:**")))
        parts += [words.line(row, speech) for row in coming]
    else:
        parts.append(speech.text(N_("No meeting is convened.")))
    if past:
        parts.append(speech.text(N_("**Before:**")))
        parts += [words.line(row, speech) for row in past]
    talk.messages.append(Message(parts=tuple(parts)))


def _text(text: str) -> Sealed | None:
    return Sealed(text) if text else None
