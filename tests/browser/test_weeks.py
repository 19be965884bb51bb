"""The weeks of what is due: folded on the screen, opened by key, whole on paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import People

pytestmark = pytest.mark.browser


def test_a_folded_week_opens_by_key_by_its_link_and_on_paper(people: People) -> None:
    kern = people.come("p-kern", width=360)
    kern.say("Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4.")
    kern.press("Ja, bitten")
    kern.reads("#board .row", "Schlammmengen")
    page = kern.page
    page.goto(f"{kern.address}/termine")
    row = page.locator(".week .row")
    expect(row).to_be_hidden()
    printed = PdfReader(BytesIO(page.pdf())).pages
    assert "Schlammmengen" in "".join(one.extract_text() for one in printed)
    expect(row).to_be_hidden()
    page.locator(".week summary").focus()
    page.keyboard.press("Enter")
    expect(row).to_be_visible()
    page.goto(f"{kern.address}/termine")
    page.locator(".bars a").click()
    expect(row).to_be_visible()
