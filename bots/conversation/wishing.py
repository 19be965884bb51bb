"""Wishing: what somebody wants to be brought, at once and undone as easily."""

from __future__ import annotations

from datetime import date
from typing import Final, assert_never

from bots.chronicle import choosing
from bots.conversation.talk import Talk
from bots.grammar import intents
from bots.locale import N_
from bots.message import Choice, Choices, Message, Text
from core import person as core
from core.calendar import Hours
from core.person import Choosing, Muted, Rhythm, Unasked, Weekday
from core.ports import Order
from core.sealed import Sealed
from projections import people


def wish(talk: Talk, intent: intents.Wish) -> None:
    """Do what somebody wishes for themselves."""
    match intent:
        case intents.Prefer():
            _prefer(talk, intent)
        case intents.Rest(until=until):
            _rest(talk, until)
        case intents.Limit(start=start, end=end) if (
            start is not None and end is not None
        ):
            _hours(talk, Hours(start, end))
        case intents.Limit(weekly=weekly):
            _weekly(talk, weekly)
        case _:
            assert_never(intent)


def _hours(talk: Talk, hours: Hours) -> None:
    said = talk.speaker.speech.text(
        N_(
            "What you did not ask for comes on working days from {start} to {end} "
            "o’clock. Whoever needs help at once may ask you at any time."
        ),
        start=hours.start,
        end=hours.end,
    )
    _choose(talk, [core.SetPreferences(hours=hours)], said, _USUAL)


def _weekly(talk: Talk, weekly: int | None) -> None:
    sentence = N_(
        "You get {count} reminders a week at most; what is left waits for the digest."
    )
    if weekly == 1:
        sentence = N_(
            "You get one reminder a week at most; what is left waits for the digest."
        )
    said = talk.speaker.speech.text(sentence, count=weekly or 0)
    _choose(talk, [core.SetPreferences(weekly=weekly)], said, _AS_MANY)


def _prefer(talk: Talk, intent: intents.Prefer) -> None:
    """Set the rhythm of the digest, or switch something off or on."""
    subject = Unasked(intent.subject)
    if intent.day:
        _weekday(talk, Weekday(intent.day))
        return
    if intent.rhythm:
        rhythm = Rhythm(intent.rhythm)
        back = _DAILY if rhythm is Rhythm.WEEKLY else _WEEKLY
        _choose(talk, [core.SetPreferences(digest=rhythm)], _rhythm(talk, rhythm), back)
        return
    off = intent.switch == "off"
    if subject is Unasked.DIGEST and not intent.channel:
        rhythm = Rhythm.OFF if off else Rhythm.WEEKLY
        wished: list[Choosing] = [core.SetPreferences(digest=rhythm)]
        if not off:
            wished.append(core.Unmute(kind=subject))
        _choose(talk, wished, _rhythm(talk, rhythm), _ON if off else _OFF)
        return
    _switch(talk, Muted(kind=subject, channel=intent.channel), off=off)


def _weekday(talk: Talk, day: Weekday) -> None:
    """Bring the digest once a week, on ``day``; the way back is the day before that."""
    before = _day(talk)
    wished = core.SetPreferences(digest=Rhythm.WEEKLY, digest_day=day)
    back = _DAILY
    if before is not day:
        back = (N_("As before again"), _TWINS[before])
    said = _once_a_week(talk, day)
    _choose(talk, [wished], said, back)


def _rest(talk: Talk, until: date | None) -> None:
    """Leave somebody in peace for a while."""
    speech = talk.speaker.speech
    if until is None:
        said = speech.text(N_("Your rest is over; what you want comes as before."))
        _choose(talk, [core.Rest(until=None)], said, _QUIET)
        return
    said = speech.text(
        N_(
            "I leave you in peace until {until}: no digest, no reminder. Whoever needs "
            "help at once may still ask you."
        ),
        until=until,
    )
    _choose(talk, [core.Rest(until=until)], said, _QUIET_OFF)


