"""Stepping through how something came about: slider, keys, links, paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import People

pytestmark = pytest.mark.browser


def story(people: People, *, script: bool = True) -> Page:
    """Let three things happen to Z1; return a page before its steps."""
    here = people.served.here
    for who, line in (
        ("p-kern", "Bitte an Lindgrund: Schlammmengen bis 30.4."),
        ("p-kern", "ja"),
        ("p-lange", "Z1 machen wir"),
        ("p-lange", "ja"),
        ("p-lange", "Z1 Zwischenstand: zwei von drei"),
    ):
        here.say(who, line)
    kern = people.come("p-kern", script=script)
    kern.page.goto(f"{kern.address}/verlauf/Z1")
    return kern.page


def test_keys_and_slider_lead_from_step_to_step(people: People) -> None:
    page = story(people)
    shown = page.locator("#replay > li:visible")
    slider = page.locator("#schritt")
    expect(shown).to_have_attribute("data-number", "3")
    for key, number in (
        ("ArrowLeft", "2"),
        ("Home", "1"),
        ("ArrowLeft", "1"),
        ("ArrowRight", "2"),
        ("End", "3"),
    ):
        page.keyboard.press(key)
        expect(shown).to_have_count(1)
        expect(shown).to_have_attribute("data-number", number)
        expect(slider).to_have_value(number)
        assert page.url.endswith(f"schritt={number}")
    slider.fill("1")
    expect(shown).to_contain_text("Schritt 1 von 3")
    page.click("#on")
    expect(shown).to_contain_text("Schritt 2 von 3")


def test_links_lead_on_without_script(people: People) -> None:
    page = story(people, script=False)
    shown = page.locator("#replay > li:visible")
    page.click("#back")
    expect(shown).to_have_attribute("data-number", "2")
    page.click("#on")
    expect(shown).to_have_attribute("data-number", "3")


def test_on_paper_all_steps_stand_with_the_proof_line(people: People) -> None:
    page = story(people)
    page.emulate_media(media="print")
    expect(page.locator("#replay > li:visible")).to_have_count(3)
    expect(page.locator("#steps")).to_be_hidden()
    expect(page.locator(".proofline")).to_be_visible()
