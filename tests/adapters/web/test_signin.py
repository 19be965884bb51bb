"""Somebody asks for a link; who is known here stays unknown to whoever asks."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing

import pytest
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from adapters.web.door import Door
from adapters.web.limits import ASKING, SENT
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.doorway import MAIL, errands, letters, link_in, open_door
from tests.auenland import Auenland


@pytest.fixture
async def server(here: Auenland) -> AsyncIterator[TestServer]:
    """Links go out by mail and by Slack."""
    office = here.faden.store.office
    office.identities.put_mail("p-kern", MAIL, here.watch()).result()
    office.addresses.link("p-birke", "slack", "T1/U1", here.watch()).result()
    async with open_door(here, Door(mail=True, slack=True)) as served:
        yield served


async def _ask(stranger: Visitor, who: str) -> tuple[int, str]:
    answer = await stranger.post("/anmelden", {"who": who})
    await errands(stranger.server)
    return answer


async def test_the_page_offers_what_is_set_up(stranger: Visitor) -> None:
    status, page = await stranger.get("/anmelden")
    assert status == 200
    assert "Ihre Mailadresse" in page
    assert "/faden <kbd>" not in page
    assert "anmelden</kbd>" in page
    assert "/anmelden/haus" not in page


async def test_where_nothing_is_set_up_it_says_whom_to_ask(here: Auenland) -> None:
    async with open_door(here, Door()) as served, Visitor(here, served) as visitor:
        _, page = await visitor.get("/anmelden")
        assert "fragen Sie Ihre Koordination" in page
        assert "faden link" in page
        assert 'name="who"' not in page
        assert (await visitor.post("/anmelden", {"who": MAIL}))[0] == 404


async def test_a_link_comes_by_mail_and_lets_in_once(
    here: Auenland, stranger: Visitor
) -> None:
    status, page = await _ask(stranger, f"  {MAIL.upper()} ")
    assert status == 200
    assert "Bitte sehen Sie in Ihren Nachrichten nach" in page
    token = link_in(here, "p-kern", "mail")
    assert (await stranger.get(f"/enter/{token}"))[0] == 200
    _, page = await stranger.post(f"/enter/{token}", {})
    assert "Frau Kern" in page
    assert (await stranger.post(f"/enter/{token}", {}))[0] == 410


async def test_a_link_comes_by_slack_to_whoever_names_their_sign(
    here: Auenland, stranger: Visitor
) -> None:
    await _ask(stranger, "p-birke")
    assert len(letters(here, "p-birke", "slack")) == 1


async def test_no_link_lies_in_the_store(here: Auenland, stranger: Visitor) -> None:
    await _ask(stranger, MAIL)
    (stored,) = letters(here, "p-kern", "mail")
    assert "/enter/" not in stored
    assert not re.search(r"[A-Za-z0-9_-]{40,}", stored)


@pytest.mark.parametrize(
    "who", ["niemand@auenland.example", "p-vogt", "p-nobody", "operator", "' OR 1=1"]
)
async def test_the_answer_does_not_tell_who_is_known(
    here: Auenland, stranger: Visitor, who: str
) -> None:
    number = re.compile(r'name="ref" value="[^"]*"')
    known, unknown = await _ask(stranger, MAIL), await _ask(stranger, who)
    assert known[0] == unknown[0]
    assert number.sub("", known[1]) == number.sub("", unknown[1])
    posted = here.faden.store.office.outbox
    assert not posted.thread("", 0, 10, "mail")
    assert len(letters(here, "p-kern", "mail")) == 1


@pytest.mark.parametrize("who", ["", "   ", "x" * 255])
async def test_what_is_no_address_is_asked_for_again(
    stranger: Visitor, who: str
) -> None:
    status, page = await _ask(stranger, who)
    assert status == 422
    assert "zuerst Ihre Mailadresse" in page
    assert 'aria-invalid="true"' in page
    assert "noch keine Region" not in page


async def test_one_account_gets_few_links(here: Auenland, stranger: Visitor) -> None:
    for _ in range(SENT.times + 3):
        status, _ = await _ask(stranger, MAIL)
        assert status == 200
    assert len(letters(here, "p-kern", "mail")) == SENT.times
    here.watch.forward(minutes=10)
    await _ask(stranger, MAIL)
    assert len(letters(here, "p-kern", "mail")) == SENT.times + 1


async def test_one_address_may_ask_only_so_often(
    here: Auenland, stranger: Visitor
) -> None:
    for n in range(ASKING.times):
        assert (await _ask(stranger, f"n{n}@auenland.example"))[0] == 200
    status, page = await _ask(stranger, MAIL)
    assert status == 429
    assert "zehn Minuten" in page
    here.watch.forward(minutes=10)
    assert (await _ask(stranger, MAIL))[0] == 200


async def test_behind_a_proxy_each_browser_is_counted_alone(here: Auenland) -> None:
    door = Door(mail=True)
    async with (
        open_door(here, door, behind_proxy=True) as served,
        Visitor(here, served) as visitor,
    ):
        for n in range(ASKING.times + 1):
            address = {"X-Forwarded-For": f"203.0.113.9, 192.0.2.{n}"}
            answer = await visitor.post("/anmelden", {"who": "a@b.example"}, **address)
            assert answer[0] == 200


async def test_links_are_guessed_only_so_often(stranger: Visitor) -> None:
    answers = [(await stranger.post(f"/enter/{n}", {}))[0] for n in range(31)]
    assert answers == [410] * 30 + [429]


async def test_whoever_is_signed_in_needs_no_link(kern: Visitor) -> None:
    _, page = await kern.get("/anmelden")
    assert "Frau Kern" in page
    assert "Sie sind nicht angemeldet" not in page


async def test_one_comes_back_to_where_one_wanted_to_go(
    here: Auenland, stranger: Visitor
) -> None:
    await stranger.get("/zusagen?forum=wasser")
    sessions = here.faden.store.office.sessions
    token = sessions.link("p-kern", here.watch()).result()
    answer = await stranger.session.post(
        stranger.url(f"/enter/{token}"),
        headers={"Origin": stranger.url("")},
        allow_redirects=False,
    )
    assert answer.headers["Location"] == "/zusagen?forum=wasser"


async def test_a_link_that_cannot_be_sent_is_told_to_our_log_alone(
    here: Auenland, stranger: Visitor
) -> None:
    with closing(sqlite3.connect(here.faden.store.folder / "faden.db")) as db, db:
        db.execute("ALTER TABLE mail RENAME TO elsewhere")
    with capture_logs() as logs:
        status, page = await _ask(stranger, MAIL)
    assert status == 200
    assert "Bitte sehen Sie in Ihren Nachrichten nach" in page
    (told,) = [one for one in logs if one["event"] == "no link was sent"]
    assert told["error"] == "OperationalError"
    assert MAIL.lower() not in str(told).lower()
