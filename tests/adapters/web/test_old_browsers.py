"""A browser that says nothing of where its posts come from gets tokens in its forms."""

from __future__ import annotations

from uuid import uuid4

import pytest

from adapters.web.formtokens import FIELD
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.doorway import forms
from tests.auenland import Auenland

SILENT = {"Origin": "", "Sec-Fetch-Site": ""}


async def _forms(visitor: Visitor, path: str) -> dict[str, dict[str, str]]:
    return dict(forms((await visitor.get(path))[1]))


async def test_an_old_browser_signs_in_talks_and_signs_out(
    here: Auenland, stranger: Visitor
) -> None:
    token = here.faden.store.office.sessions.link("p-kern", here.watch()).result()
    found = await _forms(stranger, f"/enter/{token}")
    status, page = await stranger.post(
        f"/enter/{token}", found[f"/enter/{token}"], **SILENT
    )
    assert status == 200
    assert "Frau Kern" in page
    line = (await _forms(stranger, "/"))["/say"]
    status, page = await stranger.post("/say", {**line, "text": "Hilfe"}, **SILENT)
    assert status == 200
    assert "So geht es" in page
    found = await _forms(stranger, "/")
    await stranger.post("/leave", found["/leave"], **SILENT)
    assert "Sie sind nicht angemeldet" in (await stranger.get("/"))[1]


@pytest.mark.parametrize("token", [None, "", "0" * 64, "ü"])
async def test_without_a_token_that_fits_nothing_is_done(
    kern: Visitor, token: str | None
) -> None:
    await kern.get("/")
    fields = {"ref": str(uuid4()), "text": "Info: fremd"}
    status, page = await kern.post(
        "/say", fields if token is None else {**fields, FIELD: token}, **SILENT
    )
    assert status == 403
    assert "nicht von einer Seite von Faden" in page
    assert not kern.here.faden.store.office.inbox.thread("p-kern")


async def test_the_token_of_another_browser_does_not_fit(
    kern: Visitor, vogt: Visitor
) -> None:
    await kern.get("/")
    theirs = (await _forms(vogt, "/"))["/say"][FIELD]
    fields = {"ref": str(uuid4()), "text": "Info: fremd", FIELD: theirs}
    assert (await kern.post("/say", fields, **SILENT))[0] == 403


async def test_whoever_says_where_a_post_comes_from_is_asked_for_no_token(
    kern: Visitor,
) -> None:
    _, page = await kern.get("/", **{"Sec-Fetch-Site": "none"})
    assert FIELD not in page
    own = (await _forms(kern, "/"))["/say"]
    foreign = {"Origin": "https://evil.example", "Sec-Fetch-Site": ""}
    status, _ = await kern.post("/say", {**own, "text": "Info: x"}, **foreign)
    assert status == 403


async def test_parts_that_the_script_fetches_have_tokens_too(kern: Visitor) -> None:
    await kern.say("Bitte an Lindgrund: Pumpe bis 30.4.")
    _, page = await kern.get("/chat")
    assert forms(page)
    assert all(FIELD in fields for _, fields in forms(page))
