"""Verdicts: a checkpoint in short, and what came of looking at a bundle, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from bots.sealed import facts
from core.bundle.verdict import Said

SHORT: Final = N_("Checkpoint {size} · {digits}")
"""A checkpoint for minutes, messages and footers; ``digits`` is its ``digits()``."""

UNOPENED: Final = N_("There is no file {file}. Please check its name.")
CLOSED: Final = N_("{file} cannot be read. Please check whether you may open it.")
FACTS: Final = facts()
"""Words for codes in a bundle, by the name of the fact and the code."""

SENTENCES: Final[Mapping[Said, str]] = {
    Said.NO_BUNDLE: N_("This file is no bundle of Faden. Please check its name."),
    Said.PROOF_ALONE: N_(
        "This file is the proof of one entry. Please fetch the bundle of the region "
        "and check that against this file: BUNDLE --against PROOF."
    ),
    Said.NEWER: N_(
        "This bundle has a newer format. Please fetch the newest verifier and check "
        "it with that."
    ),
    Said.NO_JSON: N_(
        "Line {line} cannot be read: the file was damaged or cut off on its way. "
        "Please fetch it again."
    ),
    Said.UNKNOWN_LINE: N_(
        "Line {line} is of a kind that this verifier does not know. Please fetch the "
        "newest one."
    ),
    Said.NO_KEPT: N_(
        "{file} holds no checkpoint. Please name a mail, a note or an older bundle "
        "with one in it."
    ),
    Said.UNPROVED: N_(
        "{file} does not prove the entry that it names: the entry or its path was "
        "changed after it was made."
    ),
    Said.OTHER_LOG: N_(
        "What you kept belongs to the log {other}, this bundle to {origin}. Please "
        "name the checkpoint of this region."
    ),
    Said.INCOMPARABLE: N_(
        "The checkpoint {size} that you kept cannot be compared with this part. "
        "Please ask for the whole bundle."
    ),
    Said.NOT_CANONICAL: N_(
        "INVALID: line {line} is not in the one form in which lines are written. The "
        "file was changed."
    ),
    Said.MALFORMED: N_(
        "INVALID: line {line} does not say what it should. The file was changed."
    ),
    Said.ORDER: N_(
        "INVALID: line {line} does not follow the one before: entries are missing, "
        "doubled or in another order."
    ),
    Said.ORIGIN: N_(
        "INVALID: line {line} belongs to the log {other}, not to {origin}."
    ),
    Said.SIGNATURE: N_(
        "INVALID: the signature under checkpoint {size} is wrong or missing ({name})."
    ),
    Said.KEY_EARLY: N_(
        "INVALID: checkpoint {size} is signed with another key before the old one "
        "vouched for it (entry {entry})."
    ),
    Said.KEY_UNKNOWN: N_(
        "INVALID: no entry of the log announces the key {key}. Somebody else signed."
    ),
    Said.KEY_LOST: N_(
        "INVALID: entry {entry} says that the key was lost and names {key} in its "
        "place. This file begins with another one."
    ),
    Said.WITNESS_UNKNOWN: N_(
        "INVALID: no entry of the log names {key} as the key of {org}."
    ),
    Said.FUTURE: N_(
        "INVALID: checkpoint {size} was witnessed in the future. Please check the "
        "clock of this machine, too."
    ),
    Said.CONSISTENCY: N_(
        "INVALID: checkpoint {size} does not continue checkpoint {old}. The log was "
        "rewritten in between."
    ),
    Said.ROOT: N_(
        "INVALID: the entries up to {size} are not those that were signed. At least "
        "one was changed."
    ),
    Said.INCLUSION: N_("INVALID: entry {entry} is not in the log that was signed."),
    Said.TIME: N_("INVALID: entry {entry} is older than the one before."),
    Said.TEXT: N_(
        "INVALID: entry {entry}: the text {field} is not the one that was sealed."
    ),
    Said.CUT: N_("INVALID: the file ends too early. Please fetch it again."),
    Said.DIGEST: N_("INVALID: the file was changed; its last line does not fit."),
    Said.CONTRADICTS: N_(
        "CONTRADICTION: you kept another checkpoint {size}. The log was rewritten "
        "since. Please keep both files and ask the coordination in writing."
    ),
    Said.SHORTER: N_(
        "CONTRADICTION: you kept checkpoint {size}, but this bundle ends at entry "
        "{newest}. It is older than what you kept, or entries were taken away."
    ),
    Said.UNEXPLAINED: N_(
        "UNEXPLAINED: entry {entry}: the text {field} is missing, and no entry says "
        "why."
    ),
    Said.HIDDEN: N_(
        "UNEXPLAINED: {count} entries are shown by their hash only, though this file "
        "is to disclose all of them."
    ),
    Said.QUORUM: N_(
        "TOO FEW WITNESSES: the file is sound, yet only {count} organisations "
        "witnessed this log; you ask for {quorum}. Please wait for the next "
        "signatures, or ask for fewer."
    ),
    Said.SOUND: N_(
        "SOUND: every proof holds. Checkpoint {size} · {digits} of {origin}."
    ),
    Said.PART: N_(
        "This is a part: {count} of {size} entries. It cannot prove that nothing was "
        "left out."
    ),
    Said.KEY: N_(
        "Signed with {key}. Please compare this key with the one you know from "
        "elsewhere."
    ),
    Said.KEY_ANEW: N_(
        "Entry {entry} says that the key before was lost; nothing vouches for {key} "
        "but whoever gave it to you. What you kept from before shows whether the log "
        "is still the same: --against."
    ),
    Said.KEY_CHANGED: N_(
        "Entry {entry} announces another key; the one before signed that. At first it "
        "was {key}."
    ),
    Said.WITHHELD: N_("{count} entries are shown by their hash only."),
    Said.TEXTS: N_("{count} opened texts are those that were sealed."),
    Said.NO_TEXTS: N_("This bundle opens no texts."),
    Said.ERASED: N_(
        "Entry {entry}: the text {field} was erased ({ground}), as entry {by} says."
    ),
    Said.ERASED_LATER: N_(
        "Entry {entry}: the text {field} was erased later ({ground}), as entry {by} "
        "says."
    ),
    Said.WITNESSED: N_(
        "Witnessed by {count} of the {all} organisations whose keys the log names, up "
        "to entry {size}."
    ),
    Said.UNWITNESSED: N_(
        "Nobody else has signed. Only a checkpoint that you kept yourself shows "
        "whether the log was rewritten: --against."
    ),
    Said.AGREES: N_("It continues the checkpoint {size} that you kept."),
}
