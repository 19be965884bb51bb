"""A coordinator's Monday: the five verbs, from the desk to the minutes."""

from __future__ import annotations

import re

import pytest

from tests.auenland import Auenland
from tests.ballots import ratifying
from tests.browser.conftest import People
from tests.browser.hands import HANDS, Hands, unharmed

pytestmark = pytest.mark.browser

_MOST = 40  # steps
LAST_WEEK = (
    ("p-kern", "Bitte an Lindgrund: Schlammmengen bis 30.4."),
    ("p-kern", "ja"),
    ("p-lange", "Z1 machen wir"),
    ("p-lange", "ja"),
    ("p-lange", "Z1 erledigt: liegt im Ordner"),
    ("p-kern", "Z1 passt"),
    ("p-kern", "ja"),
    ("p-kern", "Bitte an Birkfeld: Messwerte bis 9.4."),
    ("p-kern", "ja"),
    ("p-kern", "Bitte an Steintal: Pläne bis 9.4."),
    ("p-kern", "ja"),
)


def a_week(here: Auenland) -> str:
    """Let a week go by; return the link with which coordination comes in."""
    ratifying(here)
    for who, text in LAST_WEEK:
        here.say(who, text)
    here.watch.forward(days=4)  # to a Monday
    here.faden.demo = False
    return here.faden.store.office.sessions.link("p-kern", here.watch()).result()


@pytest.mark.parametrize("with_", ["mouse", "keyboard"])
def test_from_the_desk_to_the_minutes(people: People, with_: str) -> None:
    link = a_week(people.served.here)
    person = people.stranger("de-DE")
    kern = HANDS[with_](person.page)
    kern.go(f"{person.address}/enter/{link}")
    kern.press("Anmelden")
    kern.follow("Schreibtisch")
    for verb in ("Zusammenhalten", "Bündeln", "Motivieren", "Erfragen", "Anstoßen"):
        kern.reads("main h2", verb)
    kern.press("Danke sagen für Z1")
    kern.reads("[role=status]", "Ihr Dank für Z1 ist unterwegs.")
    prompt(kern)
    kern.follow("Beschlüsse")
    kern.follow("Räte im Überblick")
    kern.reads(".matrix th", "Klärschlamm gemeinsam verwerten")
    write_minutes(kern)
    assert kern.steps <= _MOST
    unharmed(person)


def prompt(kern: Hands) -> None:
    """Keep a filter, and remind two of what they owe."""
    kern.follow("An mehreres auf einmal erinnern")
    kern.choose("Stand", "angefragt")
    kern.press("Zeigen")
    kern.open("Gemerkte Filter")
    kern.write("Diesen Filter merken als", "Montags")
    kern.press("Merken")
    kern.open("Gemerkte Filter")
    kern.follow("Montags")
    kern.press("Z2 auswählen", "checkbox")
    kern.press("Z3 auswählen", "checkbox")
    kern.press("An das Ausgewählte erinnern …")
    kern.reads("main", "Noch ist nichts verschickt.")
    kern.press("An 2 erinnern")
    kern.reads("[role=status]", "Unten steht, wer angeschrieben wurde")
    kern.reads("main .row", "Birkfeld")


def write_minutes(kern: Hands) -> None:
    """Bring what the forum did since it met to paper."""
    kern.follow("Überblick")
    kern.follow("Strategisches Forum Wasser")
    kern.follow("Niederschrift zum Drucken")
    kern.day("Von", "2027-03-15")
    kern.press("Zeigen")
    kern.reads("main h3", "Klärschlamm gemeinsam verwerten")
    kern.reads("main li", re.compile("Schlammmengen"))
