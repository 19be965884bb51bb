"""What is sent too late and cannot be kept is given back, and lies nowhere."""

from __future__ import annotations

from uuid import uuid4

import pytest
import sqlalchemy as sa

from adapters.journal.entry_tables import kept
from adapters.web.keeping import LONGEST
from adapters.web.limits import KEEPING
from adapters.web.typed import FIELDS
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland
from tests.bots.asked import opened

SAID = "Info: Die Landesstraße wird 2028 gesperrt"


def _lying(here: Auenland) -> int:
    with here.faden.store.reading() as db:
        return int(db.scalar(sa.select(sa.func.count()).select_from(kept)) or 0)


def _sign_out(here: Auenland) -> None:
    here.faden.store.office.sessions.end_all("p-kern").result()


async def test_what_an_unknown_browser_sends_is_given_back_and_kept_for_nobody(
    here: Auenland, stranger: Visitor
) -> None:
    fields = {"ref": str(uuid4()), "text": SAID}
    for cookies in ({}, {"faden": "guessed"}):
        stranger.session.cookie_jar.update_cookies(cookies)
        status, page = await stranger.post("/say", fields)
        assert status == 403
        assert "nicht aufgehoben" in page
        assert SAID in page
    assert _lying(here) == 0


async def test_nothing_is_not_kept(here: Auenland, kern: Visitor) -> None:
    _sign_out(here)
    status, page = await kern.post("/say", {"ref": str(uuid4())})
    assert status == 403
    assert "aufgehoben" not in page
    assert _lying(here) == 0


async def test_too_much_is_given_back(here: Auenland, kern: Visitor) -> None:
    _sign_out(here)
    long = "x" * LONGEST
    status, page = await kern.post("/say", {"text": long, "forum": "w"})
    assert status == 403
    assert "nicht aufgehoben" in page
    assert long in page
    assert _lying(here) == 0


async def test_one_person_has_only_so_much_kept(here: Auenland, kern: Visitor) -> None:
    _sign_out(here)
    pages = [
        (await kern.post("/say", {"text": SAID}))[1] for _ in range(KEEPING.times + 1)
    ]
    assert "eine halbe Stunde aufgehoben" in pages[-2]
    assert "nicht aufgehoben" in pages[-1]
    assert _lying(here) == KEEPING.times


async def test_the_largest_form_is_kept_too(here: Auenland, kern: Visitor) -> None:
    _sign_out(here)
    many = {f"org.{one}": "on" for one in range(FIELDS - 2)}
    fields = {"ref": str(uuid4()), "name": "Forum Abwasser"} | many
    status, page = await kern.post("/anfang/forum", fields)
    assert status == 403
    assert "eine halbe Stunde aufgehoben" in page
    await kern.enter("p-kern")
    assert "Forum Abwasser" in (await kern.get("/weiter"))[1]


async def test_a_form_larger_than_any_of_ours_is_said_not_to_be_kept(
    here: Auenland, kern: Visitor
) -> None:
    _sign_out(here)
    fields = {f"f{one}": "x" for one in range(FIELDS + 1)}
    status, page = await kern.post("/anfang/forum", fields)
    assert status == 403
    assert "nicht aufgehoben" in page


async def test_our_script_is_told_when_nothing_is_kept(stranger: Visitor) -> None:
    fields = {"ref": str(uuid4()), "text": SAID}
    answer = await stranger.send("/say", fields, **{"Faden-Fragment": "1"})
    assert "Faden-Sign-In" not in answer.headers
    assert answer.content_type == "text/plain"
    assert "nicht aufgehoben" in await answer.text()


@pytest.mark.parametrize(
    ("typed", "status", "why"),
    [
        ("viele", 422, "Bitte eine Zahl schreiben"),
        ("180 t", 409, "in dieser Einheit beantwortet: €"),
    ],
)
async def test_an_answer_that_is_refused_comes_back_with_all_that_was_typed(
    vogt: Visitor, typed: str, status: int, why: str
) -> None:
    opened(vogt.here)
    remark = "Wir warten auf den Bescheid, der im Mai kommen soll."
    values = {"bedarf": "ja", "jahr": "2028", "betrag": typed, "remark": remark}
    fields = {f"field.{name}": value for name, value in values.items()}
    got, page = await vogt.post("/answer/F1", {"ref": str(uuid4()), **fields})
    assert got == status
    assert why in page
    assert f'value="{typed}"' in page
    assert 'value="2028"' in page
    assert "<option selected>ja</option>" in page
    assert remark in page
    assert "Betrag (€)" in page
    assert "/answer/F1?" not in page  # no link leads to where one only posts
    assert 'href="/item/F1"' in page
