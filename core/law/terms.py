"""Terms: what a law profile says, as data with the source of each line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique

from core.effect import Form


@unique
class Supervision(StrEnum):
    """What the supervising authority has to do with a form (*Aufsicht*)."""

    NONE = "none"  # nichts
    NOTICE = "notice"  # Anzeige
    APPROVAL = "approval"  # Genehmigung


@unique
class Force(StrEnum):
    """What a decision in a form is worth in law (*Bindung*)."""

    POLITICAL = "political"  # politische Selbstverpflichtung
    IF_ALL = "if_all"  # bindet nur, wenn die Organe aller zustimmen
    AGREED = "agreed"  # bindet, wer vereinbart hat
    MAJORITY = "majority"  # die Mehrheit bindet alle


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """What a form demands before it holds."""

    force: Force
    written: bool
    council: bool  # whether the representative bodies resolve
    supervision: Supervision
    publication: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One rule of law that the product uses.

    ``key`` names the rule, ``clause`` what in the product follows it. ``verified`` is
    false where only an older wording was read; today's must be checked.
    """

    key: str
    source: str
    clause: str
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The law of one Land. ``representative`` are the kinds of main bodies."""

    name: str
    forms: Mapping[Form, Duties]
    provisions: tuple[Provision, ...]
    representative: tuple[str, ...]
    others: tuple[str, ...]  # other bodies that may have to resolve
