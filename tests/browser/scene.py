"""Scene: a county in the middle of its work, with something of everything."""

from __future__ import annotations

from typing import Final

from core.decision import commands as c
from core.sealed import Sealed
from tests.auenland import Auenland
from tests.ballots import do, opened, ratifying, resolved

STORY: Final = (
    ("p-kern", "Bitte an Lindgrund: Schlammmengen 2024–26 bis 20.3."),
    ("p-kern", "ja"),
    ("p-lange", "Z1 machen wir"),
    ("p-lange", "ja"),
    ("p-lange", "Info: Förderbescheide dauern neun Monate"),
    ("p-lange", "Bitte an Birkfeld: Schlammpläne bis 30.4."),
    ("p-lange", "ja"),
    ("p-vogt", "Z2 erst bis 15. Mai"),
    ("p-vogt", "ja"),
    ("p-kern", "Bitte an Mühlau: Messwerte vom Schlamm bis Ende Juni"),
    ("p-kern", "ja"),
    ("p-mueller", "Z3 erledigt: liegt im Ordner"),
    ("p-kern", "Abfrage an alle: Wer plant eine Kehrmaschine? Jahr und Betrag"),
    ("p-kern", "ja"),
    ("p-lange", "F1: ja, 2029, 180.000 €"),
    ("p-vogt", "F1: nein"),
    ("p-kern", "F1 veröffentlichen: Einer plant"),
    ("p-kern", "ja"),
    ("p-kern", "Bereitschaftsabfrage an alle: Wer macht mit?"),
    ("p-kern", "ja"),
    ("p-lange", "Birkfeld macht das schon"),
    ("p-lange", "Stand Z1"),
    ("p-lange", "Bitte an Steintal: Schlamm abholen bis 30.4."),
)


def lively(here: Auenland) -> None:
    """Let all of it happen; at the end something is overdue, and something stuck."""
    for who, text in STORY:
        here.say(who, text)
    resolved(here, ratifying(here))
    do(here, "muehlau", c.Object(reason=Sealed("zu weit")), ref=opened(here))
    here.watch.forward(days=6)
    hooks, now = here.faden.store.office.hooks, here.watch()
    hooks.make("p-kern", "https://hooks.example.org/in", 10**6, now).result()
    hooks.failed(hooks.all()[0], "500", now, []).result()
