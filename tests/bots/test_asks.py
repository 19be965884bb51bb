"""An ask from the question to what follows, as people say it."""

from __future__ import annotations

import pytest

from core import organisation
from core.ask import events as e
from tests.auenland import Auenland
from tests.bots.asked import ASK, filled, kinds, opened


def test_an_ask_is_said_back_before_anybody_is_asked(here: Auenland) -> None:
    (echo,) = here.say("p-kern", ASK)
    assert "Frist Fr, 30.04.2027, Aufwand ca. 3 Min." in echo
    assert "Ergebnis zugesagt bis Fr, 14.05.2027" in echo
    assert "Felder: Bedarf (ja/nein) · Jahr · Betrag (€)" in echo
    assert "alle: Auenburg, Birkfeld, Lindgrund, Mühlau, Steintal" in echo
    assert here.news("p-lindner") == []
    reply = here.say("p-kern", "ja")[0]
    assert reply.startswith("Eröffnet als F1")
    (card,) = here.news("p-lindner")
    assert card.startswith("F1: Kreis Auenland fragt Lindgrund: Wer plant bis 2030")
    assert "[Ausfüllen …] – F1: …" in card
    assert "[Fehlanzeige] – F1 Fehlanzeige" in card


def test_five_answer_each_in_their_way(here: Auenland) -> None:
    opened(here)
    reply = filled(
        here, "p-lindner", "form", Bedarf="ja", Jahr="2028", Betrag="180.000"
    )
    assert reply[-1].startswith(
        "Für Lindgrund notiert (F1): Bedarf: ja · Jahr: 2028 · Betrag: 180.000 €."
    )
    here.say("p-mueller", "F1: ja, 2029, ca. 200.000 €")
    here.say("p-birke", "F1 an BM Vogt")
    assert "Birkfeld" in here.news("p-vogt")[-1]
    here.say("p-vogt", "F1 Fehlanzeige")
    here.say("p-kern", "F1: nein für Steintal, Telefon BM Roth")
    assert "bestätigen" in here.say("p-kern", "ja")[0]
    assert "[Eintrag stimmt] – F1 Eintrag stimmt" in here.news("p-roth")[-1]
    here.choose("p-roth", "Eintrag stimmt")
    assert "Fehlt noch: Auenburg" in here.say("p-kern", "F1")[-1]
    here.say("p-kern", "F1 veröffentlichen: Zwei planen.")
    assert "Bedarf: ja: 2, nein: 1" in here.say("p-kern", "ja")[-1]
    result = here.news("p-lindner")[-1]
    assert result.startswith("Danke für Ihre Antwort! Das Ergebnis von F1")
    assert "zusammen ca. 380.000 €, im Schnitt ca. 190.000 €" in result
    here.say("p-kern", "F1 daraus folgt: Bitte, gemeinsam Angebote einholen")
    here.say("p-kern", "ja")
    assert "gemeinsam Angebote einholen" in here.news("p-vogt")[-1]
    assert kinds(here) == [
        e.Opened,
        e.Answered,
        e.Answered,
        e.Delegated,
        e.NothingReported,
        e.EnteredOnBehalf,
        e.OnBehalfConfirmed,
        e.Answered,
        e.Closed,
        e.Published,
        e.Concluded,
    ]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("F1: viel", "zur Frage „Bedarf“. Bitte geben Sie an: ja/nein."),
        ("F1: ja, 2028, viel", "eine Zahl in Ziffern, zum Beispiel 12 €."),
        ("F1: Betrag: viel", "eine Zahl in Ziffern, zum Beispiel 12 €."),
        ("F1: Betrag: 180 t", "in dieser Einheit beantwortet: €"),
        ("F1: ja, 2028, 180 t", "in dieser Einheit beantwortet: €"),
        ("F1: ja, am 31.2.2028", "gibt es im Kalender nicht"),
        ("F1: 31.2.", "gibt es im Kalender nicht"),
        ("F1 verlängern bis 31.2.", "gibt es im Kalender nicht"),
        ("F1 an Frau Niemand", "Dort handeln: BM Lange, Frau Lindner"),
        ("F1 veröffentlichen", "Kreis Auenland"),
        ("F1 zurücknehmen", "nichts"),
        ("F1 Eintrag stimmt", "nichts"),
        ("F9: ja", "F9"),
    ],
)
def test_what_does_not_fit_is_said_and_writes_nothing(
    here: Auenland, line: str, hint: str
) -> None:
    opened(here)
    here.news("p-lindner")
    reply = "\n".join(here.say("p-lindner", line))
    assert hint in reply
    assert kinds(here) == [e.Opened]


