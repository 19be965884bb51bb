"""Kinds: the parts of a decision that have no life of their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique

from core.rulebook import Mode
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What the decision costs ``org``, in cents."""

    org: str
    cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """What ``org`` is expected to have of it (*eigener Nutzen*)."""

    org: str
    text: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How much ``org`` resists an option: 0 not at all, 10 entirely (*Widerstand*)."""

    option: int  # its number, from 1
    resistance: int


@unique
class Outcome(StrEnum):
    """What a tally comes to."""

    ACCEPTED = "accepted"  # angenommen
    REJECTED = "rejected"  # abgelehnt
    LAPSED = "lapsed"  # nicht beschlussfähig


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A count that can be made again by hand (*Auszählung*; rule D10).

    ``entitled`` are those on the list without the ``recused``. ``tacit`` said nothing
    though they were proven to be asked in time. ``needed`` take part at least, or
    nobody has to. ``resistance`` is the sum for each option, ``option`` the chosen
    one.
    """

    mode: Mode
    outcome: Outcome
    entitled: int
    needed: int
    yes: int
    no: int
    abstain: int
    tacit: tuple[str, ...] = ()
    recused: int = 0
    objections: int = 0  # still open
    resistance: tuple[int, ...] = ()
    option: int | None = None


@unique
class Evidence(StrEnum):
    """By what the resolution of a body is proven (*Beleg*; rule T2)."""

    OPARL = "oparl"  # Kennung im Ratsinformationssystem
    MINUTES = "minutes"  # Auszug aus der Niederschrift
    LETTER = "letter"  # Schreiben
    ORAL = "oral"  # mündlich: gilt vorläufig


@unique
class ConditionKind(StrEnum):
    """What else must come first (*weitere Bedingung*)."""

    SUPERVISORY_NOTICE = "supervisory_notice"  # Anzeige bei der Aufsicht
    SUPERVISORY_APPROVAL = "supervisory_approval"  # Genehmigung der Aufsicht
    PUBLICATION = "publication"  # Bekanntmachung
    FUNDING = "funding"  # Förderzusage
