"""Without script, on a narrow screen, on paper, after a break."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import People, Served

pytestmark = pytest.mark.browser
PATHS = (
    "/",
    "/item/Z1",
    "/verlauf/Z1",
    "/vergleich",
    "/mitglieder",
    "/pruefung",
    "/selbst-pruefen",
    "/verfahren",
    "/meine",
    "/zusagen",
    "/suche?q=Schlamm",
    "/hilfe",
    "/item/Z9",
)


def test_everything_works_without_script(people: People) -> None:
    kern = people.come("p-kern", script=False)
    page = kern.page
    page.fill("#text", "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4.")
    page.click("#line button")
    expect(page.locator("#talk")).to_contain_text("Fr, 30.04.2027")
    page.locator("#talk button", has_text="Ja, bitten").last.click()
    expect(page.locator("#board")).to_contain_text("Schlammmengen 2024–26")
    expect(page.locator("#text")).to_have_value("")
    page.reload()
    assert page.locator("#talk .said").count() == 2

    lange = people.come("p-lange", script=False).page
    lange.fill("#text", "Stand Z1")
    lange.click("#line button")
    lange.locator("#talk a.button[data-fill]").first.click()
    expect(lange.locator("#text")).to_have_value("Z1 erst bis ")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_360_pixels_are_enough(people: People, scheme: str) -> None:
    kern = people.come("p-kern", width=360, scheme=scheme)
    kern.say("Bitte an Lindgrund: Schlammmengenundallesanderewasdazugehört bis 30.4.")
    kern.press("Ja, bitten")
    kern.reads("#board .row", "Schlammmengen")
    for path in PATHS:
        kern.page.goto(kern.address + path)
        wide = kern.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, path


def test_targets_are_large_enough(people: People) -> None:
    kern = people.come("p-kern", width=360)
    kern.say("Bitte an Lindgrund: Schlammmengen bis 30.4.")
    kern.page.locator("#talk button").last.wait_for()
    small = kern.page.evaluate(
        """() => [...document.querySelectorAll("button, .button, select, nav a")]
            .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5)
            .map(e => e.outerHTML)"""
    )
    assert not small


def test_the_head_leaves_a_narrow_screen_to_the_page(people: People) -> None:
    kern = people.come("p-kern", width=360)
    head = "document.querySelector('main').getBoundingClientRect().top"
    for path in PATHS:
        kern.page.goto(kern.address + path)
        assert kern.page.evaluate(head) <= 200, path  # a quarter of 800


@pytest.mark.parametrize("path", ["/", "/item/Z1"])
def test_paper_shows_what_is_so_and_nothing_to_press(people: People, path: str) -> None:
    kern = people.come("p-kern", scheme="dark")
    kern.say("Bitte an Lindgrund: Schlammmengen bis 30.4.")
    kern.press("Ja, bitten")
    kern.reads("#board .row", "Schlammmengen")
    kern.page.goto(kern.address + path)
    kern.page.emulate_media(media="print")
    expect(kern.page.locator("main h1")).to_be_visible()
    expect(kern.page.get_by_text("Schlammmengen").first).to_be_visible()
    for pressed in kern.page.locator("button, .button, nav, textarea, select").all():
        expect(pressed).to_be_hidden()
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert kern.page.evaluate(ground) == "rgb(255, 255, 255)"


def test_a_lost_connection_is_said_and_caught_up(
    people: People, served: Served
) -> None:
    kern = people.come("p-kern")
    kern.page.fill("#text", "noch nicht gesendet")
    expect(kern.page.locator("#board")).to_contain_text("Noch nichts")
    served.close()
    expect(kern.page.locator("#offline")).to_contain_text("Verbindung unterbrochen")
    served.here.say("p-lange", "Info: während der Unterbrechung")
    again = Served(served.here, served.port)
    kern.reads("#board .row", "während der Unterbrechung")
    expect(kern.page.locator("#offline")).to_be_hidden()
    expect(kern.page.locator("#text")).to_have_value("noch nicht gesendet")
    kern.say("Hilfe")
    kern.reads("#talk .told", "So geht es")
    people.leave()
    again.close()


def test_language_can_be_switched(people: People) -> None:
    page = people.come("p-kern").page
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="Talk with Faden").wait_for()
    assert page.locator("html").get_attribute("lang") == "en"
