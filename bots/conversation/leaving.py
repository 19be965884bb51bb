"""Leaving: who is away, and who stands in (*Urlaub, Vertretung*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bots.conversation.talk import Talk
from bots.grammar import intents
from bots.locale import N_
from bots.message import Choice, Choices, Message, Part, Text
from bots.speech import Fact
from core.person import AbsenceDeclared, Away, DeclareAbsence, EndAbsence
from core.ports import Circle
from projections import entries, people
from projections.people import AwayRow, MandateRow


def absence(talk: Talk, intent: intents.Absence) -> None:
    """Note at once that the speaker is away; it binds no organisation."""
    deputy = None
    if intent.deputy:
        deputy = _deputy(talk, intent.deputy)
        if deputy is None:
            return
    command = DeclareAbsence(until=intent.until, start=intent.start, deputy=deputy)
    speech, before = talk.speaker.speech, _known(talk)
    if not _write(talk, command):
        return
    first, last = intent.start or talk.speaker.today, intent.until
    sentence = _period(first, last, talk.speaker.today)
    days: dict[str, Fact] = {"first": speech.near(first), "last": speech.near(last)}
    parts: list[Part] = [speech.text(sentence, **days)]
    if deputy is None:
        parts.append(
            speech.text(
                N_(
                    "Meanwhile your colleagues, else coordination, get what comes. You "
                    "can name somebody: “holiday until …, deputy …”."
                )
            )
        )
    else:
        parts.append(
            speech.text(
                N_("Until then **{who}** gets what comes and may act for you."),
                who=speech.person(deputy),
            )
        )
    with talk.office.reading() as db:
        both = people.away(db, [deputy or ""], last) or people.away(
            db, [deputy or ""], first
        )
    if both:
        also = N_("Please note: **{who}** is noted as away in these days as well.")
        parts.append(speech.text(also, who=speech.person(deputy)))
    now = _known(talk)
    gone = [one for one in before if one not in now]
    stay = [one for one in now if one in before]
    parts += [_told(talk, _REPLACED, gone)] if gone else []
    parts += [_told(talk, _STAYS, stay)] if stay else []
    talk.messages.append(Message(parts=(*parts, Choices(options=(_undo(talk),)))))


def _known(talk: Talk) -> Sequence[AwayRow]:
    with talk.office.reading() as db:
        return people.absences(db, talk.speaker.person, talk.speaker.today)


def _told(talk: Talk, sentence: str, rows: Sequence[AwayRow]) -> Text:
    """Name absences by their days and who stands in."""
    speech = talk.speaker.speech
    said = []
    for row in rows:
        days = N_("{first} to {last}")
        if row.deputy:
            days = N_("{first} to {last}, deputy {deputy}")
        facts: dict[str, Fact] = {"first": speech.near(row.first)}
        facts |= {"last": speech.near(row.last), "deputy": speech.person(row.deputy)}
        said.append(speech.words(days, **facts))
    return speech.text(sentence, absences="; ".join(said))


_REPLACED = N_("It takes the place of: {absences}.")
_STAYS = N_("Still noted: {absences}.")


def take_back(talk: Talk, stream: str, declared: AbsenceDeclared) -> bool:
    """Be there after all, in the days declared last; ``False`` if none were."""
    with talk.office.reading() as db:
        anew = entries.declared_anew(db, stream)
    days = None if anew else Away(declared.period).days
    if days is None:
        return False
    if _write(talk, EndAbsence(start=days[0])):
        text = N_("Taken back: you are not noted as away.")
        left = _known(talk)
        stays = [_told(talk, _STAYS, left)] if left else []
        talk.say(talk.speaker.speech.text(text), *stays)
    return True


def back(talk: Talk) -> None:
    """Be there again."""
    if _write(talk, EndAbsence()):
        text = N_("Welcome back! What comes goes to you again.")
        left = _known(talk)
        stays = [_told(talk, _STAYS, left)] if left else []
        talk.say(talk.speaker.speech.text(text), *stays)


def _write(talk: Talk, command: DeclareAbsence | EndAbsence) -> bool:
    """Give the order; whether anything was written."""
    speaker = talk.speaker
    order = speaker.order(
        command,
        step="0",
        org=speaker.orgs[0],
        stream=f"person:{speaker.person}",
        circle=Circle.CLOSED.value,
    )
    answer = talk.office.submit(order)
    if answer.refusal is not None:
        talk.refuse(answer.refusal)
        return False
    if not answer.events:
        talk.say(speaker.speech.text(N_("That is so already; nothing was changed.")))
    return bool(answer.events)


def _period(first: date, last: date, today: date) -> str:
    if first == last:
        return N_("Noted: you are away on **{last}**.")
    if first <= today:
        return N_("Noted: you are away until **{last}**.")
    return N_("Noted: you are away from **{first}** until **{last}**.")


def _deputy(talk: Talk, name: str) -> str | None:
    """Find the colleague who is named, or say who there is."""
    speaker, speech = talk.speaker, talk.speaker.speech
    acting = {
        m.person
        for org in speaker.orgs[:1]
        for place in (None, *speaker.speech.forums)
        for m in _acting(talk, org, place)
        if m.person != speaker.person
    }
    words = name.split()
    last = words[-1].casefold() if words else ""
    found = {p for p in acting if last in speech.person(p).casefold()}
    if len(found) == 1:
        return found.pop()
    talk.say(
        speech.text(
            N_("I do not know “{name}” at {org}. There act: {people}."),
            name=name,
            org=speech.org(speaker.orgs[0]),
            people=", ".join(sorted(map(speech.person, acting))) or "–",
        )
    )
    return None


def _acting(talk: Talk, org: str, forum: str | None) -> Sequence[MandateRow]:
    with talk.office.reading() as db:
        return people.persons_of(db, org, forum, talk.speaker.today)


def _undo(talk: Talk) -> Choice:
    speech = talk.speaker.speech
    return Choice(
        id="undo",
        label=speech.translate(N_("Take back")),
        twin=speech.translate(N_("take back")),
    )
