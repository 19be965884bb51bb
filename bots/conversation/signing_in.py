"""Signing in: where one is in already, and how one gets in elsewhere (*Anmelden*).

A link comes from the sign-in page, the command line or Slack, never in the chat: what
is said here is kept.
"""

from __future__ import annotations

from typing import Final

from bots.conversation.talk import Talk
from bots.locale import N_
from bots.message import Link, Message
from core.ports import Via

_TERMINAL: Final = N_(
    "In the terminal you need no sign-in. For the browser “faden link {name}” prints a "
    "link that is good for ten minutes and one use."
)
_HERE: Final = N_(
    "You are signed in here already, as **{name}**. On another device please open "
    "Faden and type your mail address; a link comes to you. If none is entered yet, "
    "your coordination gives you a link."
)


def sign_in(talk: Talk) -> None:
    """Say how the speaker gets in, for where they are."""
    speaker, speech = talk.speaker, talk.speaker.speech
    name = speech.person(speaker.person)
    if speaker.via is Via.CLI:
        quoted = f'"{name}"' if " " in name else name
        talk.say(speech.text(_TERMINAL, name=quoted))
        return
    signed_in, elsewhere = (
        Link(label=speech.translate(label), item=page)
        for label, page in (
            (N_("Where you are signed in"), "/anmeldungen"),
            (N_("How to sign in elsewhere"), "/hilfe#anmelden"),
        )
    )
    here = speech.text(_HERE, name=name)
    talk.messages.append(Message(parts=(here, signed_in, elsewhere)))
