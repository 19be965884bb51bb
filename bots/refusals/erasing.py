"""Refusals about what is to go for good (*Löschen*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core.errors import Code

SENTENCES: Final[Mapping[Code, str]] = {
    Code.NO_SUCH_ENTRY: N_(
        "There is no entry {entry}. Please name one by its number; each history "
        "shows them."
    ),
    Code.NO_SUCH_TEXT: N_(
        "Entry {entry} has no text {field}. Please name one of: {fields}."
    ),
    Code.ERASED_ALREADY: N_(
        "The text {field} of entry {entry} is gone already; the register of "
        "deletions says since when. What was said instead has an entry of its own."
    ),
    Code.OFFER_FIRST: N_(
        "The text {field} of entry {entry} belongs to a record: the archive is "
        "offered it first (§ 4 HArchivG). Please do that, note it with “faden audit "
        "offer {entry} {field}”, and erase it then."
    ),
    Code.RELEASE_FIRST: N_(
        "The text {field} of entry {entry} belongs to a record, and the archive has "
        "not said yet that it may go (§ 4 HArchivG). Please ask it, and note its "
        "answer with “faden audit release”."
    ),
    Code.STILL_BINDS: N_(
        "Entry {entry} belongs to something that still goes on, so its period has not "
        "begun. If the text must go all the same, please name another ground."
    ),
    Code.STILL_KEPT: N_(
        "The texts of entry {entry} are kept until {until}. If this one must go "
        "earlier, please name another ground."
    ),
    Code.HELD_BACK: N_(
        "The texts of {item} are held back. Please lift that first with “faden audit "
        "lift {item}”, or name another ground."
    ),
    Code.NOTHING_TO_HOLD: N_(
        "There is nothing called {item} whose texts could be held back. Please name an "
        "item such as B7."
    ),
    Code.NO_FREE_TEXT: N_(
        "The text {field} of entry {entry} has a form that is read, so nothing else "
        "can be said there. Please erase it."
    ),
    Code.PERSON_FORGOTTEN: N_(
        "This person was forgotten. Whoever acts again is admitted anew."
    ),
    Code.HOLDS_MANDATES: N_(
        "{person} still acts for {orgs}. Please end these mandates first, so that "
        "nobody acts without a name."
    ),
}
