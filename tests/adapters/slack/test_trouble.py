"""What is not ours or cannot be kept is answered so that nothing gets lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from urllib.request import Request as Plain
from urllib.request import urlopen

import pytest

from adapters.slack.render import FORM
from adapters.store import FILE
from core import organisation
from tests.adapters.slack.county import SlackCounty, button
from tests.bots.asked import ASK
from tests.slack.envelopes import Request, interaction
from tests.slack.faults import Fault

ACCEPTED = 200
TOO_OLD = timedelta(minutes=5, seconds=1)


def _status(county: SlackCounty, request: Request, **headers: str) -> int:
    signed = request.headers(county.slack.workspace.secret, county.here.watch())
    told = {name: value for name, value in (signed | headers).items() if value}
    sent = Plain(county.served.url, request.body, told)  # noqa: S310  (loopback)
    try:
        with urlopen(sent, timeout=20) as answer:  # noqa: S310
            return int(answer.status)
    except OSError as error:
        return int(getattr(error, "code", 0))


def test_only_what_slack_signed_lately_is_heard(county: SlackCounty) -> None:
    request = county.people.say(county.user("kern"), "Hilfe")
    name, at = "X-Slack-Signature", "X-Slack-Request-Timestamp"
    for headers in (
        {name: f"v0={'0' * 64}"},
        {name: ""},
        {name: "ü"},
        {at: ""},
        {at: "soon"},
        {at: "9" * 5000},
    ):
        assert _status(county, request, **headers) == 401
    changed = Request(request.body.replace(b"Hilfe", b"Hilf!"), request.kind)
    signed = request.headers(county.slack.workspace.secret, county.here.watch())
    assert _status(county, changed, **{name: signed[name]}) == 401
    county.settle()
    assert county.letters("kern") == []


@pytest.mark.parametrize("sign", [1, -1])
def test_a_request_is_good_for_five_minutes(county: SlackCounty, sign: int) -> None:
    request = county.people.say(county.user("kern"), "Hilfe")
    now = county.here.watch()
    old = request.headers(county.slack.workspace.secret, now - sign * TOO_OLD)
    assert _status(county, request, **old) == 401
    fresh = now - sign * timedelta(minutes=5)
    good = request.headers(county.slack.workspace.secret, fresh)
    assert _status(county, request, **good) == ACCEPTED


def test_slack_may_check_our_address(county: SlackCounty) -> None:
    asked = {"type": "url_verification", "challenge": "c-1", "token": "legacy"}
    reply = county.send(Request(json.dumps(asked).encode(), "application/json"))
    assert (reply.status, b"c-1" in reply.body) == (ACCEPTED, True)


def test_what_belongs_to_another_workspace_is_not_heard(county: SlackCounty) -> None:
    kern = county.user("kern")
    request = county.people.say(kern, "Hilfe")
    body = json.loads(request.body)
    body |= {"team_id": "T0THER", "authorizations": [{"team_id": "T0THER"}]}
    foreign = Request(json.dumps(body).encode(), request.kind)
    assert county.send(foreign).status == ACCEPTED
    command = county.people.command(kern, "Hilfe")
    other = Request(
        command.body.replace(b"team_id=T0AUEN", b"team_id=T0THER"), command.kind
    )
    assert "anderen Workspace" in county.send(other).data["text"]
    assert county.letters("kern") == []


@contextmanager
def _away(county: SlackCounty) -> Iterator[None]:
    """Let somebody else hold the store's lock, so that nothing can be kept."""
    store = county.faden.store
    store.journal.run(
        lambda db: db.exec_driver_sql("PRAGMA busy_timeout=1").close()
    ).result(20)
    rival = sqlite3.connect(store.folder / FILE, isolation_level=None)
    rival.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        rival.execute("ROLLBACK")
        rival.close()


def test_an_event_that_cannot_be_kept_comes_again(county: SlackCounty) -> None:
    request = county.people.say(county.user("kern"), "Hilfe")
    with _away(county):
        assert county.people.send(request, county.served.url).status == 503
    assert county.send(request.again()).status == ACCEPTED
    assert len(county.letters("kern")) == 1


def test_what_slack_sends_once_is_answered_with_once_more(county: SlackCounty) -> None:
    kern = county.user("kern")
    county.send(county.people.look_home(kern))
    (home,) = county.faden.store.office.outbox.thread("p-kern", 0, 10, "slack")
    county.send(
        county.people.press(kern, button(home.letter.key, f"{FORM}request"), "Knopf")
    )
    view = county.people.top(kern)
    values = {"to": "Lindgrund", "what": "x", "due": "30.4."}
    sent = county.people.submit(kern, view, values)
    pressed = county.people.press(kern, button(home.letter.key, "faden/help"), "Knopf")
    with _away(county):
        said = county.people.send(county.people.command(kern, "x"), county.served.url)
        assert "noch einmal" in said.data["text"]
        mended = county.people.send(sent, county.served.url)
        assert "noch einmal" in str(mended.data["errors"])
        assert county.people.send(pressed, county.served.url).status == ACCEPTED
    whisper = county.whispered()
    assert "noch einmal" in whisper["text"]
    assert whisper["user"] == kern.id
    assert len(county.letters("kern")) == 1
    assert county.send(sent).data == {}  # what was not kept may be sent again
    county.send(pressed)
    assert len(county.letters("kern")) == 3


def test_a_form_that_slack_does_not_open_is_said(county: SlackCounty) -> None:
    kern = county.user("kern")
    county.slack.faults.plan(Fault.ERROR, method="views.open")
    said = county.send(county.people.command(kern, "Bitte")).data["text"]
    assert "noch einmal" in said


def test_what_nobody_can_read_is_refused_and_harms_nothing(county: SlackCounty) -> None:
    odd = {"type": "event_callback", "event": {"type": "message"}, "team_id": "T0AUEN"}
    assert (
        county.send(Request(json.dumps(odd).encode(), "application/json")).status == 400
    )
    user = county.user("kern")
    view = {"id": "V1", "callback_id": "other", "state": {"values": {}}}
    sent = interaction(county.slack.workspace, "view_submission", user, view=view)
    assert county.send(sent).status == 400
    for kind in (
        "reaction_added",
        "tokens_revoked",
        "app_uninstalled",
        "app_home_opened",
    ):
        told = {"type": kind, "user": user.id, "tab": "messages"}
        body = odd | {"event": told, "event_id": f"Ev{kind}"}
        request = Request(json.dumps(body).encode(), "application/json")
        assert county.send(request).status == ACCEPTED


def test_an_answer_to_a_closed_ask_and_one_without_a_mandate_get_their_sentences(
    county: SlackCounty,
) -> None:
    for line in (ASK, "ja", "F1 abbrechen", "ja"):
        county.say("kern", line)
    (closed,) = county.say("lindner", "F1: ja, 2028")[:1]
    assert "F1" in closed
    ended = organisation.EndMandate(person="p-lindner")
    county.here.order("organisation:lindgrund", ended)
    county.here.watch.forward(days=1)
    (none,) = county.say("lindner", "Was ist offen?")
    assert "kein Mandat" in none
