"""Witnessing: why a witness does not sign, and what becomes of what they signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bots.locale import N_
from bots.speech import Speech
from core.witness import Unkept, Why

NO_NOTE: Final = N_(
    "There is no signed checkpoint in it. Please take the whole of it: from the name "
    "of the log to the last line that begins with a dash."
)
REFUSED: Final[Mapping[Why, str]] = {
    Why.OTHER_LOG: N_("This belongs to the log {other}, not to {log}."),
    Why.OTHER_KEY: N_(
        "NOT SIGNED: the key of {log} that you named did not sign this. If the region "
        "has announced another one, please compare it with what you know from "
        "elsewhere and name it with --log."
    ),
    Why.SMALLER: N_(
        "NOT SIGNED: you have signed {old} entries, this has {new} only. A log never "
        "shrinks. Please fetch the newest checkpoint; if it stays so, keep both and "
        "tell your municipality."
    ),
    Why.FORKED: N_(
        "NOT SIGNED: this does not continue the {old} entries that you signed. The log "
        "was rewritten. Please keep this file and the folder, and tell your "
        "municipality and the other witnesses."
    ),
    Why.NO_PROOF: N_(
        "NOT SIGNED: you have signed {old} entries, and nothing here proves that this "
        "continues them. Please fetch it again with ?seit={old} behind the address, or "
        "with faden audit checkpoint --since {old}."
    ),
}
UNKEPT: Final[Mapping[Unkept, str]] = {
    Unkept.OTHER_LOG: N_(
        "Not kept: it belongs to the log {other}; this one is {ours}."
    ),
    Unkept.NOT_SIGNED: N_(
        "Not kept: no checkpoint of {size} entries was made here. Please sign one that "
        "you fetched from us."
    ),
    Unkept.OTHER_TREE: N_(
        "Not kept, and please tell coordination: what was witnessed as checkpoint "
        "{size} is not what was made here. One of both logs was rewritten; please keep "
        "the file."
    ),
    Unkept.UNKNOWN_KEY: N_(
        "Not kept: no organisation bears witness with this key ({name}). Coordination "
        "can enter it: faden audit appoint."
    ),
    Unkept.WRONG: N_(
        "Not kept: the signature of {name} does not fit. Please send the file as it "
        "is, without any change."
    ),
    Unkept.FUTURE: N_(
        "Not kept: checkpoint {size} was witnessed in the future. Please set the clock "
        "of the machine that signed, and sign again."
    ),
}


def taken(
    size: int, fresh: Sequence[str], known: Sequence[str], speech: Speech
) -> Iterator[str]:
    """Say whose cosignature is kept from now on, and whose was before."""
    for org in fresh:
        sentence = N_("{org} bears witness to checkpoint {size}.")
        yield speech.words(sentence, org=speech.org(org), size=size)
    for org in known:
        sentence = N_(
            "That {org} bears witness to checkpoint {size} was known already."
        )
        yield speech.words(sentence, org=speech.org(org), size=size)


def standing(size: int, count: int, of_all: int, speech: Speech) -> str:
    """Say by how many organisations a checkpoint was witnessed."""
    if not count:
        return speech.words(N_("No organisation bears witness yet."))
    return speech.words(
        N_("Checkpoint {size}: witnessed by {count} of {all} members."),
        size=size,
        count=count,
        all=of_all,
    )
