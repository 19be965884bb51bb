"""Acts: what a payload of Slack's means, for whoever is at the address (*Handlung*).

A message is known by channel and time stamp, so that its mention, its retry and its
edit speak of the same one; whatever has none is known by Slack's id of the event, the
call or the form. A click is known by card, choice and user: the card's key stands for
the state it showed. So a second delivery or a double click is the same act.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from adapters.office.rows import Payload
from adapters.slack.render import CHOICE, FILL, FORM
from adapters.slack.said import (
    Action,
    Click,
    Command,
    Envelope,
    HomeEvent,
    MessageEvent,
    Submission,
    Words,
    address,
)
from adapters.slack.workspace import Workspace
from bots.heard import HEARD, Chosen, FormSent, Heard, HomeOpened, TextSaid, Withdrawn
from core.ports import Via

_Kind: TypeAlias = Literal["choice", "fill", "form"]
_KINDS: Final[tuple[tuple[str, _Kind], ...]] = (
    (FORM, "form"),
    (FILL, "fill"),
    (CHOICE, "choice"),
)
_TOMBSTONE: Final = "tombstone"
_SLACKBOT: Final = "USLACKBOT"
_TALK: Final = frozenset({"", "file_share", "me_message", "thread_broadcast"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that somebody did; ``heard`` is it, as yet without its person.

    ``text`` is what was typed, as Slack sent it. ``place`` is where the answer belongs.
    """

    ref: str
    address: str
    heard: Heard
    place: str = ""
    text: str = field(default="", repr=False)

    def of(self, person: str) -> Payload:
        """Return what is kept once the person is known."""
        said = self.heard.model_copy(update={"person": person})
        payload: Payload = HEARD.dump_python(said, mode="json")
        return payload


def message(
    envelope: Envelope, event: MessageEvent, workspace: Workspace
) -> Act | None:
    """Return what was said, edited or deleted; ``None``: nothing to us.

    Of channels only what mentions us is read; of what bots write, nothing.
    """
    if event.type == "message" and event.channel_type != "im":
        return None
    match event.subtype:
        case "message_changed":
            return _edited(envelope, event, workspace)
        case "message_deleted":
            return _deleted(envelope, event, workspace)
        case subtype if subtype in _TALK:
            return _said(envelope, event, event, workspace)
        case _:
            return None


def _said(
    envelope: Envelope, event: MessageEvent, words: Words, workspace: Workspace
) -> Act | None:
    if not _is_person(words, workspace):
        return None
    ref = _ref(envelope, event, words.ts)
    link = _link(event, words, workspace)
    return Act(
        ref=ref,
        address=_address(envelope, event, words),
        heard=TextSaid(ref=ref, person="", via=Via.SLACK, link=link, text=words.text),
        place=_place(event, words),
        text=words.text,
    )


def _edited(
    envelope: Envelope, event: MessageEvent, workspace: Workspace
) -> Act | None:
    now, before = event.message, event.previous_message
    if now is None or before is None or not _is_person(before, workspace):
        return None
    if now.subtype == _TOMBSTONE:  # others had answered to it in its thread
        return _deleted(envelope, event, workspace)
    if now.text == before.text:  # Slack has only shown a link
        return None
    ref = f"slack/{envelope.team_id}/{envelope.event_id}"
    return Act(
        ref=ref,
        address=_address(envelope, event, now),
        heard=TextSaid(
            ref=ref,
            person="",
            via=Via.SLACK,
            link=_link(event, now, workspace),
            text=now.text,
            edits=_ref(envelope, event, now.ts),
        ),
        place=_place(event, now),
        text=now.text,
    )


def _deleted(
    envelope: Envelope, event: MessageEvent, workspace: Workspace
) -> Act | None:
    before = event.previous_message
    if before is None or not _is_person(before, workspace):
        return None
    ref = f"slack/{envelope.team_id}/{envelope.event_id}"
    of = _ref(envelope, event, event.deleted_ts or before.ts)
    return Act(
        ref=ref,
        address=_address(envelope, event, before),
        heard=Withdrawn(ref=ref, person="", via=Via.SLACK, of=of),
        place=_place(event, before),
    )


