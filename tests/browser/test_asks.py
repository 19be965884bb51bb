"""An ask before several screens: opened, filled in, published, read as a chart."""

from __future__ import annotations

import pytest

from tests.browser.conftest import People

pytestmark = pytest.mark.browser


def test_from_a_question_to_a_chart(people: People) -> None:
    kern, birke = people.come("p-kern"), people.come("p-birke")
    kern.say("Abfrage an alle: Wer plant eine Kehrmaschine? Jahr und Betrag. bis 30.4.")
    kern.reads("#talk .told", "Fr, 30.04.2027")
    kern.press("Ja, öffnen")
    kern.reads("#board .row", "Wer plant eine Kehrmaschine?")

    birke.reads("#talk .told", "fragt Birkfeld")  # while they look
    form = birke.page.locator("#talk details.form").last
    form.locator("summary").click()
    form.locator("select").select_option("ja")
    form.locator("input[name='field.jahr']").fill("2029")
    people.served.here.say("p-lindner", "F1: nein")
    people.served.here.say("p-kern", "Info: Das Land fördert Kehrmaschinen")
    birke.reads("#board .row", "Das Land fördert")
    assert form.locator("select").input_value() == "ja"  # what is typed stays
    form.locator("input[name='field.betrag']").fill("180.000")
    form.locator("button", has_text="Senden").click()
    birke.reads("#talk .told", "Für Birkfeld notiert (F1)")
    kern.reads("#board .row", "Antworten: 2 von 5")

    kern.say("F1 veröffentlichen: Eine Kommune plant.")
    kern.press("Ja, veröffentlichen")
    birke.reads("#talk .told", "Danke für Ihre Antwort!")
    birke.page.locator("#talk a", has_text="Tabelle und Diagramm").last.click()
    birke.reads("svg.chart text", "ja: 1")
    birke.reads("table td", "Bedarf: ja · Jahr: 2029 · Betrag: 180.000 €")
    assert not kern.errors
    assert not birke.errors


def test_an_ask_is_answered_without_a_script(people: People) -> None:
    here = people.served.here
    here.say("p-kern", "Abfrage an alle: Wer plant eine Kehrmaschine? bis 30.4.")
    here.say("p-kern", "ja")
    birke = people.come("p-birke", script=False, width=360)
    birke.page.goto(f"{birke.address}/item/F1")
    birke.page.select_option("select[name='field.bedarf']", "nein")
    birke.page.locator(".answer button", has_text="Senden").click()
    birke.reads("[role='status']", "Für Birkfeld notiert (F1): Bedarf: nein.")


def test_going_back_finds_what_was_typed(people: People) -> None:
    here = people.served.here
    here.say("p-kern", "Abfrage an alle: Wie viele Pumpen haben Sie? bis 30.4.")
    here.say("p-kern", "ja")
    birke = people.come("p-birke")
    birke.page.goto(f"{birke.address}/item/F1")
    birke.page.fill("input[name='field.anzahl']", "viele")
    birke.page.fill("textarea[name='field.remark']", "Zwei davon sind alt.")
    birke.page.locator(".answer button", has_text="Senden").click()
    birke.reads(".wrong", "Bitte eine Zahl schreiben")
    birke.page.locator("main a", has_text="Zurück").click()
    birke.reads("h1", "F1")
    birke.page.go_back()
    birke.reads(".wrong", "Bitte eine Zahl schreiben")
    birke.page.fill("input[name='field.anzahl']", "2")
    birke.page.locator("main button.yes").click()
    birke.reads("[role='status']", "Anzahl: 2 – Zwei davon sind alt.")
