"""What is known of an entry, in words."""

from __future__ import annotations

from datetime import date

from bots import proofs
from bots.speech import Speech
from core.checkpoint import Checkpoint

GERMAN = Speech(language="de", today=date(2026, 11, 30))


def test_an_entry_for_another_day_names_both() -> None:
    told = proofs.counts_for(date(2026, 11, 23), date(2026, 11, 20), GERMAN)
    assert told == "am Mo, 23.11.2026 für den Fr, 20.11.2026 erfasst"


def test_each_state_of_the_texts_is_said_once() -> None:
    found = {"what": "same", "measure": "same", "reason": "gone"}
    told = list(proofs.texts(found, GERMAN))
    gone = "Wortlaut: gelöscht, wie ein Eintrag festhält; "
    assert told == [
        f"{gone}sein Siegel steht weiter im Protokoll",
        "Wortlaut: wie versiegelt",
    ]


def test_only_a_decision_has_versions() -> None:
    assert proofs.version(0, GERMAN) == ""
    assert proofs.version(2, GERMAN) == "Fassung 2 des Textes"
    assert proofs.short(None, GERMAN) == "–"


def test_a_signature_that_does_not_hold_is_said() -> None:
    signed = Checkpoint("auenland.example/log", 7, bytes(32))
    told = proofs.proof(5, "forged", signed, GERMAN)
    assert told.startswith(
        "Eintrag 5: NICHT bewiesen: Die Unterschrift unter Prüfstand 7"
    )