def home(envelope: Envelope, event: HomeEvent) -> Act:
    """Return that somebody opened our page in Slack."""
    ref = f"slack/{envelope.team_id}/{envelope.event_id}"
    heard = HomeOpened(ref=ref, person="", via=Via.SLACK)
    where = address(event.user_team or envelope.team_id, event.user)
    return Act(ref=ref, address=where, heard=heard)


def command(said: Command) -> Act:
    """Return what was typed behind the slash command."""
    ref = f"slack/{said.team_id}/command/{said.trigger_id}"
    heard = TextSaid(ref=ref, person="", via=Via.SLACK, text=said.text)
    where = address(said.team_id, said.user_id)
    return Act(ref=ref, address=where, heard=heard, text=said.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A button: of which letter, and what it means.

    ``kind`` says whether a line or a form has to be filled in first.
    """

    card: str
    name: str  # of the choice or form
    kind: _Kind


def pressed(action: Action) -> Pressed | None:
    """Return what was pressed; ``None``: a link, or no button of ours."""
    for prefix, kind in _KINDS:
        if action.action_id.startswith(prefix):
            name = action.action_id.removeprefix(prefix)
            return Pressed(card=action.value, name=name, kind=kind)
    return None


def click(said: Click, what: Pressed, workspace: Workspace) -> Act:
    """Return that a button was pressed."""
    where = address(said.user.team_id or said.team.id, said.user.id)
    ref = f"slack/click/{where}/{what.card}/{what.name}"
    shown = said.message
    link = workspace.permalink(said.channel.id, shown.ts, shown.thread_ts)
    return Act(
        ref=ref,
        address=where,
        heard=Chosen(
            ref=ref,
            person="",
            via=Via.SLACK,
            link=link,
            card=what.card,
            choice=what.name,
        ),
    )


def filled(said: Submission, form: str, values: Mapping[str, str]) -> Act:
    """Return that a form was sent; ``form`` is its id in the message."""
    ref, where = _sent(said)
    heard = FormSent(
        ref=ref,
        person="",
        via=Via.SLACK,
        card=said.view.private_metadata,
        form=form,
        values=values,
    )
    return Act(ref=ref, address=where, heard=heard)


def completed(said: Submission, text: str, edits: str | None = None) -> Act:
    """Return that a line was completed, which changes what ``edits`` had said."""
    ref, where = _sent(said)
    heard = TextSaid(ref=ref, person="", via=Via.SLACK, text=text, edits=edits)
    return Act(ref=ref, address=where, heard=heard, text=text)


def _sent(said: Submission) -> tuple[str, str]:
    team = said.user.team_id or said.team.id
    return f"slack/{team}/view/{said.view.id}", address(team, said.user.id)


def _is_person(words: Words, workspace: Workspace) -> bool:
    if words.bot_id or words.user in {"", _SLACKBOT}:
        return False
    return not workspace.is_bot(words.user)


def _ref(envelope: Envelope, event: MessageEvent, ts: str) -> str:
    return f"slack/{envelope.team_id}/{event.channel}/{ts}"


def _address(envelope: Envelope, event: MessageEvent, words: Words) -> str:
    """Return whose words they are; of a guest the event names the team."""
    team = words.user_team or event.user_team or words.team or event.team
    return address(team or envelope.team_id, words.user)


def _link(event: MessageEvent, words: Words, workspace: Workspace) -> str:
    return workspace.permalink(event.channel, words.ts, words.thread)


def _place(event: MessageEvent, words: Words) -> str:
    """Return the thread of the direct message; from channels we answer directly."""
    if event.channel_type != "im" or not words.thread:
        return ""
    return f"thread/{event.channel}/{words.thread}"
