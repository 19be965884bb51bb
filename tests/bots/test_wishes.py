"""What somebody wants to be brought: one line or one press, and as easily undone."""

from __future__ import annotations

from datetime import date

from core.calendar import USUAL, Hours
from core.person import WEEKLY, Preferences, Rhythm, Weekday
from projections import people
from tests.auenland import Auenland
from tests.bots.digested import newest, promised


def wanted(here: Auenland, who: str = "p-lindner") -> Preferences:
    with here.faden.reading() as db:
        return people.preferences_of(db, who)


def test_a_press_changes_the_rhythm_and_another_one_changes_it_back(
    here: Auenland,
) -> None:
    promised(here)
    here.say("p-lindner", "Überblick")
    here.choose("p-lindner", "Täglich")
    assert wanted(here).digest is Rhythm.DAILY
    here.choose("p-lindner", "Wieder wöchentlich")
    assert wanted(here).digest is Rhythm.WEEKLY


def test_the_day_is_chosen_in_a_line_and_back_by_a_press(here: Auenland) -> None:
    here.say("p-lindner", "Überblick täglich")
    here.say("p-lindner", "Bitte den Überblick einmal die Woche, am Donnerstag")
    assert newest(here, "p-lindner").plain.startswith(
        "Sie bekommen den Überblick einmal in der Woche, donnerstags um neun; ist das "
        "ein Feiertag, am nächsten Arbeitstag."
    )
    now = wanted(here)
    assert (now.digest, now.digest_day) == (Rhythm.WEEKLY, Weekday.THURSDAY)
    here.say("p-lindner", "Überblick wöchentlich")
    assert "donnerstags um neun" in newest(here, "p-lindner").plain
    here.say("p-lindner", "digest on Fridays")
    here.choose("p-lindner", "Wieder wie zuvor")
    assert wanted(here).digest_day is Weekday.THURSDAY
    here.say("p-lindner", "Überblick samstags")
    assert wanted(here).digest_day is Weekday.THURSDAY


def test_a_press_switches_it_off_and_another_one_on_again(here: Auenland) -> None:
    promised(here)
    here.say("p-lindner", "Überblick")
    here.choose("p-lindner", "Keinen Überblick mehr")
    assert wanted(here).digest is Rhythm.OFF
    here.choose("p-lindner", "Wieder einschalten")
    assert wanted(here).digest is Rhythm.WEEKLY


def test_a_kind_is_switched_off_in_one_channel_and_on_again(here: Auenland) -> None:
    here.say("p-lindner", "Erinnerungen in Slack aus")
    assert newest(here, "p-lindner").plain.startswith(
        "Abgestellt: Erinnerungen (Slack). Nachlesen können Sie alles weiterhin."
    )
    assert [one.channel for one in wanted(here).muted] == ["slack"]
    here.choose("p-lindner", "Wieder einschalten")
    assert wanted(here).muted == ()
    here.choose("p-lindner", "Abstellen")
    assert [one.channel for one in wanted(here).muted] == ["slack"]


def test_a_rest_is_asked_for_and_ended(here: Auenland) -> None:
    here.say("p-lindner", "Diese Woche Ruhe")
    assert wanted(here).rest_until == date(2027, 3, 21)
    assert "bis So, 21.03.2027 in Ruhe" in newest(here, "p-lindner").plain
    here.choose("p-lindner", "Ruhe beenden")
    assert wanted(here).rest_until is None


def test_a_rest_in_the_past_is_refused(here: Auenland) -> None:
    here.say("p-lindner", "Ruhe bis 1.3.2027")
    assert wanted(here).rest_until is None
    assert "schon vorbei" in newest(here, "p-lindner").plain


def test_the_monthly_summary_can_be_switched_off(here: Auenland) -> None:
    here.say("p-kern", "Monatsblick aus")
    assert "der Monatsblick der Foren" in newest(here, "p-kern").plain
    here.choose("p-kern", "Wieder einschalten")
    assert wanted(here, "p-kern").muted == ()


def test_the_hours_are_chosen_in_a_line_and_back_by_a_press(here: Auenland) -> None:
    here.say("p-lindner", "Erreichbar von 9 bis 15 Uhr")
    assert "von 9 bis 15 Uhr" in newest(here, "p-lindner").plain
    assert wanted(here).hours == Hours(9, 15)
    here.choose("p-lindner", "Wieder wie üblich")
    assert wanted(here).hours == USUAL
    here.say("p-lindner", "Nachrichten nur zwischen 17 und 9 Uhr")
    assert "sind keine Stunden eines Tages" in newest(here, "p-lindner").plain


def test_how_often_one_is_reminded_is_chosen_in_a_line(here: Auenland) -> None:
    here.say("p-lindner", "Höchstens eine Erinnerung die Woche")
    assert wanted(here).weekly == 1
    here.say("p-lindner", "Bitte nur 2 Erinnerungen pro Woche")
    assert wanted(here).weekly == 2
    here.say("p-lindner", "höchstens 9 Erinnerungen pro Woche")
    assert wanted(here).weekly == 2
    here.choose("p-lindner", "Wieder wie üblich")
    assert wanted(here).weekly == WEEKLY
