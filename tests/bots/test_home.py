"""The page that a platform keeps: what waits, what is owed, and how to begin."""

from __future__ import annotations

from bots import forms
from bots.heard import FormSent, HomeOpened
from bots.message import Form, Message
from core.ports import Via
from tests.auenland import Auenland

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4."


def _home(here: Auenland, who: str) -> tuple[str, Message]:
    here.said += 1
    ref = f"home/{here.said}"
    here.hear(HomeOpened(ref=ref, person=who, via=Via.SLACK))
    outbox = here.faden.store.office.outbox
    letter = outbox.thread(who, limit=1000, channel="slack")[-1].letter
    assert (letter.place, letter.key) == ("home", f"{ref}/home")
    return letter.key, Message.model_validate(letter.payload)


def test_it_shows_what_is_expected_what_is_owed_and_the_forum(here: Auenland) -> None:
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    _, holder = _home(here, "p-lindner")
    assert holder.title == "Guten Tag, Frau Lindner"
    expected, _, owed = holder.plain.partition("Ihnen zugesagt:")
    assert "Z1" in expected.partition("Von Ihnen erwartet:")[2]
    assert "Z1" not in owed
    assert "Wasser: 1 offen, 0 gehalten" in owed
    _, asker = _home(here, "p-kern")
    assert "Schlammmengen" in asker.plain


def test_without_a_mandate_it_says_how_to_get_one(here: Auenland) -> None:
    _, home = _home(here, "p-nobody")
    assert "kein Mandat" in home.plain
    assert "Z1" not in home.plain


def test_a_request_can_be_filled_in(here: Auenland) -> None:
    key, home = _home(here, "p-kern")
    form = next(part for part in home.parts if isinstance(part, Form))
    values = {"to": "Lindgrund", "what": "Schlammmengen {due} 2024–26", "due": "30.4."}
    assert forms.typed(form, values) == (
        "Bitte an Lindgrund: Schlammmengen {due} 2024–26 bis 30.4."
    )
    sent = FormSent(
        ref="f", person="p-kern", via=Via.SLACK, card=key, form=form.id, values=values
    )
    here.hear(sent)
    before = here.faden.store.journal.head()
    here.say("p-kern", "ja")
    assert here.faden.store.journal.head() == before + 1
