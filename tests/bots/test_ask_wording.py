"""Small words of asks: one is not many, a figure is read, a result day is a day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bots.chronicle import telling
from projections import history
from projections.viewer import MACHINE
from tests.auenland import Auenland
from tests.bots.asked import opened


def steps(here: Auenland, ref: str = "F1") -> str:
    """Return the history of an ask, as it is read."""
    with here.faden.reading() as db:
        found = history.of(db, MACHINE, ref)
    speech = here.faden.desk.speech("p-kern")
    return "\n".join(text.plain for text in telling.steps(found, speech))


def test_a_result_is_promised_for_a_working_day(here: Auenland) -> None:
    here.watch.now = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    echo = here.say("p-kern", "Abfrage an alle: Wer prüft Hydranten? bis 18.12.")[0]
    assert "Mo, 04.01.2027" in echo  # 14 days later is the first of January


def test_a_day_of_its_own_sentence_leaves_one_full_stop(here: Auenland) -> None:
    line = "Abfrage an alle: Wieviel Tonnen? bis Freitag. Eilt etwas"
    assert "Wieviel Tonnen? Eilt etwas" in here.say("p-kern", line)[0]
    line = "Abfrage an alle: Wieviel Tonnen. bis Freitag, eilt etwas"
    assert "Wieviel Tonnen. eilt etwas" in here.say("p-kern", line)[0]


def test_one_reminder_is_no_plural(here: Auenland) -> None:
    said = here.say("p-lindner", "Höchstens eine Erinnerung die Woche")[0]
    assert "höchstens eine Erinnerung in der Woche" in said


def test_an_amount_is_read_in_the_history_as_everywhere(here: Auenland) -> None:
    opened(here)
    here.say("p-lindner", "F1: ja, 2028, 300000,5 €")
    assert "Betrag 300.000,5 €" in steps(here)


def test_a_call_for_help_promises_nothing_in_the_history(here: Auenland) -> None:
    here.say("p-mueller", "Geräte: Pumpe")
    here.say("p-stein", "Notfall: Keller voll, brauchen Pumpe")
    here.say("p-stein", "ja")
    told = steps(here)
    assert "Steintal hat um Hilfe gerufen" in told
    assert "zugesagt" not in told
    assert "Minuten" not in told


def test_one_answer_of_one_is_counted_without_a_verb(here: Auenland) -> None:
    opened(here, "Frage an Lindgrund: Wer prüft Hydranten?")
    here.say("p-lindner", "F1: ja")
    here.news("p-kern")
    assert "Antworten: 1 von 1" in here.say("p-kern", "F1 veröffentlichen")[0]


def test_figures_are_read_in_the_history_as_everywhere(here: Auenland) -> None:
    opened(here)
    here.say("p-lindner", "F1: ja, 2028, 300.000 €")
    here.say("p-mueller", "F1: ja, 2028, ca. 225.000 €")
    here.say("p-birke", "F1: nein")
    here.say("p-kern", "F1 veröffentlichen")
    here.say("p-kern", "ja")
    figures = (
        "Zahlen: Bedarf ja: 2, Bedarf nein: 1, Jahr 2028: 2 und Betrag: 2 Antworten, "
        "zusammen ca. 525.000 €."
    )
    assert figures in steps(here)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Abfrage an alle: Wie viele Pumpen haben Sie?", "allgemeine Frage"),
        ("Abfrage an alle: Wer plant einen Bagger?", "Bedarfsabfrage"),
        ("Fachfrage an alle: Wie kalkuliert ihr?", "Fachfrage"),
        ("Bereitschaftsabfrage an alle: Gemeinsames Lager?", "Bereitschaftsabfrage"),
        ("Terminabfrage an alle: Wann? Felder: Tag (3.5./4.5.)", "Terminabfrage"),
    ],
)
def test_the_kind_of_an_ask_is_said_in_words_that_everybody_knows(
    here: Auenland, line: str, kind: str
) -> None:
    assert f"Sie fragen ({kind}, alle: " in here.say("p-kern", line)[0]
