"""Snoozing: be reminded of something later (*später*; dialogue D3)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bots.conversation.talk import Talk
from bots.grammar import intents
from bots.locale import N_
from bots.message import Choice, Choices, Message
from core import nudge
from core.calendar import working_days_after
from core.errors import Code, Refusal
from core.ports import Answer

USUAL: Final = 2  # working days, where no day is named; source: dialogue D3


def snooze(talk: Talk, intent: intents.Snooze) -> None:
    """Note it at once; it binds nobody."""
    speaker, speech = talk.speaker, talk.speaker.speech
    org = _org(talk, intent.ref)
    if org is None:
        talk.refuse(Refusal(Code.UNKNOWN_REFERENCE, ref=intent.ref))
        return
    until = intent.until or working_days_after(speaker.today, USUAL, speaker.holidays)
    day = working_days_after(until - timedelta(days=1), 1, speaker.holidays)
    answer = _give(talk, nudge.Snooze(ref=intent.ref, until=day), org)
    if answer.refusal is not None:
        talk.refuse(answer.refusal)
        return
    undo = Choice(
        id="undo",
        label=speech.translate(N_("Take back")),
        twin=speech.translate(N_("take back")),
    )
    text = speech.text(
        N_("Good, I come back to {ref} on **{day}** – to you alone."),
        ref=intent.ref,
        day=speech.near(day),
    )
    talk.messages.append(
        Message(parts=(text, Choices(options=(undo,))), item=intent.ref)
    )


def wake(talk: Talk, ref: str, org: str) -> None:
    """Do not put it off after all."""
    answer = _give(talk, nudge.Wake(ref=ref), org)
    if answer.refusal is not None:
        talk.refuse(answer.refusal)
        return
    text = N_("Taken back: I remind you of {ref} as planned.")
    talk.say(talk.speaker.speech.text(text, ref=ref))


def _give(talk: Talk, command: nudge.Snooze | nudge.Wake, org: str) -> Answer:
    order = talk.speaker.order(command, step="0", org=org, stream=f"nudge:{org}")
    return talk.office.submit(order)


def _org(talk: Talk, ref: str) -> str | None:
    """Return for which organisation the speaker puts ``ref`` off."""
    row, asked, matter = talk.row(ref), talk.ask(ref), talk.matter(ref)
    if matter is not None:
        waits = (one.org for one in matter.councils if one.awaited)
        own = (org for org in waits if org in talk.speaker.orgs)
        return next(own, None) or talk.own_org(matter)
    if row is not None:
        return talk.speaker.org_among(row.mover, row.holder, row.asker)
    if asked is not None:
        own = (org for org in asked.missing if org in talk.speaker.orgs)
        return talk.speaker.org_among(*own, *asked.audience, asked.org)
    return None
