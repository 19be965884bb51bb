"""The first thread, in two browsers: from a chat line to the board and back."""

from __future__ import annotations

import pytest

from tests.browser.conftest import People

pytestmark = pytest.mark.browser


def test_from_a_line_to_the_board_and_back(people: People) -> None:
    kern, lange = people.come("p-kern"), people.come("p-lange")
    kern.say("Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4.")
    kern.reads("#talk .told", "Fr, 30.04.2027")
    assert kern.page.locator("#board .row").count() == 0
    kern.press("Ja, bitten")
    kern.reads("#board .row", "Schlammmengen 2024–26")
    kern.reads("#board .chip", "angefragt")
    lange.reads("#board .row", "Schlammmengen 2024–26")  # while they look

    lange.say("Z1 erst bis 15. Mai")
    lange.press("Ja, vorschlagen")
    kern.reads("#board .chip", "Gegenvorschlag")
    kern.reads("#talk .told", "Lindgrund schlägt")
    kern.press("Einverstanden")
    lange.reads("#board .chip", "zugesagt")
    kern.reads("#talk .told", "15.05.")

    lange.say("Z1 erledigt: Tabelle liegt im Ordner Wasser")
    kern.reads("#talk .told", "fertig")
    kern.press("Passt")
    lange.reads("#board h3", "Zuletzt eingehalten")

    kern.page.goto(f"{kern.address}/item/Z1")
    history = kern.page.locator("ol.history > li").all_inner_texts()
    assert len(history) >= 5
    assert "Frau Kern" in history[0]
    assert "BM Lange" in history[1]
    assert all("im Webchat" in step for step in history)
    assert not kern.errors
    assert not lange.errors


def test_a_fill_button_begins_the_line(people: People) -> None:
    kern, lange = people.come("p-kern"), people.come("p-lange")
    kern.say("Bitte an Lindgrund: Schlammmengen bis 30.4.")
    kern.press("Ja, bitten")
    kern.reads("#board .row", "Schlammmengen")
    lange.say("Stand Z1")
    lange.page.locator("#talk a.button[data-fill]").last.click()
    assert lange.page.input_value("#text").startswith("Z1 ")
    assert lange.page.evaluate("document.activeElement.id") == "text"


def test_what_is_typed_stays_when_the_page_changes(people: People) -> None:
    kern, lange = people.come("p-kern"), people.come("p-lange")
    kern.page.fill("#text", "Bitte an Lind")
    lange.say("Info: Förderbescheide dauern neun Monate")
    kern.reads("#board .row", "Förderbescheide")
    assert kern.page.input_value("#text") == "Bitte an Lind"
    kern.page.reload()
    assert kern.page.input_value("#text") == "Bitte an Lind"


def test_typed_markup_stays_text(people: People) -> None:
    kern = people.come("p-kern")
    evil = "<img src=x onerror=document.title='no'><script>document.title='no'</script>"
    kern.say(f"Info: {evil}")
    kern.reads("#board .row", "<img src=x")
    kern.page.goto(f"{kern.address}/suche?q=img")
    assert kern.page.title() != "no"
    assert not kern.errors
