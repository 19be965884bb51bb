"""Undoing: take back one's own newest act (rule 5, *zurücknehmen*)."""

from __future__ import annotations

from collections.abc import Sequence

from bots.conversation import (
    asks,
    decisions,
    items,
    leaving,
    lending,
    meetings,
    snoozing,
    telling,
    waiting,
)
from bots.conversation.talk import Talk
from bots.grammar import intents
from bots.locale import N_
from bots.ports import Echo
from core import forum, nudge, organisation, person
from core.catalogue import noun_of
from core.errors import Code, Refusal
from projections import entries


def undo(talk: Talk, ref: str) -> None:
    """Take back the newest act on ``ref``, or the newest act of the speaker.

    A question that still waits for a yes is what is taken back first.
    """
    if open_ := waiting.of(talk, ref):
        _drop(talk, open_)
        return
    if not ref:
        with talk.office.reading() as db:
            newest = entries.newest_of(db, talk.speaker.person)
        match newest:
            case _, nudge.Snoozed(ref=put_off, org=org):
                snoozing.wake(talk, put_off, org)
                return
            case stream, person.AbsenceDeclared() as declared:
                if leaving.take_back(talk, stream, declared):
                    return
            case stream, organisation.DevicesNamed():
                lending.take_back(talk, stream)
                return
            case stream, forum.MeetingScheduled(on=on):
                meetings.take_back(talk, stream, on)
                return
            case stream, _:
                ref = stream.partition(":")[2]
            case None:
                pass
    match noun_of(ref):
        case "commitment":
            items.take_back(talk, ref)
        case "ask":
            asks.take_back(talk, ref)
        case "decision":
            _of_decision(talk, ref)
        case "information":
            telling.retract(talk, ref, "")
        case _:
            talk.say(
                talk.speaker.speech.text(
                    N_(
                        "I find nothing of yours to take back. Please name the item, "
                        "for example: Z34 take back."
                    )
                )
            )


def _drop(talk: Talk, open_: Sequence[Echo]) -> None:
    """Let a question go without a yes; ask which if there are several."""
    if len(open_) > 1:
        waiting.which(talk, open_, waiting.NO)
        return
    talk.answered.append((open_[0].ref, "no"))
    talk.say(talk.speaker.speech.text(N_("All right, nothing was written.")))


def _of_decision(talk: Talk, ref: str) -> None:
    """Take back an objection or what is only prepared; say how the rest is changed."""
    matter = talk.matter(ref)
    if matter is None:
        talk.refuse(Refusal(Code.UNKNOWN_REFERENCE, ref=ref))
        return
    org = talk.own_org(matter)
    known = matter.position(org)
    if known is not None and known.prepared is not None:
        decisions.about(talk, intents.ContestEntry(ref=ref, text=""))
    elif matter.objections_of(org):
        decisions.about(talk, intents.WithdrawObjection(ref=ref))
    else:
        talk.say(
            talk.speaker.speech.text(
                N_(
                    "On {ref} I find nothing that “take back” undoes; nothing was "
                    "changed. A position is changed by saying the new one (“{ref} "
                    "abstention”), a result of a council by “{ref} municipal council: "
                    "entry was wrong, …”."
                ),
                ref=ref,
            )
        )