def test_the_same_answer_from_two_devices_counts_once(here: Auenland) -> None:
    opened(here)
    filled(here, "p-lindner", "phone", Bedarf="ja", Jahr="2028")
    again = filled(here, "p-lindner", "desk", Bedarf="ja", Jahr="2028")
    assert again[0].startswith("Das ist schon so")
    other = filled(here, "p-lindner", "home", Bedarf="nein")
    assert other[-1].startswith("Für Lindgrund geändert (F1): Bedarf: nein.")
    assert kinds(here) == [e.Opened, e.Answered, e.Revised]


def test_taking_back_restores_the_answer_before(here: Auenland) -> None:
    opened(here)
    here.say("p-lindner", "F1: ja, 2028")
    here.say("p-lindner", "F1: nein")
    here.say("p-lindner", "zurücknehmen")
    assert "Ihre Antwort: Bedarf: ja · Jahr: 2028" in here.say("p-lindner", "F1")[-1]


def test_whose_mandate_has_ended_answers_nothing(here: Auenland) -> None:
    opened(here)
    here.order("organisation:lindgrund", organisation.EndMandate(person="p-lindner"))
    assert "kein Mandat" in here.say("p-lindner", "F1: ja")[-1]
    assert kinds(here) == [e.Opened]


def test_a_closed_ask_marks_what_comes_late_and_a_finished_one_takes_nothing(
    here: Auenland,
) -> None:
    opened(here)
    here.say("p-mueller", "F1: ja, 2029")
    here.say("p-kern", "F1 schließen")
    here.say("p-kern", "ja")
    late = here.say("p-lindner", "F1: nein")[-1]
    assert "kam nach der Frist" in late
    here.say("p-kern", "F1 veröffentlichen")
    here.say("p-kern", "ja")
    here.say("p-kern", "F1 daraus folgt: nichts, eine allein reicht nicht")
    here.say("p-kern", "ja")
    assert "ist zu Ende" in here.say("p-roth", "F1: ja")[-1]


def test_an_entry_can_be_contested_and_then_counts_for_nothing(here: Auenland) -> None:
    opened(here)
    here.say("p-kern", "F1 Fehlanzeige für Steintal, Telefon BM Roth")
    here.say("p-kern", "ja")
    contested = here.say("p-roth", "F1 Eintrag stimmt nicht, wir brauchen eine")[-1]
    assert contested.startswith("Widersprochen: F1 steht wieder wie vor dem Eintrag.")
    assert "Steintal" in here.say("p-kern", "F1")[-1]
    assert kinds(here)[1:] == [e.EnteredOnBehalf, e.OnBehalfContested]


def test_no_is_a_full_answer(here: Auenland) -> None:
    opened(here)
    reply = here.say("p-lindner", "F1: keine Angabe, liegt beim Verband")[-1]
    assert reply.startswith("Notiert, ohne Wertung: Lindgrund antwortet nicht auf F1.")
    here.say("p-kern", "F1 Fehlanzeige für Steintal")
    assert kinds(here) == [e.Opened, e.AnswerDeclined]


def test_a_correction_is_another_answer(here: Auenland) -> None:
    opened(here)
    here.say("p-lindner", "F1: ja, 2028")
    here.say("p-lindner", "F1 korrigieren: ja, 2029")
    assert kinds(here) == [e.Opened, e.Answered, e.Revised]
    assert "Jahr: 2029" in here.say("p-lindner", "F1")[-1]


def test_what_came_after_the_result_can_be_published_again(here: Auenland) -> None:
    opened(here)
    here.say("p-lindner", "F1: ja, 2028")
    here.say("p-kern", "F1 veröffentlichen")
    here.say("p-kern", "ja")
    here.say("p-mueller", "F1: ja, 2029")
    told = here.news("p-kern")[-1]
    assert told.startswith("Mühlau hat nach dem Ergebnis noch auf F1")
    assert "[Neu veröffentlichen] – F1 veröffentlichen" in told
    here.say("p-kern", "F1 veröffentlichen")
    assert "Jahr: 2028: 1, 2029: 1" in here.say("p-kern", "ja")[-1]
