"""Who owes a position, a paper, a day or a result is reminded like of all else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core import nudge
from core.nudge import Step
from projections import board, nudges
from projections.viewer import MACHINE
from tests.auenland import Auenland, found
from tests.bots.deciding import MAYORS, accepted, agreed, both, opened
from tests.stories.test_reminders import day, sent


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland on a Wednesday at nine."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


def steps(events: list[nudge.Sent], org: str) -> list[tuple[str, Step]]:
    """Return which steps were taken about what ``org`` owes."""
    about = [one for event in events for one in event.about]
    return [(one.ref, one.step) for one in about if one.org == org]


def test_whoever_has_not_spoken_is_reminded_the_day_before_the_term_ends(
    here: Auenland,
) -> None:
    opened(here)  # until Wednesday, 12 May
    agreed(here, mayors=MAYORS[:3])
    for who in (*MAYORS, "p-kern"):
        here.news(who)
    assert not steps(sent(day(here, "2027-05-10")), "muehlau")
    told = sent(day(here, "2027-05-11"))
    assert steps(told, "muehlau") == [("B1", Step.DIRECT)]
    assert not any(steps(told, org) for org in ("lindgrund", "birkfeld", "steintal"))
    message = "\n".join(here.news("p-mueller"))
    assert (
        "Zu B1 („Klärschlamm ab 2029 gemeinsam energetisch verwerten“) fehlt" in message
    )
    assert "[Einverstanden] – B1 einverstanden" in message
    assert "[Später] – B1 später" in message


def test_a_card_says_when_it_is_reminded_of(here: Auenland) -> None:
    opened(here)
    card = here.news("p-mueller")[-1]
    assert (
        "Erinnerungen: 07.05. hier, 11.05. als Nachricht, 13.05. an die Koordination"
        in card
    )
    both(here, "p-mueller", "B1 einverstanden")
    assert "Erinnerungen:" not in here.say("p-mueller", "B1")[-1]


def test_objections_behind_the_term_are_told_to_coordination_and_stand_on_the_board(
    here: Auenland,
) -> None:
    opened(here, "Beschlussvorschlag: Brunnen gemeinsam prüfen, Konsent, bis 11.5.")
    both(here, "p-mueller", "B1 Einwand: zu teuer")
    agreed(here, mayors=MAYORS[:3])
    day(here, "2027-05-11")
    here.news("p-kern")
    events = sent(day(here, "2027-05-12", 12))
    assert ("B1", Step.COORDINATION) in steps(events, "kreis")
    told = "\n".join(here.news("p-kern"))
    assert "steckt fest: Die Frist endete am Di, 11.05., und es sind noch" in told
    assert "(Mühlau)" in told


def test_a_body_owes_paper_day_and_result_one_after_the_other(here: Auenland) -> None:
    accepted(here)  # on 13 May
    both(here, "p-lange", "B1 Gremienvorbehalt Gemeindevertretung bis 25.6.")
    here.news("p-lange")
    day(here, "2027-06-24")
    assert "noch keine Vorlage eingetragen" in "\n".join(here.news("p-lange"))
    both(here, "p-lindner", "B1 Vorlage eingereicht")
    both(here, "p-lindner", "B1 Gemeindevertretung: Frist bis 30.7.")
    here.news("p-lindner")
    day(here, "2027-07-29")
    assert "Wann berät Lindgrund" in "\n".join(here.news("p-lindner"))


def test_who_enters_the_result_is_left_in_peace(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lange", "B1 Gremienvorbehalt Gemeindevertretung bis 25.6.")
    both(here, "p-lindner", "B1 Gemeindevertretung: zugestimmt am 13.5., TOP 7")
    assert not steps(sent(day(here, "2027-06-30")), "lindgrund")


def test_a_wish_to_be_reminded_of_the_paper_is_kept(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lange", "B1 Gremienvorbehalt Gemeindevertretung bis 25.6.")
    reply = here.say("p-lindner", "B1 erinnern am 8.6.")[-1]
    assert "Di, 08.06." in reply
    here.news("p-lindner")
    day(here, "2027-06-07")
    here.news("p-lindner")
    events = sent(day(here, "2027-06-08"))
    assert ("B1", Step.WISHED) in steps(events, "lindgrund")
    assert "B1" in "\n".join(here.news("p-lindner"))


def test_a_term_that_ends_on_a_holiday_moves_with_its_reminders(here: Auenland) -> None:
    opened(here, "Beschlussvorschlag: Brunnen prüfen, bis 6.5.")  # Ascension Day
    agreed(here, mayors=MAYORS[:3])
    told = sent(day(here, "2027-05-05"))
    assert steps(told, "muehlau") == [("B1", Step.DIRECT)]
    here.watch.forward(days=1)
    with here.faden.reading() as db:
        known = {one.org: one.due for one in nudges.ladders(db)}
    assert known["muehlau"] == date(2027, 5, 7)


def test_the_digest_tells_what_waits_and_what_is_stuck(here: Auenland) -> None:
    opened(here, "Beschlussvorschlag: Brunnen gemeinsam prüfen, Konsent, bis 14.5.")
    both(here, "p-mueller", "B1 Einwand: zu teuer")
    here.news("p-roth")
    assert (
        "Ihre Position wird erbeten bis Fr, 14.05."
        in here.say("p-roth", "Überblick")[-1]
    )
    day(here, "2027-05-17")
    told = "\n".join(here.say("p-kern", "Überblick"))
    assert "Einwände sind noch offen, die Frist endete am Fr, 14.05." in told


def test_what_is_stuck_stands_under_whose_turn_it_is(here: Auenland) -> None:
    opened(here, "Beschlussvorschlag: Brunnen gemeinsam prüfen, Konsent, bis 11.5.")
    both(here, "p-mueller", "B1 Einwand: zu teuer")
    for today, total in ((date(2027, 5, 11), 0), (date(2027, 5, 12), 1)):
        with here.faden.reading() as db:
            moving = board.board(db, MACHINE, "wasser", today).moving
        assert (moving.total, len(moving.stuck.rows)) == (total, total)
