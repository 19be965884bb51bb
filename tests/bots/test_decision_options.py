"""A decision by least resistance: every option gets a figure, the least sum wins."""

from __future__ import annotations

from bots.heard import FormSent
from core.ports import Via
from tests.auenland import Auenland
from tests.bots.deciding import MAYORS, both, first, kinds
from tests.bots.stages import site


def test_the_card_shows_the_options_and_what_is_scored(here: Auenland) -> None:
    site(here)
    card = here.news("p-lange")[-1]
    assert "Option 1: Auenburg: noch nicht bewertet" in card
    assert "[Bewerten …] – B1 Widerstand: …" in card
    (echo,) = here.say("p-lange", "B1 Option 1 2, Option 2 8")
    assert first([echo]).startswith(
        "Sie bewerten für Lindgrund die Optionen in B1 (Fassung 1, Titel: „Standort"
    )
    assert "Option 1: Auenburg: 2" in echo
    reply = here.say("p-lange", "ja")[-1]
    assert "Option 1: Auenburg: Summe 2, am wenigsten" in reply
    assert "Option 2: Birkfeld: Summe 8" in reply


def test_the_form_of_the_card_says_the_same(here: Auenland) -> None:
    site(here)
    key = next(key for key, card in here.thread("p-vogt") if card.form("scores"))
    values = {"o1": "7", "o2": "0"}
    sent = FormSent(
        ref="form:1",
        person="p-vogt",
        via=Via.WEB,
        card=key,
        form="scores",
        values=values,
    )
    here.hear(sent)
    assert "Option 1: Auenburg: 7" in here.news("p-vogt")[-1]
    here.say("p-vogt", "ja")
    assert kinds(here)[-1] == "OptionsScored"


def test_the_option_with_the_least_sum_is_chosen(here: Auenland) -> None:
    site(here)
    for who, first_, second in zip(MAYORS, (2, 7, 1, 3), (8, 0, 5, 4), strict=True):
        both(here, who, f"B1 Option 1: {first_}, Option 2: {second}")
    here.watch.forward(days=57)
    both(here, "p-kern", "B1 auszählen")
    card = here.say("p-lange", "B1")[-1]
    assert "Option 1: Auenburg: Summe 13, am wenigsten" in card
    assert "Option 2: Birkfeld: Summe 17" in card


def test_scores_that_do_not_fit_are_asked_for_again(here: Auenland) -> None:
    site(here)
    before = kinds(here)
    for line, hint in (
        ("B1 Option 1 2", "hat 2 Optionen"),
        ("B1 Option 1 2, Option 2 11", "eine Zahl von 0 bis 10"),
        ("B1 einverstanden", "Widerstand"),
    ):
        said = "\n".join(here.say("p-lange", line))
        assert hint in said, said
    assert kinds(here) == before
