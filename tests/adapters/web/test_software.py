"""Software: the pages about the interface, and the tokens one makes for oneself."""

from __future__ import annotations

import re

import pytest

from adapters.api.examples import calls
from adapters.office.api_tokens import Scope
from core.errors import Code
from tests.adapters.web.conftest import Visitor

FORM = {"label": "Kasse", "scope-read": "1", "days": "30"}


async def test_the_interface_is_shown_to_everybody(stranger: Visitor) -> None:
    status, page = await stranger.get("/api")
    assert status == 200
    for call in calls():
        assert f'href="/api/{call.tag}#{call.name}"' in page
    assert len(page.encode()) < 60_000


@pytest.mark.parametrize("tag", sorted({call.tag for call in calls()}))
async def test_each_operation_is_shown_with_its_call(
    stranger: Visitor, tag: str
) -> None:
    status, page = await stranger.get(f"/api/{tag}")
    assert status == 200
    for call in calls():
        if call.tag == tag:
            assert f'id="{call.name}"' in page
            assert call.address.partition("?")[0] in page


async def test_every_code_has_its_line(stranger: Visitor) -> None:
    status, page = await stranger.get("/api/problems")
    assert status == 200
    for code in Code:
        assert f'id="{code.value}"' in page
    assert (await stranger.get("/api/nothing"))[0] == 404


async def test_a_token_is_shown_once(kern: Visitor) -> None:
    status, page = await kern.post("/zugang", FORM)
    token = re.search(r"<kbd>(faden_[\w-]+)</kbd>", page)
    assert status == 200
    assert token
    tokens = kern.here.faden.store.office.tokens
    kept = tokens.named(token[1], kern.here.watch())
    assert kept is not None
    assert (kept.person, kept.scopes) == ("p-kern", frozenset({Scope.READ}))
    _, later = await kern.get("/zugang")
    assert token[1] not in later
    assert "Kasse" in later


@pytest.mark.parametrize("missing", ["label", "scope-read"])
async def test_a_form_that_says_too_little_keeps_what_was_typed(
    kern: Visitor, missing: str
) -> None:
    status, page = await kern.post("/zugang", {**FORM, missing: ""})
    assert status == 422
    assert "Es wurde kein Schlüssel angelegt" in page
    assert ('value="Kasse"' in page) is (missing != "label")
    assert not kern.here.faden.store.office.tokens.of("p-kern")


async def test_a_token_is_revoked_by_its_person_alone(
    kern: Visitor, vogt: Visitor
) -> None:
    await kern.post("/zugang", FORM)
    tokens = kern.here.faden.store.office.tokens
    (kept,) = tokens.of("p-kern")
    await vogt.post("/zugang/ende", {"id": kept.id})
    assert tokens.of("p-kern")
    _, page = await kern.post("/zugang/ende", {"id": kept.id})
    assert "Es gibt keine" in page
    assert not tokens.of("p-kern")


async def test_an_expired_token_is_called_so(kern: Visitor) -> None:
    await kern.post("/zugang", {**FORM, "days": "7"})
    kern.here.watch.forward(days=4)
    await kern.get("/zugang")  # whoever stays away for a week has to sign in again
    kern.here.watch.forward(days=4)
    _, page = await kern.get("/zugang")
    assert "abgelaufen" in page


async def test_nobody_makes_tokens_unless_signed_in(stranger: Visitor) -> None:
    assert "Kasse" not in (await stranger.get("/zugang"))[1]
    assert (await stranger.post("/zugang", FORM))[0] == 403
    assert (await stranger.post("/zugang/ende", {"id": "x"}))[0] == 403
