"""Echoes: what somebody is about to say of a decision, said back (chat.md rule 3).

Organisation, text, version and day *with weekday* stand in the sentence.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bots.chronicle import effects
from bots.decisions import explained, options, wording
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Choice, Choices, Facts, Part, Text
from bots.speech import Fact, Speech
from core.decision import commands as c
from core.effect import Rule, Stance
from core.rulebook import Rulebook


class Days(NamedTuple):
    """By when the forum decides, and the councils after it; whether it ``opens``."""

    until: date | None
    councils: date | None
    opens: bool


def proposing(
    command: c.Propose, days: Days, org: str, usual: Rulebook, speech: Speech
) -> list[Part]:
    """Say back a proposal: who, where, by which rule and until when.

    What it does not name is as in the ``usual`` rules of the forum.
    """
    sentence = N_(
        "For **{org}** you propose to decide ({forum}): {text}. Coordination opens it "
        "for decision."
    )
    if days.until is not None:
        sentence = N_(
            "For **{org}** you propose to decide ({forum}): {text}. Coordination opens "
            "it for decision and says until when; **{until}** I do not keep."
        )
    if days.opens:
        sentence = N_(
            "For **{org}** you put to the vote ({forum}): {text} – as soon as the "
            "rules allow."
        )
    if days.opens and days.until is not None:
        sentence = N_(
            "For **{org}** you put to the vote ({forum}): {text} – until **{until}**."
        )
    text = speech.text(
        sentence,
        org=speech.org(org),
        forum=speech.forum(command.forum),
        text=(command.text.text or "").rstrip("."),
        until=days.until,
    )
    effect = command.effect or Rule(usual.effect, usual.measure, usual.at_least)
    ngettext = speech.many  # by this name the words are collected
    review = ngettext("in one month", "in {count} months", usual.review_months)
    if command.review_on is not None:
        review = speech.day(command.review_on)
    elif command.no_review is not None:
        review = speech.words(N_("none: {why}"), why=command.no_review.text)
    rows = (
        (speech.translate(N_("Title")), command.title),
        (
            speech.translate(N_("Rule")),
            effects.named(command.mode or usual.mode, speech),
        ),
        (speech.translate(N_("Effect")), wording.rule(effect, speech)),
        (speech.translate(N_("Review")), review),
        (speech.translate(N_("Councils")), _councils(days, usual, speech)),
    )
    numbered = tuple(
        (speech.words(N_("Option {n}"), n=n), name)
        for n, name in enumerate(command.options, 1)
    )
    said = explained.rows(command, speech)
    return [text, Facts(rows=(*rows, *numbered, *said))]


def _councils(days: Days, usual: Rulebook, speech: Speech) -> str:
    """Say by when the councils resolve: as named, or as usual."""
    if days.councils is not None:
        return speech.words(N_("by {day}"), day=speech.near(days.councils))
    ngettext = speech.many  # by this name the words are collected
    return ngettext(
        "within a month of the forum",
        "within {count} months of the forum",
        usual.council_months,
    )


def speaking(
    command: c.Speaking, matter: Matter, org: str, speech: Speech
) -> list[Part]:
    """Say back a position that would count for ``org``."""
    said = _speaking(command, matter, org, speech)
    if isinstance(command, c.ScoreOptions):
        return [said, Facts(rows=options.scored(command.scores, matter, speech))]
    return [said, Facts(rows=wording.bound_to(matter, speech))]


def _speaking(command: c.Speaking, matter: Matter, org: str, speech: Speech) -> Text:
    facts = wording.echoed(matter, org, speech)
    reason = getattr(command, "reason", None)
    facts["reason"] = (reason.text or "").rstrip(".") if reason else ""
    match command:
        case c.GivePosition(stance=Stance.YES):
            sentence = N_("For **{org}** you agree to {ref} {what}.")
        case c.GivePosition(stance=Stance.NO):
            sentence = N_("For **{org}** you do not agree to {ref} {what}: {reason}.")
        case c.GivePosition():
            sentence = N_("For **{org}** you abstain from {ref} {what}.")
        case c.Object():
            sentence = N_("For **{org}** you object to {ref} {what}: {reason}.")
            if command.proposal is not None or command.goal is not None:
                return _explained(command, facts, speech)
        case c.DeclareRecusal():
            sentence = N_(
                "For **{org}** you declare that you are recused in {ref} {what}; {org} "
                "is not counted then."
            )
        case c.Join():
            sentence = N_(
                "For **{org}** you join {ref} {what}. It binds {org} after its council."
            )
        case c.Leave():
            sentence = N_("For **{org}** you leave {ref} {what}: {reason}.")
        case _:
            sentence = N_(
                "For **{org}** you score the options of {ref} {what} from 0 (no "
                "resistance) to 10:"
            )
    return speech.text(sentence, **facts)


def _explained(command: c.Object, facts: dict[str, Fact], speech: Speech) -> Text:
    facts["goal"] = command.goal
    facts["help"] = ((command.proposal.text if command.proposal else "") or "").rstrip(
        "."
    )
    if command.proposal is None:
        sentence = N_(
            "For **{org}** you object to {ref} {what}: {reason}. It harms: {goal}."
        )
    elif command.goal is None:
        sentence = N_(
            "For **{org}** you object to {ref} {what}: {reason}. Would help: {help}."
        )
    else:
        sentence = N_(
            "For **{org}** you object to {ref} {what}: {reason}. It harms: {goal}. "
            "Would help: {help}."
        )
    return speech.text(sentence, **facts)


def asked_of_objector(command: c.Object, matter: Matter, speech: Speech) -> list[Part]:
    """Ask which goal suffers and what would help, as far as it is not said."""
    parts: list[Part] = []
    if command.goal is None:
        parts.append(speech.text(N_("Which goal suffers?")))
        named = [
            Choice(
                id=f"goal{n}",
                label=goal,
                twin=speech.words(N_("goal: {goal}"), goal=goal),
            )
            for n, goal in enumerate(matter.row.goals)
        ]
        other = Choice(
            id="goal",
            label=speech.translate(N_("Another one …")),
            twin=speech.translate(N_("goal: ")),
            fill=True,
        )
        parts.append(Choices(options=(*named, other)))
    if command.proposal is None:
        parts.append(
            speech.text(N_("What would help? Simply write it, or answer with yes."))
        )
    return parts


def settled(matter: Matter, org: str, speech: Speech) -> list[Part]:
    """Say back that the objections of ``org`` are settled."""
    said = speech.text(
        N_("For **{org}** you say: your objection to {ref} {what} is settled."),
        **wording.echoed(matter, org, speech),
    )
    return [said, Facts(rows=wording.bound_to(matter, speech))]


def settling(
    command: c.Settling, matter: Matter, org: str, speech: Speech
) -> list[Part]:
    """Say back what becomes of a draft or an entry."""
    sentence = N_("For **{org}** you confirm what was entered in {ref} {what}.")
    if isinstance(command, c.ConfirmPrepared):
        sentence = N_("For **{org}** you confirm what was prepared in {ref} {what}.")
    if isinstance(command, c.ContestOnBehalf):
        sentence = N_("For **{org}** you contest what was entered in {ref} {what}.")
    said = speech.text(sentence, **wording.echoed(matter, org, speech))
    return [said, Facts(rows=wording.bound_to(matter, speech))]
