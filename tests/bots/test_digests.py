"""Digests in words: what waits, what is owed, what is new; every line has its item."""

from __future__ import annotations

import json
from datetime import date

from bots.digests import items
from bots.grammar import intents, parse
from bots.message import Choices, Message, Text
from tests.auenland import Auenland, options
from tests.bots.asked import opened
from tests.bots.digested import REQUEST, kept, newest, overview, promised


def test_nothing_to_tell_is_told_in_a_sentence(here: Auenland) -> None:
    assert overview(here, "p-lindner") == [
        (
            "Nichts wartet auf Sie, niemand schuldet Ihnen etwas, und diese Woche "
            "gibt es nichts Neues."
        )
    ]


def test_what_is_expected_stands_with_minutes_and_days(here: Auenland) -> None:
    promised(here)
    opened(here)
    assert overview(here, "p-lindner") == [
        "Von Ihnen:",
        (
            "F1 Wer plant bis 2030 eine neue Kehrmaschine? Jahr und Betrag bitte – "
            "Antwort bis Fr, 30.04. (3 Min.)."
        ),
        "Z1 Schlammmengen 2024–26 – zugesagt an Kreis Auenland, bis Fr, 26.03.",
    ]
    assert newest(here, "p-lindner").title == "Lindgrund, KW 11"


def test_what_others_promised_is_told_by_its_day(here: Auenland) -> None:
    promised(here)
    here.watch.forward(days=9)
    assert "Z1 Schlammmengen 2024–26 – Lindgrund, heute fällig." in overview(
        here, "p-kern"
    )
    here.watch.forward(days=-1)
    assert "Z1 Schlammmengen 2024–26 – Lindgrund, morgen fällig." in overview(
        here, "p-kern"
    )


def test_whoever_promised_is_asked_for_a_new_day_and_not_blamed(here: Auenland) -> None:
    promised(here)
    here.watch.forward(days=12)
    assert overview(here, "p-lindner")[1] == (
        "Z1 Schlammmengen 2024–26 – zugesagt an Kreis Auenland, war fällig am Fr, "
        "26.03. Erledigt, oder lieber ein neuer Termin?"
    )


def test_thanks_come_first_and_say_whether_it_was_in_time(here: Auenland) -> None:
    kept(here)
    opened(here)
    assert overview(here, "p-lindner")[:2] == [
        "Danke:",
        "Z1 Schlammmengen 2024–26 – pünktlich erledigt.",
    ]


def test_what_came_late_is_thanked_for_without_a_word_about_it(here: Auenland) -> None:
    promised(here)
    here.watch.forward(days=14)
    here.say("p-lindner", "Z1 erledigt")
    here.say("p-kern", "Z1 passt")
    here.say("p-kern", "ja")
    assert "Z1 Schlammmengen 2024–26 – erledigt." in overview(here, "p-lindner")


def test_news_are_what_the_own_forums_learnt_and_found_out(here: Auenland) -> None:
    here.say("p-stein", "Info: Förderbescheide dauern neun Monate")
    opened(here)
    here.say("p-lindner", "F1: ja, 2028, ca. 180.000 €")
    here.say("p-kern", "F1 veröffentlichen: Eine Kommune plant")
    here.say("p-kern", "ja")
    told = overview(here, "p-lindner")
    assert told[told.index("Neu:") :] == [
        "Neu:",
        (
            "F1 Wer plant bis 2030 eine neue Kehrmaschine? Jahr und Betrag bitte – das "
            "Ergebnis liegt vor (1 von 5)."
        ),
        "I1 Befund: Förderbescheide dauern neun Monate (Steintal).",
    ]
    assert not any(line.startswith("I1") for line in overview(here, "p-stein"))
    here.watch.forward(days=8)
    assert "Neu:" not in overview(here, "p-lindner")


def test_who_asked_reads_what_the_result_owes(here: Auenland) -> None:
    opened(here)
    here.watch.forward(days=45)
    assert (
        "F1 Wer plant bis 2030 eine neue Kehrmaschine? Jahr und Betrag bitte – "
        "Antworten: 0 von 5, es fehlen: Auenburg, Birkfeld, Lindgrund und 2 weitere; "
        "das Ergebnis haben Sie bis Fr, 14.05. zugesagt."
    ) in overview(here, "p-kern")


