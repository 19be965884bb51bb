"""Said: what Slack brings, read strictly as far as we look at it (*Gesagtes*).

Everything else in its payloads is left alone: Slack adds to them at any time.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Words(_Read):
    """A message, or what it was before an edit."""

    user: str = ""
    subtype: str = ""
    text: str = ""
    ts: str = ""
    thread_ts: str = ""
    bot_id: str = ""
    user_team: str = ""  # of somebody from another workspace (Slack Connect)
    team: str = ""

    @property
    def thread(self) -> str:
        """The thread in which it stands, if it does not begin one."""
        return self.thread_ts if self.thread_ts != self.ts else ""


class MessageEvent(Words):
    """``message`` and ``app_mention``."""

    type: Literal["message", "app_mention"]
    channel: str
    channel_type: str = ""
    message: Words | None = None
    previous_message: Words | None = None
    deleted_ts: str = ""


class HomeEvent(_Read):
    """``app_home_opened``; ``tab`` is ``home`` or ``messages``."""

    type: Literal["app_home_opened"]
    user: str
    user_team: str = ""
    tab: str = ""


class Authorization(_Read):
    """For which installation an event was sent; ``user_id`` is the bot."""

    team_id: str | None = None
    user_id: str = ""


class Envelope(_Read):
    """What stands around every event."""

    team_id: str
    context_team_id: str | None = None
    event_id: str
    authorizations: tuple[Authorization, ...] = ()

    @property
    def teams(self) -> frozenset[str]:
        """All workspaces for which it may have been sent."""
        named = {self.team_id, self.context_team_id}
        return frozenset(
            team for team in named | {a.team_id for a in self.authorizations} if team
        )


class User(_Read):
    """Who pressed or sent something."""

    id: str
    team_id: str = ""


class Named(_Read):
    """Something with an id."""

    id: str = ""


class Action(_Read):
    """A button; it carries the key of the letter in which it stands."""

    action_id: str
    value: str = ""


class Shown(_Read):
    """The message in which something was pressed."""

    ts: str = ""
    thread_ts: str = ""


class Click(_Read):
    """``block_actions``."""

    team: Named = Named()
    user: User
    trigger_id: str = ""
    response_url: str = ""
    channel: Named = Named()
    message: Shown = Shown()
    actions: tuple[Action, ...] = Field(min_length=1)


class State(_Read):
    """All that was filled in, as ``views.values`` reads it."""

    values: dict[str, Any] = Field(default_factory=dict)


class View(_Read):
    """A form that was filled in."""

    id: str
    callback_id: str = ""
    private_metadata: str = ""
    state: State = State()


class Submission(_Read):
    """``view_submission``."""

    team: Named = Named()
    user: User
    view: View


class Command(_Read):
    """A slash command; Slack sends it as a form."""

    team_id: str
    user_id: str
    text: str = ""
    trigger_id: str
    response_url: str = ""


def address(team: str, user: str) -> str:
    """Return under which address a user is known: ids are unique in a workspace."""
    return f"{team}/{user}"