def _switch(talk: Talk, one: Muted, *, off: bool) -> None:
    speech = talk.speaker.speech
    what = choosing.muted(one, speech)
    label, twins, sentence = _BACK if off else _AWAY
    wished: Choosing = core.Unmute(kind=one.kind, channel=one.channel)
    if off:
        wished = core.Mute(kind=one.kind, channel=one.channel)
    twin = speech.words(
        twins[1] if one.channel else twins[0],
        name=speech.translate(_NAMES[one.kind]),
        channel=one.channel,
    )
    _choose(talk, [wished], speech.text(sentence, what=what), (label, twin))


def _choose(
    talk: Talk, wished: list[Choosing], said: Text, back: tuple[str, str]
) -> None:
    """Record what was wished and show the way back."""
    speaker, speech = talk.speaker, talk.speaker.speech
    for step, command in enumerate(wished):
        answer = talk.office.submit(_order(talk, command, step))
        if answer.refusal is not None:
            talk.refuse(answer.refusal)
            return
    label, twin = back
    choice = Choice(
        id="back", label=speech.translate(label), twin=speaker.speech.translate(twin)
    )
    talk.messages.append(Message(parts=(said, Choices(options=(choice,)))))


def _order(talk: Talk, command: Choosing, step: int) -> Order:
    speaker = talk.speaker
    return Order(
        command_id=f"{speaker.ref}/{step}",
        command=command,
        stream=f"person:{speaker.person}",
        actor=speaker.person,
        org="",
        today=speaker.today,
        now=speaker.now,
        via=speaker.via,
        source=Sealed(speaker.ref),
    )


def _rhythm(talk: Talk, rhythm: Rhythm) -> Text:
    if rhythm is Rhythm.WEEKLY:
        return _once_a_week(talk, _day(talk))
    return talk.speaker.speech.text(_DAILY_NOW if rhythm is Rhythm.DAILY else _OFF_NOW)


def _once_a_week(talk: Talk, day: Weekday) -> Text:
    speech = talk.speaker.speech
    return speech.text(_WEEKLY_NOW, day=speech.translate(choosing.DAYS[day]))


def _day(talk: Talk) -> Weekday:
    """Return on which day the speaker gets the week's digest now."""
    with talk.office.reading() as db:
        return people.preferences_of(db, talk.speaker.person).digest_day


_WEEKLY_NOW: Final = N_(
    "You get the digest once a week, {day} at nine; where that is a holiday, on the "
    "next working day. If there is nothing to tell, it does not come."
)
_DAILY_NOW: Final = N_(
    "You get the digest once a week, and on the other working days what needs a "
    "hand; if there is nothing, nothing comes."
)
_OFF_NOW: Final = N_("You get no digest any more. “digest” shows it whenever you ask.")
_TWINS: Final = {
    Weekday.MONDAY: N_("digest on Mondays"),
    Weekday.TUESDAY: N_("digest on Tuesdays"),
    Weekday.WEDNESDAY: N_("digest on Wednesdays"),
    Weekday.THURSDAY: N_("digest on Thursdays"),
    Weekday.FRIDAY: N_("digest on Fridays"),
}
_BACK: Final = (
    N_("Switch on again"),
    (N_("{name} on"), N_("{name} by {channel} on")),
    N_("Switched off: {what}. Nothing of it is lost."),
)
_AWAY: Final = (
    N_("Switch off"),
    (N_("{name} off"), N_("{name} by {channel} off")),
    N_("Switched on again: {what}."),
)
_NAMES: Final = {
    Unasked.DIGEST: N_("digest"),
    Unasked.NUDGE: N_("reminders"),
    Unasked.SUMMARY: N_("monthly summaries"),
}
_WEEKLY: Final = (N_("Weekly again"), N_("digest weekly"))
_DAILY: Final = (N_("Daily"), N_("digest daily"))
_ON: Final = (N_("Switch on again"), N_("digest on"))
_OFF: Final = (N_("Switch off"), N_("digest off"))
_USUAL: Final = (N_("As usual again"), N_("messages from 8 to 17"))
_AS_MANY: Final = (N_("As usual again"), N_("at most 3 reminders a week"))
_QUIET: Final = (N_("Quiet this week"), N_("quiet this week"))
_QUIET_OFF: Final = (N_("End the rest"), N_("quiet off"))
