"""Whom a call for help reaches, and what they read of their devices."""

from __future__ import annotations

import pytest

from core.ask import events as e
from core.ask.kinds import Meant
from tests.auenland import Auenland


def opening(here: Auenland, ref: str = "F1") -> e.Opened:
    event = here.faden.store.journal.stream(f"ask:{ref}")[0].event
    assert isinstance(event, e.Opened)
    return event


@pytest.fixture
def equipped(here: Auenland) -> Auenland:
    """Auenland where three towns have entered what they lend."""
    here.say("p-mueller", "Geräte: 2 Pumpen, Sandsäcke 500 Stück")
    here.say("p-lindner", "Geräte: Notstromaggregat 60 kVA, Spülwagen")
    here.say("p-birke", "Geräte: Sandsäcke")
    for who in ("p-mueller", "p-lindner", "p-birke"):
        here.news(who)
    return here


@pytest.mark.parametrize(
    ("line", "orgs"),
    [
        ("Notfall: Keller voll, brauchen Pumpen", ("muehlau",)),
        ("Notfall: Keller voll, brauchen Pumpe", ("muehlau",)),
        ("notfall!! brauchen dringend notstromagregat", ("lindgrund",)),
        ("Notfall: Kita ohne Strom, brauchen Aggregat", ("lindgrund",)),
        ("Notfall: Baum, brauchen Sandsäcke", ("birkfeld", "muehlau")),
    ],
)
def test_whoever_has_it_is_asked_however_it_is_called(
    equipped: Auenland, line: str, orgs: tuple[str, ...]
) -> None:
    assert equipped.say("p-stein", line)[0].startswith("Sie rufen um Hilfe")
    equipped.say("p-stein", "ja")
    assert opening(equipped).audience == orgs


def test_each_town_reads_its_own_devices(equipped: Auenland) -> None:
    equipped.say("p-stein", "Notfall: Hochwasser, brauchen Sandsäcke und Spülwagen!!!")
    equipped.say("p-stein", "ja")
    for who, devices in (
        ("p-mueller", "Sandsäcke 500 Stück"),
        ("p-birke", "Sandsäcke"),
        ("p-lindner", "Spülwagen"),
    ):
        (card,) = equipped.news(who)
        assert f"und Spülwagen. Sie haben: {devices}.\n" in card
    overview = "\n".join(equipped.say("p-lindner", "Was ist offen?"))
    assert "Sie haben: Spülwagen." in overview


def test_where_nothing_fits_a_button_names_each_device(equipped: Auenland) -> None:
    said = equipped.say("p-stein", "Notfall: Brand im Lager")[0]
    assert "Noch wurde niemand gefragt" in said
    assert "[Sandsäcke] – Notfall: Brand im Lager, wir brauchen Sandsäcke" in said
    echo = equipped.choose("p-stein", "Spülwagen")[-1]
    assert echo.startswith("Sie rufen um Hilfe (Lindgrund): Brand im Lager")


def test_where_nothing_fits_everybody_can_be_asked(equipped: Auenland) -> None:
    equipped.say("p-stein", "Notfall: Brand im Lager")
    echo = equipped.choose("p-stein", "Alle fragen")[-1]
    assert "Auenburg" in echo
    equipped.say("p-stein", "ja")
    assert opening(equipped).meant is Meant.EVERYBODY
    assert "steintal" not in opening(equipped).audience
    (card,) = equipped.news("p-lindner")
    assert "Brand im Lager" in card
    assert "Sie haben" not in card


def test_without_any_device_everybody_can_be_asked(here: Auenland) -> None:
    here.say("p-stein", "Notfall: Brand im Lager")
    echo = here.choose("p-stein", "Alle fragen")[-1]
    assert echo.startswith("Sie rufen um Hilfe")


def test_a_call_reaches_those_who_are_away_and_coordination(
    equipped: Auenland,
) -> None:
    equipped.say("p-birke", "Urlaub bis 9.4., Vertretung BM Vogt")
    equipped.say("p-vogt", "Urlaub bis 9.4., Vertretung Frau Birke")
    equipped.say("p-mueller", "Geräte: 2 Pumpen")
    for who in ("p-birke", "p-vogt", "p-kern"):
        equipped.news(who)
    echo = equipped.say("p-stein", "Notfall: Baum, brauchen Sandsäcke")[0]
    assert "Bei Birkfeld sind alle als abwesend eingetragen" in echo
    equipped.say("p-stein", "ja")
    for who in ("p-birke", "p-vogt", "p-kern"):
        (card,) = equipped.news(who)
        assert "Baum, brauchen Sandsäcke" in card
    assert "[Wir kommen]" in equipped.thread("p-birke")[-1][1].plain


def test_where_somebody_is_there_the_absent_are_left_alone(
    equipped: Auenland,
) -> None:
    equipped.say("p-birke", "Urlaub bis 9.4.")
    equipped.news("p-birke")
    echo = equipped.say("p-stein", "Notfall: Baum, brauchen Sandsäcke")[0]
    assert "abwesend" not in echo
    equipped.say("p-stein", "ja")
    assert equipped.news("p-birke") == []
    assert "Baum" in equipped.news("p-vogt")[-1]
