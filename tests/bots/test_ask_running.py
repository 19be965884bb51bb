"""What whoever asks does with an ask is said back: it tells many people."""

from __future__ import annotations

from core.ask import events as e
from tests.auenland import Auenland
from tests.bots.asked import kinds, opened


def test_closing_is_said_back(here: Auenland) -> None:
    opened(here)
    here.say("p-lindner", "F1: ja, 2028")
    (echo,) = here.say("p-kern", "F1 schließen")
    assert echo.startswith(
        "Sie schließen F1: Wer plant bis 2030 eine neue Kehrmaschine? Jahr und Betrag "
        "bitte – Antworten: 1 von 5, Frist Fr, 30.04."
    )
    assert "[Ja, schließen]" in echo
    assert "[Nein, weiterlaufen lassen]" in echo
    assert kinds(here) == [e.Opened, e.Answered]
    here.say("p-kern", "nein")
    here.say("p-kern", "F1 schließen")
    assert here.say("p-kern", "ja")[0].startswith("F1 ist geschlossen")
    assert here.say("p-kern", "F1 schließen")[0].startswith("Das ist schon so")
    assert kinds(here) == [e.Opened, e.Answered, e.Closed]


def test_more_time_is_said_back_with_the_day_of_the_result(here: Auenland) -> None:
    opened(here)
    here.say("p-lindner", "F1: ja")
    here.news("p-lindner")
    (echo,) = here.say("p-kern", "F1 verlängern bis 7.5.")
    assert "Frist Fr, 07.05.2027, Ergebnis zugesagt bis Fr, 21.05.2027" in echo
    assert "läuft bis Fr, 07.05." in here.say("p-kern", "ja")[0]
    assert here.news("p-lindner") == []
    assert here.news("p-roth") == []  # the clerk looks after it
    assert "läuft jetzt bis Fr, 07.05." in here.news("p-stein")[-1]


def test_the_result_is_promised_for_a_working_day(here: Auenland) -> None:
    opened(here, "Abfrage an alle: Wer plant einen Bagger? bis 10.12.")
    (echo,) = here.say("p-kern", "F1 verlängern bis 18.12.")
    assert "Ergebnis zugesagt bis Mo, 03.01.2028" in echo
    assert "03.01." in here.say("p-kern", "ja")[0]


def test_ending_a_call_for_help_is_said_back(here: Auenland) -> None:
    here.say("p-mueller", "Geräte: Pumpe")
    here.say("p-stein", "Notfall: Keller voll, brauchen Pumpe")
    here.say("p-stein", "ja")
    (echo,) = here.say("p-stein", "F1 schließen")
    assert echo.startswith("Sie beenden den Hilferuf F1: Keller voll")
    assert "Alle Gefragten erfahren" in echo
    assert "Hilfe rechtzeitig" in here.say("p-stein", "ja")[0]
