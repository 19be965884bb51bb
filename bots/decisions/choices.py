"""Choices: what somebody can answer to a decision now (*Knöpfe*).

Every button has a typed twin; one whose twin needs more words fills the line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bots.decisions import wording
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Choice
from bots.speech import Speech
from core.decision.councils import Step
from core.effect import Answer, Stance
from core.rulebook import OBJECTING, Mode

Key = str
SHOWN_IN_FULL: Final = frozenset(
    {
        "b_consent",
        "b_abstain",
        "b_recuse",
        "b_settled",
        "b_confirm",
        "b_right",
        "b_wrong",
        "b_drop",
        "b_join",
    }
)
"""What needs no echo, as the card shows everything that it binds to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Who looks at a card, for ``org``.

    ``able``: they may consent for it; ``runs``: they coordinate. ``terms`` is whose
    conditions the message is about: empty, nobody's; ``None``, everybody's.
    """

    org: str
    able: bool
    runs: bool
    terms: str | None = None


def of(matter: Matter, look: Look, speech: Speech) -> tuple[Choice, ...]:
    """Return what ``look`` can answer now, in the listener's language."""
    keys = [*_own(matter, look)]
    if not look.runs:
        return tuple(_choice(key, matter, look, speech) for key in keys)
    keys += [key for key in _running(matter) if key not in keys]
    said = [_choice(key, matter, look, speech) for key in keys]
    if matter.negotiable or matter.row.holds:
        said += _on_terms(matter, look, speech)
    return tuple(said)


def scores(matter: Matter, look: Look) -> bool:
    """Whether ``look`` can score the options now."""
    known = matter.position(look.org) if look.org else None
    wanted = matter.in_forum and matter.row.mode is Mode.RESISTANCE
    return wanted and known is not None and not known.recused


def _own(matter: Matter, look: Look) -> list[Key]:
    known = matter.position(look.org) if look.org else None
    if known is None:
        late = matter.row.state in {"decision_in_force", "decision_partly_in_force"}
        return ["join"] if late and look.org and not look.runs else []
    if known.recused:
        return []
    if known.prepared is not None:
        return ["confirm", "drop"] if look.able else ["drop"]
    if known.entered is not None and look.able:
        return ["right", "wrong"]
    if matter.in_forum:
        return _in_forum(matter, look, known.stance)
    joined = known.stance is Stance.YES and known.left_on is None
    return _in_councils(matter, look, joined=joined)


def _in_forum(matter: Matter, look: Look, stance: Stance | None) -> list[Key]:
    own = matter.objections_of(look.org)
    if any(one.taken_up is not None for one in own):
        return ["settled", "object_again"]
    if own:
        return ["lift"]
    mode = matter.row.mode
    if mode is Mode.RESISTANCE:
        return ["recuse"]
    keys = ["consent"] if stance is not Stance.YES else []
    keys += ["object"] if mode in OBJECTING else ["against"]
    keys += ["abstain"] if stance is not Stance.ABSTAIN else []
    keys += ["recuse"]
    return keys + (["reserve"] if matter.row.council else [])


def _in_councils(matter: Matter, look: Look, *, joined: bool) -> list[Key]:
    if not (matter.row.in_councils or matter.row.holds):
        return []
    waits = matter.awaited_of(look.org)
    if waits is not None:
        return ["paper", "result"] if waits.step is Step.REQUIRED else ["result"]
    return [] if joined or look.runs else ["join"]


def _running(matter: Matter) -> list[Key]:
    match matter.row.state:
        case "decision_draft":
            return ["open"]
        case "decision_open":
            return ["count"] if not matter.row.silent else []
        case "decision_objected":
            return ["revise"]
        case "decision_lapsed":
            return ["again"]
        case "decision_under_review" | "decision_reconsidered":
            return ["keep", "replace"]
        case _:
            return []


def _on_terms(matter: Matter, look: Look, speech: Speech) -> list[Choice]:
    """Return what the forum can do with conditions, each by its municipality."""
    stated = [one.org for one in matter.councils if one.answer is Answer.CONDITIONAL]
    return [
        _choice(key, matter, look, speech, org)
        for org in dict.fromkeys(stated)
        if look.terms in {None, org}
        for key in (*(("take_up",) if matter.negotiable else ()), "refuse_terms")
    ]


def _choice(
    key: Key, matter: Matter, look: Look, speech: Speech, terms: str = ""
) -> Choice:
    """Return the button ``key``; one about conditions says whose."""
    label, twin, style = BUTTONS[key]
    said = speech.words(
        twin,
        ref=matter.row.ref,
        body=wording.council(matter, look.org, speech),
        org=speech.org(terms) if terms else "",
    )
    return Choice(
        id=f"b_{key}_{terms}" if terms else f"b_{key}",
        label=speech.words(label, org=speech.org(terms) if terms else ""),
        twin=said,
        style="yes" if style == "yes" else "plain",
        fill=said.endswith(" "),
    )


BUTTONS: Final[dict[Key, tuple[str, str, str]]] = {
    "consent": (N_("Agreed"), N_("{ref} agreed"), "yes"),
    "object": (N_("Objection …"), N_("{ref} objection: "), "plain"),
    "against": (N_("Not agreed …"), N_("{ref} against: "), "plain"),
    "abstain": (N_("Abstention"), N_("{ref} abstention"), "plain"),
    "recuse": (N_("Recused"), N_("{ref} recused"), "plain"),
    "reserve": (
        N_("Council reservation …"),
        N_("{ref} subject to council "),
        "plain",
    ),
    "settled": (N_("Yes, settled"), N_("{ref} objection settled"), "yes"),
    "lift": (N_("Objection settled"), N_("{ref} objection settled"), "plain"),
    "object_again": (N_("No …"), N_("{ref} objection: "), "plain"),
    "confirm": (N_("Confirm"), N_("{ref} the draft is right"), "yes"),
    "drop": (N_("Not like this"), N_("{ref} the draft is wrong"), "plain"),
    "right": (N_("The entry is right"), N_("{ref} the entry is right"), "yes"),
    "wrong": (N_("It is wrong"), N_("{ref} the entry is wrong"), "plain"),
    "join": (N_("Join"), N_("{ref} join"), "plain"),
    "paper": (N_("Paper submitted"), N_("{ref} paper submitted"), "plain"),
    "result": (N_("Result …"), N_("{ref} {body}: "), "plain"),
    "open": (N_("Open for decision"), N_("{ref} put to the vote"), "yes"),
    "count": (N_("Count the votes"), N_("{ref} count"), "yes"),
    "revise": (N_("New version …"), N_("{ref} new version: "), "plain"),
    "again": (N_("Second call"), N_("{ref} second call"), "yes"),
    "take_up": (
        N_("Take over the conditions of {org} …"),
        N_("{ref} conditions {org} take up: "),
        "plain",
    ),
    "refuse_terms": (
        N_("Do not take over those of {org} …"),
        N_("{ref} conditions {org} refuse: "),
        "plain",
    ),
    "keep": (N_("It stays"), N_("{ref} stays"), "yes"),
    "replace": (N_("Replaced by …"), N_("{ref} replaced by "), "plain"),
}
