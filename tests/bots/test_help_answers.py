"""What a town answers to a call for help is put down where it belongs."""

from __future__ import annotations

import pytest

from bots.asks.helping import spelled_out
from bots.grammar.answers import AskBack
from bots.grammar.answers import Question as Doubt
from core.ask.questions import Question, QuestionKind
from tests.auenland import Auenland

OPTIONS = ("wir kommen", "Gerät abholbar", "geht nicht")
QUESTIONS = (
    Question(key="help", kind=QuestionKind.CHOICE, label="Hilfe", options=OPTIONS),
    Question(key="when", kind=QuestionKind.TEXT, label="Wann"),
)


@pytest.fixture
def called(here: Auenland) -> Auenland:
    """Auenland after a call for help that Mühlau can answer."""
    here.say("p-mueller", "Geräte: Pumpe")
    here.say("p-stein", "Notfall: Keller voll, brauchen Pumpe")
    here.say("p-stein", "ja")
    here.news("p-stein")
    return here


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("F1: wir kommen um 21:30", "Hilfe: wir kommen · Wann: um 21:30."),
        ("F1: um 21:30 kommen wir", "Hilfe: wir kommen · Wann: um 21:30."),
        ("F1: ja", "Hilfe: wir kommen."),
        ("F1 ja", "Hilfe: wir kommen."),
        ("F1: ja, in 20 Minuten", "Hilfe: wir kommen · Wann: in 20 Minuten."),
        ("F1 sind unterwegs", "Hilfe: wir kommen."),
        (
            "F1: Gerät abholbar ab sofort",
            "Hilfe: Gerät abholbar · Wann: ab sofort.",
        ),
        (
            "F1 Gerät kann ab 15 Uhr am Bauhof abgeholt werden",
            "Hilfe: Gerät abholbar · Wann: ab 15 Uhr am Bauhof.",
        ),
        (
            "F1 geht nicht, Gerät ist kaputt",
            "Hilfe: geht nicht – Gerät ist kaputt.",
        ),
        ("F1: nein", "Hilfe: geht nicht."),
        ("F1: leider nicht möglich", "Hilfe: geht nicht."),
        ("F1: Pumpe ist kaputt", "Hilfe: geht nicht – Pumpe ist kaputt."),
        ("F1: wir kommen nicht", "Hilfe: geht nicht."),
        (
            "F1: wir kommen, aber nicht vor 22 Uhr",
            "Hilfe: wir kommen · Wann: aber nicht vor 22 Uhr.",
        ),
        ("F1: Hilfe: wir kommen; Wann: 14 Uhr", "Hilfe: wir kommen · Wann: 14 Uhr."),
    ],
)
def test_the_help_is_the_help_and_the_time_is_the_time(
    called: Auenland, line: str, noted: str
) -> None:
    assert noted in called.say("p-mueller", line)[-1]
    assert noted.removesuffix(".") in called.news("p-stein")[-1]


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ("ja, aber die Pumpe ist kaputt", Doubt.CONTRADICTING_VERBS),
        ("wir kommen, der Anhänger geht nicht", Doubt.CONTRADICTING_VERBS),
        ("vielleicht kommen wir", Doubt.HEDGED),
        ("sollen wir kommen?", Doubt.QUESTION_MARK),
    ],
)
def test_what_may_be_no_yes_is_asked_back(said: str, doubt: Doubt) -> None:
    back = spelled_out(QUESTIONS, said)
    assert isinstance(back, AskBack)
    assert back.question is doubt


def test_nothing_is_written_before_the_doubt_is_gone(called: Auenland) -> None:
    back = called.say("p-mueller", "F1: ja, aber die Pumpe ist kaputt")[-1]
    assert "zwei Antworten" in back
    assert called.news("p-stein") == []


def test_whoever_cannot_help_is_not_asked_when(called: Auenland) -> None:
    said = "\n".join(called.say("p-mueller", "F1 geht nicht, Gerät ist kaputt"))
    assert "Noch offen" not in said


def test_a_time_alone_leaves_the_help_open(called: Auenland) -> None:
    said = "\n".join(called.say("p-mueller", "F1: um 21:30"))
    assert "Wann: um 21:30" in said
    assert "Noch offen: Hilfe" in said
