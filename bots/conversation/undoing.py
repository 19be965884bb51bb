"""Undoing: take back one's own newest act (rule 5, *zurücknehmen*)."""

from __future__ import annotations

from bots.conversation import asks, items, leaving, lending, snoozing, telling
from bots.conversation.talk import Talk
from bots.locale import N_
from core import nudge, organisation, person
from core.catalogue import noun_of
from projections import entries


def undo(talk: Talk, ref: str) -> None:
    """Take back the newest act on ``ref``, or the newest act of the speaker."""
    if not ref:
        with talk.office.reading() as db:
            newest = entries.newest_of(db, talk.speaker.person)
        match newest:
            case _, nudge.Snoozed(ref=put_off, org=org):
                snoozing.wake(talk, put_off, org)
                return
            case _, person.AbsenceDeclared():
                leaving.take_back(talk)
                return
            case stream, organisation.DevicesNamed():
                lending.take_back(talk, stream)
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
