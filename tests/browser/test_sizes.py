"""Pages fit the screens that offices and phones have."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import ViewportSize

from tests.ballots import ratifying
from tests.browser.conftest import People

pytestmark = pytest.mark.browser

_OFFICE: Final[ViewportSize] = {"width": 1280, "height": 800}
_PHONE: Final[ViewportSize] = {"width": 360, "height": 720}


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_ways_of_coordination_are_one_line_in_an_office(
    people: People, language: str
) -> None:
    page = people.come("p-kern").page
    page.set_viewport_size(_OFFICE)
    if language == "en":
        page.get_by_role("button", name="English").click()
    tops = page.eval_on_selector_all(
        ".ways a", "all => all.map(a => a.getBoundingClientRect().top)"
    )
    assert len(tops) >= 9
    assert len(set(tops)) == 1


def test_on_a_phone_one_can_write_where_the_way_to_the_chat_leads(
    people: People,
) -> None:
    for number in range(4):
        people.served.here.say("p-kern", f"Info: Nummer {number} " + "Wort " * 60)
    page = people.come("p-kern").page
    page.set_viewport_size(_PHONE)
    page.get_by_role("link", name="Zum Gespräch").last.click()
    for place in ("#text", "#line button"):
        box = page.locator(place).bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= _PHONE["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == _PHONE["width"]


def test_on_a_phone_the_matrix_shows_every_town_beside_the_decision(
    people: People,
) -> None:
    ratifying(people.served.here)
    page = people.come("p-kern").page
    page.set_viewport_size(_PHONE)
    page.goto(people.served.address + "/raete")
    edges = page.eval_on_selector_all(
        ".matrix tbody td", "all => all.map(one => one.getBoundingClientRect().right)"
    )
    assert len(edges) >= 6
    assert max(edges[:5]) <= _PHONE["width"]
    assert page.evaluate("document.documentElement.scrollWidth") == _PHONE["width"]
