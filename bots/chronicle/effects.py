"""The parts of a decision in words: rules, lists, counts (*Beschlussregeln*)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, TypeAlias

from bots.chronicle.names import listed
from bots.figures import euros
from bots.locale import N_
from bots.speech import Fact, Speech
from core.decision.kinds import (
    Benefit,
    ConditionKind,
    Evidence,
    Outcome,
    Score,
    Share,
    Tally,
)
from core.effect import EffectKind, Form, Measure, Member, Rule, Stance
from core.rulebook import Mode, Rulebook

Part: TypeAlias = Benefit | Member | Rule | Rulebook | Score | Share | Tally
Named: TypeAlias = (
    ConditionKind | EffectKind | Evidence | Form | Measure | Mode | Outcome | Stance
)

_NAMES: Final[Mapping[Enum, str]] = {
    Mode.CONSENT: N_("consensus"),
    Mode.MAJORITY: N_("majority"),
    Mode.TWO_THIRDS: N_("two thirds"),
    Mode.UNANIMOUS: N_("unanimous"),
    Mode.TACIT: N_("tacit consent"),
    Mode.RESISTANCE: N_("least resistance"),
    Mode.RECOMMENDATION: N_("recommendation"),
    Stance.YES: N_("agreed"),
    Stance.NO: N_("not agreed"),
    Stance.ABSTAIN: N_("abstention"),
    EffectKind.ALL_OR_NOTHING: N_("all or nobody"),
    EffectKind.EACH_FOR_ITSELF: N_("each for itself"),
    EffectKind.THRESHOLD: N_("from a threshold on"),
    Measure.MEMBERS: N_("members"),
    Measure.INHABITANTS: N_("‰ of the inhabitants"),
    Measure.COST: N_("‰ of the cost"),
    Form.INFORMAL: N_("informal exchange"),
    Form.GUIDELINES: N_("guidelines"),
    Form.WORKING_GROUP: N_("municipal working group"),
    Form.MANDATE: N_("agreement under public law (mandate)"),
    Form.DELEGATION: N_("agreement under public law (delegation)"),
    Form.JOINT_AGENCY: N_("joint municipal agency"),
    Form.SPECIAL_PURPOSE: N_("special-purpose association"),
    Form.PRIVATE: N_("form of private law"),
    Outcome.ACCEPTED: N_("accepted"),
    Outcome.REJECTED: N_("not accepted"),
    Outcome.LAPSED: N_("not quorate"),
    Evidence.OPARL: N_("council information system"),
    Evidence.MINUTES: N_("extract from the minutes"),
    Evidence.LETTER: N_("letter"),
    Evidence.ORAL: N_("by word of mouth, provisional"),
    ConditionKind.SUPERVISORY_NOTICE: N_("notice to the supervisory authority"),
    ConditionKind.SUPERVISORY_APPROVAL: N_("approval by the supervisory authority"),
    ConditionKind.PUBLICATION: N_("publication"),
    ConditionKind.FUNDING: N_("promise of funding"),
}


def named(value: Named, speech: Speech) -> str:
    """Return what a code of a decision is called."""
    return speech.translate(_NAMES[value])


def part(value: Part, speech: Speech) -> str:
    """Return a part of an event in words."""
    match value:
        case Member(org=org):
            return speech.org(org)
        case Share(org=org, cents=cents):
            return f"{speech.org(org)} {euros(cents, speech.language)}"
        case Benefit(org=org, text=text):
            said = text.text or speech.translate(N_("erased"))
            return f"{speech.org(org)}: {said}"
        case Score(option=option, resistance=resistance):
            return f"{option}: {resistance}"
        case Rule():
            return rule(value, speech)
        case Rulebook(version=version, quorum=quorum):
            return speech.words(
                N_("Rulebook version {version}, quorum above {quorum} %"),
                version=version,
                quorum=quorum,
            )
        case Tally():
            return tally(value, speech)


def rule(effect: Rule, speech: Speech) -> str:
    """Return whom a decision binds, in words."""
    kind = named(effect.kind, speech)
    if effect.kind is EffectKind.THRESHOLD:
        kind = speech.words(
            N_("in force from {number} {measure} on"),
            number=effect.at_least,
            measure=named(effect.measure, speech),
        )
    if not effect.binds_all:
        return kind
    return speech.words(N_("{kind}, the majority binds all"), kind=kind)


def tally(counted: Tally, speech: Speech) -> str:
    """Return a count in words."""
    facts: dict[str, Fact] = {
        "mode": named(counted.mode, speech),
        "yes": counted.yes,
        "no": counted.no,
        "abstain": counted.abstain,
        "entitled": counted.entitled,
        "needed": counted.needed,
    }
    said = speech.words(
        N_(
            "{mode}, {yes} yes, {no} no, {abstain} abstaining of {entitled} entitled, "
            "{needed} needed"
        ),
        **facts,
    )
    if counted.tacit:
        silent = listed([speech.org(org) for org in counted.tacit], speech)
        said = speech.words(N_("{said}, silence of {silent}"), said=said, silent=silent)
    if counted.option is not None:
        sums = ", ".join(map(str, counted.resistance))
        said = speech.words(
            N_("{said}, resistance {sums}: option {option}"),
            said=said,
            sums=sums,
            option=counted.option,
        )
    return said
