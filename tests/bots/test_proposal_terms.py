"""No term of the procedure slips into the text that binds."""

from __future__ import annotations

import pytest

from bots.grammar.decisions import ReviseDecision
from bots.grammar.parse import parse
from core.decision import commands as c
from core.effect import EffectKind, Rule
from tests.auenland import Auenland

HEAD = "Beschlussvorschlag: Klärschlamm gemeinsam verwerten, Konsent"


def proposed(here: Auenland) -> c.Propose | None:
    """Return what waits for the yes of coordination."""
    waiting = here.faden.desk.echoes("p-kern")
    commands = [order.command for echo in waiting for order in echo.orders]
    return next((one for one in commands if isinstance(one, c.Propose)), None)


@pytest.mark.parametrize(
    "clause",
    [
        "Gremienvorbehalt",
        "unter Gremienvorbehalt der Gemeindevertretung",
        "ersetzt B2",
        "Dies ersetzt B2",
        "ab drei",
        "Wirkung: wie immer",
        "Dreiviertelmehrheit",
        "Mehrheit",
        "Wiedervorlage demnächst einmal",
        "subject to council",
    ],
)
def test_what_looks_like_a_term_is_asked_back(here: Auenland, clause: str) -> None:
    said = "\n".join(here.say("p-kern", f"{HEAD}, {clause}"))
    assert f"„{clause}“ steht da wie eine Angabe zum Verfahren" in said
    assert said.endswith("Ich habe nichts geändert.")
    assert proposed(here) is None


@pytest.mark.parametrize(
    "clause",
    [
        "ab 2029",
        "ab 30 Tonnen im Jahr",
        "Kostenteilung nach Menge",
        "Frist für die Meldung ist der Herbst",
        "auch ohne Mehrheit im Beirat",
    ],
)
def test_what_belongs_to_the_text_stays_in_it(here: Auenland, clause: str) -> None:
    here.say("p-kern", f"{HEAD}, {clause}")
    command = proposed(here)
    assert command is not None
    assert clause in (command.text.text or "")


def test_a_text_of_several_sentences_keeps_its_last_full_stop(here: Auenland) -> None:
    text = "Wir messen gemeinsam. Die Einweisung gehört zum Preis."
    here.say("p-kern", f"Beschlussvorschlag: {text} Konsent, bis 12.5.")
    command = proposed(here)
    assert command is not None
    assert command.text.text == text
    said = parse(f"B1 neue Fassung: {text}", here.watch().date())
    assert isinstance(said, ReviseDecision)
    assert said.text == text


@pytest.mark.parametrize(
    "clause",
    [
        "in Kraft ab 3 Kommunen",
        "wirksam ab drei Gemeinden",
        "gilt erst ab 3 Mitgliedern",
        "mindestens 3 Kommunen",
        "in force from 3 municipalities on",
    ],
)
def test_from_how_many_on_can_be_said_in_many_ways(here: Auenland, clause: str) -> None:
    here.say("p-kern", f"{HEAD}, {clause}, bis 12.5.")
    command = proposed(here)
    assert command is not None
    assert command.effect == Rule(EffectKind.THRESHOLD, at_least=3)
    assert command.text.text == "Klärschlamm gemeinsam verwerten"


def test_from_one_municipality_on_is_a_term(here: Auenland) -> None:
    here.say("p-kern", f"{HEAD}, ab 1 Kommune, bis 12.5.")
    command = proposed(here)
    assert command is not None
    assert command.text.text == "Klärschlamm gemeinsam verwerten"
    assert command.effect == Rule(EffectKind.EACH_FOR_ITSELF)
