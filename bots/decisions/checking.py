"""Checking: whether what a body approved is the text of the forum (*Textprüfung*).

Source: domain.md section 6, rule T1.
"""

from __future__ import annotations

from typing import NamedTuple

from bots.decisions import deviations
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Message, Part
from bots.speech import Speech
from core.decision import commands as c
from core.decision.wording import same
from core.errors import Code, Refusal
from core.sealed import Sealed
from projections.decisions import CouncilRow


class Check(NamedTuple):
    """A wording or a mark that came back, beside the version it belongs to.

    ``wording`` is ``None`` if only the mark was given, which is that of version
    ``marked``.
    """

    edition: int
    text: str
    wording: str | None
    same: bool
    marked: int | None = None


def of(command: object, known: CouncilRow | None, matter: Matter) -> Check | None:
    """Return how ``command`` compares; ``None`` if it has nothing to compare.

    It is compared with the version whose paper lies before the body ``known``, else
    with the newest.
    """
    if not isinstance(command, c.RecordApproval):
        return None
    wording, printed = command.wording, command.mark
    edition = (known.edition if known else 0) or matter.row.edition
    marked = matter.edition_marked(printed) if printed is not None else None
    if printed is not None and wording is None:
        return Check(edition, "", None, same=marked == edition, marked=marked)
    text = matter.text_of(marked or edition)
    if wording is None or text is None:
        return None
    alike = same(wording, Sealed(text))
    return Check(marked or edition, text, wording.text, same=alike)


def unknown(command: object, matter: Matter) -> Refusal | None:
    """Return why nothing is entered: no version has the mark that was given."""
    printed = command.mark if isinstance(command, c.RecordApproval) else None
    if printed is None or matter.edition_marked(printed) is not None:
        return None
    return Refusal(Code.UNKNOWN_MARK, ref=matter.row.ref, mark=printed)


def said(check: Check, speech: Speech) -> list[Part]:
    """Say what came of it."""
    if check.wording is None:
        sentence = N_("Checked: the mark is that of version {edition}.")
        if not check.same:
            sentence = N_(
                "The mark is that of version {marked}, not of version {edition}; so "
                "the approval counts for version {marked} alone."
            )
        facts = {"edition": check.edition, "marked": check.marked}
        return [speech.text(sentence, **facts)]
    if check.same:
        sentence = N_("Checked: the wording is that of version {edition}.")
        return [speech.text(sentence, edition=check.edition)]
    sentence = N_(
        "The wording is not that of version {edition}; so it is entered as **approved "
        "with conditions** and does not count yet."
    )
    return [speech.text(sentence, edition=check.edition), *_places(check, speech)]


def covers_not(check: Check, matter: Matter, speech: Speech) -> Message:
    """Say that what was approved is no approval of the newest text."""
    text = speech.text(
        N_(
            "That is not the text of version {edition} of {ref}, so nothing was "
            "entered. If the council has approved this version as well, please send "
            "its wording."
        ),
        edition=check.edition,
        ref=matter.row.ref,
    )
    return Message(parts=(text, *_places(check, speech)))


def _places(check: Check, speech: Speech) -> list[Part]:
    if check.wording is None:
        return []
    return deviations.shown(check.text, check.wording, speech)
