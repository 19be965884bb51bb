"""Views: modals and home pages, as far as the Web API of them is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from tests.slack.judge import Kind
from tests.slack.records import Data, RefusedError
from tests.slack.workspace import Workspace

Args: TypeAlias = Mapping[str, Any]
_DEPTH: Final = 3  # views on top of another


def open_view(slack: Workspace, args: Args) -> Data:
    _judge_view(slack, args)
    user = slack.pull(args.get("trigger_id"))
    slack.stacks[user] = []
    return {"view": put_view(slack, user, args["view"])}


def push_view(slack: Workspace, args: Args) -> Data:
    _judge_view(slack, args)
    user = slack.pull(args.get("trigger_id"))
    if not 0 < len(slack.stacks.get(user, [])) < _DEPTH:
        raise RefusedError("push_limit_reached")
    return {"view": put_view(slack, user, args["view"])}


def update_view(slack: Workspace, args: Args) -> Data:
    _judge_view(slack, args)
    view = slack.views.get(str(args.get("view_id")))
    if view is None:
        raise RefusedError("not_found")
    if args.get("hash") not in {None, view["hash"]}:
        raise RefusedError("hash_conflict")
    view |= args["view"] | {"hash": f"h{slack.number()}"}
    return {"view": view}


def publish_view(slack: Workspace, args: Args) -> Data:
    _judge_view(slack, args)
    user = slack.person(args.get("user_id")).id
    view = _view(slack, args["view"])
    slack.homes[user] = slack.views[view["id"]] = view
    return {"view": view}


def put_view(slack: Workspace, user: str, view: Args) -> Data:
    """Lay a view on top of what ``user`` sees."""
    made = _view(slack, view)
    slack.views[made["id"]] = made
    slack.stacks.setdefault(user, []).append(made["id"])
    return made


def _view(slack: Workspace, view: Args) -> Data:
    known: Data = {"id": f"V{slack.number()}", "hash": f"h{slack.number()}"}
    known |= {"team_id": slack.team, "app_id": slack.app, "bot_id": slack.bot_id}
    made = known | {"callback_id": "", "private_metadata": ""} | dict(view)
    for n, block in enumerate(made["blocks"]):
        block.setdefault("block_id", f"b{n}")
    return made


def _judge_view(slack: Workspace, args: Args) -> None:
    view = args.get("view") or {}
    slack.judge(Kind.HOME if view.get("type") == "home" else Kind.MODAL, view)
