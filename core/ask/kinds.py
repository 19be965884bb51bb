"""Kinds: what is asked for, of whom, who sees the answers, and what follows."""

from __future__ import annotations

from enum import StrEnum, unique


@unique
class AskKind(StrEnum):
    """What is asked for (*Art der Abfrage*)."""

    NEED = "bedarf"
    EXPERT = "fachfrage"
    READINESS = "bereitschaft"
    STATUS = "status"
    MEETING = "termin"
    REVIEW = "rückblick"
    HELP = "hilfe"


@unique
class Meant(StrEnum):
    """By which word the audience was named (*wen*)."""

    EVERYBODY = "alle"
    WILLING = "willige"  # who said yes in the newest readiness ask
    SURROUNDINGS = "umland"
    FORUM = "forum"
    NAMED = "genannt"
    ABLE = "passend"  # who has what is needed


@unique
class Disclosure(StrEnum):
    """Who may see which answer (*Vertraulichkeit der Antworten*)."""

    NAMED = "namentlich"
    COORDINATION = "nur Koordination"
    AGGREGATED = "aggregiert"


@unique
class Follows(StrEnum):
    """What follows from a result (*was daraus folgt*)."""

    DECISION = "beschluss"
    MEASURE = "maßnahme"
    REQUEST = "bitte"
    NOTHING = "nichts"
