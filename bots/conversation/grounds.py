"""Grounds: the decision from which a promise or a request follows (*Bezug*)."""

from __future__ import annotations

from bots.conversation.talk import Talk
from bots.locale import N_
from bots.message import Text
from core.errors import Code, Refusal


def known(talk: Talk, ref: str) -> bool:
    """Whether no decision is cited, or one that the speaker may see; else say so."""
    if not ref or talk.matter(ref) is not None:
        return True
    talk.refuse(Refusal(Code.UNKNOWN_DECISION, other=ref))
    return False


def placed(talk: Talk, ref: str) -> str:
    """Return the name of the forum that took the decision ``ref``."""
    matter = talk.matter(ref) if ref else None
    return talk.speaker.speech.forum(matter.row.forum) if matter else ""


def grounded(talk: Talk, ref: str) -> Text:
    """Say from which decision it follows."""
    matter, speech = talk.matter(ref), talk.speaker.speech
    title = matter.row.title if matter else "–"
    return speech.text(N_("It follows from {ref} (“{title}”)."), ref=ref, title=title)
