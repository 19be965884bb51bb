"""What went for good, and why, in a sentence (*Löschungen*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from bots.sealed import FIELDS, GROUNDS, SCOPES
from bots.speech import Speech
from core import export, hold, person
from core.bundle.head import Scope
from core.event import Event
from core.grounds import SECTIONS, Ground
from core.text import Erased, Offered, Released, Replaced
from projections.erasures import Gone

SENTENCES: Final[Mapping[type[Event], str]] = {
    Offered: N_("The archive was offered the text {field} of entry {leaf}."),
    Released: N_(
        "The archive has decided on the text {field} of entry {leaf}; it may go."
    ),
    Erased: N_("The text {field} of entry {leaf} was erased: {ground}."),
    Replaced: N_(
        "The text {field} of entry {leaf} was erased: {ground}. It now says: {text}."
    ),
    person.Forgotten: N_("The person was forgotten: {ground}."),
    export.Made: N_("Texts up to entry {upto} were written into a file."),
    hold.Set: N_("Its texts are kept longer: {reason}"),
    hold.Lifted: N_("Its texts are kept no longer than others."),
}
OF_TEXTS: Final = (Offered, Released, Erased, Replaced)
TAILS: Final[Mapping[str, str]] = {
    "item": N_("Item: {item}."),
    "taken": N_("It took it over."),
    "to": N_("Recipient: {to}."),
}


def text(said: str | None, why: Gone | None, entry: int, speech: Speech) -> str:
    """Return what people typed in ``entry``, or since when and why it is gone.

    Without a reason nothing is claimed: its proof tells whether any entry explains it.
    """
    if said is None and why is None:
        return speech.words(N_("no longer there (entry {entry})"), entry=entry)
    if why is None:
        return speech.words(N_("“{name}”"), name=said or "")
    because = ground(why.ground, speech)
    if said is None:
        sentence = N_("text erased, ground: {ground}, entry {entry}")
        return speech.words(sentence, ground=because, entry=why.entry)
    sentence = N_("“{name}” (reworded, ground: {ground}, entry {entry})")
    return speech.words(sentence, name=said, ground=because, entry=why.entry)


def named(one: Ground | Scope, speech: Speech) -> str:
    """Return why something went, or how much of the record left."""
    if isinstance(one, Scope):
        return speech.translate(SCOPES[one])
    return ground(one, speech)


def ground(one: Ground, speech: Speech) -> str:
    """Return why, with the section it stands on."""
    return f"{speech.translate(GROUNDS[one])} ({SECTIONS[one]})"


def field(name: str, speech: Speech) -> str:
    """Return what people call the text in a field of an entry."""
    return speech.translate(FIELDS[name]) if name in FIELDS else name
