"""Methods: the Web API as far as it is used, on a workspace.

Each method takes the arguments of a call and returns what stands beside ``ok``.
Error codes are those of docs.slack.dev/reference/methods.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from tests.slack import views
from tests.slack.judge import Kind
from tests.slack.records import Data, RefusedError, Room
from tests.slack.workspace import Workspace

Args: TypeAlias = Mapping[str, Any]
Method: TypeAlias = Callable[[Workspace, Args], Data]
_PAGE: Final = 100  # messages in an answer, unless told


def unknown(_slack: Workspace, _args: Args) -> Data:
    raise RefusedError("unknown_method")


def auth_test(slack: Workspace, _args: Args) -> Data:
    return {
        "url": "https://auenland.slack.example/",
        "team": "Auenland",
        "user": "faden",
        "team_id": slack.team,
        "user_id": slack.bot,
        "bot_id": slack.bot_id,
    }


def api_test(_slack: Workspace, _args: Args) -> Data:
    return {}


def post_message(slack: Workspace, args: Args) -> Data:
    slack.judge(Kind.MESSAGE, args)
    room = _writable(slack, args.get("channel"))
    thread = args.get("thread_ts")
    if thread is not None and all(one["ts"] != thread for one in room.messages):
        raise RefusedError("thread_not_found")
    kept = ("text", "blocks", "metadata", "thread_ts")
    said = {key: args[key] for key in kept if args.get(key) is not None}
    message = slack.add(room, {"user": slack.bot, "bot_id": slack.bot_id} | said)
    return {"channel": room.id, "ts": message["ts"], "message": message}


def update(slack: Workspace, args: Args) -> Data:
    slack.judge(Kind.MESSAGE, args)
    room = _writable(slack, args.get("channel"))
    message = slack.message(room, args.get("ts"))
    if message["user"] != slack.bot:
        raise RefusedError("cant_update_message")
    for key in ("text", "blocks", "metadata"):
        if args.get(key) is not None:
            message[key] = args[key]
    for n, block in enumerate(message.get("blocks") or []):
        block.setdefault("block_id", f"b{n}")
    message["edited"] = {"user": slack.bot, "ts": slack.ts()}
    return {"channel": room.id, "ts": message["ts"], "text": message["text"]}


def delete(slack: Workspace, args: Args) -> Data:
    room = slack.room(args.get("channel"))
    message = slack.message(room, args.get("ts"))
    if message["user"] != slack.bot:
        raise RefusedError("cant_delete_message")
    room.messages.remove(message)
    return {"channel": room.id, "ts": message["ts"]}


def post_ephemeral(slack: Workspace, args: Args) -> Data:
    slack.judge(Kind.MESSAGE, args)
    room = _writable(slack, args.get("channel"))
    if str(args.get("user")) not in room.members:
        raise RefusedError("user_not_in_channel")
    kept = ("text", "blocks", "thread_ts", "user")
    whisper = {key: args[key] for key in kept if key in args}
    ts = slack.ts()
    slack.whispers.append(whisper | {"channel": room.id, "ts": ts})
    return {"message_ts": ts}


def get_permalink(slack: Workspace, args: Args) -> Data:
    room = slack.room(args.get("channel"))
    ts = slack.message(room, args.get("message_ts"))["ts"]
    link = f"https://auenland.slack.example/archives/{room.id}/p{ts.replace('.', '')}"
    return {"channel": room.id, "permalink": link}


def open_conversation(slack: Workspace, args: Args) -> Data:
    _need(slack, "im:write")
    one = slack.person(args.get("users"))
    if one.deleted:
        raise RefusedError("user_disabled")
    if one.bot:
        raise RefusedError("cannot_dm_bot")
    return {"channel": {"id": slack.direct(one.id).id}}


def conversation_info(slack: Workspace, args: Args) -> Data:
    room = slack.room(args.get("channel"))
    channel: Data = {"id": room.id, "name": room.name, "is_archived": room.archived}
    channel |= {"is_im": room.direct, "is_member": slack.bot in room.members}
    return {"channel": channel}


def history(slack: Workspace, args: Args) -> Data:
    _need(slack, "im:history")
    room = slack.room(args.get("channel"))
    told = [one for one in room.messages if one.get("thread_ts") in {None, one["ts"]}]
    return _paged(told[::-1], args)


def replies(slack: Workspace, args: Args) -> Data:
    _need(slack, "im:history")
    room, ts = slack.room(args.get("channel")), args.get("ts")
    slack.message(room, ts)
    told = [one for one in room.messages if ts in {one["ts"], one.get("thread_ts")}]
    return _paged(told, args)


def user_info(slack: Workspace, args: Args) -> Data:
    _need(slack, "users:read")
    one = slack.person(args.get("user"))
    user: Data = {"id": one.id, "team_id": one.team, "name": one.name, "tz": one.tz}
    user |= {"deleted": one.deleted, "is_bot": one.bot, "real_name": one.name}
    user["profile"] = {"real_name": one.name, "display_name": one.name}
    user["is_stranger"] = one.team != slack.team
    if str(args.get("include_locale")).lower() in {"1", "true"}:
        user["locale"] = one.locale
    return {"user": user}


def _writable(slack: Workspace, channel: object) -> Room:
    room = slack.room(channel)
    if slack.bot not in room.members:
        raise RefusedError("not_in_channel")
    if room.archived:
        raise RefusedError("is_archived")
    if room.direct and any(slack.users[one].deleted for one in room.members):
        raise RefusedError("user_disabled")
    return room


def _need(slack: Workspace, scope: str) -> None:
    if scope not in slack.scopes:
        raise RefusedError("missing_scope")


def _paged(told: list[Data], args: Args) -> Data:
    oldest = str(args.get("oldest") or "0")
    latest = str(args.get("latest") or "9" * 10)
    found = [one for one in told if float(oldest) < float(one["ts"]) < float(latest)]
    start, limit = int(args.get("cursor") or 0), int(args.get("limit") or _PAGE)
    page = [dict(one) for one in found[start : start + limit]]
    if str(args.get("include_all_metadata")).lower() not in {"1", "true"}:
        for one in page:
            one.pop("metadata", None)
    more = start + limit < len(found)
    cursor = str(start + limit) if more else ""
    answer: Data = {"messages": page, "has_more": more}
    return answer | {"response_metadata": {"next_cursor": cursor}}


METHODS: Final[Mapping[str, Method]] = {
    "api.test": api_test,
    "auth.test": auth_test,
    "chat.postMessage": post_message,
    "chat.update": update,
    "chat.delete": delete,
    "chat.postEphemeral": post_ephemeral,
    "chat.getPermalink": get_permalink,
    "conversations.open": open_conversation,
    "conversations.info": conversation_info,
    "conversations.history": history,
    "conversations.replies": replies,
    "users.info": user_info,
    "views.open": views.open_view,
    "views.push": views.push_view,
    "views.update": views.update_view,
    "views.publish": views.publish_view,
}
