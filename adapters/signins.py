"""Sign-ins in words, for the page and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from adapters.office.signins import SignIn, Way, What
from bots.locale import N_
from bots.speech import Speech

_WHAT: Final[Mapping[What, str]] = {
    What.IN: N_("signed in"),
    What.OUT: N_("signed out"),
    What.EVERYWHERE: N_("signed out on all devices"),
    What.ENDED: N_("signed out on another device"),
    What.REFUSED: N_("not let in"),
    What.GIVEN: N_("link to sign in given by hand by {person}"),
    What.UNMAILED: N_("mail address taken out by {person}"),
}
_WAY: Final[Mapping[str, str]] = {
    Way.LINK: N_("by a link"),
    Way.OIDC: N_("through the sign-in of the house"),
    Way.DEMO: N_("in the demonstration"),
}


def sentence(one: SignIn, speech: Speech) -> str:
    """Return what happened, and by which way or whom."""
    if one.what in {What.GIVEN, What.UNMAILED}:
        return speech.words(_WHAT[one.what], person=speech.person(one.way))
    said = speech.translate(_WHAT[one.what])
    way = _WAY.get(one.way)
    return f"{said} ({speech.translate(way)})" if way else said
