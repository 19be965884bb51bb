"""Taking part: who is in on a decision, or said to be ready (*Mitmachen*)."""

from __future__ import annotations

from bots.chronicle import names
from bots.conversation import knowing
from bots.conversation.talk import Talk
from bots.decisions import wording
from bots.decisions.matter import Matter
from bots.lines import line
from bots.locale import N_
from bots.message import Message, Part, Text
from projections import asks, search
from projections.asks import Readiness


def who_takes_part(talk: Talk, topic: str) -> None:
    """Answer by decisions on ``topic``, else by readiness, else by who does it."""
    if not topic:
        _readiness(talk)
        return
    with talk.office.reading() as db:
        nouns = ("decision", "ask")
        hits = search.find(db, talk.speaker.viewer, topic, knowing.MOST, nouns)
        ready = asks.readiness(db, talk.speaker.viewer)
    refs = [hit.ref for hit in hits]
    found = [matter for ref in refs if (matter := talk.matter(ref)) is not None]
    told: list[Part] = [_bound(matter, talk) for matter in found]
    told += [_ready(one, talk) for one in ready if one.ref in refs]
    if not told:
        knowing.who_does(talk, topic)
        return
    head = talk.speaker.speech.text(N_("On “{topic}”:"), topic=topic)
    talk.messages.append(Message(parts=(head, *told)))


def _bound(matter: Matter, talk: Talk) -> Text:
    speech = talk.speaker.speech
    sentence = N_("“{title}” – **{state}**, so far nobody is bound: {matrix}.")
    if matter.row.bound:
        sentence = N_("“{title}” – **{state}**; in it: {bound}.")
    facts = wording.facts_of(matter, speech)
    return line(matter.row.ref, speech.text(sentence, **facts))


def _readiness(talk: Talk) -> None:
    """Answer ``Wer macht mit?`` by what was last published on readiness."""
    speech = talk.speaker.speech
    with talk.office.reading() as db:
        found = asks.readiness(db, talk.speaker.viewer)
    if not found:
        talk.say(
            speech.text(
                N_(
                    "Nobody has been asked yet whether they take part, or the result "
                    "is not out. “Ask all: who takes part in …?” asks."
                )
            )
        )
        return
    parts: list[Part] = [_ready(one, talk) for one in found[: knowing.MOST]]
    talk.messages.append(Message(parts=tuple(parts)))


def _ready(one: Readiness, talk: Talk) -> Text:
    speech = talk.speaker.speech
    day = one.published_at.astimezone(talk.office.zone()).date()
    if one.yes is None:
        sentence = N_("{forum}, {day}: too few have answered to tell.")
    elif one.ready is None:
        sentence = N_("{forum}, {day}: {yes} of {answered} take part.")
    else:
        sentence = N_("{forum}, {day}: {yes} of {answered} take part – {orgs}.")
    orgs = names.listed([speech.org(org) for org in one.ready or ()], speech)
    said = speech.text(
        sentence,
        forum=speech.forum(one.forum),
        day=speech.figures(day),
        yes=one.yes,
        answered=one.answered,
        orgs=orgs or "–",
    )
    return line(one.ref, said)
