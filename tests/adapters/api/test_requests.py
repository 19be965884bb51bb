"""Requests: what comes in is read strictly, and whatever is wrong is said."""

from __future__ import annotations

import json

import pytest

from adapters.api.codes import OWN, status_of
from bots.locale import LANGUAGES, catalogue
from core.errors import OF_THE_PROGRAM, Code
from tests.adapters.api.conftest import Give, Software
from tests.adapters.api.test_commands import REQUEST

MEDIA = "application/problem+json"


@pytest.mark.parametrize(
    "body, status, code",
    [
        (b"", 415, "media_type_unknown"),
        (b"{", 400, "json_invalid"),
        (b'{"what": "\xff"}', 400, "json_invalid"),
        (b'{"what": "\\ud800"}', 400, "json_invalid"),
        (b"[]", 422, "request_invalid"),
        (b"{}", 422, "request_invalid"),
    ],
)
async def test_a_body_that_is_none_is_refused(
    kern: Software, body: bytes, status: int, code: str
) -> None:
    kind = {"Content_Type": "application/json"} if body else {}
    said = await kern.post("/commitments/request", body, **kind)
    assert (said.status, said.json["code"]) == (status, code)
    assert said.headers["Content-Type"].startswith(MEDIA)


@pytest.mark.parametrize(
    "field, value",
    [
        ("due", 0),
        ("due", "2027-04-30T00:00:00"),
        ("due", "30.4.2027"),
        ("what", 5),
        ("what", None),
        ("colour", "red"),
        ("forum", ["wasser"]),
    ],
)
async def test_nothing_is_guessed(kern: Software, field: str, value: object) -> None:
    said = await kern.post("/commitments/request", {**REQUEST, field: value})
    assert (said.status, said.json["code"]) == (422, "request_invalid")
    assert said.json["errors"][0]["pointer"] == f"/body/{field}"
    assert kern.here.faden.store.journal.stream("commitment:Z1") == []


@pytest.mark.parametrize(
    "query",
    [
        *("limit=0", "limit=5.0", "limit=1_0", "limit=1&limit=2", "before=-1"),
        *("due_from=0", "due_from=1.4.2027", "open=1", "colour=red", "forum=%00"),
        "stand=gestern",
    ],
)
async def test_a_query_is_read_strictly(kern: Software, query: str) -> None:
    said = await kern.get(f"/commitments?{query}")
    assert (said.status, said.json["code"]) == (422, "request_invalid")


@pytest.mark.parametrize(
    "header, value",
    [("If-Match", "three"), ("Idempotency-Key", "a b"), ("Idempotency-Key", "x" * 201)],
)
async def test_headers_are_read_strictly(
    kern: Software, header: str, value: str
) -> None:
    said = await kern.post("/region/add-field", {"field": "a", "name": "A"})
    assert said.status == 200
    named = {header.replace("-", "_"): value}
    said = await kern.post("/region/rename-field", {"field": "a", "name": "B"}, **named)
    assert (said.status, said.json["code"]) == (400, "header_invalid")
    assert said.json["facts"] == {"header": header}


async def test_a_refusal_has_the_code_and_the_words_of_the_chat(kern: Software) -> None:
    past = {**REQUEST, "due": "2027-03-01"}
    said = await kern.post("/commitments/request", past, Accept_Language="en, de;q=0.5")
    assert said.status == 409
    assert said.json["code"] == "due_in_the_past"
    assert said.json["type"] == "/api/problems#due_in_the_past"
    assert said.json["facts"]["due"] == "2027-03-01"
    assert "01 Mar 2027" in said.json["detail"]
    german = await kern.post("/commitments/request", past, Accept_Language="fr, de")
    assert "01.03.2027" in german.json["detail"]


