"""Deciding: what a reminder says of a decision: whose word or paper is missing."""

from __future__ import annotations

from datetime import date
from typing import Final

from bots.decisions import choices, wording
from bots.decisions.choices import Look
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Choice, Choices, Link, Message, Part
from bots.speech import Fact, Speech
from core.decision.councils import Step as Stage
from core.nudge import Step
from projections.decisions import CouncilRow


def of_decision(
    matter: Matter, look: Look, step: Step, later: Choice, speech: Speech
) -> Message | None:
    """Return the reminder; ``None`` if nobody waits for ``look.org`` any more."""
    found = _due(matter, look.org, speech, late=step is Step.COORDINATION)
    if found is None:
        return None
    sentence, facts = found
    text = speech.text(sentence, **facts)
    link = Link(label=speech.translate(N_("Open")), item=matter.row.ref)
    if step is Step.COORDINATION:
        return Message(parts=(text, link), item=matter.row.ref)
    answers = choices.of(matter, look, speech)
    parts: list[Part] = [text, Choices(options=(*answers, later)), link]
    return Message(parts=tuple(parts), item=matter.row.ref, version=matter.stage)


def _due(
    matter: Matter, org: str, speech: Speech, *, late: bool
) -> tuple[str, dict[str, Fact]] | None:
    """Return the sentence with its facts."""
    row, facts = matter.row, wording.facts_of(matter, speech)
    facts["org"] = speech.org(org)
    if matter.in_forum and org in row.silent and not matter.objections_of(org):
        return (_LATE_POSITION if late else _POSITION), facts
    if matter.in_forum and matter.open_objections and org == row.org:
        objecting = {one.org: None for one in matter.open_objections}
        facts["objectors"] = wording.orgs(tuple(objecting), speech)
        return (_LATE_OBJECTIONS if late else _OBJECTIONS), facts
    council = matter.awaited_of(org)
    if matter.in_forum or council is None or not council.awaited:
        return None
    facts["body"] = wording.body(matter, org, council.body, speech)
    facts["due"] = _day(council, speech)
    facts["paper"] = _paper(matter, council, speech)
    if late:
        return _LATE_RESULT, facts
    return _COUNCILS[council.step], facts


def _day(council: CouncilRow, speech: Speech) -> str:
    day: date | None = council.meeting or council.deadline
    return speech.near(day) if day else "–"


def _paper(matter: Matter, council: CouncilRow, speech: Speech) -> str:
    due = matter.paper_due(council.org, council.body)
    if due is None:
        return ""
    return speech.words(N_(" Last day for the paper: {due}."), due=speech.near(due))


_POSITION: Final = N_(
    "On {ref} (“{title}”) the position of **{org}** is still missing, by **{until}**."
)
_LATE_POSITION: Final = N_(
    "{ref} (“{title}”): the position of **{org}** is missing, due was **{until}**."
)
_OBJECTIONS: Final = N_(
    "Objections to {ref} (“{title}”) still stand ({objectors}); it is to be decided by "
    "**{until}**. A new version can take them up."
)
_LATE_OBJECTIONS: Final = N_(
    "{ref} (“{title}”) is stuck: its term ended on **{until}**, and objections still "
    "stand ({objectors}). Please take them up in a new version, let the forum talk, or "
    "record who ruled that one does not hinder."
)
_LATE_RESULT: Final = N_(
    "{ref} (“{title}”): the result of {body} (**{org}**) is missing, due was **{due}**."
)
_COUNCILS: Final = {
    Stage.REQUIRED: N_(
        "No paper on {ref} (“{title}”) is entered for **{org}** yet; {body} is to "
        "resolve by **{due}**.{paper}"
    ),
    Stage.SUBMITTED: N_(
        "When does {body} of **{org}** deal with {ref} (“{title}”)? It is to resolve "
        "by **{due}**."
    ),
    Stage.SCHEDULED: N_(
        "{body} of **{org}** deals with {ref} (“{title}”) on **{due}**. Please enter "
        "what it resolves."
    ),
}
