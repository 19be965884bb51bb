"""Cards: a commitment in its present state, with what can be answered.

A card shows everything that its buttons bind to, so they need no echo. Each
button has a typed twin; one whose twin needs more words fills the input line.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from bots.locale import N_
from bots.message import Choice, Choices, Facts, Link, Message, Part, Text
from bots.speech import Fact, Speech
from core.commitment import SILENCE
from projections.commitments import CommitmentRow

_HANDING: Final = re.compile(
    r"\s+(?:liefern|schicken|zuschicken|senden|zusenden|übersenden|übermitteln|"
    r"bereitstellen|mitteilen|melden|nennen)[.!]?$",
    re.IGNORECASE,
)
_VERB: Final = re.compile(r"\s[a-zäöüß]+(?:en|ern|eln)[.!]?$")


def facts_of(row: CommitmentRow, speech: Speech) -> dict[str, Fact]:
    """Return what sentences about ``row`` may mention."""
    return {
        "ref": row.ref,
        "asker": speech.org(row.asker),
        "holder": speech.org(row.holder),
        "to": speech.org(row.to_org) if row.to_org else None,
        "what": row.what or speech.translate(N_("(text erased)")),
        "due": speech.near(row.due),
        "due_in_full": row.due,
        "remark": (row.remark or "").rstrip("."),
        "body": row.body,
        "forum": speech.forum(row.forum),
    }


def asking(row: CommitmentRow, lead: str, speech: Speech) -> Text:
    """Say who asks for what: the card a holder gets."""
    facts = facts_of(row, speech)
    name = speech.forum(row.forum)
    if row.asker == lead and "forum" in name.casefold():
        asker = name
    elif row.asker == lead:
        asker = speech.words(N_("Forum {forum}"), forum=name)
    else:
        asker = speech.org(row.asker)
    what = str(facts["what"])
    facts |= {"who": asker, "noun": _HANDING.sub("", what)}
    sentence = N_("{ref}: {who} asks **{holder}** for {noun} by **{due}**.")
    if facts["noun"] == what and _VERB.search(what):
        sentence = N_("{ref}: {who} asks **{holder}**: {what} – by **{due}**.")
    text = speech.text(sentence, **facts)
    if not row.measure:
        return text
    measure = speech.text(
        N_(" Done means: {measure}."), measure=row.measure.rstrip(".")
    )
    return Text(spans=(*text.spans, *measure.spans))


def standing(row: CommitmentRow, lead: str, speech: Speech) -> Text:
    """Say where ``row`` stands, for anybody who may see it."""
    if row.state == "requested":
        return asking(row, lead, speech)
    facts = facts_of(row, speech)
    proposed = row.proposed_due or row.due
    facts["proposed"] = speech.near(proposed)
    facts["proposer"] = speech.org(row.proposed_by)
    if row.remark and row.state in _REMARKED:
        return speech.text(_REMARKED[row.state], **facts)
    return speech.text(_STANDING.get(row.state, _ENDED), **facts)


def around(row: CommitmentRow, speech: Speech) -> tuple[tuple[str, str], ...]:
    """Return what the sentence leaves out, so that the card shows everything."""
    if row.state not in {"countered", "renegotiating", "reported"}:
        return ()
    rows = [(speech.translate(N_("About")), row.what or "–")]
    if row.state in {"countered", "renegotiating"}:
        before = row.first_due if row.state == "countered" else row.due
        rows.append((speech.translate(N_("So far")), speech.near(before)))
    if row.measure:
        rows.append((speech.translate(N_("Done means")), row.measure))
    return tuple(rows)


def card(row: CommitmentRow, org: str, lead: str, speech: Speech) -> Message:
    """Return the card of ``row`` for somebody who speaks for ``org``."""
    parts: list[Part] = [standing(row, lead, speech)]
    if rows := around(row, speech):
        parts.append(Facts(rows=rows))
    if row.pending is not None:
        parts.append(pending(row, speech))
    if options := choices(row, org, speech):
        parts.append(Choices(options=options))
    if row.state == "reported" and org == row.asker and row.reported_on:
        silent = speech.short(row.reported_on + SILENCE)
        sentence = N_("(without an answer it counts as accepted on {silent})")
        parts.append(speech.text(sentence, silent=silent))
    parts.append(Link(label=speech.translate(N_("History")), item=row.ref))
    return Message(parts=tuple(parts), item=row.ref, version=row.version)


def pending(row: CommitmentRow, speech: Speech) -> Text:
    """Say what waits for confirmation."""
    facts = facts_of(row, speech)
    facts["org"] = speech.org(row.pending_org)
    facts["until"] = row.pending_until
    sentence = (
        N_("Prepared for {org}; a mandate holder still has to confirm.")
        if row.pending == "draft"
        else N_(
            "Entered for {org}; it binds only when confirmed, or uncontested until "
            "{until}."
        )
    )
    return speech.text(sentence, **facts)


def choices(row: CommitmentRow, org: str, speech: Speech) -> tuple[Choice, ...]:
    """Return what ``org`` can answer now, in the listener's language."""
    if row.pending is not None and row.pending_org == org:
        keys: tuple[str, ...] = _PENDING[row.pending]
    else:
        side = "holder" if org == row.holder else "asker" if org == row.asker else ""
        side = "to" if org == row.to_org and row.state == "handing_over" else side
        if row.state == "renegotiating" and org == row.mover:
            side = "mover"
        keys = _CHOICES.get((row.state, side), ())
    options = [_choice(key, row.ref, speech) for key in keys]
    if row.state == "countered" and org == row.asker:
        options.insert(1, _between(row, speech))
    return tuple(options)