def test_only_whoever_may_confirm_is_told_what_waits_for_a_word(
    here: Auenland,
) -> None:
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    here.say("p-lindner", "Z1 machen wir")
    said = "wartet auf Ihr Wort"
    assert any(said in line for line in overview(here, "p-lange"))
    assert not any(said in line for line in overview(here, "p-lindner"))


def test_lateness_is_told_to_the_two_parties_and_to_coordination(
    here: Auenland,
) -> None:
    here.say("p-lindner", "Bitte an Birkfeld: Pläne bis 26.3.")
    here.say("p-lindner", "ja")
    here.say("p-vogt", "Z1 machen wir")
    here.say("p-vogt", "ja")
    here.watch.forward(days=14)
    late = "Pläne – Birkfeld für Lindgrund, war fällig am Fr, 26.03."
    assert f"Z1 {late}" in overview(here, "p-kern")
    assert "Z1 Pläne – Birkfeld, war fällig am Fr, 26.03." in overview(
        here, "p-lindner"
    )
    assert not any("Z1" in line for line in overview(here, "p-stein"))


def test_coordination_reads_whose_answers_are_missing_and_who_owes_a_result(
    here: Auenland,
) -> None:
    here.say("p-stein", "Abfrage an Lindgrund, Birkfeld: Wer hat Streusalz? bis 26.3.")
    here.say("p-stein", "ja")
    here.watch.forward(days=10)
    missing = "es fehlen: Birkfeld, Lindgrund; fällig war Fr, 26.03."
    assert any(missing in line for line in overview(here, "p-kern"))
    assert not any(missing in line for line in overview(here, "p-lindner"))
    here.watch.forward(days=30)
    owes = "Steintal schuldet das Ergebnis, zugesagt war"
    assert any(owes in line for line in overview(here, "p-kern"))


def test_every_line_leads_to_the_item_it_speaks_of(here: Auenland) -> None:
    kept(here)
    opened(here)
    here.say("p-stein", "Info: Förderbescheide dauern neun Monate")
    here.say("p-lindner", "Überblick")
    message = newest(here, "p-lindner")
    texts = [part for part in message.parts if isinstance(part, Text)]
    for text in texts:
        first = text.spans[0]
        heading = text.plain.endswith(":") and first.strong
        assert first.item == first.text or heading, text.plain
    assert items(message) == ("Z1", "F1", "I1")


def test_a_long_text_is_cut_at_a_word(here: Auenland) -> None:
    here.say("p-stein", "Info: " + "Klärschlammverwertung " * 30)
    (line,) = [one for one in overview(here, "p-lindner") if one.startswith("I1")]
    assert len(line) < 200
    assert line.endswith("Klärschlammverwertung … (Steintal).")


def test_more_than_five_are_counted(here: Auenland) -> None:
    for n in range(7):
        here.say("p-stein", f"Info: Befund Nummer {n}")
    told = overview(here, "p-lindner")
    assert told[-1] == "… und 2 weitere."
    assert len(told) == 1 + 5 + 1


def test_the_digest_is_shown_without_a_trace(here: Auenland) -> None:
    promised(here)
    head = here.faden.store.journal.head()
    overview(here, "p-lindner")
    overview(here, "p-kern", "Überblick Forum Wasser")
    assert here.faden.store.journal.head() == head


def test_every_button_can_be_typed(here: Auenland) -> None:
    promised(here)
    here.say("p-lindner", "Überblick")
    twins = [choice.twin for choice in options(newest(here, "p-lindner"))]
    read = [type(parse(twin, date(2027, 3, 17))) for twin in twins]
    assert read == [intents.WhatIsOpen, intents.Rest, intents.Prefer, intents.Prefer]


def test_a_message_comes_back_from_its_seal_as_it_was(here: Auenland) -> None:
    promised(here)
    here.say("p-lindner", "Überblick")
    message = newest(here, "p-lindner")
    assert Message.model_validate_json(message.model_dump_json()) == message
    assert json.loads(message.model_dump_json())["title"] == "Lindgrund, KW 11"
    assert any(isinstance(part, Choices) for part in message.parts)
