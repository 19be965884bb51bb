"""What a line answers, piece by piece, and what it asks for."""

from __future__ import annotations

from datetime import date

import pytest

from bots.asks.drafting import draft
from bots.asks.reading import Reading, read
from bots.asks.units import figure
from bots.figures import grouped
from bots.grammar.answers import AskBack
from bots.speech import Speech
from core.ask.kinds import AskKind, Disclosure
from core.ask.questions import Question, QuestionKind
from core.errors import Code, Refusal

TODAY = date(2027, 3, 17)
GERMAN = Speech(language="de", today=TODAY)
SWEEPER = (
    Question(key="need", kind=QuestionKind.YES_NO, label="Bedarf"),
    Question(key="year", kind=QuestionKind.YEAR, label="Jahr"),
    Question(key="cost", kind=QuestionKind.NUMBER, label="Betrag", unit="€"),
)
STATE = (
    Question(
        key="state",
        kind=QuestionKind.CHOICE,
        label="Zustand",
        options=("gut", "mittel", "schlecht"),
    ),
    Question(key="step", kind=QuestionKind.SCALE, label="Dringlichkeit", steps=5),
    Question(key="note", kind=QuestionKind.TEXT, label="Notiz"),
)


def said(
    text: str, questions: tuple[Question, ...] = SWEEPER, language: str = "de"
) -> dict[str, str | None]:
    """Return the answers in ``text``, by question; "" is the remark."""
    reading = read(questions, text, language, TODAY)
    assert isinstance(reading, Reading), reading
    found = {value.question: value.said.text for value in reading.answers}
    return found | ({"": reading.remark.text} if reading.remark else {})


@pytest.mark.parametrize(
    ("text", "need", "year", "cost"),
    [
        ("ja, 2028, ca. 180.000 €", "ja", "2028", "180000"),
        ("ja; 2028; 180 Tsd. €", "ja", "2028", "180000"),
        ("ja, in 2028, 0,18 Mio. Euro", "ja", "2028", "180000"),
        ("ja 2028", "ja", "2028", None),
        ("ja, aber nur 2028", "ja", "2028", None),
        ("180.000 EUR, ja, Jahr 2028", "ja", "2028", "180000"),
        ("Betrag: 1.500,50; Bedarf: ja", "ja", None, "1500.5"),
        ("nein", "nein", None, None),
        ("wir brauchen keine", "nein", None, None),
        ("yes, 2028", "ja", "2028", None),
    ],
)
def test_pieces_find_their_questions(
    text: str, need: str | None, year: str | None, cost: str | None
) -> None:
    found = {"need": need, "year": year, "cost": cost}
    assert said(text) == {name: value for name, value in found.items() if value}


def test_what_goes_beyond_the_questions_is_a_remark() -> None:
    assert said("ja, 2028, nur wenn es Förderung gibt")[""].startswith("nur wenn")  # type: ignore[union-attr]
    assert said("ja, Bemerkung: mit Bürsten, zwei")[""] == "mit Bürsten, zwei"


def test_choices_steps_and_texts() -> None:
    assert said("mittel, 4, läuft, aber laut", STATE) == {
        "state": "mittel",
        "step": "4",
        "note": "läuft, aber laut",
    }
    assert said("schl, Notiz: alt; rostig", STATE)["note"] == "alt; rostig"


def test_a_point_groups_in_german_and_parts_in_english() -> None:
    assert said("180.000", language="de") == {"cost": "180000"}
    assert said("180,000.5", language="en") == {"cost": "180000.5"}
    assert figure("1.5", "de") == ("1.5", "")
    assert figure("12 Kilo", "de") == ("12", "kg")
    assert figure("€ 12", "en") == ("12", "€")
    assert figure("12 bis 14", "de") is None
    assert figure("zwölf", "de") is None
    assert grouped("-1234567.5", "de") == "-1.234.567,5"
    assert grouped("1234", "en") == "1,234"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("viel", Code.VALUE_DOES_NOT_FIT),
        ("ja, bald", Code.VALUE_DOES_NOT_FIT),
        ("Betrag: viel", Code.VALUE_DOES_NOT_FIT),
        ("Jahr: 180.000", Code.VALUE_DOES_NOT_FIT),
        ("ja, 180 t", Code.UNIT_DOES_NOT_FIT),
        ("Betrag: 180 t", Code.UNIT_DOES_NOT_FIT),
    ],
)
def test_what_does_not_fit_is_never_guessed(text: str, code: Code) -> None:
    found = read(SWEEPER, text, "de", TODAY)
    assert isinstance(found, Refusal)
    assert found.code is code