def _choice(key: str, ref: str, speech: Speech) -> Choice:
    label, twin, style, fill = _BUTTONS[key]
    return Choice(
        id=key,
        label=speech.translate(label),
        twin=speech.words(twin, ref=ref),
        style="yes" if style == "yes" else "no" if style == "no" else "plain",
        fill=fill,
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


_STANDING: Final = {
    "offered": N_("{ref}: **{holder}** offers {what} by **{due}**."),
    "countered": N_("{holder} proposes **{proposed}** for {ref}."),
    "reserved": N_(
        "{ref}: **{holder}** promises {what} by **{due}**, if {body} agrees."
    ),
    "promised": N_("{ref}: **{holder}** has promised {what} by **{due}**."),
    "handing_over": N_("{ref}: **{holder}** asks **{to}** to take over {what}."),
    "renegotiating": N_("{proposer} proposes **{proposed}** for {ref}."),
    "reported": N_("{holder} reports {ref} as done. Is it fine?"),
    "fulfilled": N_("{ref} is done: {what}. Thank you, {holder}!"),
    "declined": N_("{ref} was declined: {what}."),
    "withdrawn": N_("{ref} was withdrawn: {what}."),
    "released": N_("{holder} was released from {ref}: {what}."),
    "reneged": N_("{holder} cannot keep {ref}: {what}."),
    "taken_back": N_("{ref} was taken back: {what}."),
    "reservation_refused": N_("{ref} was declined by the council: {what}."),
}
_REMARKED: Final = {
    "countered": N_("{holder} proposes **{proposed}** for {ref}, {remark}."),
    "renegotiating": N_("{proposer} proposes **{proposed}** for {ref}, {remark}."),
}
_ENDED: Final = N_("{ref} has ended: {what}.")

_BUTTONS: Final[dict[str, tuple[str, str, str, bool]]] = {
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
    "good": (N_("Fine, thank you"), N_("{ref} is fine"), "yes", False),
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
    "contest": (N_("Contest"), N_("{ref} not possible"), "plain", False),
}
_PENDING: Final = {
    "draft": ("confirm", "discard"),
    "on_behalf": ("stand_by", "contest"),
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
