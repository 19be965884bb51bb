"""Who may be asked what, how much, and who is called for help."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland
from tests.bots.asked import ASK, opened


def test_the_same_is_not_asked_while_the_result_is_owed(here: Auenland) -> None:
    opened(here)
    assert "F1" in here.say("p-kern", ASK)[0]
    assert "veröffentlichen Sie erst das Ergebnis" in here.say("p-kern", ASK)[0]


def test_taking_back_what_was_asked_is_cancelling_it(here: Auenland) -> None:
    opened(here)
    echo = here.say("p-kern", "zurücknehmen")[0]
    assert echo.startswith("Sie brechen F1 ab")
    assert here.say("p-kern", "ja")[0].startswith("F1 ist abgebrochen.")
    assert "fragt nicht mehr: F1" in here.news("p-lindner")[-1]
    assert here.say("p-kern", ASK)[0].startswith("Sie fragen")


def test_more_than_a_week_takes_needs_a_reason(here: Auenland) -> None:
    opened(here, "Fachfrage an alle: Was kostet das? Aufwand: 14 Min.")
    more = "Frage an Lindgrund: Wer prüft Hydranten?"
    assert "15 Minuten" in here.say("p-kern", more)[0]
    echo = here.say("p-kern", f"{more} Begründung: Förderfrist")[0]
    assert "Lindgrund hat diese Woche schon 14 von 15 Frageminuten." in echo
    assert "Warum es sein muss: Förderfrist" in echo
    assert here.say("p-kern", "ja")[0].startswith("Eröffnet als F2")


def test_help_is_asked_of_whoever_has_what_is_needed(here: Auenland) -> None:
    nobody = here.say("p-roth", "Notfall: Rohrbruch, brauchen Lecksuchgerät heute")[0]
    assert "Noch hat niemand Geräte" in nobody
    here.say("p-mueller", "Geräte: Lecksuchgerät, Spülwagen")
    unfit = here.say("p-roth", "Notfall: Hochwasser, brauchen Sandsäcke")[0]
    assert "Eingetragen sind: Lecksuchgerät, Spülwagen" in unfit
    here.watch.forward(hours=15)  # midnight
    here.news("p-lindner")
    echo = here.say("p-roth", "Notfall: Rohrbruch, brauchen Lecksuchgerät heute")[0]
    assert echo.startswith("Sie rufen um Hilfe (Mühlau): Rohrbruch")
    here.say("p-roth", "ja")
    (card,) = here.news("p-mueller")[-1:]
    assert card.startswith("F1: Steintal braucht jetzt Hilfe: Rohrbruch")
    assert here.news("p-lindner") == []
    here.choose("p-mueller", "Wir kommen")
    assert "Mühlau antwortet: Hilfe: wir kommen" in here.news("p-roth")[-1]
    here.say("p-mueller", "F1: wir kommen, ca. 14 Uhr")
    assert "Wann: ca. 14 Uhr" in here.news("p-roth")[-1]
    here.say("p-roth", "F1 schließen")
    assert "Hilfe rechtzeitig" in here.say("p-roth", "ja")[0]
    assert "braucht keine Hilfe mehr" in here.news("p-mueller")[-1]
    assert "F1" not in "".join(here.say("p-roth", "Was ist offen?"))


def test_a_readiness_ask_tells_who_the_willing_are(here: Auenland) -> None:
    nobody = "Abfrage an Willige: Wer hat Zeit? bis 30.4."
    assert "„Willige“" in here.say("p-kern", nobody)[0]
    opened(here, "Bereitschaftsabfrage an alle: Wer macht mit? bis 30.4.")
    here.say("p-mueller", "F1: ja")
    here.say("p-lindner", "F1: nein")
    here.say("p-kern", "F1 veröffentlichen")
    here.say("p-kern", "ja")
    here.say("p-kern", nobody)
    assert "Gefragt sind: Mühlau." in here.say("p-kern", "ja")[0]


def test_sums_only_is_refused_where_it_could_hide_nobody(here: Auenland) -> None:
    line = "Abfrage an Lindgrund und Mühlau: Wer plant Personal? anonym, bis 30.4."
    assert "mindestens 5" in here.say("p-kern", line)[0]
    (echo,) = here.say(
        "p-kern", "Abfrage an alle: Wer plant Personal? anonym, bis 30.4."
    )
    assert "Einzelne Antworten sieht niemand sonst; Summen erst ab 5." in echo
    here.say("p-kern", "ja")
    here.say("p-mueller", "F1: ja")
    here.say("p-kern", "F1 veröffentlichen")
    assert "weniger als 5 Antworten" in here.say("p-kern", "ja")[-1]


def test_english_is_spoken_of_asks_as_well(here: Auenland) -> None:
    from core.person import Language, Register, SetPreferences

    for who in ("p-kern", "p-lindner"):
        english = SetPreferences(language=Language.ENGLISH, register=Register.FORMAL)
        here.order(f"person:{who}", english)
    line = (
        "ask all: who plans a new sweeper by 2030? year and amount please. by 30 April"
    )
    assert "answers by Fri, 30 Apr 2027" in here.say("p-kern", line)[0]
    here.say("p-kern", "yes")
    reply = here.say("p-lindner", "F1: yes, 2028, about 180,000 €")[-1]
    assert reply.startswith("Noted for Lindgrund (F1): Need: yes · Year: 2028 · Amount")
    assert "180,000 €" in reply


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Abfrage an Lindgrund und Kreis: Wer prüft?", "Lindgrund, Kreis Auenland"),
        ("Abfrage an alle: Wer prüft? (Forum Wasser)", "(allgemeine Frage, alle: "),
        ("Abfrage an Umland: Wer prüft?", "Mit „Umland“ ist außer Ihnen niemand"),
        ("Abfrage an Lindgrund und Umland: Wer prüft?", "Wer zu „Lindgrund, Umland“"),
        ("Abfrage an alle: Wer prüft? bis zur nächsten Sitzung", "Bis wann?"),
        ("Abfrage an alle: Wer plant was? bis 1.3.2027", "schon vorbei"),
        (
            "Abfrage an alle: Wer prüft? Ergebnis bis 18.3.",
            "bevor die Antworten da sind",
        ),
        ("Abfrage an alle: Wer prüft? Felder: A, A", "gibt es schon"),
        ("Abfrage an alle: Wer prüft? Aufwand: 300 Min.", "eine Zahl von 1 bis 240"),
        ("Abfrage an alle: Wer prüft? (für Lindgrund, Telefon BM Lange)", "nicht"),
    ],
)
def test_whom_and_what_is_said_or_asked_back(
    here: Auenland, line: str, said: str
) -> None:
    assert said in "\n".join(here.say("p-mueller", line))


def test_a_forum_is_asked_as_it_sits(here: Auenland) -> None:
    (echo,) = here.say("p-mueller", "Abfrage an Wasser: Wer prüft Hydranten?")
    assert "Auenburg, Birkfeld, Lindgrund, Steintal, Kreis Auenland" in echo
    assert "Frist Fr, 02.04.2027" in echo  # ten working days; Easter lies between
    here.say("p-mueller", "ja")
    assert "Mühlau fragt Kreis Auenland" in here.news("p-kern")[-1]


def test_one_who_was_asked_alone_is_heard_at_once(here: Auenland) -> None:
    here.say("p-mueller", "Frage an Lindgrund: Habt ihr noch Streusalz?")
    here.say("p-mueller", "ja")
    here.choose("p-lindner", "Ja")
    assert here.news("p-mueller")[-1].startswith(
        "Lindgrund hat auf F1 (Habt ihr noch Streusalz?) geantwortet: Antwort: ja."
    )


def test_whoever_lends_nothing_any_more_is_not_called(here: Auenland) -> None:
    here.say("p-mueller", "Geräte: Lecksuchgerät")
    gone = here.say("p-mueller", "Geräte: keine")[0]
    assert gone == "Für Mühlau notiert, zum Ausleihen oder Helfen: nichts."
    nobody = here.say("p-roth", "Notfall: Rohrbruch, brauchen Lecksuchgerät")[0]
    assert "Noch hat niemand Geräte" in nobody
