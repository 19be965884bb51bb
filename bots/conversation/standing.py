"""Standing: the result of a council that another one clashes with (*Was da steht*)."""

from __future__ import annotations

from collections.abc import Sequence

from bots import chronicle
from bots.conversation.speaker import Speaker
from bots.locale import N_
from bots.message import Facts, Part
from bots.ports import Office
from core.decision import events as e
from core.errors import Refusal
from projections import history

_RESULTS = (
    e.CouncilApproved,
    e.CouncilApprovedWithConditions,
    e.CouncilRefused,
    e.ApprovalRechecked,
    e.RatificationWaived,
    e.RatificationExpired,
)


def result(office: Office, speaker: Speaker, refusal: Refusal) -> Sequence[Part]:
    """Return what is entered of that body, by whom and when; nothing if unseen."""
    facts, speech = refusal.facts, speaker.speech
    with office.reading() as db:
        steps = history.of(db, speaker.viewer, str(facts.get("ref", "")))
    found = [
        one
        for one in steps
        if isinstance(one.event, _RESULTS)
        and (one.event.org, one.event.body) == (facts["org"], facts["body"])
    ]
    if not found:
        return ()
    newest = found[-1]
    at = newest.recorded_at.astimezone(office.zone())
    rows = (
        (speech.translate(N_("Entered is")), chronicle.step(newest, speech).plain),
        (speech.translate(N_("Entered by")), speech.person(newest.actor)),
        (
            speech.translate(N_("Entered on")),
            f"{speech.figures(at.date())}, {at:%H:%M}",
        ),
    )
    return (Facts(rows=rows),)
