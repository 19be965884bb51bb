"""Terms: what the question "who is bound?" is asked with, and answered with.

A *stance* is what an organisation said in the forum, a *ratification* what one of its
bodies resolved (*Gremienvorbehalt*), a *condition* anything else that must come first:
supervision, publication, funding. Every answer carries its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import Final, NamedTuple


@unique
class EffectKind(StrEnum):
    """Whom a decision binds once bodies agree (*Wirkung*)."""

    ALL_OR_NOTHING = "all_or_nothing"  # alle oder keine
    EACH_FOR_ITSELF = "each_for_itself"  # jede für sich
    THRESHOLD = "threshold"  # ab einer Schwelle


@unique
class Measure(StrEnum):
    """What a threshold counts (*Schwelle*)."""

    MEMBERS = "members"  # Zahl der Mitglieder
    INHABITANTS = "inhabitants"  # Anteil der Einwohner, in Promille
    COST = "cost"  # gedeckter Anteil der Kosten, in Promille


@unique
class Form(StrEnum):
    """In which form the members cooperate (*Rechtsform*; domain.md section 13)."""

    INFORMAL = "L0"  # informeller Austausch
    GUIDELINES = "L1"  # Leitlinien, Absichtserklärung
    WORKING_GROUP = "L2"  # kommunale Arbeitsgemeinschaft
    MANDATE = "L3a"  # öffentlich-rechtliche Vereinbarung, Mandatierung
    DELEGATION = "L3b"  # öffentlich-rechtliche Vereinbarung, Delegation
    JOINT_AGENCY = "L4a"  # gemeinsame kommunale Anstalt
    SPECIAL_PURPOSE = "L4b"  # Zweckverband
    PRIVATE = "LP"  # Form des Privatrechts


BINDING: Final = frozenset({Form.JOINT_AGENCY, Form.SPECIAL_PURPOSE})
"""Forms in which a majority binds all; source: domain.md rule V2."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The effect that was agreed.

    ``at_least`` belongs to a threshold: a number of members, or the per mille of the
    inhabitants or of the cost of those who were there from the beginning.
    ``binds_all`` counts only in a form that lets a majority bind everybody.
    """

    kind: EffectKind
    measure: Measure = Measure.MEMBERS
    at_least: int = 0
    binds_all: bool = False
    form: Form = Form.INFORMAL


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation on the frozen list (*Stimmliste*), weighed as it was then.

    ``cost`` is its share in cents. Whoever is ``late`` joined afterwards: it can help
    to reach a threshold and never raises it.
    """

    org: str
    inhabitants: int = 0
    cost: int = 0
    late: bool = False


@unique
class Stance(StrEnum):
    """What an organisation said (*Position*)."""

    YES = "yes"  # einverstanden
    NO = "no"  # nicht einverstanden
    ABSTAIN = "abstain"  # enthält sich


class Position(NamedTuple):
    """A stance with its day."""

    stance: Stance
    on: date


@unique
class Answer(StrEnum):
    """How it stands with a body's resolution or a condition."""

    OPEN = "open"  # steht aus
    PROVISIONAL = "provisional"  # mündlich, ohne Beleg
    CONDITIONAL = "conditional"  # mit Maßgabe
    APPROVED = "approved"  # zugestimmt, erfüllt
    WAIVED = "waived"  # nicht nötig
    REFUSED = "refused"  # abgelehnt
    EXPIRED = "expired"  # Frist verstrichen


class Ratification(NamedTuple):
    """What ``body`` of ``org`` resolved, and when; open ones have no day."""

    org: str
    body: str
    answer: Answer
    on: date = date.min


EVERYBODY: Final = ""
"""In the place of an organisation: what concerns all of them."""


class Condition(NamedTuple):
    """Something else that must come first, for ``org`` or for everybody."""

    name: str
    answer: Answer
    on: date = date.min
    org: str = EVERYBODY


@unique
class Lack(StrEnum):
    """What stands between an organisation and being bound."""

    POSITION = "position"  # hat sich nicht geäußert
    RESOLUTION = "resolution"  # Gremium hat nicht beschlossen
    EVIDENCE = "evidence"  # Beleg fehlt
    ACCEPTANCE = "acceptance"  # Maßgabe ist nicht übernommen
    CONSENT = "consent"  # hat nicht zugestimmt
    REFUSAL = "refusal"  # Gremium oder Behörde hat abgelehnt
    EXPIRY = "expiry"  # Frist ist verstrichen


FINAL: Final = frozenset({Lack.CONSENT, Lack.REFUSAL, Lack.EXPIRY})
"""What no outstanding answer can cure."""


class Missing(NamedTuple):
    """What ``org`` lacks; ``name`` is the body or the condition, if it is one."""

    org: str
    what: Lack
    name: str = ""


@unique
class Status(StrEnum):
    """What became of a decision that the forum accepted."""

    RATIFYING = "ratifying"  # in den Räten
    PARTLY_IN_FORCE = "partly_in_force"  # gilt für einige, andere stehen aus
    IN_FORCE = "in_force"  # gilt
    FAILED = "failed"  # gescheitert


class Effect(NamedTuple):
    """Who is bound, and what is missing; ``ready`` lack nothing of their own."""

    status: Status
    bound: frozenset[str]
    missing: tuple[Missing, ...]
    ready: frozenset[str]
