"""What was left lying, on the page of the coordination."""

from __future__ import annotations

import asyncio

from tests.adapters.aside import fail_again, leave_lying, mend, refuse
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


async def test_the_coordination_sees_it_and_tries_it_again(
    here: Auenland, kern: Visitor
) -> None:
    assert "/liegen" not in (await kern.get("/"))[1]
    number = await asyncio.to_thread(leave_lying, here, "odd")
    _, page = await kern.get("/meine")
    assert '<a href="/liegen">Klemmt&nbsp;<span class="count">1<' in page
    status, page = await kern.get("/liegen")
    assert status == 200
    assert number in page
    assert "eine Nachricht von Frau Kern: „Schlamm?“" in page
    assert "Ursache: ValidationError, dispatch.py:" in page
    assert "5-mal versucht, wartet auf Sie" in page
    mend(here, "odd")
    _, page = await kern.post("/liegen", {"number": number})
    assert "noch einmal versucht" in page
    assert await asyncio.to_thread(here.faden.settled, "odd", 10)
    _, page = await kern.get("/liegen")
    assert "Nichts ist liegen geblieben" in page
    assert "/liegen" not in (await kern.get("/"))[1]


async def test_what_fails_again_comes_back(here: Auenland, kern: Visitor) -> None:
    for ref in "odd", "odder":
        await asyncio.to_thread(leave_lying, here, ref)
    _, page = await kern.post("/liegen", {"number": "all"})
    assert "2 Sachen werden gerade noch einmal versucht" in page
    for ref in "odd", "odder":
        await asyncio.to_thread(fail_again, here, ref)
    assert '<span class="count">2<' in (await kern.get("/liegen"))[1]


async def test_the_chat_goes_on_beside_it(here: Auenland, kern: Visitor) -> None:
    await asyncio.to_thread(leave_lying, here, "odd")
    status, page = await kern.get("/")
    assert status == 200
    assert "Da ist bei uns etwas schiefgegangen" in page


async def test_why_a_platform_refuses_a_letter_is_told_with_what_helps(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(refuse, here, "a", "slack/token_revoked")
    await asyncio.to_thread(refuse, here, "b", "slack/invalid_blocks", "p-vogt")
    _, page = await kern.get("/liegen")
    assert "eine Mitteilung an BM Vogt" in page
    assert "Slack nimmt den Zugang von Faden nicht mehr an." in page
    assert "Das ist ein Fehler im Programm" in page
    assert "Ursache: slack/invalid_blocks" in page


async def test_a_second_click_and_an_unknown_number_change_nothing(
    here: Auenland, kern: Visitor
) -> None:
    number = await asyncio.to_thread(leave_lying, here, "odd")
    mend(here, "odd")
    await kern.post("/liegen", {"number": number})
    assert await asyncio.to_thread(here.faden.settled, "odd", 10)
    for again in number, "in-99", "odd", "", "in-1 OR 1=1":
        status, page = await kern.post("/liegen", {"number": again})
        assert status == 200
        assert "Das liegt hier nicht mehr." in page
    assert len(here.faden.store.office.outbox.thread("p-kern")) == 2


async def test_it_is_nobody_elses_business(
    here: Auenland, vogt: Visitor, stranger: Visitor
) -> None:
    number = await asyncio.to_thread(leave_lying, here, "odd")
    assert "/liegen" not in (await vogt.get("/"))[1]
    for visitor in vogt, stranger:
        for _, page in (
            await visitor.get("/liegen"),
            await visitor.post("/liegen", {"number": number}),
        ):
            assert "Schlamm?" not in page
    assert (await vogt.get("/liegen"))[0] == 404
    assert (await vogt.post("/liegen", {"number": number}))[0] == 404
    assert here.faden.store.office.stuck.count() == 1