@pytest.mark.parametrize("text", ["31.2.", "ja, am 31.2.2028", "Jahr: 31.2.2028"])
def test_a_day_that_is_not_in_the_calendar_is_asked_about(text: str) -> None:
    assert isinstance(read(SWEEPER, text, "de", TODAY), AskBack)


@pytest.mark.parametrize(
    ("head", "text", "kind", "labels"),
    [
        (
            "Abfrage an alle",
            "Wer plant einen Bagger? Jahr und Kosten.",
            "bedarf",
            "Bedarf Jahr Kosten",
        ),
        ("Abfrage an alle", "Wie viele Pumpen haben Sie?", "status", "Anzahl"),
        ("Abfrage an alle", "Schlammmenge 2026 in Tonnen?", "status", "Menge"),
        ("Frage an Mühlau", "Habt ihr Salz?", "fachfrage", "Antwort"),
        ("Fachfrage an alle", "Wie kalkuliert ihr?", "fachfrage", "Antwort"),
        ("Bereitschaftsabfrage an alle", "Gemeinsames Lager?", "bereitschaft", "Dabei"),
        (
            "Terminabfrage an alle",
            "Wann passt es? Felder: Tag (3.5./4.5.)",
            "termin",
            "Tag",
        ),
    ],
)
def test_the_words_of_a_question_make_its_fields(
    head: str, text: str, kind: str, labels: str
) -> None:
    found = draft(head, text, GERMAN)
    assert found.kind is AskKind(kind)
    assert " ".join(one.label for one in found.questions) == labels


def test_fields_can_be_listed_with_their_sort() -> None:
    found = draft(
        "Abfrage an alle",
        "Wie steht es? Felder: Bedarf (ja/nein), Betrag (€), Menge (in t), Zustand "
        "(gut/schlecht), Dringlichkeit (1–4), Baujahr (Jahr), Notiz (Text), Zahl "
        "(Anzahl). Zweck: gemeinsam kaufen. Aufwand: 7 Min. Antworten: anonym",
        GERMAN,
    )
    sorts = [(one.kind.value, one.unit, one.steps) for one in found.questions]
    assert [sort for sort, _, _ in sorts] == [
        "ja/nein",
        "zahl",
        "zahl",
        "auswahl",
        "skala",
        "jahr",
        "text",
        "zahl",
    ]
    assert [unit for _, unit, _ in sorts[:3]] == ["", "€", "t"]
    assert sorts[4][2] == 4
    assert (found.minutes, found.purpose) == (7, "gemeinsam kaufen")
    assert found.disclosure is Disclosure.AGGREGATED


@pytest.mark.parametrize(
    ("text", "disclosure"),
    [
        ("Wer plant Personal? nur Koordination", Disclosure.COORDINATION),
        ("Wer plant Personal? anonym", Disclosure.AGGREGATED),
        ("Wer plant Personal? Aufwand: 5 Min. anonym.", Disclosure.AGGREGATED),
        ("Wer plant Personal? (vertraulich)", Disclosure.COORDINATION),
        ("Wer plant Personal? Antworten: nur Summen.", Disclosure.AGGREGATED),
        ("Wer plant Personal?", Disclosure.NAMED),
    ],
)
def test_who_sees_the_answers_is_read_wherever_it_is_said(
    text: str, disclosure: Disclosure
) -> None:
    found = draft("Abfrage an alle", text, GERMAN)
    assert found.text.rstrip(" )") == "Wer plant Personal?"
    assert found.disclosure is disclosure
