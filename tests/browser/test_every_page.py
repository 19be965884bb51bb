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
from tests.browser.axe import arm, faults, looked_at, shown
from tests.browser.conftest import People, Person, Served
from tests.browser.scene import lively

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
MORE: Final = {  # other sides of the same pages
    "/?part=moving",
    "/?stand=17.3.2027",
    "/item/Z1?stand=17.3.2027",
    "/item/Z1?stand=gestern",
    "/item/I1",
    "/item/F1",
    "/item/F2",
    "/item/B1",
    "/item/B2",
    "/item/Z99",
    "/mitglieder?stand=17.3.2027",
    "/mitglieder/ende?org=lindgrund&person=p-lange",
    "/mitglieder/ende?org=kreis&person=p-kern",
    "/beteiligung?forum=wasser",
    "/verlauf/wasser?schritt=3",
    "/beschluesse?am=2027-04-05",
    "/ueberblick?forum=wasser",
    "/vorlage/B1/lindgrund",
    "/suche?q=Schlamm",
    "/suche?q=nirgends",
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
    lively(people.served.here)
    kern = people.come("p-kern")
    if language == "en":
        kern.page.get_by_role("button", name="English").click()
    assert kern.page.locator("html").get_attribute("lang") == language
    arm(kern.page)
    found: list[str] = []
    seen = 0
    for path in sorted({*addresses(people.served), *MORE} - ENDLESS):
        if shown(kern, path):
            seen += 1
            faulty = looked_at(kern.page, language)
            found += [f"{path}: {fault}" for fault in faulty]
    assert found == []
    assert seen >= 70


def test_every_kind_of_form(people: People) -> None:
    """All are made by one template, of kinds of fields; each kind is looked at."""
    kinds = {
        frozenset((str(type(blank.kind)), blank.required) for blank in slip.asks): name
        for name, slip in SLIPS.items()
    }
    assert len(kinds) >= 4
    pages = dict.fromkeys((f"/tun/{name}" for name in kinds.values()), 200)
    assert faults(people.come("p-kern"), pages, "de") == []


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
