"""The manifest asks for what the program calls and hears, and for nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from adapters.slack.endpoint import PATH
from adapters.slack.listeners import COMMAND
from adapters.slack.talk import KINDS

_ROOT: Final = Path(__file__).parents[3]
_MANIFEST: Final = (_ROOT / "deploy" / "slack-manifest.yaml").read_text("utf-8")
_SOURCE: Final = "\n".join(
    file.read_text("utf-8") for file in (_ROOT / "adapters" / "slack").glob("*.py")
)
_CALL: Final = re.compile(r'"((?:\w+\.)+\w*[a-z]\w*)"|_client\.([a-z]+_[a-z_]+)\(')
_FAMILIES: Final = {"auth", "chat", "conversations", "files", "reactions", "users"}
_FAMILIES_FREE: Final = {"views"}
NEEDS: Final = {  # docs.slack.dev/reference/methods, "Required scopes" of a bot
    "auth.test": set[str](),
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.history": {"im:history"},
    "conversations.open": {"im:write"},
    "conversations.replies": {"im:history"},
    "users.info": {"users:read"},
    "views.open": set[str](),
    "views.publish": set[str](),
}
HEARS: Final = {  # docs.slack.dev/reference/events
    "app_home_opened": set[str](),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set[str](),
    "message.im": {"im:history"},
    "tokens_revoked": set[str](),
}


def _listed(key: str) -> set[str]:
    """Return the list behind ``key``, which stands once."""
    found = re.search(rf"\n *{key}:\n((?: *- \S+\n)+)", _MANIFEST)
    assert found is not None, key
    return set(re.findall(r"- (\S+)", found[1]))


def _called() -> set[str]:
    """Return which methods of the Web API the program calls."""
    found: set[str] = set()
    for named, attribute in _CALL.findall(_SOURCE):
        family, _, rest = (named or attribute.replace("_", ".", 1)).partition(".")
        if family in _FAMILIES | _FAMILIES_FREE:
            found.add(f"{family}.{rest}")
    return found


def test_every_scope_is_needed_and_every_need_is_asked_for() -> None:
    called = _called()
    assert called == set(NEEDS)
    needed = {scope for method in called for scope in NEEDS[method]}
    heard = {scope for event in _listed("bot_events") for scope in HEARS[event]}
    assert _listed("bot") == needed | heard | {"commands"}


def test_the_events_are_those_that_are_heard() -> None:
    told = {event.partition(".")[0] for event in _listed("bot_events")}
    assert told == KINDS
    assert _listed("bot_events") == set(HEARS)


def test_everything_comes_to_the_one_address() -> None:
    urls = re.findall(r"url: (\S+)", _MANIFEST)
    assert urls == [f"https://faden.example.org{PATH}"] * 3
    assert re.findall(r"command: (\S+)", _MANIFEST) == [COMMAND]


def test_nothing_is_asked_for_that_reads_along_in_channels() -> None:
    assert not re.search(r"- (?:channels|groups|mpim):|message\.(?!im)", _MANIFEST)
