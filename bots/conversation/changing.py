"""Changing: messages that were edited or deleted after we had them (*Bearbeitet*).

What only waits for a yes is called off; what is written stays in the record.
"""

from __future__ import annotations

from bots.conversation.talk import Talk
from bots.locale import N_


def edited(talk: Talk, ref: str) -> bool:
    """Return whether the new text is to be heard in the place of the message ``ref``.

    It is where the old one was said back and waits for a yes, which it gets no more.
    """
    if _called_off(talk, ref, "changed"):
        return True
    talk.say(
        talk.speaker.speech.text(
            N_(
                "I had already handled the message you edited; the change does "
                "nothing. To undo it write “take back”, then say it again."
            )
        )
    )
    return False


def deleted(talk: Talk, ref: str) -> None:
    """Say what becomes of the message ``ref``."""
    speech = talk.speaker.speech
    if _called_off(talk, ref, "deleted"):
        sentence = N_("You deleted the message, so nothing was written.")
    else:
        sentence = N_(
            "The message you deleted was already handled and stays in the record. To "
            "undo it write “take back”."
        )
    talk.say(speech.text(sentence))


def _called_off(talk: Talk, ref: str, choice: str) -> bool:
    """Whether something was said back to the message and still waited."""
    waiting = talk.office.echoes(talk.speaker.person)
    of_it = [echo.ref for echo in waiting if echo.ref.startswith(f"{ref}/echo/")]
    talk.answered += [(echo, choice) for echo in of_it]
    return bool(of_it)
