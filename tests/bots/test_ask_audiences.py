"""Whom an ask means is settled when it is opened; every kind and sort can be asked."""

from __future__ import annotations

import pytest

from core import region
from core.ask import events as e
from core.ask.kinds import AskKind, Meant
from core.ask.questions import QuestionKind
from core.organisation import OrganisationKind, Register
from core.sealed import Sealed
from projections import asks
from projections.viewer import MACHINE
from tests.auenland import Auenland
from tests.bots.asked import opened

WHY = Sealed("Sie sehen sich täglich.")


def opening(here: Auenland, ref: str = "F1") -> e.Opened:
    event = here.faden.store.journal.stream(f"ask:{ref}")[0].event
    assert isinstance(event, e.Opened)
    return event


def test_the_surroundings_are_those_that_coordination_chose(here: Auenland) -> None:
    here.order(
        "region:auenland",
        region.ChooseScope(
            mode=region.ScopeMode.SURROUNDINGS,
            members=("lindgrund", "birkfeld"),
            reasons=WHY,
            alternatives=WHY,
        ),
    )
    opened(here, "Abfrage an Umland: Wer hat eine Pumpe? bis 30.4.")
    assert opening(here).meant is Meant.SURROUNDINGS
    assert opening(here).audience == ("birkfeld", "lindgrund")


def test_whoever_joins_later_is_not_asked_and_whoever_was_asked_stays(
    here: Auenland,
) -> None:
    opened(here)
    before = opening(here).audience
    here.order(
        "organisation:neustadt",
        Register(name="Neustadt", kind=OrganisationKind.TOWN),
    )
    here.order("region:auenland", region.InviteOrganisation(org="neustadt"))
    here.order("region:auenland", region.Join(org="neustadt", basis=WHY))
    with here.faden.reading() as db:
        row = asks.get(db, MACHINE, "F1")
    assert row is not None
    assert row.audience == row.missing == before
    opened(here, "Abfrage an alle: Wer hat eine Pumpe? bis 30.4.")
    assert opening(here, "F2").audience == tuple(sorted((*before, "neustadt")))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Bedarfsabfrage an alle: Wer braucht Salz? bis 30.4.", AskKind.NEED),
        ("Fachfrage an Lindgrund: Wie trocknet man Schlamm?", AskKind.EXPERT),
        ("Bereitschaftsabfrage an alle: Wer macht mit?", AskKind.READINESS),
        ("Statusabfrage an alle: Wie weit sind die Pläne?", AskKind.STATUS),
        ("Terminabfrage an alle: Passt der 20.5.? bis 30.4.", AskKind.MEETING),
        ("Abfrage an alle: Rückblick – was war gut? bis 30.4.", AskKind.REVIEW),
    ],
)
def test_each_kind_is_known_by_its_words(
    here: Auenland, line: str, kind: AskKind
) -> None:
    opened(here, line)
    assert opening(here).kind is kind


def test_a_scale_is_answered_by_a_step_and_told_as_an_average(here: Auenland) -> None:
    opened(
        here,
        "Abfrage an alle: Wie dringend ist das? Felder: Dringlichkeit (1–5) bis 30.4.",
    )
    (question,) = opening(here).questions
    assert (question.kind, question.steps) == (QuestionKind.SCALE, 5)
    assert "passt nicht" in here.say("p-lindner", "F1: 6")[-2]
    here.say("p-lindner", "F1: 4")
    here.say("p-mueller", "F1: 5")
    here.say("p-kern", "F1 veröffentlichen")
    result = here.say("p-kern", "ja")[-1]
    assert "Dringlichkeit: 2 Antworten, im Schnitt 4,5" in result


def test_help_passes_the_budget_and_waits_for_nobody(here: Auenland) -> None:
    here.say("p-lindner", "Geräte: Lecksuchgerät")
    opened(here, "Abfrage an alle: Wer hat Zeit? Aufwand: 15 Min. bis 30.4.")
    here.say("p-lindner", "Diese Woche Ruhe")
    here.news("p-lindner")
    here.say("p-roth", "Notfall: Rohrbruch, brauchen Lecksuchgerät heute")
    here.say("p-roth", "ja")
    assert opening(here, "F2").audience == ("lindgrund",)
    assert opening(here, "F2").over == ()
    (card,) = here.news("p-lindner")
    assert "Rohrbruch" in card


# what forecasts go by ----------------------------------------------------------------


def readiness(here: Auenland, who: str) -> asks.Readiness | None:
    with here.faden.reading() as db:
        found = asks.readiness(db, here.faden.viewer(who), "wasser")
    return found[0] if found else None


def test_a_published_readiness_ask_is_there_for_forecasts(here: Auenland) -> None:
    opened(here, "Bereitschaftsabfrage an alle: Wer macht mit? bis 30.4.")
    here.say("p-mueller", "F1: ja")
    here.say("p-lindner", "F1: nein")
    assert readiness(here, "p-kern") is None
    here.say("p-kern", "F1 veröffentlichen")
    here.say("p-kern", "ja")
    told = readiness(here, "p-stein")
    assert told is not None
    assert (told.ref, told.forum, told.answered) == ("F1", "wasser", 2)
    assert (told.yes, told.no, told.ready) == (1, 1, ("muehlau",))
    assert len(told.audience) == 5


def test_who_takes_part_is_told_as_far_as_it_was_promised(here: Auenland) -> None:
    line = "Bereitschaftsabfrage an alle: Wer macht mit? nur Koordination, bis 30.4."
    opened(here, line)
    here.say("p-mueller", "F1: ja")
    here.say("p-kern", "F1 veröffentlichen")
    here.say("p-kern", "ja")
    assert here.say("p-kern", "Wer macht mit?") == [
        "F1 Wasser, 17.03.2027: 1 von 1 machen mit – Mühlau."
    ]
    assert here.say("p-lindner", "Wer macht mit?")[-1] == (
        "F1 Wasser, 17.03.2027: 1 von 1 machen mit."
    )


def test_too_few_are_not_told_even_as_a_number(here: Auenland) -> None:
    opened(here, "Bereitschaftsabfrage an alle: Wer macht mit? anonym, bis 30.4.")
    here.say("p-mueller", "F1: ja")
    here.say("p-kern", "F1 veröffentlichen")
    here.say("p-kern", "ja")
    told = readiness(here, "p-kern")
    assert told is not None
    assert (told.yes, told.no, told.ready) == (None, None, None)
    assert "zu wenige" in here.say("p-lindner", "Wer macht mit?")[-1]


def test_nobody_was_asked_yet(here: Auenland) -> None:
    assert "Noch wurde niemand gefragt" in here.say("p-lindner", "Wer macht mit?")[0]
