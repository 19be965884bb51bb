"""Rulebook: by which rules a forum decides (German: *Regelwerk*).

A forum uses one version at a time, and only a decision of the forum changes it; a
decision keeps the version under which it was opened (rule V1). Version 0 is what
holds from the beginning. Source of the clauses: domain.md section 13.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from core.effect import EffectKind, Form, Measure
from core.texts import between


@unique
class Mode(StrEnum):
    """How a forum decides (*Verfahren*)."""

    CONSENT = "consent"  # Konsent: kein offener Einwand
    MAJORITY = "majority"  # Mehrheit der abgegebenen Stimmen
    TWO_THIRDS = "two_thirds"  # Zweidrittel der abgegebenen Stimmen
    UNANIMOUS = "unanimous"  # einstimmig: keine Gegenstimme
    TACIT = "tacit"  # Schweigefrist: wer nachweislich gefragt schweigt, stimmt zu
    RESISTANCE = "resistance"  # Systemisches Konsensieren: geringster Widerstand
    RECOMMENDATION = "recommendation"  # Empfehlung: Mehrheit, bindet niemanden


OBJECTING: Final = frozenset({Mode.CONSENT, Mode.TACIT})
"""Where whoever is against it objects, and an objection hinders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All clauses of one version.

    More than ``quorum`` percent of those entitled must take part; with
    ``second_call`` nobody is counted when the matter is called for a second time.
    Days are calendar days but for ``contest_days``, which are working days.
    """

    version: int = 0
    mode: Mode = Mode.CONSENT
    quorum: int = 50  # percent; source: HGO § 53 (1)
    second_call: bool = True  # source: HGO § 53 (2)
    notice_days: int = 7  # from the opening, or its proven delivery, to the end
    tacit_days: int = 14  # for how long silence must last to be consent
    review_months: int = 24  # until a decision is looked at again; 0: no usual term
    contest_days: int = 10  # working days; source: domain.md rule D5
    council_months: int = 6  # within which bodies resolve; KGG § 4 (1) allows a term
    effect: EffectKind = EffectKind.EACH_FOR_ITSELF
    measure: Measure = Measure.MEMBERS
    at_least: int = 0
    form: Form = Form.INFORMAL


FOUNDING: Final = Rulebook()
"""What holds until a forum decides otherwise."""

_DAYS: Final = (0, 365)
_MONTHS: Final = (0, 120)
_PER_MILLE: Final = 1_000
_MOST_MEMBERS: Final = 500


def checked(rulebook: Rulebook) -> Rulebook:
    """Return ``rulebook``.

    Raises:
        Refusal: ``NUMBER_OUT_OF_RANGE``.
    """
    between(0, rulebook.quorum, 99)
    for days in (rulebook.notice_days, rulebook.tacit_days, rulebook.contest_days):
        between(_DAYS[0], days, _DAYS[1])
    for months in (rulebook.review_months, rulebook.council_months):
        between(_MONTHS[0], months, _MONTHS[1])
    threshold(rulebook.measure, rulebook.at_least)
    return rulebook


def threshold(measure: Measure, at_least: int) -> int:
    """Return ``at_least`` if it can be reached.

    Raises:
        Refusal: ``NUMBER_OUT_OF_RANGE``.
    """
    most = _MOST_MEMBERS if measure is Measure.MEMBERS else _PER_MILLE
    return between(0, at_least, most)
