"""Joining: asking both sides whether two threads belong together (*Bündeln*).

Nothing is done by itself: what is written here stands in a form, is changed by whoever
coordinates, and is said back before it is sent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta
from typing import Final

from bots.locale import N_
from bots.speech import Speech
from projections.care import Thread, Together

ANSWER: Final = timedelta(days=14)  # calendar days for an answer
_LONGEST: Final = 80  # characters of a title in the question


def reasons(hint: Together, speech: Speech) -> Iterator[str]:
    """Yield why ``hint`` was given, a sentence for each reason."""
    yield speech.words(N_("Both name {words}."), words=_quoted(hint, speech))
    if hint.one.org == hint.other.org:
        yield speech.words(N_("{org} has both in hand."), org=speech.org(hint.one.org))
    if hint.near:
        yield speech.translate(N_("Both are due within two weeks of each other."))
    for org in hint.lenders:
        yield speech.words(N_("{org} lends such things."), org=speech.org(org))


def question(
    hint: Together, own: Collection[str], speech: Speech
) -> Mapping[str, str] | None:
    """Return the fields of an ask to both sides, without the asker's ``own``.

    ``None`` if both sides are the asker's: they need not write to themselves.
    """
    sides = {hint.one.org, hint.other.org}.difference(own)
    if not sides:
        return None
    what = speech.words(
        N_(
            "{one} and {other} both name {words}. Does that belong together, and who "
            "takes what on?"
        ),
        one=_called(hint.one, speech),
        other=_called(hint.other, speech),
        words=_quoted(hint, speech),
    )
    return {
        "whom": ", ".join(sorted(map(speech.org, sides))),
        "what": what,
        "due": (speech.today + ANSWER).isoformat(),
    }


def _called(thread: Thread, speech: Speech) -> str:
    title = thread.title.replace("„", "").replace("“", "")
    if len(title) > _LONGEST:
        title = title[:_LONGEST].rsplit(" ", 1)[0] + " …"
    forum = speech.forum(thread.forum)
    return speech.words(
        N_("{ref} “{title}” ({forum})"),
        ref=thread.ref,
        title=title,
        forum=forum,
    )


def _quoted(hint: Together, speech: Speech) -> str:
    return ", ".join(speech.words(N_("“{word}”"), word=one) for one in hint.words)
