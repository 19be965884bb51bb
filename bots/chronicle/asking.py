"""What happened to an ask: one sentence per event, and its parts in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from bots.figures import grouped
from bots.locale import N_
from bots.speech import Speech
from core.ask import ALL
from core.ask import events as e
from core.ask.kinds import AskKind, Disclosure, Follows, Meant
from core.ask.questions import Question, QuestionKind, Value
from core.event import Event

_FIGURE: Final = re.compile(r"-?\d+(?:\.\d+)?")  # in canonical form
Named: TypeAlias = AskKind | Meant | Disclosure | Follows

SENTENCES: Final[Mapping[type[Event], str]] = {
    e.Opened: N_(
        "{org} asked ({kind}, {meant}, answers: {disclosure}): {text}, by "
        "{deadline}; the result is promised by {promised}. Effort: {minutes} min."
    ),
    e.Answered: N_("{org} answered."),
    e.Revised: N_("{org} revised its answer."),
    e.NothingReported: N_("{org} has nothing to report."),
    e.AnswerDeclined: N_("{org} does not answer."),
    e.AnswerTakenBack: N_("{org} took back its newest answer."),
    e.Delegated: N_("At {org}, {person} looks after the answer."),
    e.Extended: N_(
        "{who} gave time until {deadline}; the result is promised by {promised}."
    ),
    e.WentOn: N_(
        "Nobody has closed the call for help, so it stays open; whoever "
        "called is asked whether help is still needed, and again after {deadline}."
    ),
    e.Closed: N_("{who} closed the ask; answers from here on are late."),
    e.Published: N_("{who} published the result: {answered} of {asked} answered."),
    e.Concluded: N_("{who} said what follows ({follows}): {why}."),
    e.Cancelled: N_("{who} cancelled the ask."),
    e.EnteredOnBehalf: N_(
        "Entered for {org} {basis}, to be contested until {contest_until}: {nested}"
    ),
    e.OnBehalfConfirmed: N_("{org} confirmed the entry."),
    e.OnBehalfContested: N_("{org} contested the entry."),
    e.OnBehalfStood: N_("{org} did not contest the entry in time; it holds now."),
}
TAILS: Final[Mapping[str, str]] = {
    "late": N_("It came after the deadline."),
    "audience": N_("Asked are: {audience}."),
    "questions": N_("Questions: {questions}."),
    "horizon": N_("It is about the years up to {horizon}."),
    "needs": N_("Needed: {needs}."),
    "override": N_("More than the minutes of the week for {over}; why: {override}."),
    "values": N_("Answer: {values}."),
    "remark": N_("Remark: {remark}."),
    "figures": N_("Figures: {figures}."),
    "kept": N_("As published before, so that nobody's answer shows: {kept}."),
    "summary": N_("Summary: {summary}."),
    "ref": N_("See {ref}."),
}
_NAMES: Final[Mapping[Named, str]] = {
    AskKind.NEED: N_("survey of needs"),
    AskKind.EXPERT: N_("expert question"),
    AskKind.READINESS: N_("who is ready to join"),
    AskKind.STATUS: N_("general question"),
    AskKind.MEETING: N_("finding a day"),
    AskKind.REVIEW: N_("looking back"),
    AskKind.HELP: N_("call for help"),
    Meant.EVERYBODY: N_("everybody"),
    Meant.WILLING: N_("the willing"),
    Meant.SURROUNDINGS: N_("the surroundings"),
    Meant.FORUM: N_("the forum"),
    Meant.NAMED: N_("those named"),
    Meant.ABLE: N_("whoever has what is needed"),
    Disclosure.NAMED: N_("by name"),
    Disclosure.COORDINATION: N_("for coordination only"),
    Disclosure.AGGREGATED: N_("as sums only"),
    Follows.DECISION: N_("decision"),
    Follows.MEASURE: N_("measure"),
    Follows.REQUEST: N_("request"),
    Follows.NOTHING: N_("nothing"),
}


_SORTS: Final[Mapping[str, str]] = {
    QuestionKind.YES_NO: N_("yes or no"),
    QuestionKind.NUMBER: N_("number"),
    QuestionKind.YEAR: N_("year"),
    QuestionKind.CHOICE: N_("one of the answers"),
    QuestionKind.TEXT: N_("text"),
    QuestionKind.SCALE: N_("a step of the scale"),
}


def sort(code: str, speech: Speech) -> str:
    """Return which sort of answer a question wants."""
    return speech.translate(_SORTS.get(code, code))


def named(value: Named, speech: Speech) -> str:
    """Return what a code of an ask is called."""
    return speech.translate(_NAMES[value])


def meant(code: str, speech: Speech) -> str:
    """Return by which word an audience was named; a code of today or of before."""
    return named(Meant(code), speech) if code in set(Meant) else code


def question(asked: Question) -> str:
    """Return a question with the unit of its answer."""
    return f"{asked.label} [{asked.unit}]" if asked.unit else asked.label


def answer(value: Value, quoted: str, speech: Speech) -> str:
    """Return an answer with its question; a figure as it is read, not ``quoted``."""
    said = value.said.text or ""
    if value.unit and _FIGURE.fullmatch(said):
        quoted = grouped(said, speech.language)
    told = f"{quoted} {value.unit}".strip()
    return f"{value.question} {roughly(told, value, speech) if said else told}"


def roughly(told: str, one: Value | e.Figure, speech: Speech) -> str:
    """Return a figure as it is read, marked where it is only about right."""
    return speech.words(N_("about {figure}"), figure=told) if one.about else told


def labelled(event: Event, opened: Event) -> Event:
    """Return ``event`` of the ask ``opened`` with labels in the place of keys.

    Of its figures a sum gets its unit, and a whole says nothing beside its groups.
    """
    if not isinstance(opened, e.Opened):
        return event
    labels = {asked.key: asked.label for asked in opened.questions}
    match event:
        case e.Answered(values=values) | e.Revised(values=values):
            named_ = tuple(
                replace(value, question=labels.get(value.question, value.question))
                for value in values
            )
            return replace(event, values=named_)
        case e.EnteredOnBehalf(event=inner):
            return replace(event, event=labelled(inner, opened))
        case e.Published(figures=figures, kept=kept):
            units = {asked.key: asked.unit for asked in opened.questions}
            grouped_ = {one.question for one in figures if one.said != ALL}
            told = tuple(
                replace(
                    one,
                    question=labels.get(one.question, one.question),
                    total=f"{one.total} {units.get(one.question, '')}".strip(),
                )
                for one in figures
                if one.said != ALL or one.question not in grouped_
            )
            return replace(
                event, figures=told, kept=tuple(labels.get(key, key) for key in kept)
            )
        case _:
            return event


def figure(counted: e.Figure, speech: Speech) -> str:
    """Return how many said what; sums as they are read."""
    if counted.more:
        others = speech.translate(N_("others together"))
        return f"{counted.question} {others}: {counted.count}"
    if counted.said != ALL:
        said = roughly(counted.said, counted, speech)
        return f"{counted.question} {said}: {counted.count}"
    ngettext = speech.many  # by this name the words are collected
    answers_ = ngettext("one answer", "{count} answers", counted.count)
    if not counted.total:
        return f"{counted.question}: {answers_}"
    number, _, unit = counted.total.partition(" ")
    total = f"{grouped(number, speech.language)} {unit}".strip()
    return speech.words(
        N_("{question}: {count}, together {total}"),
        question=counted.question,
        count=answers_,
        total=roughly(total, counted, speech),
    )
