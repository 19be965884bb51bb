"""The lists of auditors on a page, for auditors and coordination only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest
from aiohttp.test_utils import TestServer

from bots.message import Message, Text
from core import digest, organisation
from core.facts import OPERATOR
from core.organisation import Role
from core.ports import Circle, Order, Via
from core.sealed import Sealed
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland
from tests.bots.deciding import accepted, both

REQUEST = "Bitte an Birkfeld: Pläne bis 30.4."


@pytest.fixture
async def auditor(here: Auenland, server: TestServer) -> AsyncIterator[Visitor]:
    """The auditor, signed in."""
    async with Visitor(here, server) as visitor:
        await visitor.enter("p-pruefer")
        yield visitor


async def test_a_correction_leads_to_its_steps(
    auditor: Visitor, here: Auenland
) -> None:
    for line in (REQUEST, "ja", "zurücknehmen", "ja"):
        here.say("p-lange", line)
    status, page = await auditor.get("/pruefung")
    assert status == 200
    assert 'href="/verlauf/Z1">Z1' in page
    assert "BM Lange" in page
    assert "<form" not in page.split("<main")[1]


def given_back_then(here: Auenland, circle: Circle = Circle.INTERNAL) -> None:
    """Enter a mandate on the 20th that counts from the 17th."""
    here.watch.forward(days=3)
    now = here.watch()
    order = Order(
        command_id=f"back-dated/{circle}",
        command=organisation.GiveMandate(
            person="p-stein", role=Role.CLERK, until=date(2027, 12, 31)
        ),
        stream="organisation:steintal",
        actor=OPERATOR,
        org="",
        today=now.date(),
        now=now,
        via=Via.CLI,
        effective_on=date(2027, 3, 17),
        circle=circle,
    )
    assert here.faden.desk.submit(order).refusal is None


async def test_a_back_dated_entry_names_both_days(
    auditor: Visitor, here: Auenland
) -> None:
    given_back_then(here)
    _, page = await auditor.get("/pruefung?liste=backdated")
    assert "am Sa, 20.03.2027 für den Mi, 17.03.2027 erfasst" in page
    assert page.count('class="later"') == 1


async def test_what_is_closed_is_examined_too(auditor: Visitor, here: Auenland) -> None:
    given_back_then(here, Circle.CLOSED)
    _, page = await auditor.get("/pruefung?liste=backdated")
    assert "am Sa, 20.03.2027 für den Mi, 17.03.2027 erfasst" in page


async def test_a_result_entered_later_than_its_day_is_in_the_list(
    auditor: Visitor, here: Auenland
) -> None:
    accepted(here)
    both(here, "p-lange", "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7")
    await auditor.enter("p-pruefer")  # weeks have gone by
    _, page = await auditor.get("/pruefung?liste=backdated")
    assert "am Do, 13.05.2027 für den Mi, 12.05.2027 erfasst" in page
    assert "TOP 7" in page


async def test_what_was_said_to_one_person_stays_theirs(
    auditor: Visitor, here: Auenland
) -> None:
    words = Message(parts=(Text(spans=()),)).model_dump_json()
    here.watch.forward(days=3)
    now = here.watch()
    order = Order(
        command_id="back-dated/digest",
        command=digest.Send(
            org="birkfeld",
            reach=digest.Reach.ALL,
            period="2027-W11",
            upto=1,
            to=Sealed("p-vogt"),
            wording=Sealed(words),
        ),
        stream="digest:x",
        actor=OPERATOR,
        org="",
        today=now.date(),
        now=now,
        via=Via.POLICY,
        effective_on=date(2027, 3, 17),
        circle=Circle.CLOSED,
    )
    assert here.faden.desk.submit(order).refusal is None
    _, page = await auditor.get("/pruefung?liste=backdated")
    assert "Dieser Eintrag wird zurückgehalten" in page


async def test_reminders_and_entries_for_others_have_lists(kern: Visitor) -> None:
    for kind in ("nudges", "behalf", "nonsense"):
        assert (await kern.get(f"/pruefung?liste={kind}&vor=9"))[0] == 200


async def test_others_do_not_see_the_page(vogt: Visitor, stranger: Visitor) -> None:
    assert (await vogt.get("/pruefung"))[0] == 404
    assert 'href="/pruefung"' not in (await vogt.get("/"))[1]
    assert "Prüflisten" not in (await stranger.get("/pruefung"))[1]


async def test_a_long_list_has_pages(
    kern: Visitor, here: Auenland, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.web.examining.SHOWN", 1)
    for _ in range(2):
        for line in (REQUEST, "ja", "zurücknehmen", "ja"):
            here.say("p-lange", line)
    _, page = await kern.get("/pruefung")
    link = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    _, rest = await kern.get(link)
    assert "Z1" in rest
    assert 'rel="next"' not in rest
