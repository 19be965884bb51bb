"""An ask that nobody can receive somewhere is said to be one, and reminds nobody."""

from __future__ import annotations

from datetime import date

from core.organisation import EndMandate
from projections import care, timers
from tests.auenland import Auenland
from tests.bots.asked import ASK, opened

UNHEARD = "Bei Auenburg hat noch niemand ein Mandat"
TODAY = date(2027, 3, 17)


def planned(here: Auenland) -> list[str]:
    """Return for whom reminders of asks are still to be planned."""
    with here.faden.reading() as db:
        return [one.org for one in timers.unplanned(db, TODAY)]


def test_where_nobody_can_receive_it_is_said_back(here: Auenland) -> None:
    (echo,) = here.say("p-kern", ASK)
    assert UNHEARD in echo
    assert "Lindgrund hat" not in echo
    (echo,) = here.say("p-kern", "Abfrage an Lindgrund: Wer plant einen Bagger?")
    assert "Mandat" not in echo


def test_nobody_is_reminded_where_nobody_is_until_somebody_comes(
    here: Auenland,
) -> None:
    opened(here)
    assert sorted(planned(here)) == ["birkfeld", "lindgrund", "muehlau", "steintal"]
    here.order("organisation:muehlau", EndMandate(person="p-mueller"))
    assert sorted(planned(here)) == ["birkfeld", "lindgrund", "steintal"]


def test_the_desk_shows_what_nobody_can_receive(here: Auenland) -> None:
    opened(here)
    viewer = here.faden.desk.viewer("p-kern")
    with here.faden.reading() as db:
        desk = care.care(db, viewer, TODAY)
    assert desk is not None
    assert [(one.row.ref, one.orgs) for one in desk.unheard.rows] == [
        ("F1", ("auenburg",))
    ]


def test_a_call_for_help_says_whom_it_does_not_reach(here: Auenland) -> None:
    here.say("p-mueller", "Geräte: Pumpe")
    here.order("organisation:muehlau", EndMandate(person="p-mueller"))
    (echo,) = here.say("p-stein", "Notfall: Keller voll, brauchen Pumpe")
    assert "Bei Mühlau hat noch niemand ein Mandat" in echo
