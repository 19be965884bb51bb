"""Two who write a new version at once: neither overwrites the other unawares."""

from __future__ import annotations

from core.decision import commands as c
from core.facts import Power
from core.organisation import Role
from core.ports import Card
from core.sealed import Sealed
from tests.auenland import Auenland
from tests.ballots import do, proposal
from tests.bots.deciding import both, kinds
from tests.bots.stages import objected

_COORDINATES = frozenset({Power.ANSWER, Power.PROMISE, Power.COORDINATE})


def test_whoever_comes_second_reads_both_texts(here: Auenland) -> None:
    here.admit(
        "p-zwei", Card(name="Herr Zwei"), "kreis", Role.COORDINATOR, _COORDINATES
    )
    do(here, "kreis", proposal(), ref=None)
    here.say("p-kern", "B1 neue Fassung: Wir verwerten ab 2030.")
    here.say("p-zwei", "B1 neue Fassung: Wir verwerten ab 2031.")
    here.say("p-zwei", "ja")
    why, card, own = here.say("p-kern", "ja")
    assert why.startswith("Bei B1 hat sich inzwischen etwas geändert.")
    assert "Text (Fassung 2): Wir verwerten ab 2031." in card
    assert "Wir verwerten ab 2030." in own
    again = "[Noch einmal senden] – B1 neue Fassung: Wir verwerten ab 2030."
    assert again in own
    here.say("p-kern", again.partition(" – ")[2])
    said = here.say("p-kern", "ja")
    assert said[0].startswith("Fassung 3 von B1 ist geschrieben")


def test_a_proof_of_delivery_in_between_makes_no_yes_stale(here: Auenland) -> None:
    objected(here)
    here.say("p-kern", "B1 neue Fassung: Klärschlamm billiger verwerten")
    do(here, "kreis", c.Deliver(org="steintal", channel="chat", proof="1"))
    assert kinds(here)[-1] == "Delivered"
    assert here.say("p-kern", "ja")[-1].startswith("B1: Fassung 2 eröffnet")


def test_an_objection_in_between_asks_to_say_it_once_more(here: Auenland) -> None:
    objected(here)
    here.say("p-kern", "B1 neue Fassung: Klärschlamm billiger verwerten")
    both(here, "p-roth", "B1 Einwand: zu weit")
    said = "\n".join(here.say("p-kern", "ja"))
    assert "Bei B1 hat sich inzwischen etwas geändert." in said
    assert kinds(here)[-1] == "ObjectionRaised"


def test_a_title_taken_from_the_text_follows_the_newest_version(here: Auenland) -> None:
    objected(here)
    both(here, "p-kern", "B1 neue Fassung: Klärschlamm billiger verwerten, zu zweit")
    assert "Titel: Klärschlamm billiger verwerten\n" in here.say("p-roth", "B1")[-1]


def test_a_title_that_was_chosen_stays(here: Auenland) -> None:
    do(here, "kreis", proposal(title="Schlamm", text=Sealed("Ab 2029.")), ref=None)
    both(here, "p-kern", "B1 neue Fassung: Erst ab 2030.")
    assert "Titel: Schlamm\n" in here.say("p-kern", "B1")[-1]
