"""Entering: the letter that lets somebody in (*Anmeldung*).

It holds no link: whoever brings the letter makes one at that moment, so that none lies
anywhere.
"""

from __future__ import annotations

from bots.locale import N_
from bots.message import CONFIRM, SIGN_IN, Link, Message
from bots.speech import Speech


def letter(speech: Speech) -> Message:
    """Return what somebody gets who asked for a link."""
    return Message(
        title=speech.translate(N_("Sign in to Faden")),
        parts=(
            speech.text(
                N_(
                    "Here is your link. It is good for ten minutes and one use, and "
                    "for you alone; please do not pass it on."
                )
            ),
            Link(label=speech.translate(N_("Sign in")), item=SIGN_IN),
            speech.text(
                N_(
                    "If you did not ask for it, you need not do anything: without the "
                    "link nobody gets in."
                )
            ),
        ),
    )


def given_by_hand(speech: Speech, giver: str) -> Message:
    """Return what somebody reads for whom coordination made a link."""
    return Message(
        title=speech.translate(N_("A link to sign in was given out for you")),
        parts=(
            speech.text(
                N_(
                    "{person} gave out a link by hand with which one signs in as you. "
                    "It was good for ten minutes and one use."
                ),
                person=giver,
            ),
            speech.text(
                N_(
                    "If you had not asked for it: please sign out on all devices under "
                    "“Your sign-ins”, and tell whoever runs Faden."
                )
            ),
        ),
    )


def confirmation(speech: Speech) -> Message:
    """Return what goes to an address that somebody says is theirs."""
    return Message(
        title=speech.translate(N_("Confirm your mail address")),
        parts=(
            speech.text(
                N_(
                    "This address was entered in Faden as yours. If that is right, "
                    "please type this code on the page “Settings” within an hour."
                )
            ),
            Link(label=speech.translate(N_("Your code")), item=CONFIRM),
            speech.text(
                N_(
                    "If you know nothing of it, you need not do anything: without the "
                    "code nothing is sent here."
                )
            ),
        ),
    )
