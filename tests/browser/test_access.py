"""Everybody can read and use every page: WCAG 2.2 AA as axe judges it."""

from __future__ import annotations

from typing import Final

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from core.decision import commands as c
from core.sealed import Sealed
from tests.ballots import do, opened, ratifying, resolved
from tests.browser.axe import faults, judged
from tests.browser.conftest import People

pytestmark = pytest.mark.browser

_PAGES: Final = {  # with the status each answers
    "/": 200,
    "/?part=moving": 200,
    "/?stand=17.3.2027": 200,
    "/item/Z1": 200,
    "/item/Z1?stand=17.3.2027": 200,
    "/item/Z1?stand=gestern": 400,
    "/item/I1": 200,
    "/verlauf/Z1": 200,
    "/vergleich": 200,
    "/mitglieder?stand=17.3.2027": 200,
    "/selbst-pruefen": 200,
    "/verfahren": 200,
    "/verlauf/wasser?schritt=3": 200,
    "/item/Z99": 404,
    "/item/F1": 200,
    "/item/F2": 200,
    "/abfragen": 200,
    "/item/B1": 200,
    "/item/B2": 200,
    "/beschluesse": 200,
    "/beschluesse?am=2027-04-05": 200,
    "/raete": 200,
    "/meine": 200,
    "/ueberblick": 200,
    "/ueberblick?forum=wasser": 200,
    "/niederschrift/wasser": 200,
    "/abos": 200,
    "/zusagen": 200,
    "/suche?q=Schlamm": 200,
    "/suche?q=nirgends": 200,
    "/hilfe": 200,
    "/zugang": 200,
    "/api": 200,
    "/api/commitments": 200,
    "/api/problems": 200,
}
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


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_can_be_read_and_used_by_everybody(
    people: People, language: str
) -> None:
    here = people.served.here
    for who, text in STORY:
        here.say(who, text)
    resolved(here, ratifying(here))
    do(here, "muehlau", c.Object(reason=Sealed("zu weit")), ref=opened(here))
    here.watch.forward(days=6)  # and now something is overdue
    lange = people.come("p-lange")
    if language == "en":
        lange.page.get_by_role("button", name="English").click()
    assert lange.page.locator("html").get_attribute("lang") == language
    assert faults(lange, _PAGES, language) == []


def test_the_lists_of_auditors_too(people: People) -> None:
    here = people.served.here
    for text in ("Bitte an Lindgrund: Pläne bis 30.4.", "ja", "zurücknehmen", "ja"):
        here.say("p-kern", text)
    pages = {"/pruefung": 200, "/pruefung?liste=behalf": 200}
    assert faults(people.come("p-pruefer"), pages, "de") == []


def test_the_page_of_other_software_too(people: People) -> None:
    here = people.served.here
    hooks, now = here.faden.store.office.hooks, here.watch()
    hooks.make("p-kern", "https://hooks.example.org/in", 10**6, now).result()
    hooks.failed(hooks.all()[0], "500", now, []).result()
    pages = {"/programme": 200, "/liegen": 200, "/erinnerungen": 200}
    assert faults(people.come("p-kern"), pages, "de") == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_strangers_can_read_how_to_get_in(people: People, language: str) -> None:
    here = people.served.here
    here.faden.demo = False
    link = here.faden.store.office.sessions.link("p-lange", here.watch()).result()
    pages = {"/": 200, f"/enter/{link}": 200, "/enter/unknown": 410}
    assert faults(people.stranger(language), pages, language) == []


def test_axe_looks_at_sizes_colours_and_names(people: People) -> None:
    page = people.come("p-kern").page
    page.evaluate(AXE_FILE_PATH.read_text())
    page.evaluate(
        """document.querySelector("main").innerHTML = `<h1>Not to be read</h1><ul>
        <input type=checkbox><input type=checkbox></ul>`;
        document.querySelector("h1").style.color = "#ddd";"""
    )
    found = {fault.partition(" | ")[0] for fault in judged(page)}
    assert {"target-size", "color-contrast", "label", "list"} <= found
