"""Sludge: what the forum decided before the dialogues begin (B1 to B6, Z1 to Z41)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from core import forum, organisation, person
from core.effect import EffectKind
from core.organisation import Role
from core.ports import Card
from core.rulebook import Rulebook
from tests.auenland import START, Auenland, Watch
from tests.bots.deciding import both
from tests.bots.test_dialogues import until

BEGIN: Final = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)  # a Monday
MAYORS: Final = ("p-burg", "p-lange", "p-vogt", "p-roth", "p-mueller")
RULES: Final = Rulebook(version=1, effect=EffectKind.THRESHOLD, at_least=3)


def past() -> Watch:
    """Return a clock that shows the day on which the past begins."""
    return Watch(BEGIN)


def lived(here: Auenland) -> None:
    """Let the forum decide B1 to B6, and ask for Z1 to Z41, up to 17 March 2027."""
    here.order("person:p-burg", person.Admit(), Card(name="BM Burg", salutation="Frau"))
    mayor = organisation.GiveMandate(person="p-burg", role=Role.MAYOR)
    here.order("organisation:auenburg", mayor)
    here.order(
        "organisation:lindgrund",
        organisation.AddBody(
            body="gemeindevertretung",
            kind="Gemeindevertretung",
            name="Gemeindevertretung",
            statutory_number=23,
            rhythm_days=42,
            paper_deadline_days=15,
        ),
    )
    _holds(here, "B1", "Beschlussvorschlag: Klärschlammmengen melden, Konsent")
    _decides(here, "B2", "Beschlussvorschlag: Ab drei Kommunen gilt es, Empfehlung")
    here.watch.forward(days=28)  # 9 February 2026
    _holds(
        here,
        "B3",
        "Beschlussvorschlag: Klärschlammmengen gemeinsam erheben, Konsent, "
        "Wiedervorlage 2 Jahre",
    )
    both(here, "p-kern", "B1 ersetzt durch B3")
    here.order("forum:wasser", forum.ChangeRulebook(rulebook=RULES, decision="B2"))
    for n in range(4, 7):
        both(here, "p-lindner", f"Beschlussvorschlag: Vorlauf {n}")
    here.watch.now = START
    until(here, 41)
    both(here, "p-mueller", "Bitte an Kreis Auenland: Klärschlammsatzung bis 30.6.")
    meeting = datetime(2027, 6, 3, tzinfo=UTC).date()
    here.order(
        "organisation:lindgrund",
        organisation.ScheduleBodyMeeting(body="gemeindevertretung", on=meeting),
    )


def _decides(here: Auenland, ref: str, line: str) -> None:
    both(here, "p-kern", line)
    for who in MAYORS:
        both(here, who, f"{ref} einverstanden")
    both(here, "p-kern", f"{ref} auszählen")


def _holds(here: Auenland, ref: str, line: str) -> None:
    _decides(here, ref, line)
    for who in MAYORS:
        both(here, who, f"{ref} Gemeindevertretung: zugestimmt, TOP 1")
