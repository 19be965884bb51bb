"""On behalf: coordination enters what somebody said by phone or mail (rule D5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bots import cards
from bots.chronicle import names
from bots.conversation.speaker import colleagues
from bots.conversation.talk import Talk
from bots.grammar import intents
from bots.locale import N_
from bots.message import Text
from core.calendar import working_days_after
from core.facts import Basis, OnBehalf, Power
from core.rulebook import FOUNDING
from core.sealed import Sealed
from projections import people


@dataclass(frozen=True, slots=True)
class Asked:
    """Something was missing and has been asked for."""


def entry(
    talk: Talk,
    said: intents.OnBehalf | None,
    forum: str | None,
    power: Power = Power.PROMISE,
) -> OnBehalf | Asked | None:
    """Return for whom the speaker enters something, ``None`` if for themselves.

    Whoever is named as having said it needs the ``power``.
    """
    if said is None:
        return None
    speaker, speech = talk.speaker, talk.speaker.speech
    org = speaker.org_named(said.organisation)
    if org is None or org in speaker.orgs:
        return None
    if said.basis is None:
        talk.say(
            speech.text(
                N_(
                    "How do you know? Please add phone, mail, meeting or letter and "
                    "who said it, for example: “for {org}, phone BM …”."
                ),
                org=said.organisation,
            )
        )
        return Asked()
    holder = _holder(talk, org, said.holder, forum, power)
    if holder is None:
        return Asked()
    note = Sealed(said.holder) if said.holder else None
    return OnBehalf(org=org, basis=Basis(said.basis.value), holder=holder, note=note)


def speaking_org(talk: Talk, entered: OnBehalf | None, own: str) -> str:
    """Return for which organisation the speaker acts: coordination, if for others."""
    if entered is None:
        return own
    speaker = talk.speaker
    return next(
        (org for org in speaker.orgs if speaker.may(Power.COORDINATE, org, None)),
        speaker.orgs[0],
    )


def said(talk: Talk, entered: OnBehalf, due: date, forum: str | None) -> Text:
    """Say whose word this is, and from when it binds them; it is meant for ``due``."""
    speaker, speech = talk.speaker, talk.speaker.speech
    entry = speech.text(
        N_("Entered for **{org}** ({basis}, {who}), by you."),
        org=speech.org(entered.org),
        basis=speech.translate(names.GROUNDS[entered.basis]),
        who=speech.person(entered.holder),
    )
    days = _contest_days(talk, forum)
    until = working_days_after(speaker.today, days, speaker.holidays)
    period = cards.period(until, due, speech)
    return Text(spans=(*entry.spans, *period.spans))


def _contest_days(talk: Talk, forum: str | None) -> int:
    """Return for how many working days an entry may be contested in ``forum`` today."""
    rulebook, seen = FOUNDING, set[str]()
    with talk.office.reading() as db:
        while forum is not None and forum not in seen:
            seen.add(forum)
            row = people.forum(db, forum)
            rulebook = row.rulebook if row else rulebook
            forum = row.successor if row else None
    return rulebook.contest_days


def _holder(
    talk: Talk, org: str, name: str, forum: str | None, power: Power
) -> str | None:
    """Return the mandate holder called ``name``; the only one if none is named."""
    speaker, speech = talk.speaker, talk.speaker.speech
    with talk.office.reading() as db:
        acting = colleagues(db, org, forum or "", speaker.today)
    holders = [row.person for row in acting if power.value in row.powers]
    last = name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""
    named = [p for p in holders if not last or last in speech.person(p).casefold()]
    if len(set(named)) == 1:
        return named[0]
    if not holders:
        talk.say(
            speech.text(
                N_("For {org} nobody is registered who may promise. Please add them."),
                org=speech.org(org),
            )
        )
        return None
    talk.say(
        speech.text(
            N_("Who said it? For {org} may promise: {people}."),
            org=speech.org(org),
            people=", ".join(speech.person(person) for person in holders),
        )
    )
    return None
