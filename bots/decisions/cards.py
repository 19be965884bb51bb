"""Cards: a decision with its whole rule, as whoever looks at it gets it (*Karte*).

A card shows the version, the rule, who is missing and by when, so that its buttons
need no echo. Each button has a typed twin.
"""

from __future__ import annotations

from typing import Final

from bots.chronicle import effects
from bots.decisions import (
    changes,
    choices,
    options,
    promising,
    reminding,
    wording,
)
from bots.decisions.body_echoes import whose
from bots.decisions.choices import Look
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Choices, Facts, Link, Message, Part, Text
from bots.speech import Fact, Speech
from core.decision import events as e
from core.decision.file import Work
from core.effect import Answer, Stance


def card(matter: Matter, look: Look, speech: Speech) -> Message:
    """Return the card of a decision for somebody who looks at it."""
    parts: list[Part] = [standing(matter, speech), *details(matter, look, speech)]
    parts += _forms(matter, look, speech)
    return message(matter, parts, look, speech)


def _forms(matter: Matter, look: Look, speech: Speech) -> list[Part]:
    """Return what can be filled in once it holds: a promise for it, a change."""
    row = matter.row
    if not row.holds or not look.org:
        return []
    bound = look.org in row.bound
    promise: list[Part] = [promising.form(row.ref, speech)] if bound else []
    return [*promise, changes.form(row.ref, speech)]


def message(matter: Matter, parts: list[Part], look: Look, speech: Speech) -> Message:
    """Return ``parts`` with what the onlooker can answer, and the way to the item."""
    answers = choices.of(matter, look, speech)
    rows: list[Part] = [Choices(options=answers)] if answers else []
    if choices.scores(matter, look):
        rows.insert(0, options.form(matter, look.org, speech))
    link = Link(label=speech.translate(N_("Open")), item=matter.row.ref)
    return Message(
        parts=(*parts, *rows, link), item=matter.row.ref, version=matter.stage
    )


def standing(matter: Matter, speech: Speech) -> Text:
    """Say where the decision stands."""
    facts = wording.facts_of(matter, speech)
    text = speech.text(_STANDING[matter.row.state], **facts)
    if matter.in_forum and matter.row.council:
        after = speech.text(N_(" It binds a municipality only after its council."))
        return Text(spans=(*text.spans, *after.spans))
    return text


def details(matter: Matter, look: Look, speech: Speech) -> list[Part]:
    """Return the text, the term, who is missing, and what hinders."""
    rows = [
        (speech.translate(N_("Title")), matter.row.title),
        (
            speech.words(N_("Text (version {n})"), n=matter.row.edition),
            matter.row.text or speech.translate(N_("(text erased)")),
        ),
    ]
    rows += options.sums(matter, speech)
    if matter.in_forum:
        rows += _forum(matter, speech)
    if matter.row.in_councils:
        rows += _lacking(matter, speech)
    rows += _others(matter, speech)
    over = matter.row.ended_on is not None
    if not over and (matter.row.review_on or matter.row.no_review):
        rows.append(
            (speech.translate(N_("Review")), wording.review(matter.row, speech))
        )
    rows += reminding.rows(matter, look.org, speech)
    parts: list[Part] = [Facts(rows=tuple(rows))]
    return [*parts, *_own(matter, look, speech)]


def _forum(matter: Matter, speech: Speech) -> list[tuple[str, str]]:
    rows = [(speech.translate(N_("Until")), wording.days_left(matter.row, speech))]
    said = [
        f"{speech.org(one.org)}: {wording.stance(one.stance, speech)}"
        for one in matter.members
        if one.stance is not None
    ]
    entered = [
        f"{speech.org(one.org)}: {_entered(one.entered, speech)}"
        for one in matter.members
        if one.entered is not None
    ]
    if said or entered:
        rows.append((speech.translate(N_("Positions")), ", ".join([*said, *entered])))
    if matter.row.silent:
        missing = wording.orgs(matter.row.silent, speech)
        rows.append((speech.translate(N_("Still missing")), missing))
    recused = tuple(one.org for one in matter.positions if one.recused)
    if recused:
        rows.append((speech.translate(N_("Recused")), wording.orgs(recused, speech)))
    rows += [
        (
            speech.words(N_("Objection {n}"), n=one.n),
            objection(one.org, one.reason, one.proposal, speech),
        )
        for one in matter.objections
        if one.work is Work.OPEN
    ]
    return rows


