"""Channel: how letters come to Slack (*Versand nach Slack*).

::

    letter --answers a click on a card--> that card is changed in place
           --is silent--> what was told last of its item is changed, if it is there
           --is new--> outdated card of its item loses its buttons
                       --> posted, directly or in the thread where it was asked
           --was tried before--> looked up by its key first: found means sent

What is not found may still be on its way: then the second one says so. Rooms are
named as in ``places``, messages ``<channel>/<ts>``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.clock import system_clock
from adapters.desk import Desk
from adapters.office import Letter, Office, Posted
from adapters.office.entering import token_for
from adapters.office.sender import Away, Broken, Later, Result
from adapters.settings import SlackAccess
from adapters.slack import api, cards
from adapters.slack.api import LimitedError, RefusedError, UnansweredError, call
from adapters.slack.cards import Card
from adapters.slack.places import Home, Room, place_of
from adapters.slack.reasons import NOT_LINKED, reason
from adapters.slack.render import Frame, Pages, Rendered, render
from adapters.slack.views import home_view
from adapters.store import Store
from adapters.usable import says_back
from bots.locale import N_
from bots.message import Message
from bots.speech import Speech
from core.ports import Clock, Via

if TYPE_CHECKING:
    from slack_sdk import WebClient

EVENT: Final = "faden_letter"  # type of the metadata that carries a letter's key
NOWHERE: Final = ""  # the name of what is silent and had nothing to change
PAUSE: Final = 30.0  # seconds until a platform that is away is asked again
_BEFORE: Final = 300.0  # seconds by which Slack's clock may be behind ours
_LOOKED_AT: Final = 200  # newest messages among which a letter is looked up
_NO_CARD: Final = {  # changing what is no longer there is no reason to keep quiet
    "cant_update_message",
    "channel_not_found",
    "edit_window_closed",
    "is_archived",
    "message_not_found",
}
_NO_THREAD: Final = {"message_not_found", "thread_not_found"}


class SlackChannel:
    """One workspace; ``speak`` tells how to speak to a person."""

    name = Via.SLACK.value

    def __init__(
        self,
        access: SlackAccess,
        office: Office,
        speak: Callable[[str | None], Speech],
        pages: Pages,
        *,
        timeout: int = api.TIMEOUT,
        clock: Clock = system_clock,
    ) -> None:
        """Take note; one call takes ``timeout`` seconds at most."""
        self._access, self._timeout, self._clock = access, timeout, clock
        self._office = office
        self._speak = speak
        self._pages = pages
        self._slack: WebClient | None = None
        self._rooms: dict[str, str] = {}  # by user

    def post(self, posted: Posted) -> Result:
        """Bring one letter; see ``Channel.post``.

        Raises:
            UnansweredError: Slack is there, but not for this letter.
        """
        slack = self._client()
        try:
            return self._bring(slack, posted)
        except LimitedError as limited:
            return Later(limited.seconds)
        except RefusedError as refused:
            return Broken(reason(refused.code))
        except UnansweredError as lost:
            if self._is_there():
                raise
            return Away(PAUSE) if lost.perhaps else Later(PAUSE)

    def _bring(self, slack: WebClient, posted: Posted) -> Result:
        letter = posted.letter
        message = Message.model_validate(letter.payload)
        frame = self._frame(letter)
        address = self._office.addresses.address(letter.person, self.name)
        place = place_of(letter.place, address)
        if place is None:
            return Broken(NOT_LINKED)
        if isinstance(place, Home):
            view = home_view(message, frame)
            call(slack, "views.publish", user_id=place.user, view=view)
            return place.name
        if message.urgency == "silent":
            shown = cards.newest(self._office, letter)
            there = shown and _changed(slack, shown.name, render(message, frame))
            return shown.name if shown and there else NOWHERE
        card = cards.pressed(self._office, letter)
        if card is not None and card.becomes(message):
            if _changed(slack, card.name, render(message, frame)):
                return card.name
            card = None
        return self._send(slack, posted, place, card)

    def _send(
        self, slack: WebClient, posted: Posted, place: Room, answers: Card | None
    ) -> str:
        letter = posted.letter
        message = Message.model_validate(letter.payload)
        token = token_for(message, letter.person, self._office.sessions, self._clock())
        frame = replace(self._frame(letter), pages=replace(self._pages, token=token))
        room = place.channel or self._room(slack, place.user)
        note = ""
        if posted.attempts > 1:
            found = _sent_before(slack, posted, room, place.thread)
            if found is not None:
                return found
            note = frame.speech.translate(_PERHAPS)
        over = list(cards.answered(self._office, posted))
        if answers is not None and says_back(answers.shown):
            over.append(answers)
        elif (older := cards.outdated(self._office, letter, message)) is not None:
            over.append(older)
        for card in {card.name: card for card in over}.values():
            below = frame.speech.translate(_BELOW)
            earlier = replace(frame, key=card.key)
            _changed(slack, card.name, render(card.closed, earlier, below))
        payload = _payload(render(message, frame, note))
        key = {"event_type": EVENT, "event_payload": {"key": letter.key}}
        return _posted(slack, room, place.thread, payload | {"metadata": key})

    def _frame(self, letter: Letter) -> Frame:
        speech = self._speak(letter.person or None)
        return Frame(key=letter.key, speech=speech, pages=self._pages)

    def _room(self, slack: WebClient, user: str) -> str:
        """Return the direct message to ``user``; Slack keeps it for ever."""
        if user not in self._rooms:
            answer = call(slack, "conversations.open", users=user)
            self._rooms[user] = str(answer["channel"]["id"])
        return self._rooms[user]

    def _is_there(self) -> bool:
        """Ask whether Slack answers at all."""
        try:
            call(
                api.thread_client(self._access, min(api.PROBE, self._timeout)),
                "api.test",
            )
        except UnansweredError:
            return False
        except (LimitedError, RefusedError):
            pass  # that is an answer
        return True

    def _client(self) -> WebClient:
        if self._slack is None:
            self._slack = api.thread_client(self._access, self._timeout)
        return self._slack


def _posted(
    slack: WebClient, room: str, thread: str | None, payload: dict[str, object]
) -> str:
    """Post in the thread, or beside it if it is gone; return the message's name."""
    said = payload | {"channel": room, "mrkdwn": False}
    said |= {"unfurl_links": False, "unfurl_media": False}
    try:
        answer = call(slack, "chat.postMessage", thread_ts=thread, **said)
    except RefusedError as refused:
        if thread is None or refused.code not in _NO_THREAD:
            raise
        answer = call(slack, "chat.postMessage", **said)
    return f"{answer['channel']}/{answer['ts']}"


