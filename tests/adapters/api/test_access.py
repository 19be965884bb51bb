"""Access: a token opens what it was given for, while it holds, and not too often."""

from __future__ import annotations

from datetime import timedelta

import pytest

from adapters.api.limits import Limits, Rate
from adapters.api.operation import QUERIES
from adapters.office.api_tokens import USUAL_LIFE, Scope
from core.organisation import EndMandate
from tests.adapters.api.conftest import Give, Software
from tests.adapters.api.test_commands import REQUEST, request
from tests.auenland import START

READ = frozenset({Scope.READ})


async def test_nobody_reads_without_a_token(software: Give) -> None:
    stranger = software()
    for one in QUERIES:
        said = await stranger.get(one.path.replace("{ref}", "Z1"))
        public = one.scope is None
        assert said.status in ({200} if public else {401, 404}), one.path
    said = await stranger.get("/region")
    assert said.headers["WWW-Authenticate"] == 'Bearer realm="Faden"'


@pytest.mark.parametrize(
    "said", ["Bearer faden_guessed", "Bearer", "Basic YTpi", "Bearer a b", "Bearer ü"]
)
async def test_a_token_that_was_never_given_opens_nothing(
    software: Give, said: str
) -> None:
    answer = await software().get("/region", Authorization=said)
    assert (answer.status, answer.json["code"]) == (401, "token_invalid")
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


async def test_whoever_may_only_read_changes_nothing(software: Give) -> None:
    reader = software("p-kern", READ)
    assert (await reader.get("/region")).status == 200
    said = await reader.post("/commitments/request", REQUEST)
    assert (said.status, said.json["code"]) == (403, "scope_missing")
    assert 'scope="write"' in said.headers["WWW-Authenticate"]
    assert (await reader.get("/erasures")).json["code"] == "scope_missing"


async def test_whoever_may_only_write_reads_nothing(software: Give) -> None:
    writer = software("p-kern", frozenset({Scope.WRITE}))
    assert (await writer.post("/commitments/request", REQUEST)).status == 201
    assert (await writer.get("/commitments/Z1")).status == 403


async def test_auditing_needs_a_token_for_it(kern: Software, software: Give) -> None:
    await request(kern)
    auditor, reader = software("p-pruefer"), software("p-pruefer", READ)
    assert (await auditor.get("/persons/me")).json["audits"] is True
    assert (await reader.get("/persons/me")).json["audits"] is False
    assert (await auditor.get("/examination/corrections")).status == 200
    assert (await auditor.get("/proofs/Z1")).json["items"][0]["held"] == "unsigned"


async def test_what_an_auditor_looks_at_is_noted(
    kern: Software, software: Give
) -> None:
    await request(kern)
    lookups = kern.here.faden.store.office.lookups
    head = kern.here.faden.store.journal.head()
    await software("p-pruefer").get(f"/history/Z1?stand={head}")
    await software("p-pruefer", READ).get("/history/Z1")
    await kern.get("/history/Z1")
    (noted,) = lookups.newest(9)
    assert noted.person == "p-pruefer"
    assert noted.what == f"/api/v1/history/Z1?stand={head}"


async def test_a_token_ends_with_its_day(vogt: Software) -> None:
    assert (await vogt.get("/region")).status == 200
    vogt.here.watch.forward(seconds=USUAL_LIFE.total_seconds())
    assert (await vogt.get("/region")).status == 401


async def test_a_revoked_token_opens_nothing_at_once(vogt: Software) -> None:
    assert (await vogt.get("/region")).status == 200
    tokens = vogt.here.faden.store.office.tokens
    (kept,) = tokens.of("p-vogt")
    tokens.revoke("p-vogt", kept.id).result(10)
    assert (await vogt.get("/region")).status == 401


async def test_whoever_loses_the_mandate_loses_what_it_showed(
    kern: Software, vogt: Software
) -> None:
    await request(kern)
    assert (await vogt.get("/commitments/Z1")).status == 200
    vogt.here.order("organisation:birkfeld", EndMandate(person="p-vogt"))
    assert (await vogt.get("/commitments/Z1")).status == 404
    said = await vogt.post("/commitments/Z1/promise")
    assert (said.status, said.json["code"]) == (404, "unknown_reference")


async def test_with_a_person_go_the_tokens(kern: Software, software: Give) -> None:
    who = (await kern.post("/persons", {"name": "Neumann"})).json["ref"]
    mine = software(who)
    assert (await mine.get("/persons/me")).status == 200
    done = await kern.post(f"/persons/{who}/forget", {"ground": "objection"})
    assert done.status == 200, done.json
    assert kern.here.faden.erasing.carry_out()
    assert not kern.here.faden.store.office.tokens.of(who)
    kern.here.watch.forward(seconds=5)
    assert (await mine.get("/persons/me")).status == 401


def test_a_bucket_is_filled_again() -> None:
    limits, now = Limits(Rate(burst=2, per_second=0.5)), START
    assert [limits.take("a", now) for _ in range(3)] == [0, 0, 2]
    assert limits.take("b", now) == 0
    assert limits.take("a", now + timedelta(seconds=1.9)) == 1
    assert limits.take("a", now + timedelta(seconds=2)) == 0
    later = now + timedelta(days=1)
    assert [limits.take("a", later) for _ in range(3)] == [0, 0, 2]


async def test_whoever_asks_too_often_is_told_when_to_come_again(
    kern: Software, vogt: Software
) -> None:
    burst = Rate().burst
    for _ in range(burst):
        assert (await vogt.get("/region")).status == 200
    said = await vogt.get("/region")
    assert (said.status, said.json["code"]) == (429, "too_often")
    assert said.headers["Retry-After"] == "1"
    assert (await kern.get("/region")).status == 200
    vogt.here.watch.forward(seconds=1)
    assert (await vogt.get("/region")).status == 200
