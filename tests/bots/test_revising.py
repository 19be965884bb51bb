"""Two who write a new version at once: neither overwrites the other unawares."""

from __future__ import annotations

from core.facts import Power
from core.organisation import Role
from core.ports import Card
from tests.auenland import Auenland
from tests.ballots import do, proposal

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
