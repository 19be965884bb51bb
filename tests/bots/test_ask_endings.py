"""How an ask ends: what is said before, and to whom afterwards."""

from __future__ import annotations

from bots.asks import wording
from projections import asks
from projections.viewer import MACHINE
from tests.auenland import Auenland
from tests.bots.asked import opened

ANONYMOUS = "Abfrage an alle: Wer plant Personal? anonym, bis 30.4."


def test_whoever_would_rather_not_cancel_lets_it_run_on(here: Auenland) -> None:
    opened(here)
    echo = here.say("p-kern", "F1 abbrechen")[0]
    assert "[Nein, weiterlaufen lassen]" in echo
    assert "[Abbrechen]" not in echo
    here.choose("p-kern", "Nein, weiterlaufen lassen")
    with here.faden.reading() as db:
        row = asks.get(db, MACHINE, "F1")
    assert row is not None
    assert row.state == "ask_open"


def test_too_few_answers_to_show_are_named_before_the_yes(here: Auenland) -> None:
    opened(here, ANONYMOUS)
    here.say("p-mueller", "F1: ja")
    assert "erst ab 5 Antworten" in here.say("p-kern", "F1 veröffentlichen")[0]


def test_where_figures_are_shown_nothing_is_feared(here: Auenland) -> None:
    opened(here)
    here.say("p-mueller", "F1: ja, 2028, 100 €")
    assert "erst ab" not in here.say("p-kern", "F1 veröffentlichen")[0]


def test_only_whoever_answered_is_thanked_for_it(here: Auenland) -> None:
    here.say("p-stein", "Frage an Lindgrund und Mühlau: Habt ihr Streusalz?")
    here.say("p-stein", "ja")
    here.say("p-mueller", "F1: ja")
    here.news("p-stein")
    here.say("p-kern", "F1 veröffentlichen")
    here.say("p-kern", "ja")
    assert here.news("p-mueller")[-1].startswith("Danke für Ihre Antwort!")
    told = here.news("p-stein")[-1]
    assert told.startswith("Das Ergebnis von F1 ist da")


def test_a_closed_call_for_help_owes_nothing(here: Auenland) -> None:
    here.say("p-mueller", "Geräte: Pumpe")
    here.say("p-stein", "Notfall: Keller voll, brauchen Pumpe")
    here.say("p-stein", "ja")
    here.say("p-stein", "F1 schließen")
    here.say("p-stein", "ja")
    with here.faden.reading() as db:
        row = asks.get(db, MACHINE, "F1")
        going = asks.running(db, MACHINE, ["wasser"], 10)
    assert row is not None
    assert wording.state(row, here.faden.desk.speech("p-stein")) == "Notruf geschlossen"
    assert going.rows == []
    assert "Ergebnis" not in "".join(here.say("p-stein", "Was wissen wir zu Keller?"))
