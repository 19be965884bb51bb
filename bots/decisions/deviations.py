"""Deviations: where the wording of a resolution departs from a text (*Abweichung*).

Words are compared in order, so that a line broken elsewhere is no deviation (T1).
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from bots.locale import N_
from bots.message import Part
from bots.speech import Speech

_MOST: Final = 6  # deviations told; more say that it is another text
_ALIKE: Final = 0.5  # of the words, from which on it is a wording of the same text


def rewords(text: str, wording: str) -> bool:
    """Whether ``wording`` is ``text`` in other words, and no condition on its own."""
    return _matcher(text, wording).ratio() >= _ALIKE


def shown(text: str, wording: str, speech: Speech) -> list[Part]:
    """Return one line for each place in which ``wording`` says something else."""
    old, new = text.split(), wording.split()
    lines: list[Part] = []
    for kind, a, b, c, d in _matcher(text, wording).get_opcodes():
        if kind == "equal":
            continue
        facts = {"old": " ".join(old[a:b]), "new": " ".join(new[c:d])}
        lines.append(speech.text(_SENTENCES[kind], **facts))
    if len(lines) > _MOST:
        more = speech.text(
            N_("Deviation: there are {n} more places."), n=len(lines) - _MOST
        )
        return [*lines[:_MOST], more]
    return lines


def _matcher(text: str, wording: str) -> SequenceMatcher[str]:
    return SequenceMatcher(None, text.split(), wording.split(), autojunk=False)


_SENTENCES: Final = {
    "replace": N_("Deviation: instead of “{old}” it says “**{new}**”."),
    "delete": N_("Deviation: “{old}” is missing."),
    "insert": N_("Deviation: “**{new}**” was added."),
}
