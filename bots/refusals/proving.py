"""Refusals about keys of the log, and about who examines it (*Protokoll, Prüfung*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core.errors import Code

SENTENCES: Final[Mapping[Code, str]] = {
    Code.NO_KEY: N_(
        "This is no such key. Please copy the whole line that “faden audit witness” "
        "shows, from the name of the key to its last character."
    ),
    Code.KEY_TAKEN: N_(
        "With this key {org} bears witness already, and a key stands for one only. "
        "Please let the municipality make a key of its own: faden audit witness."
    ),
    Code.AUDIT_NEEDS_END: N_(
        "Whoever examines does so for a time. Please name the last day, such as "
        "--until 2027-12-31; it can be extended later."
    ),
}