@pytest.mark.parametrize(
    "method, path, allow",
    [
        ("DELETE", "/commitments", "GET,HEAD,OPTIONS"),
        ("GET", "/commitments/request", "OPTIONS,POST"),
        ("PUT", "/commitments/Z1/promise", "OPTIONS,POST"),
    ],
)
async def test_an_address_tells_how_it_is_called(
    kern: Software, method: str, path: str, allow: str
) -> None:
    said = await kern.send(method, path)
    assert (said.status, said.json["code"]) == (405, "method_not_allowed")
    assert said.headers["Allow"] == allow
    asked = await kern.send("OPTIONS", path)
    assert (asked.status, asked.headers["Allow"]) == (204, allow)


async def test_head_tells_what_get_would(kern: Software) -> None:
    whole, head = await kern.get("/region"), await kern.send("HEAD", "/region")
    assert (head.status, head.json) == (200, None)
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]


@pytest.mark.parametrize("path", ["/nothing", "/commitments/Z99", "/commitments/B1"])
async def test_what_is_not_there_is_said_so(kern: Software, path: str) -> None:
    said = await kern.get(path)
    assert (said.status, said.json["code"]) == (404, "not_found")


async def test_other_kinds_than_json_are_refused_both_ways(kern: Software) -> None:
    said = await kern.get("/region", Accept="text/html")
    assert (said.status, said.json["code"]) == (406, "not_acceptable")
    for accepted in ("application/*", "text/html, */*;q=0.1", "application/json"):
        assert (await kern.get("/region", Accept=accepted)).status == 200
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    said = await kern.post("/commitments/request", b"what=x", **form)
    assert said.status == 415
    assert said.headers["Accept-Post"] == "application/json"


async def test_more_than_fits_is_refused(kern: Software) -> None:
    long = json.dumps({**REQUEST, "what": "x" * 2_100_000}).encode()
    kind = {"Content_Type": "application/json"}
    said = await kern.post("/commitments/request", long, **kind)
    assert (said.status, said.json["code"]) == (413, "request_too_large")


async def test_our_own_mistake_tells_nothing_of_the_inside(
    kern: Software, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(kern.here.faden, "store")
    said = await kern.get("/checkpoints")
    assert (said.status, said.json["code"]) == (500, "unexpected")
    assert "store" not in str(said.json)


async def test_while_views_are_renewed_one_comes_again(
    kern: Software, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await kern.get("/region")).status == 200
    monkeypatch.setattr(kern.here.faden.worker, "renewing", lambda: 40)
    said = await kern.get("/region")
    assert (said.status, said.json["code"]) == (503, "views_renewing")
    assert said.headers["Retry-After"] == "3"


async def test_a_writer_that_does_not_answer_is_busy(
    kern: Software, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(_: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(kern.here.faden.desk, "submit", wait)
    said = await kern.post("/commitments/request", REQUEST)
    assert (said.status, said.json["code"]) == (503, "overloaded")
    assert said.headers["Retry-After"] == "3"


async def test_a_demonstration_answers_this_machine_alone(kern: Software) -> None:
    kern.here.faden.demo = True
    said = await kern.get("/region", Host="faden.example")
    assert (said.status, said.json["code"]) == (421, "foreign_host")


def test_every_refusal_has_a_status_and_every_own_code_its_words() -> None:
    assert {status_of(code) for code in Code} == {403, 404, 409, 412, 503}
    assert {code for code in Code if status_of(code) == 503} == OF_THE_PROGRAM
    assert not {code.value for code in Code} & set(OWN)
    for language in LANGUAGES:
        for _, sentence in OWN.values():
            words = catalogue(language).gettext(sentence)
            assert (words == sentence) is (language == "en")


async def test_cookies_count_for_nothing(software: Give) -> None:
    stranger = software()
    sessions = stranger.here.faden.store.office.sessions
    link = sessions.link("p-kern", stranger.here.watch()).result(10)
    session = sessions.redeem(link, stranger.here.watch()).result(10)
    said = await stranger.get("/region", Cookie=f"faden={session}")
    assert (said.status, said.json["code"]) == (401, "token_missing")
