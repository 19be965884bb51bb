"""What a forum has done, in a message whose every line has its source."""

from __future__ import annotations

from datetime import timedelta

from bots.digests import items
from tests.auenland import Auenland
from tests.bots.asked import opened
from tests.bots.digested import kept, newest, overview, promised


def test_a_forum_tells_what_was_kept_promised_asked_and_learnt(here: Auenland) -> None:
    kept(here)
    here.say("p-kern", "Bitte an Birkfeld: Pläne bis 30.4.")
    here.say("p-kern", "ja")
    here.say("p-vogt", "Z2 machen wir")
    here.say("p-vogt", "ja")
    opened(here)
    here.say("p-stein", "Info: Förderbescheide dauern neun Monate")
    told = overview(here, "p-lindner", "Überblick Forum Wasser")
    assert told == [
        "Gehalten:",
        "Z1 Schlammmengen 2024–26 – Lindgrund für Kreis Auenland. Danke!",
        "Zugesagt:",
        "Z2 Pläne – Birkfeld für Kreis Auenland bis Fr, 30.04.",
        "Läuft gerade:",
        (
            "F1 Wer plant bis 2030 eine neue Kehrmaschine? Jahr und Betrag bitte – "
            "Kreis Auenland; Antworten: 0 von 5."
        ),
        "Neu gelernt:",
        "I1 Befund: Förderbescheide dauern neun Monate (Steintal).",
    ]
    assert newest(here, "p-lindner").title == "Wasser, 15.02.2027 bis 17.03.2027"
    assert items(newest(here, "p-lindner")) == ("Z1", "Z2", "F1", "I1")


def test_what_follows_from_a_result_is_what_was_decided(here: Auenland) -> None:
    opened(here)
    here.say("p-lindner", "F1: ja, 2028, ca. 180.000 €")
    for line in ("F1 veröffentlichen", "ja", "F1 daraus folgt: nichts, zu früh", "ja"):
        here.say("p-kern", line)
    told = overview(here, "p-lindner", "Überblick Forum Wasser")
    assert told[0] == "Entschieden:"
    assert told[1].endswith("daraus folgt: nichts. zu früh.")


def test_silence_is_told_to_coordination_alone(here: Auenland) -> None:
    promised(here)
    silent = "Seit dem 15.02.2027 nichts gehört von"
    told = overview(here, "p-kern", "Überblick Forum Wasser")
    assert told[-1] == (
        f"{silent} Auenburg, Birkfeld, Mühlau und Steintal. Ein Anruf hilft vielleicht."
    )
    told = overview(here, "p-lindner", "Überblick Forum Wasser")
    assert not any(silent in line for line in told)


def test_a_forum_in_which_nothing_happened_says_so(here: Auenland) -> None:
    assert overview(here, "p-lindner", "Überblick Forum Wasser") == [
        "In dieser Zeit wurde nichts eingetragen."
    ]


def test_what_lies_before_the_time_is_left_out(here: Auenland) -> None:
    kept(here)
    here.watch.forward(days=31)
    assert overview(here, "p-lindner", "Überblick Forum Wasser") == [
        "In dieser Zeit wurde nichts eingetragen."
    ]
    here.watch.now -= timedelta(days=1)
    assert overview(here, "p-lindner", "Überblick Forum Wasser")[0] == "Gehalten:"


def test_a_forum_that_nobody_knows_is_said_to_be_unknown(here: Auenland) -> None:
    (said,) = overview(here, "p-lindner", "Überblick Forum Nirgends")
    assert "Nirgends" in said
