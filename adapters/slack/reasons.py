"""Reasons: why Slack does not take a letter, and what helps (*Hindernis*).

Codes are those of docs.slack.dev/reference/methods, behind ``slack/``. This module
needs no Slack: whoever coordinates reads it on the page of what was left lying.
"""

from __future__ import annotations

from typing import Final

from adapters.slack.api import UnansweredError
from bots.locale import N_

_PREFIX: Final = "slack/"
NOT_LINKED: Final = "slack/not_linked"  # ours: the person has left Slack since

_ACCESS: Final = N_(
    "Slack no longer accepts Faden's access. Please have Faden installed in Slack "
    "again, set the new token (FADEN_SLACK_BOT_TOKEN), start Faden again, and then "
    "try again."
)
_SCOPE: Final = N_(
    "Slack does not allow Faden to do this. Please have Faden installed in Slack again "
    "with all the scopes of deploy/slack-manifest.yaml, and then try again."
)
_LEFT: Final = N_(
    "This person is no longer linked with Slack. Please tell them in another way; once "
    "they have linked Slack again, try again."
)
_USER: Final = N_(
    "Slack does not know this person, has switched them off, or does not let Faden "
    "write to them. Please tell them in another way and ask them to link Slack again."
)
_ROOM: Final = N_(
    "The conversation in Slack was deleted or archived. Please have it opened again, "
    "or tell the person in another way, and then try again."
)
_OUTSIDE: Final = N_(
    "Faden is not a member of this conversation in Slack. Please invite it there "
    "(/invite @Faden), and then try again."
)
_OURS: Final = N_(
    "Slack does not take this message as Faden wrote it. That is a mistake of the "
    "program: please give number and cause to whoever runs Faden."
)
_SILENT: Final = N_(
    "Slack answered others all the while, but not to this message. Please try again; "
    "if that does not help, give number and cause to whoever runs Faden."
)
_UNANSWERED: Final = (
    UnansweredError.__name__
)  # begins the reason of one that was raised
_SENTENCES: Final = {
    "access_denied": _ACCESS,
    "account_inactive": _ACCESS,
    "channel_not_found": _ROOM,
    "cannot_dm_bot": _USER,
    "invalid_auth": _ACCESS,
    "is_archived": _ROOM,
    "is_inactive": _ROOM,
    "method_not_supported_for_channel_type": _ROOM,
    "missing_scope": _SCOPE,
    "no_permission": _SCOPE,
    "not_allowed_token_type": _ACCESS,
    "not_authed": _ACCESS,
    "not_in_channel": _OUTSIDE,
    "not_linked": _LEFT,
    "org_login_required": _ACCESS,
    "restricted_action": _OUTSIDE,
    "team_access_not_granted": _ACCESS,
    "team_not_found": _ACCESS,
    "token_expired": _ACCESS,
    "token_revoked": _ACCESS,
    "user_disabled": _USER,
    "user_not_found": _USER,
    "user_not_visible": _USER,
    "users_not_found": _USER,
}


def reason(code: str) -> str:
    """Return the reason that is kept for a ``code`` of Slack's."""
    return f"{_PREFIX}{code}"


def sentence(kept: str) -> str | None:
    """Return what happened and what helps, to be translated, if it is Slack's."""
    if kept.startswith(_UNANSWERED):
        return _SILENT
    if not kept.startswith(_PREFIX):
        return None
    return _SENTENCES.get(kept.removeprefix(_PREFIX), _OURS)
