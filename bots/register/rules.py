"""Rules: how it is decided, whom it binds, and what is missing, in words (*Regel*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.chronicle import effects
from bots.locale import N_
from bots.message import Text
from bots.register import marks
from bots.speech import Fact, Speech
from core.decision.councils import SOME_BODY
from core.decision.kinds import ConditionKind
from core.effect import EVERYBODY, EffectKind, Lack, Measure, Missing, Rule, Status
from core.rulebook import Mode
from projections.decisions import Band, DecisionRow

_MODES: Final[Mapping[Mode, str]] = {
    Mode.CONSENT: N_(
        "by consent: accepted if somebody agrees and no objection is open"
    ),
    Mode.MAJORITY: N_("by majority: accepted if more say yes than no"),
    Mode.TWO_THIRDS: N_("by two thirds: accepted if twice as many say yes as no"),
    Mode.UNANIMOUS: N_("unanimously: accepted if nobody says no"),
    Mode.TACIT: N_("tacitly: whoever was provably asked in time and is silent agrees"),
    Mode.RESISTANCE: N_("by least resistance: the option with the smallest sum"),
    Mode.RECOMMENDATION: N_("as a recommendation: by majority, binds nobody"),
}
_EFFECTS: Final[Mapping[EffectKind, str]] = {
    EffectKind.ALL_OR_NOTHING: N_("It holds only once everybody is ready."),
    EffectKind.EACH_FOR_ITSELF: N_("It holds for each as soon as that one is ready."),
}
_THRESHOLDS: Final[Mapping[Measure, str]] = {
    Measure.MEMBERS: N_("It holds for those who are ready, from {number} members on."),
    Measure.INHABITANTS: N_(
        "It holds for those who are ready, once {number} % of the inhabitants are "
        "theirs."
    ),
    Measure.COST: N_(
        "It holds for those who are ready, once they bear {number} % of the cost."
    ),
}
_LACKS: Final[Mapping[Lack, str]] = {
    Lack.POSITION: N_("{org} has said nothing yet"),
    Lack.RESOLUTION: N_("{org}: {name} is awaited"),
    Lack.EVIDENCE: N_("{org}: {name}, evidence is missing"),
    Lack.ACCEPTANCE: N_("{org}: {name}, its conditions are not taken over"),
    Lack.CONSENT: N_("{org} has not agreed"),
    Lack.REFUSAL: N_("{org}: {name} has refused"),
    Lack.EXPIRY: N_("{org}: {name}, the term has gone by"),
}
_STATUS: Final[Mapping[Status, str]] = {
    Status.RATIFYING: N_("in the councils"),
    Status.PARTLY_IN_FORCE: N_("partly in force"),
    Status.IN_FORCE: N_("in force"),
    Status.FAILED: N_("failed"),
}
_CONDITIONS: Final = {kind.value: kind for kind in ConditionKind}
_PER_MILLE: Final = 10  # per mille of one per cent


def whole(row: DecisionRow, speech: Speech) -> Text:
    """Return the whole rule of a decision; who joins after a count had no vote in it.

    Once it was counted, what was needed then is told.
    """
    count = row.tally if row.closed_on else row.standing
    facts: dict[str, Fact] = {
        "mode": mode(row.mode, speech),
        "effect": rule(row.rule, speech),
        "entitled": count.entitled if count else 0,
        "needed": count.needed if count else 0,
        "version": row.rulebook.version,
    }
    if row.opened_on is None:
        return speech.text(N_("To be decided **{mode}**. {effect}"), **facts)
    head = N_(
        "Decided **{mode}**; {entitled} entitled to vote, quorate from {needed} on "
        "(rulebook version {version}). {effect}"
    )
    if not row.council or row.mode is Mode.RECOMMENDATION:
        return speech.text(head, **facts)
    after = speech.text(N_(" It binds a municipality only after its own body."))
    return Text(spans=(*speech.text(head, **facts).spans, *after.spans))


def mode(one: Mode, speech: Speech) -> str:
    """Return how it is decided, with what that means."""
    return speech.translate(_MODES[one])


def rule(one: Rule, speech: Speech) -> str:
    """Return whom it binds from when on, as a sentence."""
    if one.kind is EffectKind.THRESHOLD:
        share = one.measure is not Measure.MEMBERS
        number = one.at_least // _PER_MILLE if share else one.at_least
        said = speech.words(_THRESHOLDS[one.measure], number=number)
    else:
        said = speech.translate(_EFFECTS[one.kind])
    if not one.binds_all:
        return said
    form = effects.named(one.form, speech)
    more = speech.words(N_("The majority binds all ({form})."), form=form)
    return f"{said} {more}"


def status(one: Status, speech: Speech) -> str:
    """Return what became of a decision."""
    return speech.translate(_STATUS[one])


def missing(one: Missing, bodies: Mapping[str, str], speech: Speech) -> str:
    """Return what somebody lacks; ``bodies`` has the names of its bodies by id."""
    everybody = one.org == EVERYBODY
    org = speech.translate(N_("Everybody")) if everybody else speech.org(one.org)
    return speech.words(
        _LACKS[one.what], org=org, name=_lacking(one.name, bodies, speech)
    )


def _lacking(name: str, bodies: Mapping[str, str], speech: Speech) -> str:
    if name in _CONDITIONS:
        return effects.named(_CONDITIONS[name], speech)
    if name == SOME_BODY:
        return speech.translate(N_("body"))
    return marks.body(name, bodies, speech)


def band(one: Band, whole_list: int, speech: Speech) -> str:
    """Return between what and what a rule comes out: a band, never a certainty."""
    facts: dict[str, Fact] = {"all": whole_list, "share": _share(one, speech)}
    if not one.high:
        return speech.translate(N_("As far as can be seen it holds for nobody."))
    if one.low == one.high:
        sentence = N_("As far as can be seen it holds for {low} of {all}{share}.")
        return speech.words(sentence, low=one.low, **facts)
    return speech.words(
        N_("As far as can be seen it holds for {low} to {high} of {all}{share}."),
        low=one.low,
        high=one.high,
        **facts,
    )


def _share(one: Band, speech: Speech) -> str:
    """Return the share of the inhabitants behind a comma, if it is known."""
    if one.low_share is None or one.high_share is None:
        return ""
    low, high = one.low_share // _PER_MILLE, one.high_share // _PER_MILLE
    if low == high:
        return speech.words(N_(", {low} % of the inhabitants"), low=low)
    return speech.words(
        N_(", {low} to {high} % of the inhabitants"), low=low, high=high
    )
