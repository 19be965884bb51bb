"""Replies: what whoever acted on an ask reads after it was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bots.asks import wording
from bots.chronicle import asking
from bots.locale import N_
from bots.message import Choice, Choices, Facts, Link, Message, Part
from bots.speech import Fact, Speech
from core.ask import events as e
from core.ask.kinds import AskKind
from core.ask.questions import NO
from core.event import Event
from projections.asks import AskRow, ReplyRow

_ANSWERED: Final = (e.Answered, e.Revised, e.NothingReported, e.AnswerDeclined)


def done(
    happened: Sequence[Event], row: AskRow, reply: ReplyRow | None, speech: Speech
) -> Message:
    """Say what was recorded, and how to take it back where that is possible."""
    event = happened[-1]
    facts = wording.facts_of(row, speech) | facts_of(event, row, reply, speech)
    known = _OF_HELP if row.kind is AskKind.HELP else _SENTENCES
    sentence = known.get(type(event), _SENTENCES[type(event)])
    parts: list[Part] = [speech.text(sentence, **facts)]
    if isinstance(event, e.Answered | e.Revised):
        parts += _left(event, row, speech)
    if isinstance(event, e.Published):
        parts.append(Facts(rows=wording.result(row, speech)))
    if getattr(event, "late", False):
        parts.append(speech.text(N_("It came after the deadline and is marked so.")))
    if isinstance(event, _ANSWERED):
        parts.append(Choices(options=(_undo(row, speech),)))
    parts.append(Link(label=speech.translate(N_("Open")), item=row.ref))
    return Message(parts=tuple(parts), item=row.ref, version=row.stage)


def _undo(row: AskRow, speech: Speech) -> Choice:
    return Choice(
        id="undo",
        label=speech.translate(N_("Take back")),
        twin=speech.words(N_("{ref} take back"), ref=row.ref),
    )


def _left(event: e.Answered | e.Revised, row: AskRow, speech: Speech) -> list[Part]:
    """Say which questions are still without an answer."""
    known = {value.question for value in event.values}
    last = row.questions[0].options[-1:] if row.kind is AskKind.HELP else ()
    if any(value.said.text in {NO, *last} for value in event.values[:1]):
        return []  # whoever needs nothing, or cannot help, has no year and no time
    left = [one.label for one in row.questions if one.key not in known]
    if not left:
        return []
    return [speech.text(N_("Left open: {left}."), left=", ".join(left))]


def facts_of(
    event: Event, row: AskRow, reply: ReplyRow | None, speech: Speech
) -> dict[str, Fact]:
    """Return what sentences about ``event`` may mention beyond the row."""
    org = getattr(event, "org", None)
    facts: dict[str, Fact] = {"org": speech.org(org)}
    if reply is not None:
        facts["said"] = wording.reply(row, reply, speech)
    match event:
        case e.Opened(audience=audience):
            facts["whom"] = ", ".join(speech.org(one) for one in audience)
        case e.Delegated(person=person):
            facts["person"] = speech.person(person)
        case e.Concluded(follows=follows, why=why):
            facts |= {"follows": asking.named(follows, speech)}
            facts["why"] = (why.text or "").rstrip(".")
        case e.EnteredOnBehalf(holder=holder, contest_until=until):
            facts |= {"who": speech.person(holder), "until": speech.near(until)}
        case _:
            pass  # the row says all there is
    return facts


_OF_HELP: Final[dict[type[Event], str]] = {
    e.Opened: N_("{ref}: I am asking {whom} and tell you every answer at once."),
    e.Closed: N_("{ref} is closed. I hope the help was in time."),
}
_SENTENCES: Final[dict[type[Event], str]] = {
    e.Opened: N_(
        "Opened as **{ref}**: {text} – by **{due}**. Asked are: {whom}. The result is "
        "promised by {promised}."
    ),
    e.Answered: N_("Noted for **{org}** ({ref}): {said}. Thank you!"),
    e.Revised: N_("Changed for **{org}** ({ref}): {said}. Thank you!"),
    e.NothingReported: N_("Noted for **{org}** ({ref}): nothing to report. Thank you!"),
    e.AnswerDeclined: N_("Noted, without judgement: {org} does not answer {ref}."),
    e.AnswerTakenBack: N_("Taken back: at {ref} the earlier state of {org} counts."),
    e.Delegated: N_("{person} now looks after {ref} for {org}."),
    e.Extended: N_("{ref} runs until **{due}**; the result is promised by {promised}."),
    e.Closed: N_(
        "{ref} is closed: {answered} of {asked} have answered. You owe the result by "
        "{promised}."
    ),
    e.Published: N_(
        "The result of {ref} is published: {answered} of {asked} have answered. What "
        "follows from it? “{ref} follows: …” says so."
    ),
    e.Concluded: N_("Noted for {ref}: {follows} – {why}. With that it is finished."),
    e.Cancelled: N_("{ref} is cancelled."),
    e.EnteredOnBehalf: N_(
        "Entered for **{org}**. {who} gets word and can confirm or contest it until "
        "{until}."
    ),
    e.OnBehalfContested: N_("Contested: {ref} is as it was before the entry."),
}
