"""A coordinator's Monday, two at once, and going back after sending."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import People
from tests.browser.test_keys import focus, tab_to

pytestmark = pytest.mark.browser

KEPT = (
    ("p-kern", "Bitte an Lindgrund: Schlammmengen bis 30.4."),
    ("p-kern", "ja"),
    ("p-lange", "Z1 machen wir"),
    ("p-lange", "ja"),
    ("p-lange", "Z1 erledigt: liegt im Ordner"),
    ("p-kern", "Z1 passt"),
    ("p-kern", "ja"),
)


def kept(people: People) -> None:
    for who, text in KEPT:
        people.served.here.say(who, text)


def test_a_mondays_thanks_with_the_keyboard_alone(people: People) -> None:
    kept(people)
    page = people.come("p-kern").page
    tab_to(page, words="Schreibtisch")
    page.keyboard.press("Enter")
    page.wait_for_url("**/schreibtisch")
    tab_to(page, words="Danke sagen")
    page.keyboard.press("Enter")
    page.locator(".good", has_text="Ihr Dank für Z1 ist unterwegs.").wait_for()
    assert page.get_by_role("button", name="Danke sagen").count() == 0


def test_asking_by_a_form_with_the_keyboard_alone(people: People) -> None:
    page = people.come("p-kern").page
    tab_to(page, words="Etwas tun")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tun")
    tab_to(page, words="Viele auf einmal fragen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tun/abfrage")
    while focus(page)["id"] != "f-what":
        page.keyboard.press("Tab")
    page.keyboard.type("Wer plant eine Kehrmaschine?")
    page.keyboard.press("Tab")
    page.fill("#f-due", "2027-04-30")  # how a date is typed is the browser's own
    tab_to(page, words="Weiter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/brief/**")
    tab_to(page, words="Ja, öffnen")
    page.keyboard.press("Space")
    page.wait_for_url(re.compile("/\\?forum="))
    page.goto(people.served.address + "/item/F1")
    page.locator("h1", has_text="Kehrmaschine").wait_for()


def test_going_back_after_sending_sends_nothing_again(people: People) -> None:
    kern = people.come("p-kern")
    page = kern.page
    page.goto(kern.address + "/tun/info")
    page.fill("#f-what", "Die Förderung wurde verlängert")
    page.get_by_role("button", name="Weiter").click()
    page.wait_for_url("**/brief/**")
    page.go_back()
    assert page.input_value("#f-what") == "Die Förderung wurde verlängert"
    page.get_by_role("button", name="Weiter").click()
    page.wait_for_url("**/brief/**")
    page.goto(kern.address + "/suche?q=Förderung")
    assert page.locator("main .row").count() == 1


def test_two_who_thank_at_once_thank_once(people: People) -> None:
    kept(people)
    one, other = people.come("p-kern").page, people.come("p-kern").page
    for page in (one, other):
        page.goto(people.served.address + "/schreibtisch")
        page.get_by_role("button", name="Danke sagen für Z1").wait_for()
    for page in (one, other):
        page.get_by_role("button", name="Danke sagen für Z1").click()
        page.locator(".good").wait_for()
    one.goto(people.served.address + "/item/Z1")
    told = one.locator("ol.history li", has_text="hat sich bedankt")
    assert told.count() == 1


def test_two_who_answer_the_same_thing_both_learn_where_it_stands(
    people: People,
) -> None:
    for text in ("Bitte an Lindgrund: Schlammmengen bis 30.4.", "ja"):
        people.served.here.say("p-kern", text)
    pages = [people.come("p-lange").page for _ in range(2)]
    for page in pages:
        page.goto(people.served.address + "/tun/ablehnen?ref=Z1")
        page.get_by_role("button", name="Weiter").click()
        page.wait_for_url("**/brief/**")
    first, second = pages
    first.get_by_role("button", name="Ja, absagen").click()
    first.wait_for_url(re.compile("/\\?forum="))
    second.get_by_role("button", name="Ja, absagen").click()
    second.wait_for_url(re.compile("/\\?forum="))
    second.goto(people.served.address + "/item/Z1")
    second.locator(".now .chip", has_text="abgesagt").wait_for()
    assert second.locator("ol.history li", has_text="hat abgesagt").count() == 1
