"""Meetings in words: said back, done, told to whoever has a seat (*Sitzungen*).

Convening and calling off are told to everybody with a seat; what a meeting was stands
on the board and in its minutes, and is told to nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from bots.chronicle.names import listed
from bots.locale import N_
from bots.message import Message, Span, Text
from bots.ports import Office, Post
from bots.reached import day_of, desk, noted
from bots.speech import Speech
from core import forum as f
from core.event import Event
from core.ports import Recorded
from projections import people
from projections.meetings import MeetingRow, meetings
from projections.viewer import MACHINE, Reader

YES: Final[Mapping[type[object], str]] = {
    f.ScheduleMeeting: N_("Yes, convene"),
    f.CancelMeeting: N_("Yes, call it off"),
    f.MoveMeeting: N_("Yes, move"),
    f.RecordMeeting: N_("Yes, enter"),
    f.FileMinutes: N_("Yes, enter"),
    f.ApproveMinutes: N_("Yes, enter"),
}
"""What the button says that says yes."""

_SAID_BACK: Final[Mapping[type[object], str]] = {
    f.ScheduleMeeting: N_(
        "You convene **{forum}** for **{on}**{when}{where}. Everybody with a seat is "
        "told."
    ),
    f.CancelMeeting: N_(
        "You call off the meeting of **{forum}** on **{on}**. Everybody with a seat is "
        "told; a meeting that was called off stays so."
    ),
    f.MoveMeeting: N_(
        "You move the meeting of **{forum}** on **{on}** to **{to}**{when}{where}. "
        "Everybody with a seat is told."
    ),
    f.RecordMeeting: N_(
        "You record that **{forum}** met on **{on}**. Present: {orgs}. That cannot be "
        "changed later."
    ),
    f.FileMinutes: N_(
        "You record where the minutes of **{forum}** of **{on}** lie: {said}."
    ),
    f.ApproveMinutes: N_(
        "You record that **{forum}** approved the minutes of **{on}**. From then on "
        "they stay as they are."
    ),
}
_DONE: Final[Mapping[type[Event], str]] = {
    f.MeetingScheduled: N_(
        "Convened: {forum} on {on}{when}{where}. It stands in everybody’s calendar "
        "feed."
    ),
    f.MeetingCancelled: N_("Called off: the meeting of {forum} on {on}."),
    f.MeetingHeld: N_(
        "Recorded: {forum} met on {on}, present {orgs}. {quorum} The board leads to "
        "its minutes."
    ),
    f.MinutesFiled: N_("Noted where the minutes of {forum} of {on} lie: {said}."),
    f.MinutesApproved: N_("Noted: the minutes of {forum} of {on} are approved."),
}
_TOLD: Final[Mapping[type[Event], str]] = {
    f.MeetingScheduled: N_("**{forum}** meets on **{on}**{when}{where}."),
    f.MeetingCancelled: N_("The meeting of **{forum}** on **{on}** is called off."),
}
_MOVED: Final = N_(
    "The meeting of **{forum}** on **{was}** is moved to **{on}**{when}{where}."
)
_REASON: Final = N_(" Reason: {reason}")
_MINUTES: Final = N_(" Their minutes: {said}.")


def said_back(command: object, forum: str, speech: Speech) -> Text:
    """Say back what ``command`` would mean."""
    text = speech.text(_SAID_BACK[type(command)], **_facts(command, forum, speech))
    return _with_more(text, command, speech)


def turnout(missing: Sequence[str], speech: Speech, *, quorate: bool) -> Text:
    """Say before it is recorded who was not there, and whether that was enough."""
    verdict = speech.text(QUORATE if quorate else NOT_QUORATE)
    if not missing:
        return verdict
    orgs = listed([speech.org(org) for org in missing], speech)
    absent = speech.text(N_("Not there: {orgs}. "), orgs=orgs)
    return Text(spans=(*absent.spans, *verdict.spans))


def done(event: Event, forum: str, speech: Speech) -> Text:
    """Say that ``event`` was recorded."""
    return speech.text(_DONE[type(event)], **_facts(event, forum, speech))


def line(row: MeetingRow, speech: Speech) -> Text:
    """Say of one meeting when and where it is, or what it was."""
    at = _when(row.at, speech)
    where = _where(row.place, speech)
    facts = {"forum": speech.forum_called(row.forum), "on": speech.near(row.on)}
    match row.state:
        case "convened" if row.on < speech.today:
            sentence = N_("{forum}, {on}: nobody has said yet whether it took place")
        case "convened":
            sentence = N_("{forum}, **{on}**{when}{where}")
        case "cancelled":
            sentence = N_("{forum}, {on}: called off")
        case "held":
            sentence = N_("{forum}, {on}: present {orgs}; minutes not filed yet")
        case "minuted":
            sentence = N_("{forum}, {on}: present {orgs}; minutes not approved yet")
        case _:
            sentence = N_("{forum}, {on}: present {orgs}; minutes approved")
    orgs = listed([speech.org(org) for org in row.attended], speech)
    return speech.text(sentence, when=at, where=where, orgs=orgs, **facts)


def next_one(row: MeetingRow, speech: Speech) -> Text:
    """Say when it is, not where: a digest is kept, and that text may be erased."""
    forum, on = speech.forum_called(row.forum), speech.near(row.on)
    at = _when(row.at, speech)
    return speech.text(N_("{forum}, **{on}**{when}"), forum=forum, on=on, when=at)


def react(office: Office, recorded: Recorded) -> tuple[Post, ...]:
    """Tell whoever sits there that the forum meets, or does not; whoever said so knows.

    One message each, also where somebody acts for several who sit there.
    """
    event = recorded.event
    sentence = _TOLD.get(type(event))
    if sentence is None:
        return ()
    with office.reading() as db:
        was = _other_day(db, recorded)
        if was is not None and isinstance(event, f.MeetingCancelled):
            return ()  # moved: the new day is told
        today = day_of(db, recorded)
        reached = {
            person: told
            for seat in people.seats(db, recorded.ref)
            for person, told in desk(db, seat.org, recorded.ref, None, today).items()
        }
    posts = []
    for person, told in reached.items():
        if person != recorded.origin.actor:
            speech = office.speech(person)
            facts = _facts(event, recorded.ref, speech)
            facts |= {} if was is None else {"was": speech.day(was)}
            text = speech.text(sentence if was is None else _MOVED, **facts)
            message = Message(parts=(_with_more(text, event, speech),))
            posts.append(
                Post(
                    key=f"reaction/{recorded.position}/{person}",
                    person=person,
                    message=noted(message, told, speech),
                )
            )
    return tuple(posts)


def _other_day(db: Reader, recorded: Recorded) -> date | None:
    """Return from or to which day the meeting was moved with this entry, if it was.

    Whoever moves one calls off and convenes at the same moment, in this order.
    """
    off = isinstance(recorded.event, f.MeetingCancelled)
    state, version = ("convened", 1) if off else ("cancelled", -1)
    for row in meetings(db, MACHINE, (recorded.ref,)):
        together = row.changed_at == recorded.recorded_at
        if together and (row.state, row.version) == (state, recorded.version + version):
            return row.on
    return None


def _facts(of: object, forum: str, speech: Speech) -> dict[str, str | None]:
    """Return what the sentences name of a command or an event."""
    facts: dict[str, str | None] = {"forum": speech.forum_called(forum)}
    match of:
        case (
            f.ScheduleMeeting(at=at, place=place)
            | f.MoveMeeting(at=at, place=place)
            | f.MeetingScheduled(at=at, place=place)
        ):
            said = None if place is None else place.text
            facts |= {"when": _when(at, speech), "where": _where(said, speech)}
        case f.RecordMeeting(attended=orgs) | f.MeetingHeld(attended=orgs):
            facts["orgs"] = listed([speech.org(org) for org in orgs], speech)
        case f.FileMinutes(where=where) | f.MinutesFiled(where=where):
            facts["said"] = where.text
        case _:
            pass  # names the day alone
    if isinstance(of, f.MeetingHeld):
        facts["quorum"] = speech.translate(QUORATE if of.quorate else NOT_QUORATE)
    days = {name: getattr(of, name, None) for name in ("on", "to")}
    return facts | {name: speech.day(day) for name, day in days.items() if day}


QUORATE: Final = N_("Enough with a vote were there to resolve.")
NOT_QUORATE: Final = N_("Too few with a vote were there to resolve.")


def _with_more(text: Text, of: object, speech: Speech) -> Text:
    """Return ``text`` with the reason, or where the minutes lie, if it was said."""
    reason = getattr(of, "reason", None)
    minutes = getattr(of, "minutes", None)
    more: tuple[Span, ...] = ()
    if reason is not None:
        more = speech.text(_REASON, reason=reason.text).spans
    elif minutes is not None:
        more = speech.text(_MINUTES, said=minutes.text).spans
    return Text(spans=(*text.spans, *more))


def _when(at: str | None, speech: Speech) -> str:
    return "" if at is None else speech.words(N_(" at {hour}"), hour=at)


def _where(place: str | None, speech: Speech) -> str:
    return "" if place is None else speech.words(N_(", {place}"), place=place)