def _changed(slack: WebClient, name: str, rendered: Rendered) -> bool:
    """Show something else in the place of a message; whether it is still there."""
    channel, _, ts = name.partition("/")
    try:
        call(slack, "chat.update", channel=channel, ts=ts, **_payload(rendered))
    except RefusedError as refused:
        if refused.code not in _NO_CARD:
            raise
        return False
    return True


def _payload(rendered: Rendered) -> dict[str, object]:
    return {"text": rendered.text, "blocks": rendered.blocks or None}


def connect(access: SlackAccess, url: str) -> Callable[[Store, Desk], SlackChannel]:
    """Return what makes the channel of an open region; our pages are at ``url``."""
    pages = Pages(base=url)
    return lambda store, desk: SlackChannel(
        access, store.office, desk.speech, pages, clock=desk.now
    )


def _sent_before(
    slack: WebClient, posted: Posted, room: str, thread: str | None
) -> str | None:
    """Return the name of a letter that Slack has taken without our knowing."""
    asked = {
        "channel": room,
        "oldest": f"{posted.created_at.timestamp() - _BEFORE:.6f}",
        "limit": _LOOKED_AT,
        "include_all_metadata": True,
    }
    try:
        if thread is None:
            answer = call(slack, "conversations.history", **asked)
        else:
            answer = call(slack, "conversations.replies", ts=thread, **asked)
    except RefusedError as refused:
        if thread is None or refused.code not in _NO_THREAD:
            raise
        answer = call(slack, "conversations.history", **asked)
    for message in answer.get("messages", []):
        metadata = message.get("metadata") or {}
        key = (metadata.get("event_payload") or {}).get("key")
        if metadata.get("event_type") == EVENT and key == posted.letter.key:
            return f"{room}/{message['ts']}"
    return None


_BELOW: Final = N_("There is news on this further down.")
_PERHAPS: Final = N_(
    "Slack did not confirm the first try; perhaps you have this message already."
)
