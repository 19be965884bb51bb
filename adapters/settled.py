"""Settled: what was settled is signed at once (*Prüfstand an Beschluss und Sitzung*).

::

    settled --the process that leads reacts--> no checkpoint covers it: one is made
    --> everybody who is told keeps its short form

Settled is a decision of which the forum, the councils or a review had the last word,
and a meeting that was held.

Whatever dies before is done again with the reaction; what is covered already is not
signed once more.
"""

from __future__ import annotations

from dataclasses import replace

from adapters.audit.sealing import Sealing
from adapters.reactor import React
from bots.digests import kept
from bots.ports import Office, Post
from bots.reactions import react
from core.decision.events import SETTLED
from core.forum import MeetingHeld
from core.ports import Recorded


def sealed(sealing: Sealing | None, react: React = react) -> React:
    """Return ``react`` that lets what is settled be signed, and shows by what."""
    if sealing is None:
        return react

    def reaction(office: Office, recorded: Recorded) -> tuple[Post, ...]:
        posts = tuple(react(office, recorded))
        if not isinstance(recorded.event, (*SETTLED, MeetingHeld)):
            return posts
        checkpoint = sealing.covering(recorded.position)
        if checkpoint is None:
            return posts
        return tuple(
            replace(
                post,
                message=kept(post.message, checkpoint, office.speech(post.person)),
            )
            for post in posts
        )

    return reaction
