"""Councils: how it stands with one body of one organisation (*Gremienvorbehalt*).

::

    Required --PaperSubmitted--> Submitted --ItemScheduled--> Scheduled
    Submitted, Scheduled --CouncilApproved--> Approved, by word of mouth Provisional
    Submitted, Scheduled --…WithConditions--> Conditional
    Conditional --ConditionsAccepted--> Approved, --ConditionsRefused--> Required
    Submitted, Scheduled --CouncilRefused--> Refused --…Reopened--> Required
    Scheduled --Postponed, Referred, NotQuorate--> Submitted
    any open --RatificationWaived--> Waived, --RatificationExpired--> Expired
    any result --ResultRetracted--> Submitted, Required if no paper came before it
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import Final, NamedTuple

from core.decision.kinds import ConditionKind
from core.effect import EVERYBODY, Answer

SOME_BODY: Final = "gremium"
"""In the place of a body that nobody has named yet."""


@unique
class Step(StrEnum):
    """Where a body is with a decision."""

    REQUIRED = "required"  # Vorbehalt
    SUBMITTED = "submitted"  # Vorlage eingereicht
    SCHEDULED = "scheduled"  # auf der Tagesordnung
    PROVISIONAL = "provisional"  # mündlich zugestimmt
    APPROVED = "approved"  # zugestimmt
    CONDITIONAL = "conditional"  # mit Maßgabe
    REFUSED = "refused"  # abgelehnt
    WAIVED = "waived"  # nicht nötig
    EXPIRED = "expired"  # Frist verstrichen


OUTSTANDING: Final = frozenset({Step.REQUIRED, Step.SUBMITTED, Step.SCHEDULED})
RESULTS: Final = frozenset(
    {Step.PROVISIONAL, Step.APPROVED, Step.CONDITIONAL, Step.REFUSED}
)

_ANSWER: Final = {
    Step.PROVISIONAL: Answer.PROVISIONAL,
    Step.APPROVED: Answer.APPROVED,
    Step.CONDITIONAL: Answer.CONDITIONAL,
    Step.REFUSED: Answer.REFUSED,
    Step.WAIVED: Answer.WAIVED,
    Step.EXPIRED: Answer.EXPIRED,
}


class CouncilKey(NamedTuple):
    """Which body of which organisation."""

    org: str
    body: str


@dataclass(frozen=True, slots=True)
class Council:
    """What is known of one body; days are local.

    ``text`` is the version that lies before it or on which it resolved, ``since``
    the day of the paper, ``meeting`` that of its agenda, ``on`` that of its result.
    """

    step: Step = Step.REQUIRED
    deadline: date | None = None
    text: int = 0
    since: date | None = None
    meeting: date | None = None
    on: date = date.min

    @property
    def paper_by_result(self) -> bool:
        """Whether a paper is known only by the result, on whose day it was entered."""
        return self.since in {None, self.on}

    def answer(self, text: int) -> Answer:
        """Return what it means for version ``text`` (rule T1)."""
        stale = self.step in {Step.PROVISIONAL, Step.APPROVED} and self.text != text
        return Answer.OPEN if stale else _ANSWER.get(self.step, Answer.OPEN)


class ConditionKey(NamedTuple):
    """What else must come first, for whom."""

    kind: ConditionKind
    org: str = EVERYBODY


@dataclass(frozen=True, slots=True)
class Condition:
    """How it stands with a condition."""

    answer: Answer = Answer.OPEN
    on: date = date.min
