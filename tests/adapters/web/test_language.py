"""One language for page, chat, handbook and terminal, and who says which."""

from __future__ import annotations

import io
from uuid import uuid4

import pytest
import sqlalchemy as sa
from aiohttp.test_utils import TestServer
from sqlalchemy import Connection

from adapters.cli.call import Call
from adapters.cli.run import run
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


def wish(language: str, back: str = "/", ref: str = "") -> dict[str, str]:
    return {"language": language, "back": back, "ref": ref or str(uuid4())}


def recorded(here: Auenland, person: str) -> int:
    """Return how often the log holds preferences of ``person``."""
    return len(here.faden.store.journal.stream(f"person:{person}")) - 1


async def test_page_chat_handbook_and_terminal_follow(
    here: Auenland, kern: Visitor
) -> None:
    await kern.post("/language", wish("en"))
    for path in ("/", "/hilfe", "/item/Z99"):
        assert '<html lang="en">' in (await kern.get(path))[1]
    page = await kern.say("request to Lindgrund: sludge by 30 April")
    assert "you ask" in page
    assert "Yes, ask" in page
    out = io.StringIO()
    call = Call(language="de", cwd=here.faden.store.folder, out=out, faden=here.faden)
    assert run(["say", "--as", "p-kern", "no"], call) == 0
    assert "you ask" in out.getvalue()


@pytest.mark.parametrize("person", ["p-kern", "p-lindner", "p-pruefer"])
async def test_coordination_members_and_auditors_all_choose(
    here: Auenland, server: TestServer, person: str
) -> None:
    async with Visitor(here, server) as visitor:
        await visitor.enter(person)
        _, page = await visitor.post("/language", wish("en"))
        assert '<html lang="en">' in page
        assert "could not be recorded" not in page
    assert here.faden.speech(person).language == "en"
    async with Visitor(here, server) as elsewhere:
        await elsewhere.enter(person)
        assert '<html lang="en">' in (await elsewhere.get("/"))[1]


async def test_a_form_sent_twice_is_recorded_once(
    here: Auenland, kern: Visitor
) -> None:
    twice = wish("en")
    await kern.post("/language", twice)
    await kern.post("/language", twice)
    await kern.post("/language", wish("en"))
    assert recorded(here, "p-kern") == 1
    await kern.post("/language", wish("de"))
    await kern.post("/language", twice)
    assert recorded(here, "p-kern") == 2
    assert here.faden.speech("p-kern").language == "de"


async def test_a_store_that_can_only_be_read_still_switches_the_page(
    here: Auenland, server: TestServer, kern: Visitor
) -> None:
    def only_read(connection: Connection) -> None:
        connection.execute(sa.text("PRAGMA query_only=ON"))

    here.faden.store.journal.run(only_read).result()
    _, page = await kern.post("/language", wish("en", "/meine"))
    assert '<html lang="en">' in page
    assert "could not be recorded" in page
    assert "Try again" in page
    assert here.faden.speech("p-kern").language == "de"
    async with Visitor(here, server) as stranger:
        stranger.session.cookie_jar.update_cookies({"faden_language": "en.p-vogt"})
        assert '<html lang="en">' in (await stranger.get("/"))[1]


async def test_an_unrecorded_wish_is_that_persons_alone(kern: Visitor) -> None:
    kern.session.cookie_jar.update_cookies({"faden_language": "en.p-vogt"})
    assert '<html lang="de">' in (await kern.get("/"))[1]
    kern.session.cookie_jar.update_cookies({"faden_language": "en.p-kern"})
    assert "could not be recorded" in (await kern.get("/"))[1]
    _, page = await kern.post("/language", wish("en"))
    assert "could not be recorded" not in page
    assert '<html lang="en">' in page


async def test_of_a_stranger_only_the_browser_knows(
    here: Auenland, stranger: Visitor
) -> None:
    before = here.faden.store.journal.head()
    _, page = await stranger.post("/language", wish("en"))
    assert '<html lang="en">' in page
    assert "could not be recorded" not in page
    assert here.faden.store.journal.head() == before


async def test_one_stays_where_one_was(kern: Visitor) -> None:
    answer = await kern.send("/language", wish("en", "/meine?x=1"))
    assert answer.url.path_qs == "/meine?x=1"
    assert (await kern.post("/language", wish("fr")))[0] == 400
    assert (await kern.post("/language", {"language": "de"}))[0] == 400


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil"])
async def test_nobody_is_led_elsewhere(kern: Visitor, back: str) -> None:
    answer = await kern.send("/language", wish("de", back))
    assert str(answer.url) == kern.url("/")
