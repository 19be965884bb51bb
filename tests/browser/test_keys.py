"""With the keyboard alone: from the first line to the history."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import People

pytestmark = pytest.mark.browser

_STOPS: Final = 80  # more than any page of these tests has
_FOCUSED: Final = """() => {
    const held = document.activeElement, style = getComputedStyle(held);
    const box = held.getBoundingClientRect();
    return {
        id: held.id,
        words: held === document.body ? "" : (held.textContent || "").trim(),
        ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        seen: box.top < innerHeight && box.bottom > 0 && box.right > 0,
    };
}"""


def test_from_the_first_line_to_the_history(people: People) -> None:
    kern, mayor = people.come("p-kern"), people.come("p-mueller")
    page = kern.page
    page.reload()
    tab_to(page, words="Zum Gespräch")
    page.keyboard.press("Enter")
    assert focus(page)["id"] == "text"
    page.keyboard.type("Bitte an Mühlau: Schlammmengen bis 30.4.")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    kern.reads("#talk button", "Ja, bitten")
    tab_to(page, "Shift+Tab", words="Ja, bitten")
    page.keyboard.press("Enter")
    kern.reads("#board .row", "Schlammmengen")
    assert focus(page)["id"] == "text"

    page = mayor.page
    mayor.reads("#talk button", "Machen wir")
    tab_to(page, words="Machen wir")
    page.keyboard.press("Space")
    mayor.reads("#board .chip", "zugesagt")
    assert focus(page)["id"] == "text"
    tab_to(page, "Shift+Tab", words="Verlauf Z1")
    page.keyboard.press("Enter")
    mayor.reads("ol.history", "Mühlau hat zugesagt")


def test_wherever_the_focus_is_it_can_be_seen(people: People) -> None:
    kern = people.come("p-kern")
    kern.say("Bitte an Lindgrund: Schlammmengen bis 30.4.")
    kern.press("Ja, bitten")
    kern.reads("#board .row", "Schlammmengen")
    for path in ("/", "/item/Z1", "/meine", "/zusagen", "/suche?q=Schlamm", "/hilfe"):
        kern.page.goto(kern.address + path)
        for _ in range(_STOPS):
            kern.page.keyboard.press("Tab")
            held = focus(kern.page)
            if held["words"] == "" and held["id"] == "":
                break
            assert held["seen"], (path, held)
            assert float(str(held["ring"])) >= 2, (path, held)


def tab_to(page: Page, key: str = "Tab", *, words: str) -> None:
    for _ in range(_STOPS):
        page.keyboard.press(key)
        if focus(page)["words"] == words:
            return
    pytest.fail(f"{words} cannot be reached with {key}")


def focus(page: Page) -> dict[str, object]:
    found = page.evaluate(_FOCUSED)
    return dict(found)
