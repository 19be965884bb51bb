"""What machines ask: alive, ready, figures; and who is told."""

from __future__ import annotations

import io
import json
import re
from collections.abc import AsyncIterator, Iterator

import pytest
import structlog
from aiohttp.test_utils import TestServer
from prometheus_client.parser import text_string_to_metric_families

from adapters import logs
from adapters.health.figures import Figures
from adapters.health.state import state
from adapters.web.app import build
from adapters.web.machines import Machines
from core import organisation
from projections import people
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

TOKEN = "long-enough-to-be-secret"  # noqa: S105  (of the test)


@pytest.fixture
async def behind(here: Auenland) -> AsyncIterator[Visitor]:
    """Somebody in front of a proxy, with a token set."""
    running = TestServer(
        build(here.faden, behind_proxy=True, machines=Machines(metrics_token=TOKEN))
    )
    await running.start_server()
    async with Visitor(here, running) as visitor:
        yield visitor
    await running.close()


def figures(text: str) -> dict[str, float]:
    """Return the samples by name and labels, as Prometheus reads them."""
    return {
        sample.name + "".join(f" {v}" for v in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_a_process_that_lives_says_so(stranger: Visitor) -> None:
    assert await stranger.get("/healthz") == (200, "ok\n")


async def test_a_region_that_can_serve_is_ready(stranger: Visitor) -> None:
    status, text = await stranger.get("/readyz")
    assert status == 200
    ready = {"ready": True, "views": "ok", "writer": "ok", "disk": "ok"}
    assert json.loads(text) == ready


async def test_without_its_folder_it_is_not(here: Auenland, stranger: Visitor) -> None:
    folder = here.faden.store.folder
    aside = folder.rename(folder.with_name("aside"))
    status, text = await stranger.get("/readyz")
    aside.rename(folder)
    assert status == 503
    assert json.loads(text)["disk"] == "unwritable"


def test_a_closed_store_is_not_ready(here: Auenland) -> None:
    here.faden.store.writer.close()
    found = state(here.faden)
    assert found["writer"] != "ok"


async def test_views_that_are_far_behind_are_not_ready(
    stranger: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.health.state.NEAR", -1)
    assert json.loads((await stranger.get("/readyz"))[1])["views"] == "behind"


async def test_figures_tell_how_it_stands(here: Auenland, kern: Visitor) -> None:
    here.say("p-lange", "Bitte an Birkfeld: Schlammmengen 2024–26 bis 30.4.")
    here.say("p-lange", "ja")
    here.say("p-lange", "Z1 erledigt")
    await kern.get("/zusagen")
    status, text = await kern.get("/metrics")
    assert status == 200
    found = figures(text)
    head = here.faden.store.journal.head()
    assert found["faden_entries"] == found["faden_entries_unsigned"] == head
    assert found[f"faden_view_lag_entries {people.PEOPLE.name}"] == 0
    assert found[f"faden_view_stopped {people.PEOPLE.name}"] == 0
    assert found["faden_outbox_waiting"] == found["faden_stuck"] == 0
    assert found["faden_command_seconds_count commitment"] >= 1
    assert found["faden_page_seconds_count GET /zusagen 200"] == 1
    assert not re.search("Lange|Birkfeld|Schlamm|p-lange", text)


async def test_refusals_are_counted_by_code(here: Auenland, kern: Visitor) -> None:
    with pytest.raises(AssertionError):
        here.order("organisation:birkfeld", organisation.EndMandate(person="p-kern"))
    found = figures((await kern.get("/metrics"))[1])
    assert found["faden_refusals_total no_such_mandate"] == 1


async def test_what_is_due_and_waits_has_an_age(here: Auenland, kern: Visitor) -> None:
    addresses = here.faden.store.office.addresses
    addresses.link("p-birke", "slack", "T1/U1", here.watch()).result()
    here.say("p-lange", "Bitte an Birkfeld: Schlammmengen 2024–26 bis 30.4.")
    here.say("p-lange", "ja")
    here.watch.forward(hours=2)
    found = figures((await kern.get("/metrics"))[1])
    assert found["faden_outbox_waiting"] >= 1
    assert found["faden_outbox_oldest_seconds"] == 7200


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "Forwarded", "X-Forwarded-Proto", "Via"]
)
async def test_whoever_comes_through_a_proxy_learns_no_figures(
    stranger: Visitor, header: str
) -> None:
    assert (await stranger.get("/metrics", **{header: "https"}))[0] == 404


async def test_no_foreign_name_that_points_here_learns_figures(
    stranger: Visitor,
) -> None:
    assert (await stranger.get("/metrics", Host="faden.example"))[0] == 404


async def test_with_a_token_only_the_token_counts(behind: Visitor) -> None:
    assert (await behind.get("/metrics"))[0] == 404
    assert (await behind.get("/metrics", Authorization="Bearer x"))[0] == 404
    assert (await behind.get("/metrics", Authorization=f"Bearer {TOKEN}"))[0] == 200


async def test_behind_a_proxy_without_a_token_nobody_learns_figures(
    here: Auenland,
) -> None:
    running = TestServer(build(here.faden, behind_proxy=True))
    await running.start_server()
    async with Visitor(here, running) as visitor:
        assert (await visitor.get("/metrics"))[0] == 404
    await running.close()


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What is logged meanwhile."""
    stream = io.StringIO()
    logs.configure(stream)
    yield stream
    structlog.reset_defaults()


async def test_a_request_is_logged_by_its_route_and_nothing_else(
    written: io.StringIO, kern: Visitor
) -> None:
    written.truncate(0)
    await kern.get("/suche?q=Geheimnis")
    await kern.get("/item/Z4711")
    await kern.get("/healthz")
    lines = [json.loads(line) for line in written.getvalue().strip("\0").splitlines()]
    assert [(one["route"], one["status"]) for one in lines] == [
        ("/suche", 200),
        ("/item/{ref}", 404),
    ]
    keys = {"event", "level", "method", "ms", "route", "status", "timestamp"}
    assert all(one.keys() == keys for one in lines)


def test_what_stands_in_the_office_is_counted_without_the_views(
    here: Auenland,
) -> None:
    counted = Figures(here.faden)
    here.faden.store.close()
    assert "faden_view" not in counted.written().decode()
