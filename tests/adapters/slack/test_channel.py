"""Letters reach people in Slack: directly, in threads, on the home page, once."""

from __future__ import annotations

import pytest

from adapters.office.sender import Broken, Later
from adapters.slack.channel import PAUSE, SlackChannel
from adapters.slack.reasons import NOT_LINKED
from tests.adapters.slack.neutral import kinds, message, text
from tests.adapters.slack.post import Post
from tests.slack.simulator import Simulator


def test_a_letter_is_a_direct_message_that_carries_its_key(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    post.put("a", message(text("Z34: <!channel> & mehr")))
    assert post.rounds() == 1
    (told,) = post.told()
    assert post.keys() == ["a"]
    assert told["text"] == "Z34: &lt;!channel&gt; &amp; mehr"
    name = post.store.office.deliveries.message("a")
    assert name == f"{slack.workspace.direct(post.users['p-kern'].id).id}/{told['ts']}"
    (asked,) = slack.asked("chat.postMessage")
    assert (asked["mrkdwn"], asked["unfurl_links"]) == (False, False)


def test_a_room_is_opened_once_and_nothing_is_looked_up_at_the_first_try(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    post.put("a")
    post.put("b")
    assert post.rounds(2) == 2
    assert [call.method for call in slack.calls] == [
        "conversations.open",
        "chat.postMessage",
        "chat.postMessage",
    ]


def test_a_guest_of_another_team_is_written_to_like_anybody(post: Post) -> None:
    post.link("p-gast", team="T9FREMD")
    post.put("a", person="p-gast")
    assert post.rounds() == 1
    assert post.keys("p-gast") == ["a"]


def test_an_answer_stands_in_the_thread_in_which_was_asked(
    post: Post, slack: Simulator
) -> None:
    user = post.link("p-kern")
    room = slack.workspace.direct(user.id)
    asked = slack.workspace.add(room, {"user": user.id, "text": "Z34?"})
    post.put("a", place=f"thread/{room.id}/{asked['ts']}")
    post.rounds()
    assert post.told()[0]["thread_ts"] == asked["ts"]
    room.messages.remove(asked)
    post.put("b", place=f"thread/{room.id}/{asked['ts']}")
    post.rounds()
    assert "thread_ts" not in post.told()[1]


def test_who_is_not_linked_is_written_to_where_they_wrote(
    post: Post, slack: Simulator
) -> None:
    user = slack.workspace.user("fremd")
    post.users[""] = user
    post.put("a", person="", place=f"user/{user.team}/{user.id}")
    assert post.rounds() == 1
    assert post.keys("") == ["a"]


def test_a_home_page_is_published_and_published_again(
    post: Post, slack: Simulator
) -> None:
    user = post.link("p-kern")
    stranger = slack.workspace.user("fremd")
    post.put("a", message(text("Von Ihnen erwartet"), title="Guten Tag"), place="home")
    post.put("b", person="", place=f"home/{stranger.team}/{stranger.id}")
    assert post.rounds(2) == 2
    assert kinds(slack.workspace.homes[user.id]["blocks"]) == ["header", "rich_text"]
    assert stranger.id in slack.workspace.homes
    assert post.told() == []
    assert post.store.office.deliveries.message("a") == f"home/{user.id}"


def test_whoever_left_slack_since_is_not_written_to(post: Post) -> None:
    post.put("a")
    assert post.rounds() == 0
    assert post.reasons() == {"a": NOT_LINKED}


@pytest.mark.parametrize(
    "code",
    [
        *("token_revoked", "user_disabled", "user_not_found", "missing_scope"),
        *("channel_not_found", "is_archived", "not_in_channel"),
    ],
)
def test_what_never_works_is_put_aside_with_its_reason_and_works_once_mended(
    post: Post, slack: Simulator, code: str
) -> None:
    user = post.link("p-kern")
    workspace = slack.workspace
    room = workspace.direct(user.id)
    match code:
        case "token_revoked":
            workspace.revoked = True
        case "user_disabled":
            user.deleted = True
        case "user_not_found":
            del workspace.users[user.id]
        case "missing_scope":
            workspace.scopes.clear()
        case "channel_not_found":
            post.put("opens the room")
            post.rounds()
            del workspace.rooms[room.id]
        case "is_archived":
            room.archived = True
        case _:
            room.members.remove(workspace.bot)
            room.name = "und bleibt"
            workspace.rooms["D1"] = room
    post.put("a")
    post.put("b", person="p-birke")
    post.link("p-birke")
    post.rounds(2)
    assert post.reasons()["a"] == f"slack/{code}"
    assert "Nachricht" not in str(post.reasons())
    workspace.revoked = user.deleted = room.archived = False
    workspace.scopes |= {"im:write", "im:history"}
    workspace.users[user.id], workspace.rooms[room.id] = user, room
    room.members.add(workspace.bot)
    post.store.office.stuck.all_again(post.clock()).result(20)
    post.rounds(3)
    assert post.keys()[-1] == "a"
    assert post.reasons() == {}
    assert "context" not in kinds(post.told()[-1]["blocks"])  # nothing to doubt


def test_nobody_listening_is_waited_for(
    post: Post, slack: Simulator, channel: SlackChannel
) -> None:
    post.link("p-kern")
    post.put("a")
    slack.close()
    (letter,) = post.store.office.deliveries.lease("slack", post.clock(), 1).result(20)
    assert channel.post(letter) == Later(PAUSE)


def test_a_refusal_that_nobody_knows_is_told_by_its_code(
    post: Post, channel: SlackChannel, slack: Simulator
) -> None:
    post.link("p-kern")
    slack.workspace.revoked = True
    post.put("a")
    (letter,) = post.store.office.deliveries.lease("slack", post.clock(), 1).result(20)
    assert channel.post(letter) == Broken("slack/token_revoked")
