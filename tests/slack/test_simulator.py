"""The stand-in for Slack behaves as Slack does, as seen by Slack's own client."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from adapters.clock import SetClock
from tests.slack.faults import Fault
from tests.slack.records import RESPONSES, User
from tests.slack.simulator import Simulator, simulating

SECOND = timedelta(seconds=1)


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(SlackApiError) as refused:
        call()
    return str(refused.value.response["error"])


def _modal(**more: object) -> dict[str, Any]:
    title = {"type": "plain_text", "text": "Zusage"}
    return {"type": "modal", "title": title, "blocks": [{"type": "divider"}]} | more


def test_a_message_is_kept_changed_and_found_by_its_metadata(
    slack: Simulator, client: WebClient, kern: User
) -> None:
    room = client.conversations_open(users=kern.id)["channel"]["id"]
    metadata = {"event_type": "letter", "event_payload": {"key": "k1"}}
    ts = client.chat_postMessage(channel=room, text="eins", metadata=metadata)["ts"]
    client.chat_postMessage(channel=kern.id, text="zwei")
    client.chat_update(channel=room, ts=ts, text="drei")
    assert [one["text"] for one in slack.workspace.told(kern)] == ["drei", "zwei"]
    newest_first = client.conversations_history(channel=room)["messages"]
    assert [one["text"] for one in newest_first] == ["zwei", "drei"]
    assert "metadata" not in newest_first[1]
    found = client.conversations_history(channel=room, include_all_metadata=True)
    assert found["messages"][1]["metadata"]["event_payload"] == {"key": "k1"}
    assert client.chat_getPermalink(channel=room, message_ts=ts)["permalink"]
    client.chat_delete(channel=room, ts=ts)
    assert _code(lambda: client.chat_delete(channel=room, ts=ts)) == "message_not_found"


def test_history_comes_in_pages_and_leaves_answers_in_threads_out(
    client: WebClient, kern: User
) -> None:
    first = client.chat_postMessage(channel=kern.id, text="0")
    room, ts = first["channel"], first["ts"]
    client.chat_postMessage(channel=room, text="im Faden", thread_ts=ts)
    for n in range(1, 5):
        client.chat_postMessage(channel=room, text=str(n))
    pages = client.conversations_history(channel=room, limit=2, oldest=ts)
    texts = [[one["text"] for one in page["messages"]] for page in pages]
    assert texts == [["4", "3"], ["2", "1"]]
    told = client.conversations_replies(channel=room, ts=ts)["messages"]
    assert [one["text"] for one in told] == ["0", "im Faden"]


def test_rooms_refuse_as_slack_does(
    slack: Simulator, client: WebClient, kern: User
) -> None:
    workspace = slack.workspace
    archived, foreign = workspace.channel("alt"), workspace.channel("fremd", bot=False)
    archived.archived = True
    for channel, code in (
        ("C404", "channel_not_found"),
        (archived.id, "is_archived"),
        (foreign.id, "not_in_channel"),
    ):
        said = partial(client.chat_postMessage, channel=channel, text="x")
        assert _code(said) == code
    assert _code(lambda: client.conversations_open(users="U404")) == "user_not_found"
    kern.deleted = True
    assert _code(lambda: client.conversations_open(users=kern.id)) == "user_disabled"
    assert client.conversations_info(channel=archived.id)["channel"]["is_archived"]


def test_the_token_must_be_known_and_hold_its_scopes(
    slack: Simulator, client: WebClient, kern: User
) -> None:
    assert client.auth_test()["user_id"] == slack.workspace.bot
    stranger = WebClient("xoxb-falsch", base_url=slack.api)
    assert _code(stranger.auth_test) == "invalid_auth"
    assert _code(WebClient(base_url=slack.api).auth_test) == "not_authed"
    slack.workspace.scopes.remove("users:read")
    assert _code(lambda: client.users_info(user=kern.id)) == "missing_scope"
    slack.workspace.revoked = True
    assert _code(client.auth_test) == "token_revoked"
    assert client.api_test()["ok"]


def test_a_user_has_language_zone_and_team(slack: Simulator, client: WebClient) -> None:
    guest = slack.workspace.user("gast", team="T9FREMD", tz="Europe/London")
    told = client.users_info(user=guest.id, include_locale=True)["user"]
    assert (told["team_id"], told["tz"], told["locale"]) == (
        "T9FREMD",
        "Europe/London",
        "de-DE",
    )
    assert told["is_stranger"]


def test_a_trigger_opens_one_view_within_three_seconds(
    slack: Simulator, client: WebClient, kern: User, clock: SetClock
) -> None:
    fresh, late = (slack.workspace.trigger(kern.id) for _ in range(2))
    clock.pass_by(3 * SECOND)
    view = client.views_open(trigger_id=fresh, view=_modal())["view"]
    assert _code(lambda: client.views_open(trigger_id=fresh, view=_modal())) == (
        "exchanged_trigger_id"
    )
    clock.pass_by(timedelta(microseconds=1))
    assert _code(lambda: client.views_open(trigger_id=late, view=_modal())) == (
        "expired_trigger_id"
    )
    changed = client.views_update(view_id=view["id"], hash=view["hash"], view=_modal())
    assert _code(
        lambda: client.views_update(
            view_id=view["id"], hash=view["hash"], view=_modal()
        )
    ) == ("hash_conflict")
    assert changed["view"]["id"] == view["id"]
    for _ in range(2):
        trigger = slack.workspace.trigger(kern.id)
        client.views_push(trigger_id=trigger, view=_modal())
    trigger = slack.workspace.trigger(kern.id)
    assert _code(lambda: client.views_push(trigger_id=trigger, view=_modal())) == (
        "push_limit_reached"
    )


def test_a_response_address_takes_five_answers(
    slack: Simulator, client: WebClient, kern: User
) -> None:
    workspace = slack.workspace
    name = workspace.response(kern.id, workspace.channel("wasser", kern))
    for _ in range(RESPONSES):
        fault, _, answer = slack.call(f"respond/{name}", "", {"text": "nur für Sie"})
        assert (fault, answer) == (Fault.NONE, {"ok": True})
    _, _, answer = slack.call(f"respond/{name}", "", {"text": "zu viel"})
    assert answer["error"] == "expired_url"
    assert {one["user"] for one in workspace.whispers} == {kern.id}
    assert client.api_test()["ok"]


def test_a_refused_payload_fails_the_test_though_the_program_swallows_it(
    clock: SetClock,
) -> None:
    def careless() -> None:
        with simulating(clock) as slack:
            user = slack.workspace.user("kern")
            client = WebClient(slack.workspace.token, base_url=slack.api)
            assert (
                _code(lambda: client.chat_postMessage(channel=user.id, text="<b>"))
                == "invalid_blocks"
            )

    with pytest.raises(AssertionError, match="not escaped"):
        careless()
