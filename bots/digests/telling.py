"""Telling: a digest that was recorded becomes the letter, word for word.

What is sent is what was sealed, so that it can be shown and proved.
"""

from __future__ import annotations

from bots.message import Message
from bots.ports import Post
from core.digest import Reach, Sent
from core.person import Unasked
from core.ports import Recorded


def react(recorded: Recorded, event: Sent) -> tuple[Post, ...]:
    """Return the letter of ``event``; none if its texts were erased meanwhile."""
    if event.to.text is None or event.wording.text is None:
        return ()
    message = Message.model_validate_json(event.wording.text)
    summary = event.reach is Reach.MONTH
    return (
        Post(
            key=f"reaction/{recorded.position}/{event.to.text}",
            person=event.to.text,
            message=message,
            kind=Unasked.SUMMARY if summary else Unasked.DIGEST,
        ),
    )
