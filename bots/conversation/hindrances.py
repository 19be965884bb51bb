"""Hindrances: why a result is not said back as it was typed, or only with a word.

Source: domain.md section 6, rules T1 and T3.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from bots.conversation.talk import Talk
from bots.decisions import checking
from bots.decisions.checking import Check
from bots.decisions.matter import Matter
from bots.grammar import intents
from bots.grammar.answers import Question
from bots.locale import N_
from bots.message import Part
from bots.questions_back import SENTENCES
from bots.speech import Speech
from core.decision.councils import Step
from core.errors import Code, Refusal
from projections.decisions import CouncilRow

OfResult: TypeAlias = intents.Ratification | intents.Paper | intents.Agenda


def unclear(
    talk: Talk,
    matter: Matter,
    intent: OfResult,
    org: str,
) -> bool:
    """Ask which body is meant, or say that its meeting is still to come."""
    known, today = matter.council(org, intent.body), talk.speaker.today
    if not intent.body and known is None and matter.councils_of(org):
        talk.say(talk.speaker.speech.text(SENTENCES[Question.WHICH_BODY]))
        return True
    if _covers_not(talk, matter, intent, known):
        return True
    meeting = _still_to_come(intent, known, today)
    if meeting is not None:
        talk.refuse(Refusal(Code.DATE_IN_THE_FUTURE, on=meeting, today=today))
    return meeting is not None


def _covers_not(
    talk: Talk, matter: Matter, intent: OfResult, known: CouncilRow | None
) -> bool:
    """Say so if there is no earlier approval, or another newest version to cover."""
    edition = intent.edition if isinstance(intent, intents.Ratification) else 0
    row, speech = matter.row, talk.speaker.speech
    approved = known is not None and known.step in {Step.APPROVED, Step.PROVISIONAL}
    if not edition or (approved and edition == row.edition):
        return False
    sentence = N_("The newest version of {ref} is {edition}; nothing was changed.")
    if edition == row.edition:
        sentence = N_(
            "Of this council no approval of an earlier version is entered for {ref}. "
            "If it has approved, please write its day: “{ref} {council}: approved on "
            "…, item …”."
        )
    council = known.body if known else intent.body
    name = matter.body_name(known.org, council) if known else council
    talk.say(
        speech.text(sentence, ref=row.ref, edition=row.edition, council=name or council)
    )
    return True


def _still_to_come(
    intent: object, known: CouncilRow | None, today: date
) -> date | None:
    """Return the meeting that a result names, if it has not been held yet.

    A day without a year is read as the last such day; who says it means the meeting.
    """
    if known is None or known.meeting is None or known.meeting <= today:
        return None
    day = intent.on if isinstance(intent, intents.Ratification) else None
    if day is None or day > today:
        return None
    same = (day.month, day.day) == (known.meeting.month, known.meeting.day)
    return known.meeting if same else None


def another_text(
    talk: Talk,
    matter: Matter,
    command: object,
    check: Check | None,
    renewed: date | None,
) -> bool:
    """Say so if another text was approved than one of ours, or than the newest.

    ``renewed`` is the day on which an approval of an earlier version was renewed.
    """
    wrong = _wrong(command, renewed, matter)
    if wrong is not None:
        talk.refuse(wrong)
        return True
    if check is None or check.same:
        return False
    talk.messages.append(checking.covers_not(check, matter, talk.speaker.speech))
    return True


def _wrong(command: object, day: date | None, matter: Matter) -> Refusal | None:
    """Refuse an unknown mark, and a day before the decision lay before the forum."""
    since = matter.row.opened_on
    if day is not None and since is not None and day < since:
        code = Code.RESULT_BEFORE_DECISION
        return Refusal(code, on=day, since=since, ref=matter.row.ref)
    return checking.unknown(command, matter)


def before_the_forum(
    day: date | None, matter: Matter, speech: Speech
) -> Sequence[Part]:
    """Say so if a body resolved before the forum did, which is rarely meant."""
    closed = matter.row.closed_on
    if day is None or closed is None or day >= closed:
        return []
    sentence = N_(
        "{on} lies before the day on which the forum resolved ({closed}). Please check "
        "the day before you say yes."
    )
    return [speech.text(sentence, on=day, closed=closed)]