def _entered(said: str, speech: Speech) -> str:
    """Return what was entered for a member and is not confirmed yet."""
    words = {
        Stance.YES.value: N_("agreed (entered, not confirmed yet)"),
        Stance.NO.value: N_("not agreed (entered, not confirmed yet)"),
        Stance.ABSTAIN.value: N_("abstention (entered, not confirmed yet)"),
    }
    return speech.translate(words.get(said, N_("entered, not confirmed yet")))


def objection(
    org: str, reason: str | None, proposal: str | None, speech: Speech
) -> str:
    """Return who objects, why, and what would help."""
    facts: dict[str, Fact] = {
        "org": speech.org(org),
        "reason": reason or speech.translate(N_("(text erased)")),
        "proposal": proposal,
    }
    if proposal:
        return speech.words(N_("{org}: {reason} – would help: {proposal}"), **facts)
    return speech.words(N_("{org}: {reason}"), **facts)


def _lacking(matter: Matter, speech: Speech) -> list[tuple[str, str]]:
    rows = [(speech.translate(N_("Councils")), wording.matrix(matter, speech))]
    rows += [
        (
            speech.words(N_("Conditions {org}"), org=speech.org(one.org)),
            one.conditions,
        )
        for one in matter.councils
        if one.conditions and one.awaited
    ]
    return rows


def _others(matter: Matter, speech: Speech) -> list[tuple[str, str]]:
    """Return what else must come first and has not."""
    first = speech.translate(N_("Must come first"))
    return [
        (first, f"{effects.named(one.kind, speech)} ({whose(one.org, speech)})")
        for one in matter.conditions
        if one.answer is not Answer.APPROVED and one.answer is not Answer.WAIVED
    ]


def _own(matter: Matter, look: Look, speech: Speech) -> list[Part]:
    """Say what waits for the onlooker's own word."""
    known = matter.position(look.org) if look.org else None
    if known is None:
        return []
    facts: dict[str, Fact] = {"org": speech.org(look.org), "until": known.contest_until}
    if known.entered is not None:
        return [
            speech.text(
                N_(
                    "Coordination entered this for **{org}**: {said}. You may contest "
                    "it until {until}."
                ),
                said=_said(known.entered, speech),
                **facts,
            )
        ]
    if known.prepared is not None:
        return [
            speech.text(
                N_("Prepared for **{org}**: {said}. It counts once it is confirmed."),
                said=_said(known.prepared, speech),
                **facts,
            )
        ]
    return []


def _said(said: str, speech: Speech) -> str:
    if said in {one.value for one in Stance}:
        return wording.stance(said, speech)
    return speech.translate(_WAITING.get(said, N_("its position")))


_WAITING: Final = {
    e.ObjectionRaised.KIND: N_("an objection"),
    e.RecusalDeclared.KIND: N_("recused"),
    e.OptionsScored.KIND: N_("scores"),
    e.MemberJoined.KIND: N_("joining"),
    e.MemberLeft.KIND: N_("leaving"),
}
_LIES: Final = N_(
    "{ref} (version {edition}) is put to the vote: {entitled} entitled, quorate from "
    "{needed} on, rule **{mode}**, effect **{effect}**."
)
_STANDING: Final[dict[str, str]] = {
    "decision_draft": N_(
        "{ref} is a draft of {mover} (version {edition}): rule **{mode}**, effect "
        "**{effect}**. Coordination opens it for decision."
    ),
    "decision_open": _LIES,
    "decision_objected": _LIES,
    "decision_escalated": _LIES,
    "decision_lapsed": N_(
        "{ref}: too few took part ({count}, {needed} were needed). It can be called a "
        "second time."
    ),
    "decision_rejected": N_("{ref} was **not accepted** in the forum: {count}."),
    "decision_withdrawn": N_("{ref} is not pursued any more."),
    "decision_resolved": N_("{ref} was **accepted in the forum: {count}**."),
    "decision_reconsidered": N_("{ref} ({count}) is being looked at again."),
    "decision_ratifying": N_(
        "{ref} was accepted in the forum ({count}) and is **in the councils**: "
        "{matrix}. {from_when}"
    ),
    "decision_partly_in_force": N_(
        "{ref} **is in force for {bound}**, others are awaited: {matrix}."
    ),
    "decision_in_force": N_("{ref} **is in force** {holding}."),
    "decision_under_review": N_(
        "{ref} is under review; meanwhile it is in force for {bound}."
    ),
    "decision_failed": N_(
        "{ref} has **failed**: it cannot come into force any more. {matrix}."
    ),
    "decision_superseded": N_("{ref} is not in force any more: replaced by {by}."),
    "decision_repealed": N_("{ref} was repealed by {by}."),
}
