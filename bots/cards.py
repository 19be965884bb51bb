"""Cards: a commitment in its present state, with what can be answered.

A card shows everything that its buttons bind to, so they need no echo. Each
button has a typed twin; one whose twin needs more words fills the input line.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bots import choices, ladders
from bots.choices import Onlooker
from bots.locale import N_
from bots.message import Choices, Facts, Link, Message, Part, Span, Text
from bots.speech import Fact, Speech
from core.commitment import SILENCE
from projections.commitments import CommitmentRow

_HANDING: Final = re.compile(
    r"\s+(?:liefern|schicken|zuschicken|senden|zusenden|übersenden|übermitteln|"
    r"bereitstellen|mitteilen|melden|nennen)[.!]?$",
    re.IGNORECASE,
)
_VERB: Final = re.compile(r"\s[a-zäöüß]+(?:en|ern|eln)[.!]?$")

GONE: Final = {"absent", "taken_back"}  # what was taken back was its beginning
NO_LONGER: Final = N_("Taken back: {ref} ({what}) no longer stands.")
_ASKS: Final = (
    N_("{ref}: {who} asks **{holder}** for {noun} by **{due}**."),
    N_("{ref}: {who} asks **{holder}**: {what} – by **{due}**."),
)
_ASKED_IN: Final = (
    N_("{ref} – {who}: request to **{holder}** for {noun} by **{due}**."),
    N_("{ref} – {who}: request to **{holder}**: {what} – by **{due}**."),
)


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
        "cites": row.cites,
        "ended_by": row.ended_by,
    }


def asking(row: CommitmentRow, lead: str, speech: Speech) -> Text:
    """Say who asks for what: the card a holder gets."""
    facts = facts_of(row, speech)
    name, what = speech.forum(row.forum), str(facts["what"])
    noun = _HANDING.sub("", what)
    facts |= {"who": speech.org(row.asker), "noun": noun}
    sentence, doing = _ASKS
    if row.asker == lead and "forum" in name.casefold():
        facts["who"] = name  # whose grammar nobody knows: it stands by itself
        sentence, doing = _ASKED_IN
    elif row.asker == lead:
        facts["who"] = speech.words(N_("Forum {forum}"), forum=name)
    if noun == what and _VERB.search(what):
        sentence = doing
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


def card(row: CommitmentRow, onlooker: Onlooker, speech: Speech) -> Message:
    """Return the card of ``row`` for somebody who looks at it."""
    parts: list[Part] = [standing(row, onlooker.lead, speech)]
    if onlooker.late:
        late = N_("**Overdue** since {due}.")
        parts.append(speech.text(late, due=speech.near(row.due)))
    if row.cites is not None:
        parts.append(ground(row, onlooker.org, speech))
    if rows := (*around(row, speech), *_reminders(row, onlooker, speech)):
        parts.append(Facts(rows=rows))
    if row.pending is not None:
        parts.append(pending(row, onlooker, speech))
    if options := choices.of(row, onlooker, speech):
        parts.append(Choices(options=options))
    if row.state == "reported" and onlooker.org == row.asker and row.reported_on:
        silent = speech.short(row.reported_on + SILENCE)
        sentence = N_("(without an answer it counts as accepted on {silent})")
        parts.append(speech.text(sentence, silent=silent))
    parts.append(Link(label=speech.translate(N_("History")), item=row.ref))
    return Message(parts=tuple(parts), item=row.ref, version=row.version)


def ground(row: CommitmentRow, org: str, speech: Speech) -> Text:
    """Say from which decision it follows, and what ``org`` is asked if that is gone."""
    facts = facts_of(row, speech)
    link = Span(text=row.cites or "", item=row.cites)
    if row.ended_by is None:
        return Text(spans=(*speech.text(N_("It follows from ")).spans, link, _STOP))
    gone = speech.text(N_(" holds no more, as {ended_by} says."), **facts)
    spans = [link, *gone.spans]
    if row.sought:
        spans += speech.text(N_(" {holder} asks to be released."), **facts).spans
    if org in row.doubting:
        spans += speech.text(_STANDS, **facts).spans
    return Text(spans=tuple(spans))


def _reminders(
    row: CommitmentRow, onlooker: Onlooker, speech: Speech
) -> tuple[tuple[str, str], ...]:
    """Return when the holder, or who asked, is reminded of it."""
    if row.mover != row.holder or onlooker.org not in {row.holder, row.asker}:
        return ()
    return ladders.rows(row.since.date(), row.due, speech)


def prepared(row: CommitmentRow, speech: Speech) -> str:
    """Return what the waiting act would mean, with its own day."""
    facts = facts_of(row, speech)
    facts["prepared"] = speech.near(row.pending_due or row.due)
    return speech.words(_ACTS.get(row.pending_act or "", _ANY_ACT), **facts)


def pending(row: CommitmentRow, onlooker: Onlooker, speech: Speech) -> Text:
    """Say what waits for confirmation, with the day it would mean, and by whom."""
    people = [speech.person(person) for person in onlooker.deciding]
    facts: dict[str, Fact] = {
        "org": speech.org(row.pending_org),
        "act": prepared(row, speech),
        "who": speech.translate(N_(" or ")).join(people),
    }
    if row.pending_until is not None:
        due = row.pending_due or row.due
        entered = speech.text(N_("Entered for {org}: {act}."), **facts)
        return Text(
            spans=(*entered.spans, *period(row.pending_until, due, speech).spans)
        )
    if not people:
        sentence = N_(
            "Prepared for {org}: {act}. Nobody is entered who may confirm it; please "
            "turn to coordination."
        )
    elif onlooker.person in onlooker.deciding:
        sentence = N_("Prepared for {org}: {act}. It counts once you confirm it.")
    else:
        sentence = N_("Prepared for {org}: {act}. {who} can confirm it.")
    return speech.text(sentence, **facts)


def period(until: date, due: date, speech: Speech) -> Text:
    """Say from when an entry on behalf binds (rule D5), and if that is late."""
    said = speech.text(
        N_(" It binds once confirmed, or if nobody contests it until {until}."),
        until=until,
    )
    if until <= due:
        return said
    late = speech.text(
        N_(" That is later than {due}: to bind by then it needs the confirmation."),
        due=due,
    )
    return Text(spans=(*said.spans, *late.spans))


_STOP: Final = Span(text=".")
_STANDS: Final = N_(
    " Does {ref} stand even so? Nothing is cancelled by itself: you say whether it "
    "stays, is to be adjusted, or is released."
)
_ANY_ACT: Final = N_("the next step for {ref}")
_ACTS: Final = {
    "promised": N_("promise “{what}” by {prepared}"),
    "promised_under_reservation": N_("promise “{what}” by {prepared} with reservation"),
    "counter_proposed": N_("propose {prepared} instead of {due}"),
    "change_proposed": N_("propose {prepared} instead of {due}"),
    "change_accepted": N_("agree to {prepared}"),
    "counter_accepted": N_("agree to {prepared}"),
    "offer_accepted": N_("accept the offer, by {prepared}"),
    "declined": N_("decline “{what}”"),
    "reneged": N_("say that “{what}” cannot be kept"),
    "handed_over": N_("take over “{what}” by {prepared}"),
    "hand_over_proposed": N_("hand over “{what}”"),
    "offered": N_("offer “{what}” by {prepared}"),
    "requested": N_("ask for “{what}” by {prepared}"),
    "completion_accepted": N_("accept “{what}” as done"),
    "completion_reported": N_("report “{what}” as done"),
    "upheld": N_("say that “{what}” stands"),
    "release_sought": N_("ask to be released from “{what}”"),
}
_STANDING: Final = {
    "offered": N_("{ref}: **{holder}** offers {what} by **{due}**."),
    "countered": N_("{holder} proposes **{proposed}** for {ref}."),
    "reserved": N_(
        "{ref}: **{holder}** promises {what} by **{due}**, if {body} agrees."
    ),
    "promised": N_("{ref}: **{holder}** has promised {what} by **{due}**."),
    "handing_over": N_(
        "{ref}: **{holder}** asks **{to}** to take over {what} by **{due}**."
    ),
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
    "countered": N_("{holder} proposes **{proposed}** for {ref}: “{remark}”."),
    "renegotiating": N_("{proposer} proposes **{proposed}** for {ref}: “{remark}”."),
}
_ENDED: Final = N_("{ref} has ended: {what}.")
