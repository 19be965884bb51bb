"""Proofs: what is known of an entry, of its days and of its texts (*Beweise*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from bots.locale import N_
from bots.speech import Speech
from bots.verdicts import SHORT
from core.checkpoint import Checkpoint

_HELD: Final = {
    "signed": N_("Entry {entry}: unchanged, proved by {checkpoint}"),
    "unsigned": N_("Entry {entry}: unchanged so far; the next checkpoint covers it"),
    "forged": N_(
        "Entry {entry}: NOT proved: the signature of {checkpoint} is not that of the "
        "key of this log. Please run faden audit fsck."
    ),
    "broken": N_("Entry {entry}: NOT what was written. Please run faden audit fsck."),
}
_TEXTS: Final = {
    "same": N_("Wording: as it was sealed"),
    "new": N_("Wording: reworded since; the new one is as it was sealed"),
    "gone": N_("Wording: erased, as an entry says; its seal is still in the log"),
    "unexplained": N_(
        "Wording: UNEXPLAINED: it is missing, and no entry says why. Please run faden "
        "audit fsck."
    ),
    "other": N_("Wording: NOT what was sealed. Please run faden audit fsck."),
}


def proof(entry: int, held: str, checkpoint: Checkpoint | None, speech: Speech) -> str:
    """Say whether an entry is what was written; ``held`` is what its proof says."""
    return speech.words(_HELD[held], entry=entry, checkpoint=short(checkpoint, speech))


def short(checkpoint: Checkpoint | None, speech: Speech) -> str:
    """Return a checkpoint in its short form."""
    if checkpoint is None:
        return "–"
    digits = checkpoint.digits()
    return speech.words(SHORT, size=checkpoint.size, digits=digits)


def signed(checkpoint: Checkpoint | None, speech: Speech) -> str:
    """Say which checkpoint covers everything that was shown."""
    if checkpoint is None:
        return speech.words(
            N_("Not all of this is covered by a checkpoint yet; one is made at night.")
        )
    return speech.words(
        N_("Covered by {checkpoint}."), checkpoint=short(checkpoint, speech)
    )


def withheld(count: int, speech: Speech) -> str:
    """Say how many steps are not for the viewer."""
    return speech.words(
        N_("Withheld steps: {count}. They are not meant for everybody who may look."),
        count=count,
    )


def counts_for(recorded: date, effective: date, speech: Speech) -> str:
    """Name both clocks: when it was written down, and from which day it counts."""
    if recorded == effective:
        return speech.words(N_("recorded on {day}, counts for that day"), day=recorded)
    sentence = N_("recorded on {day} for {effective}")
    return speech.words(sentence, day=recorded, effective=effective)


def texts(found: Mapping[str, str], speech: Speech) -> Iterator[str]:
    """Say what became of the texts of an entry, each thing once."""
    states = set(found.values())
    for state in ("other", "unexplained", "gone", "new", "same"):
        if state in states:
            yield speech.words(_TEXTS[state])


def version(number: int, speech: Speech) -> str:
    """Say which version of a decision's text stood then; nothing for 0."""
    if not number:
        return ""
    return speech.words(N_("Version {number} of the text"), number=number)
