"""Every page there is can be read and used by everybody: found in the router."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from adapters.main import Faden
from adapters.web.app import build
from bots.slips import SLIPS
from tests.auenland import Auenland, Watch
from tests.browser.axe import faults, looked_at
from tests.browser.conftest import People, Person, Served
from tests.browser.test_access import STORY

pytestmark = pytest.mark.browser

TICKET: Final = "only-once"
SAMPLES: Final = {  # how the parts of an address are filled in
    "forum": "wasser",
    "ref": "Z1",
    "org": "lindgrund",
    "slip": "einwand",
    "token": "unknown",
    "key": "none",
    "name": "faden.css",
    "file": "none",
    "email": "none",
    "person": "p-kern",
    "tag": "commitments",
    "kind": "none",
    "stream": "commitment:Z1",
    "ending": "csv",
}
ENDLESS: Final = {"/live"}


def addresses(served: Served) -> Iterator[str]:
    """Return an address for every GET of the application."""
    for route in build(served.here.faden).router.routes():
        if route.method == "GET" and route.resource is not None:
            path = route.resource.canonical
            yield re.sub(r"{(\w+)}", lambda part: SAMPLES[part[1]], path)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_address_of_the_router(people: People, language: str) -> None:
    for who, text in STORY:
        people.served.here.say(who, text)
    kern = people.come("p-kern")
    if language == "en":
        kern.page.get_by_role("button", name="English").click()
    found: list[str] = []
    seen = 0
    for path in sorted(set(addresses(people.served)) - ENDLESS):
        answer = kern.page.request.get(kern.address + path)
        kind = answer.headers.get("content-type", "")
        if not kind.startswith("text/html") or "<html" not in answer.text():
            continue
        seen += 1
        faulty = looked_at(kern, path, answer.status, language)
        found += [f"{path}: {fault}" for fault in faulty]
    assert found == []
    assert seen >= 30


def test_every_form(people: People) -> None:
    kern = people.come("p-kern")
    pages = dict.fromkeys((f"/tun/{name}" for name in SLIPS), 200)
    some = dict(list(pages.items())[::4])  # they are made by one template
    assert faults(kern, some, "de") == []


def test_founding_and_the_map(browser: Browser, tmp_path: Path) -> None:
    watch = Watch()
    here = Auenland(Faden.open(tmp_path, clock=watch), watch)
    served = Served(here, founding=TICKET)
    first = Person(browser.new_context(locale="de-DE"), served.address)
    place = f"/gruenden/{TICKET}"
    assert faults(first, {"/": 200, place: 200}, "de") == []
    first.page.goto(served.address + place)
    first.page.fill("#b-who", "Frau Kern")
    first.page.click("button.yes")
    first.page.select_option('[name="org.06636003"]', "joins")
    first.page.fill("#s-basis", "Schreiben vom 3. März")
    first.page.click("#members button.yes")
    first.page.wait_for_load_state()
    pages = dict.fromkeys(("/anfang", "/region", "/schreibtisch", "/"), 200)
    assert faults(first, {**pages, place: 410}, "de") == []
    served.close()
    here.faden.close()
