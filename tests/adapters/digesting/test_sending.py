"""Digests come once, at their time, to whoever wants them."""

from __future__ import annotations

from datetime import UTC, datetime

from core.digest import Reach
from tests.adapters.digesting.rounds import LINDNER, MONDAY, Office, after, events
from tests.auenland import Auenland
from tests.bots.digested import kept, promised


def test_on_monday_at_nine_everybody_hears_once(here: Auenland, office: Office) -> None:
    promised(here)
    office.at(after(0, -0.1))
    assert office.told(LINDNER) == []
    office.at(MONDAY)
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]
    office.at(after(0, 5))
    office.at(after(1))
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]


def test_it_greets_by_name(here: Auenland, office: Office) -> None:
    promised(here)
    office.at(MONDAY)
    (_, message) = here.thread(LINDNER)[-1]
    assert message.plain.split("\n")[1] == "Guten Morgen, Frau Lindner."


def test_nothing_to_tell_is_no_message_and_no_entry(office: Office) -> None:
    office.at(MONDAY)
    assert office.sent() == []


def test_after_a_holiday_it_comes_on_the_next_working_day(
    here: Auenland, office: Office
) -> None:
    office.at(MONDAY)
    promised(here)
    office.at(datetime(2027, 3, 29, 7, 0, tzinfo=UTC))  # Easter Monday
    assert office.told(LINDNER) == []
    office.at(datetime(2027, 3, 30, 7, 0, tzinfo=UTC))
    assert office.told(LINDNER) == ["Lindgrund, KW 13"]


def test_after_an_outage_the_week_is_told_on_the_next_working_day(
    here: Auenland, office: Office
) -> None:
    promised(here)
    office.at(after(2, 3))
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]


def test_nothing_goes_out_in_quiet_hours(here: Auenland, office: Office) -> None:
    promised(here)
    office.at(after(0, 8))  # five o'clock
    office.at(after(0, 14))
    office.at(after(1, -2))
    assert office.told(LINDNER) == []
    office.at(after(1))
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]


def test_a_new_region_does_not_begin_in_the_middle_of_a_week(here: Auenland) -> None:
    promised(here)
    office = Office(here)
    office.at(after(2))
    assert office.sent() == []


def test_daily_means_what_needs_a_hand_on_the_other_days(
    here: Auenland, office: Office
) -> None:
    here.say(LINDNER, "Überblick täglich")
    kept(here)
    here.say("p-kern", "Bitte an Lindgrund: Pläne bis 30.4.")
    here.say("p-kern", "ja")
    office.at(MONDAY)
    office.at(after(1))
    first, second = [m for _, m in here.thread(LINDNER) if m.title][-2:]
    assert "Danke:" in first.plain
    assert "Danke:" not in second.plain
    assert "Pläne – Kreis Auenland bittet Sie darum bis Fr, 30.04." in second.plain
    assert [e.reach for e in events(office, LINDNER)] == [Reach.ALL, Reach.HAND]


def test_it_comes_on_the_weekday_somebody_chose(here: Auenland, office: Office) -> None:
    here.say(LINDNER, "Überblick donnerstags")
    promised(here)
    office.at(MONDAY)
    assert office.told(LINDNER) == []
    office.at(after(3, -0.1))
    assert office.told(LINDNER) == []
    office.at(after(3))
    office.at(after(4))
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]
    assert [e.period for e in events(office, LINDNER)] == ["2027-W12-4"]


def test_whoever_changes_the_day_hears_on_the_new_one(
    here: Auenland, office: Office
) -> None:
    promised(here)
    office.at(MONDAY)
    here.say("p-stein", "Info: Förderbescheide dauern neun Monate")
    here.say(LINDNER, "Überblick donnerstags")
    office.at(after(3))
    assert [e.period for e in events(office, LINDNER)] == ["2027-W12", "2027-W12-4"]


def test_whoever_wants_none_gets_none_and_one_again_when_asked(
    here: Auenland, office: Office
) -> None:
    promised(here)
    here.say(LINDNER, "Überblick aus")
    here.say("p-lange", "Diese Woche Ruhe")
    office.at(MONDAY)
    assert office.told(LINDNER) == []
    assert office.told("p-lange") == ["Lindgrund, KW 12"]  # it was last week's rest
    here.say(LINDNER, "Überblick an")
    office.at(datetime(2027, 3, 30, 7, 0, tzinfo=UTC))
    assert office.told(LINDNER) == ["Lindgrund, KW 13"]


def test_whoever_rests_is_left_in_peace(here: Auenland, office: Office) -> None:
    promised(here)
    here.say(LINDNER, "Ruhe bis 23.3.")
    office.at(MONDAY)
    assert office.told(LINDNER) == []


def test_thanks_are_said_once_for_each_commitment(
    here: Auenland, office: Office
) -> None:
    kept(here)
    office.at(MONDAY)
    assert [e.thanked for e in events(office, LINDNER)] == [("Z1",)]
    here.say("p-stein", "Info: Förderbescheide dauern neun Monate")
    office.at(datetime(2027, 3, 30, 7, 0, tzinfo=UTC))
    *_, second = events(office, LINDNER)
    assert second.thanked == ()
    assert second.items == ("I1",)


def test_news_are_told_once_even_after_weeks_without_a_digest(
    here: Auenland, office: Office
) -> None:
    here.say("p-stein", "Info: Befund eins")
    office.at(MONDAY)
    here.say("p-stein", "Info: Befund zwei")
    office.at(datetime(2027, 3, 30, 7, 0, tzinfo=UTC))
    assert [e.items for e in events(office, LINDNER)] == [("I1",), ("I2",)]
    office.at(datetime(2027, 4, 5, 7, 0, tzinfo=UTC))
    assert len(events(office, LINDNER)) == 2


def test_an_auditor_who_only_reads_is_told_nothing(
    here: Auenland, office: Office
) -> None:
    promised(here)
    office.at(MONDAY)
    assert office.told("p-kern") == ["Kreis Auenland, KW 12"]
    assert office.told("p-pruefer") == []
