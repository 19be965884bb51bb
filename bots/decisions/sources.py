"""Sources: versions of a decision, and what proves its councils (*Belege*)."""

from __future__ import annotations

from bots.chronicle import effects, names
from bots.decisions import wording
from bots.decisions.body_echoes import whose
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Part
from bots.speech import Fact, Speech
from core.decision.wording import mark
from core.sealed import Sealed
from projections.decisions import ConditionRow, CouncilRow


def texts(matter: Matter, speech: Speech) -> list[Part]:
    """Return a line for each version, with the mark that is printed on its papers."""
    return [
        speech.text(
            N_("Version {n} of {day}, mark {mark}."),
            n=one.edition,
            day=speech.figures(one.on),
            mark=mark(Sealed(one.text)) or speech.translate(N_("(text erased)")),
        )
        for one in matter.editions
    ]


def proofs(matter: Matter, speech: Speech) -> list[Part]:
    """Return a line for each body and condition of which there is a paper or proof."""
    found = [
        _council(one, matter, speech)
        for one in matter.councils
        if one.since or one.evidence
    ]
    return [*found, *(_condition(one, speech) for one in matter.conditions if one.on)]


def _council(one: CouncilRow, matter: Matter, speech: Speech) -> Part:
    facts: dict[str, Fact] = {
        "org": speech.org(one.org),
        "body": wording.body(matter, one.org, one.body, speech),
        "state": names.state(f"council_{one.step.value}", speech),
        "day": speech.figures(one.on) if one.on else None,
        "paper": f" {one.paper}" if one.paper else "",
        "since": speech.figures(one.since) if one.since else "–",
        "proof": one.evidence_ref
        or (effects.named(one.evidence, speech) if one.evidence else "–"),
    }
    sentence = N_("**{org}** ({body}): paper{paper} of {since}, {state}.")
    if one.on is not None:
        sentence = N_(
            "**{org}** ({body}): paper{paper} of {since}, {state} on {day}, proof: "
            "{proof}."
        )
    return speech.text(sentence, **facts)


def _condition(one: ConditionRow, speech: Speech) -> Part:
    return speech.text(
        N_("{condition} ({whose}): {day}, proof: {proof}."),
        condition=effects.named(one.kind, speech),
        whose=whose(one.org, speech),
        day=speech.figures(one.on) if one.on else "–",
        proof=one.evidence_ref or one.reason or "–",
    )
