"""Everybody can read and use every page: WCAG 2.2 AA as axe judges it."""

from __future__ import annotations

from typing import Final

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from tests.browser.axe import faults, judged
from tests.browser.conftest import People
from tests.browser.scene import lively

pytestmark = pytest.mark.browser

_PAGES: Final = (  # those that show a mayor something else than coordination
    "/",
    "/item/Z1",
    "/item/F1",
    "/item/F2",
    "/item/B1",
    "/item/B2",
    "/abfragen",
    "/meine",
    "/ueberblick",
    "/zusagen",
)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_mayor_can_read_and_use_what_is_theirs(people: People, language: str) -> None:
    lively(people.served.here)
    lange = people.come("p-lange")
    if language == "en":
        lange.page.get_by_role("button", name="English").click()
    assert lange.page.locator("html").get_attribute("lang") == language
    assert faults(lange, dict.fromkeys(_PAGES, 200), language) == []


def test_the_lists_of_auditors_too(people: People) -> None:
    here = people.served.here
    for text in ("Bitte an Lindgrund: Pläne bis 30.4.", "ja", "zurücknehmen", "ja"):
        here.say("p-kern", text)
    pages = {"/pruefung": 200, "/pruefung?liste=behalf": 200}
    assert faults(people.come("p-pruefer"), pages, "de") == []


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
