"""Wording: what a reminder says: who waits, and until when (*Erinnerung*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots import cards, choices
from bots.asks import cards as ask_cards
from bots.asks import wording as ask_wording
from bots.asks.cards import Look
from bots.choices import Onlooker
from bots.locale import N_
from bots.message import Choice, Choices, Form, Message, Part, Text
from bots.speech import Speech
from core.nudge import Step
from projections.asks import AskRow, ReplyRow
from projections.commitments import CommitmentRow


def of_commitment(
    row: CommitmentRow, onlooker: Onlooker, step: Step, speech: Speech
) -> Message:
    """Return the reminder of what was asked or promised."""
    facts = cards.facts_of(row, speech)
    facts |= {"mover": speech.org(row.mover), "deadline": row.deadline}
    if step is Step.COORDINATION:
        sentence = N_(
            "{ref} ({what}): due was **{due}**, **{mover}** is to move; {asker} waits."
        )
        return Message(parts=(speech.text(sentence, **facts),), item=row.ref)
    sentence = _WAITING.get(row.state, _ANY)
    options = (*choices.of(row, onlooker, speech), later(row.ref, speech))
    parts: list[Part] = [speech.text(sentence, **facts)]
    parts += [cards.pending(row, onlooker, speech)] if row.pending else []
    parts.append(Choices(options=options))
    return Message(parts=tuple(parts), item=row.ref, version=row.version)


def of_ask(
    row: AskRow, reply: ReplyRow | None, org: str, step: Step, speech: Speech
) -> Message:
    """Return the reminder of an ask, or of its result if ``org`` owes that."""
    facts = ask_wording.facts_of(row, speech) | {"org": speech.org(org)}
    owes = org == row.org
    if step is Step.COORDINATION:
        sentence = _LATE_RESULT if owes else _LATE_ANSWER
        return Message(parts=(speech.text(sentence, **facts),), item=row.ref)
    parts: list[Part] = [speech.text(_RESULT if owes else _ANSWER, **facts)]
    card = ask_cards.card(row, Look(org=org, reply=reply, runs=owes), speech)
    parts += [part for part in card.parts if isinstance(part, Choices | Form)]
    parts.append(Choices(options=(later(row.ref, speech),)))
    return Message(parts=tuple(parts), item=row.ref, version=row.stage)


def later(ref: str, speech: Speech) -> Choice:
    """Return the button that puts the item off."""
    return Choice(
        id="later_on",
        label=speech.translate(N_("Later")),
        twin=speech.words(N_("{ref} later"), ref=ref),
    )


def greeting(count: int, speech: Speech) -> Text:
    """Say that several things follow, in one message."""
    sentence = N_("{count} things wait, all in one message:")
    return speech.text(sentence, count=count)


_ANSWER: Final = N_(
    "On {ref} ({text}) the answer of **{org}** is still missing, by **{due}**; "
    "{asker} promised everybody the result by {promised}."
)
_RESULT: Final = N_(
    "{answered} of {asked} have answered {ref} ({text}) and wait for the result; it is "
    "promised by **{promised}**."
)
_LATE_ANSWER: Final = N_(
    "{ref} ({text}): the answer of **{org}** is missing, due was **{due}**. The result "
    "is promised by {promised}."
)
_LATE_RESULT: Final = N_(
    "{ref} ({text}): **{org}** owes the result, promised was **{promised}**."
)
_ANY: Final = N_("{ref} ({what}): {asker} waits for you; due is **{due}**.")
_WAITING: Final[Mapping[str, str]] = {
    "requested": N_(
        "{asker} waits for your answer to {ref} ({what}); it is wanted by **{due}**."
    ),
    "promised": N_("{ref} ({what}) is promised by **{due}**; {asker} waits for it."),
    "reserved": N_(
        "{ref} ({what}): {body} is to decide by {deadline}; {asker} waits to hear."
    ),
}
