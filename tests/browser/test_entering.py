"""Coming in with a real browser: by keyboard, on every page, and after a session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from adapters.entry_settings import OidcAccess
from adapters.oidc.provider import Provider
from adapters.web.door import Door
from tests.adapters.web.doorway import MAIL, link_in
from tests.auenland import found
from tests.browser.axe import faults
from tests.browser.conftest import People, Served

pytestmark = pytest.mark.browser

HOUSE = OidcAccess(
    issuer="http://127.0.0.1:9",
    client="faden",
    secret="-",  # noqa: S106  (none)
    name="Kreisanmeldung",
)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Auenland as it is used, with every way in."""
    here = found(tmp_path / "data", forum_name="Strategisches Forum Wasser")
    identities = here.faden.store.office.identities
    identities.put_mail("p-kern", MAIL, here.watch()).result()
    provider = Provider(HOUSE, here.watch)
    server = Served(here, door=Door(mail=True, slack=True, provider=provider))
    yield server
    server.close()
    here.faden.close()


def _enter(people: People, page: Page) -> None:
    """Sign in by the link in the newest mail, with the keyboard alone."""
    here = people.served.here
    page.goto(f"{people.served.address}/enter/{link_in(here, 'p-kern', 'mail')}")
    page.get_by_role("button", name="Anmelden").focus()
    page.keyboard.press("Enter")


def _ask(people: People, page: Page) -> None:
    """Ask for a link with the keyboard alone."""
    page.goto(f"{people.served.address}/anmelden")
    page.get_by_label("Ihre Mailadresse").focus()
    page.keyboard.type(MAIL)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Bitte sehen Sie in Ihren Nachrichten nach")
    people.served.settle()


def test_one_comes_in_and_goes_with_the_keyboard_alone(people: People) -> None:
    page = people.stranger("de").page
    _ask(people, page)
    _enter(people, page)
    expect(page.locator(".who .person")).to_contain_text("Frau Kern")
    page.goto(f"{people.served.address}/anmeldungen")
    page.get_by_role("button", name="Auf allen Geräten abmelden").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sign-in")).to_be_visible()
    page.goto(people.served.address)
    expect(page.locator("#sign-in")).to_be_visible()


def test_what_is_typed_after_the_session_is_over_arrives_after_all(
    people: People,
) -> None:
    here = people.served.here
    page = people.stranger("de").page
    _ask(people, page)
    _enter(people, page)
    page.fill("#text", "Info: Die Landesstraße wird 2028 gesperrt")
    here.faden.store.office.sessions.end_all("p-kern").result()
    page.press("#text", "Enter")
    expect(page.locator(".notice")).to_contain_text("eine halbe Stunde aufgehoben")
    page.get_by_label("Ihre Mailadresse").fill(MAIL)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Bitte sehen Sie in Ihren Nachrichten nach")
    _enter(people, page)
    expect(page.locator("blockquote")).to_have_text(
        "Info: Die Landesstraße wird 2028 gesperrt"
    )
    page.get_by_role("button", name="Als Frau Kern senden").click()
    expect(page.locator("#talk .said").last).to_contain_text("Landesstraße")
    page.go_back()
    expect(page.locator("#talk")).to_be_visible()  # there is nothing left to send
    expect(page.locator("#talk .said", has_text="Landesstraße")).to_have_count(1)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_of_the_door_can_be_read_and_used_by_everybody(
    people: People, browser: Browser, language: str
) -> None:
    here = people.served.here
    person = people.stranger(language)
    if language == "en":
        person.page.goto(person.address)
        person.page.get_by_role("button", name="English").click()
    outside = {"/anmelden": 200, "/anmelden/haus": 503, "/anmelden/zurueck": 400}
    assert faults(person, outside, language) == []
    person.page.goto(f"{person.address}/anmelden")
    person.page.fill("#who", "wer@auenland.example")
    person.page.get_by_role(
        "button", name="link" if language == "en" else "Link"
    ).click()
    token = here.faden.store.office.sessions.link("p-kern", here.watch()).result()
    person.page.goto(f"{person.address}/enter/{token}")
    person.page.locator("main button").click()
    inside = {"/anmeldungen": 200, "/weiter": 200}
    assert faults(person, inside, language) == []
    assert browser.is_connected()
