"""Intents of the rarer steps of a decision, in the forum and in its councils.

``organisation`` is whose objection, body or condition is meant; empty: the speaker's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias

from bots.grammar.parts import Parts
from bots.grammar.said import OfItem


class Condition(StrEnum):
    """What else must come first; the names are those of core."""

    NOTICE = "supervisory_notice"  # Anzeige
    APPROVAL = "supervisory_approval"  # Genehmigung
    PUBLICATION = "publication"  # Bekanntmachung
    FUNDING = "funding"  # Förderzusage


class Came(StrEnum):
    """What became of it."""

    REQUIRED = "required"
    MET = "met"
    REFUSED = "refused"
    WAIVED = "waived"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreOptions(OfItem):
    """``B7 Option 1: 2, Option 2: 8``; each is a number of an option and a figure."""

    NAME: ClassVar[str] = "score_options"
    BINDS: ClassVar[bool] = True
    scores: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleObjection(OfItem):
    """``B7 Einwand von Mühlau ist nicht vorrangig, weil …``.

    ``number`` is that of the objection, if it was named; ``by`` is who ruled.
    """

    NAME: ClassVar[str] = "rule_objection"
    BINDS: ClassVar[bool] = True
    number: int = 0
    organisation: str = ""
    by: str = ""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalateObjections(OfItem):
    """``B7 Einwände an die Steuerungsrunde geben: …``."""

    NAME: ClassVar[str] = "escalate_objections"
    BINDS: ClassVar[bool] = True
    to: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCouncils(OfItem):
    """``B7 in die Gremien``: what the forum accepted goes to the councils."""

    NAME: ClassVar[str] = "start_councils"
    BINDS: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RepealDecision(OfItem):
    """``B7 aufgehoben durch B12: …``; ``by`` is the decision that says so."""

    NAME: ClassVar[str] = "repeal_decision"
    BINDS: ClassVar[bool] = True
    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfBody(OfItem):
    """Something about a body (German: *Gremium*)."""

    NAME: ClassVar[str]
    BINDS: ClassVar[bool] = True
    body: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiveCouncil(OfBody):
    """``B7 Gemeindevertretung nicht nötig: …``."""

    NAME: ClassVar[str] = "waive_council"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetractResult(OfBody):
    """``B7 Gemeindevertretung: falsch eingetragen, …``."""

    NAME: ClassVar[str] = "retract_result"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCouncil(OfBody):
    """``B7 Gemeindevertretung: noch einmal fragen, …``."""

    NAME: ClassVar[str] = "reopen_council"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTerm(OfBody):
    """``B7 Gemeindevertretung: Frist bis 12.7.``."""

    NAME: ClassVar[str] = "set_term"
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation(OfBody):
    """``B7 Bauausschuss: Vorberatung am 5.6.: …``; ``body`` is the committee."""

    NAME: ClassVar[str] = "consultation"
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCondition(OfItem):
    """``B7 Genehmigung der Aufsicht erteilt am 3.6., Az. 12``.

    ``item`` is the notice or the bulletin that proves it, ``text`` a reason.
    """

    NAME: ClassVar[str] = "other_condition"
    BINDS: ClassVar[bool] = True
    kind: Condition
    result: Came
    on: date | None = None
    item: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainDecision(OfItem):
    """``B7 Begründung: …``: what a council reads beside the text, added later."""

    NAME: ClassVar[str] = "explain_decision"
    BINDS: ClassVar[bool] = True
    parts: Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents(OfItem):
    """``B7 Unterlagen``: on what it rests, and which papers there are."""

    NAME: ClassVar[str] = "documents"


BodyFurther: TypeAlias = (
    WaiveCouncil | RetractResult | ReopenCouncil | SetTerm | Consultation
)
Further: TypeAlias = (
    ScoreOptions
    | RuleObjection
    | EscalateObjections
    | StartCouncils
    | RepealDecision
    | BodyFurther
    | OtherCondition
    | ExplainDecision
    | Documents
)
