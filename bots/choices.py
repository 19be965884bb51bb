"""Choices: what one side of a commitment can answer now (German: *Knöpfe*).

Every button has a typed twin; one whose twin needs more words fills the line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bots.locale import N_
from bots.message import Choice
from bots.speech import Speech
from projections.commitments import CommitmentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Onlooker:
    """Who looks at a card, for which organisation; ``lead`` convenes the forum.

    ``deciding`` are the persons who may confirm what waits in it; ``late`` says that
    it is overdue and they may know of it.
    """

    person: str
    org: str
    lead: str
    deciding: tuple[str, ...] = ()
    late: bool = False


def of(row: CommitmentRow, onlooker: Onlooker, speech: Speech) -> tuple[Choice, ...]:
    """Return what ``onlooker`` can answer now, in the listener's language."""
    org = onlooker.org
    if row.pending is not None and row.pending_org == org:
        keys = _settling(row, onlooker)
    else:
        side = "holder" if org == row.holder else "asker" if org == row.asker else ""
        side = "to" if org == row.to_org and row.state == "handing_over" else side
        if row.state == "renegotiating" and org == row.mover:
            side = "mover"
        keys = (*_doubting(row, org), *_CHOICES.get((row.state, side), ()))
    options = [choice(key, row.ref, speech) for key in keys]
    if row.state == "countered" and org == row.asker:
        options.insert(1, _between(row, speech))
    return tuple(options)


def _doubting(row: CommitmentRow, org: str) -> tuple[str, ...]:
    """Return what can be said where the decision behind it holds no more."""
    if org not in row.doubting:
        return ()
    if row.state in _ON_THE_TABLE:
        return ("uphold",)
    adjust = ("adjust",) if row.state == "promised" else ()
    return ("uphold", *adjust, "free" if org == row.asker else "seek")


_ON_THE_TABLE: Final = {"requested", "offered", "countered"}


def _settling(row: CommitmentRow, onlooker: Onlooker) -> tuple[str, ...]:
    """Return how what waits can be settled; confirming is for whoever may promise."""
    draft = row.pending == "draft"
    if onlooker.person not in onlooker.deciding:
        return ("discard",) if draft else ()
    promise = draft and row.pending_act == "promised"
    return (
        "confirm" if promise else "stand_by",
        "discard" if draft else "contest",
    )


def choice(key: str, ref: str, speech: Speech) -> Choice:
    """Return the button called ``key`` for the item ``ref``."""
    label, twin, style, fill = BUTTONS[key]
    return Choice(
        id=key,
        label=speech.translate(label),
        twin=speech.words(twin, ref=ref),
        style="yes" if style == "yes" else "no" if style == "no" else "plain",
        fill=fill,
    )


def undo(ref: str, speech: Speech) -> Choice:
    """Return the button that takes the newest act back."""
    return Choice(
        id="undo",
        label=speech.translate(N_("Take back")),
        twin=speech.words(N_("{ref} take back"), ref=ref),
    )


def _between(row: CommitmentRow, speech: Speech) -> Choice:
    """Offer the working day half way between what was asked and proposed."""
    proposed = row.proposed_due or row.due
    asked = row.first_due
    day = asked + (proposed - asked) / 2 if proposed > asked else asked
    while day.weekday() > 4:  # noqa: PLR2004  (Friday)
        day -= timedelta(days=1)
    short = f"{day.day}.{day.month}." if speech.language == "de" else f"{day:%d %B}"
    return Choice(
        id="between",
        label=speech.words(N_("Please by {day}"), day=short),
        twin=speech.words(
            N_("{ref} not before {day}"), ref=row.ref, day=_written(day, speech)
        ),
    )


def _written(day: date, speech: Speech) -> str:
    return f"{day:%d.%m.%Y}" if speech.language == "de" else f"{day.isoformat()}"


BUTTONS: Final[dict[str, tuple[str, str, str, bool]]] = {
    "promise": (N_("We will"), N_("{ref} we will"), "yes", False),
    "later": (N_("Another day"), N_("{ref} not before "), "plain", True),
    "decline": (N_("Not possible"), N_("{ref} not possible"), "plain", False),
    "reserve": (
        N_("Only after the council"),
        N_("{ref} subject to council until "),
        "plain",
        True,
    ),
    "withdraw": (N_("Withdraw"), N_("{ref} withdraw"), "plain", False),
    "agree": (N_("Agreed"), N_("{ref} agreed"), "yes", False),
    "good": (N_("Fine, thank you"), N_("{ref} fine"), "yes", False),
    "lacking": (
        N_("Something is missing …"),
        N_("{ref} still missing: "),
        "plain",
        True,
    ),
    "done": (N_("Done …"), N_("{ref} done: "), "yes", True),
    "hand": (N_("Hand over …"), N_("{ref} hand over to "), "plain", True),
    "council": (
        N_("Council has decided …"),
        N_("{ref} council: approved on "),
        "yes",
        True,
    ),
    "confirm": (N_("Promise"), N_("{ref} agreed"), "yes", False),
    "stand_by": (N_("Confirm"), N_("{ref} agreed"), "yes", False),
    "discard": (N_("Not like this"), N_("{ref} not possible"), "plain", False),
    "uphold": (N_("It stands"), N_("{ref} stands"), "yes", False),
    "adjust": (N_("Adjust …"), N_("{ref} adjust: "), "plain", True),
    "free": (N_("Set free"), N_("{ref} release"), "plain", False),
    "seek": (N_("Ask for release"), N_("{ref} release"), "plain", False),
    "contest": (N_("Contest"), N_("{ref} not possible"), "plain", False),
}
_CHOICES: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("requested", "holder"): ("promise", "later", "decline", "reserve"),
    ("requested", "asker"): ("withdraw",),
    ("offered", "asker"): ("agree", "later", "decline"),
    ("offered", "holder"): ("withdraw",),
    ("countered", "asker"): ("agree", "withdraw"),
    ("countered", "holder"): ("decline",),
    ("reserved", "holder"): ("council",),
    ("promised", "holder"): ("done", "later", "hand"),
    ("renegotiating", "mover"): ("agree", "decline"),
    ("handing_over", "to"): ("promise", "decline"),
    ("reported", "asker"): ("good", "lacking"),
}
