"""Dialogues D4 to D7 of the chat design, word for word, with the echoes added.

The chat starts at Z34, Z35 and Z21 in the design; here the first items are asked for
beforehand until the numbers fit.
"""

from __future__ import annotations

from core.commitment import events as e
from core.commitment.commands import Request
from core.ports import Order, Via
from core.sealed import Sealed
from tests.auenland import Auenland

ASKED = "Bitte an Birkfeld: Klärschlammmengen 2024–2026 liefern bis 30.4."


def until(here: Auenland, number: int) -> None:
    """Use up the reference numbers below ``number``."""
    for n in range(number - 1):
        here.said += 1
        request = Request(
            forum="wasser",
            asker="kreis",
            holder="auenburg",
            what=Sealed("Vorlauf"),
            due=here.watch().date(),
        )
        order = Order(
            command_id=f"before/{n}",
            command=request,
            stream=None,
            actor="p-kern",
            org="kreis",
            today=here.watch().date(),
            now=here.watch(),
            via=Via.CLI,
        )
        assert here.faden.desk.submit(order).refusal is None
    here.faden.reactor.settle()


def kinds(here: Auenland, ref: str) -> list[type[object]]:
    """Return what was recorded about an item."""
    return [type(r.event) for r in here.faden.store.journal.stream(f"commitment:{ref}")]


def said(lines: list[str]) -> str:
    """Return the first paragraph of the newest message."""
    return lines[-1].split("\n")[0]


def d4(here: Auenland) -> None:
    """Play D4 up to the promise."""
    until(here, 34)
    assert said(here.say("p-kern", ASKED)) == (
        "Sie bitten für Kreis Auenland: Birkfeld (Wasser) – Klärschlammmengen "
        "2024–2026 liefern bis Fr, 30.04.2027."
    )
    here.say("p-kern", "fertig heißt: Tabelle je Kläranlage")
    here.say("p-kern", "ja")


def test_d4_a_request_becomes_a_promise_under_the_mandate_rule(here: Auenland) -> None:
    d4(here)
    (card,) = here.news("p-birke")
    assert said([card]) == (
        "Z34: Das Forum Wasser bittet Birkfeld um Klärschlammmengen 2024–2026 bis "
        "Fr, 30.04. Fertig heißt: Tabelle je Kläranlage."
    )
    buttons = [line.split(" – ")[0] for line in card.split("\n") if line[0] == "["]
    assert buttons == [
        "[Machen wir]",
        "[Anderer Termin]",
        "[Geht nicht]",
        "[Nur nach Gremium]",
    ]
    assert said(here.say("p-birke", "Z34 machen wir")) == (
        "Sie dürfen für Birkfeld vorbereiten; zusagen darf BM Vogt. Ich lege es "
        "ihm vor."
    )
    here.news("p-vogt")
    here.choose("p-vogt", "Zusagen")
    assert said(here.news("p-kern")) == "Birkfeld hat Z34 zugesagt."
    assert kinds(here, "Z34") == [e.Requested, e.Drafted, e.Promised]


def test_d5_a_counter_proposal_is_accepted(here: Auenland) -> None:
    d4(here)
    here.say("p-vogt", "Z34 erst bis 15. Mai, 2026 kommt später")
    here.say("p-vogt", "ändern: Z34 erst bis 15. Mai, 2026 nachgereicht")
    here.say("p-vogt", "ja")
    (card,) = here.news("p-kern")[-1:]
    assert said([card]) == (
        "Birkfeld schlägt für Z34 Sa, 15.05. vor: „2026 nachgereicht“."
    )
    buttons = [line.split(" – ")[0] for line in card.split("\n") if line[0] == "["]
    assert buttons == ["[Einverstanden]", "[Bitte bis 7.5.]", "[Zurückziehen]"]
    here.say("p-kern", "Z34 einverstanden")
    assert said(here.say("p-kern", "ja")) == (
        "Zugesagt: 15.05.; alte Frist 30.04. bleibt im Verlauf."
    )
    assert kinds(here, "Z34") == [e.Requested, e.CounterProposed, e.CounterAccepted]


def test_d6_a_no_is_a_full_answer_and_shows_a_way_out(here: Auenland) -> None:
    until(here, 21)
    here.say("p-mueller", "Angebot: freie Stunden bis 30.6.")
    here.say("p-mueller", "ja")
    for n in range(22, 35):
        here.say("p-kern", f"Bitte an Lindgrund: Nummer {n} bis 30.6.")
        here.say("p-kern", "ja")
    here.say("p-kern", "Bitte an Steintal: Hydranten prüfen bis 15.6.")
    here.say("p-kern", "ja")
    here.say("p-roth", "Z35 geht nicht, Kollege fällt bis Juni aus")
    answer = here.say("p-roth", "ja")
    assert said(answer) == (
        "Notiert, ohne Wertung. Mühlau hat freie Stunden angeboten (Z21). Soll ich "
        "dort fragen?"
    )
    assert "[Ja] –" in answer[-1]
    assert "[Nein, danke] –" in answer[-1]
    assert kinds(here, "Z35") == [e.Requested, e.Declined]
    here.choose("p-roth", "Ja")
    here.say("p-roth", "ja")
    assert kinds(here, "Z36") == [e.Requested]


def test_d7_done_then_not_yet_then_accepted(here: Auenland) -> None:
    d4(here)
    here.say("p-vogt", "Z34 erst bis 15. Mai")
    here.say("p-vogt", "ja")
    here.say("p-kern", "Z34 einverstanden")
    here.say("p-kern", "ja")
    here.watch.forward(days=59)  # Saturday, 15 May
    here.say("p-birke", "Z34 erledigt: Tabelle liegt im Ordner Wasser")
    (card,) = here.news("p-kern")[-1:]
    assert said([card]) == "Birkfeld meldet Z34 fertig. Passt es?"
    assert "[Passt, danke] – Z34 passt" in card
    assert "[Fehlt noch …] – Z34 fehlt noch: " in card
    assert "(ohne Antwort gilt es am 29.05. als angenommen)" in card
    here.say("p-kern", "Z34 fehlt noch: Anlage Nord 2025")
    here.say("p-kern", "ja")
    assert said(here.news("p-birke")) == "Bei Z34 fehlt noch: Anlage Nord 2025"
    here.say("p-birke", "Z34 erledigt: jetzt mit Anlage Nord")
    here.say("p-kern", "Z34 passt, danke!")
    here.say("p-kern", "ja")
    assert kinds(here, "Z34")[-4:] == [
        e.CompletionReported,
        e.CompletionRejected,
        e.CompletionReported,
        e.CompletionAccepted,
    ]
