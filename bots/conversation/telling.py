"""Telling: information and concerns, and what is said about them (*Information*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bots import choices
from bots.conversation.grounds import known
from bots.conversation.talk import Talk
from bots.grammar import intents
from bots.locale import N_
from bots.message import Choices, Link, Message, Text
from core import information
from core.errors import Code, Refusal
from core.ports import Circle, Order
from core.sealed import Sealed
from projections import information as views
from projections import people
from projections.decisions import DecisionRow


def inform(
    talk: Talk,
    intent: intents.Inform
    | intents.FrameworkChange
    | intents.FundingExperience
    | intents.Concern,
) -> None:
    """Record what was told, at once; say back what puts decisions under review."""
    forum = any_forum(talk)
    if forum is None:
        return
    text = Sealed(intent.text)
    command: information.Command
    match intent:
        case intents.Concern(refs=refs):
            command = information.RaiseConcern(forum=forum, text=text, about=refs)
        case intents.FrameworkChange(refs=refs):
            if not all(known(talk, ref) for ref in refs if ref[0] == _DECISION):
                return
            kind = information.InformationKind.FRAMEWORK
            command = information.Record(kind=kind, forum=forum, text=text, about=refs)
        case intents.FundingExperience():
            kind = information.InformationKind.FUNDING
            command = information.Record(kind=kind, forum=forum, text=text)
        case intents.Inform():
            kind = information.InformationKind.FINDING
            command = information.Record(kind=kind, forum=forum, text=text)
    order = _order(talk, command)
    reviewed = _holding(talk, command)
    if reviewed and not talk.confirmed:
        talk.echo([order], [_said_back(talk, order, text.text or "", reviewed)])
    else:
        carry_out(talk, order)


def _said_back(
    talk: Talk, order: Order, text: str, reviewed: Sequence[DecisionRow]
) -> Text:
    """Say back a change of framework, with the decisions that it puts under review."""
    speech = talk.speaker.speech
    sentence = N_(
        "For **{org}** you tell that things have changed: {text}. With that you put "
        "under review: {decisions}."
    )
    named = [
        speech.words(N_("{ref} (“{title}”)"), ref=row.ref, title=row.title)
        for row in reviewed
    ]
    said = {"org": speech.org(order.org), "text": text.rstrip(".")}
    return speech.text(sentence, decisions=", ".join(named), **said)


def agree(talk: Talk, ref: str) -> None:
    """Confirm that one's own organisation found the same."""
    _about(talk, ref, information.Confirm())


def answer(talk: Talk, ref: str, text: str) -> None:
    """Answer a concern."""
    _about(talk, ref, information.AnswerConcern(text=Sealed(text)))


def correct(talk: Talk, ref: str, text: str) -> None:
    """Put another text in the place of the old one, which stays in the history."""
    reason = talk.speaker.speech.translate(N_("corrected in chat"))
    _about(talk, ref, information.Correct(text=Sealed(text), reason=Sealed(reason)))


def retract(talk: Talk, ref: str, reason: str) -> None:
    """Uphold it no longer."""
    said = reason or talk.speaker.speech.translate(N_("taken back"))
    _about(talk, ref, information.Retract(reason=Sealed(said)))


def _about(talk: Talk, ref: str, command: information.Command) -> None:
    with talk.office.reading() as db:
        row = views.get(db, talk.speaker.viewer, ref)
    if row is None:
        talk.refuse(Refusal(Code.UNKNOWN_REFERENCE, ref=ref))
        return
    carry_out(talk, _order(talk, command, f"information:{ref}", row.circle))


def _order(
    talk: Talk,
    command: information.Command,
    stream: str | None = None,
    circle: str = Circle.INTERNAL.value,
) -> Order:
    org = talk.speaker.orgs[0]
    return talk.speaker.order(command, step="0", org=org, stream=stream, circle=circle)


def carry_out(talk: Talk, order: Order) -> None:
    """Give ``order`` and say what became of it."""
    speaker, speech, command = talk.speaker, talk.speaker.speech, order.command
    answer_ = talk.office.submit(order)
    if answer_.refusal is not None:
        talk.refuse(answer_.refusal)
        return
    with talk.office.reading() as db:
        row = views.get(db, speaker.viewer, answer_.ref)
    said = (row.text if row else None) or ""
    refs = _touched(talk, command)
    sentence = _SENTENCES.get(type(command), N_("Noted: {ref}."))
    if not answer_.events:
        sentence = N_("That is so already; nothing was changed.")
    offers: Sequence[Choices] = (
        [Choices(options=(choices.undo(answer_.ref, speech),))]
        if isinstance(command, information.Record | information.RaiseConcern)
        else []
    )
    link = Link(label=speech.translate(N_("History")), item=answer_.ref)
    text = speech.text(sentence, ref=answer_.ref, said=said)
    parts = (text, *refs, *offers, link)
    talk.messages.append(
        Message(parts=parts, item=answer_.ref, version=answer_.version)
    )


def _named(talk: Talk, command: object) -> Sequence[DecisionRow] | None:
    """Return the decisions that a change of framework names; ``None``: it is none."""
    kind = information.InformationKind.FRAMEWORK
    if not (isinstance(command, information.Record) and command.kind is kind):
        return None
    named = [talk.matter(ref) for ref in command.about if ref[0] == _DECISION]
    return [matter.row for matter in named if matter is not None]


def _holding(talk: Talk, command: object) -> Sequence[DecisionRow]:
    """Return the decisions that ``command`` puts under review."""
    rows = _named(talk, command) or ()
    return [row for row in rows if row.holds or row.recommends]


def _touched(talk: Talk, command: object) -> Sequence[Text]:
    """Say what becomes of the decisions that a change of framework touches."""
    speech, rows = talk.speaker.speech, _named(talk, command)
    if rows is None:
        return ()
    if not rows:
        return (speech.text(_TOUCHES_NOTHING),)
    holding = [row.ref for row in _holding(talk, command)]
    others = [row.ref for row in rows if row.ref not in holding]
    said = [(_REVIEWED, holding), (_NOT_REVIEWED, others)]
    return [speech.text(text, refs=", ".join(refs)) for text, refs in said if refs]


def any_forum(talk: Talk) -> str | None:
    """Return the forum that is named, or the first in which the speaker sits."""
    speaker = talk.speaker
    with talk.office.reading() as db:
        own = people.shared_forums(db, speaker.orgs[0], speaker.orgs[0])
    low = talk.text.casefold()
    named = [row.forum for row in own if row.name.casefold() in low]
    found = named or [row.forum for row in own]
    if not found:
        talk.refuse(Refusal(Code.NO_SEAT, org=speaker.orgs[0], forum=""))
        return None
    return found[0]


_DECISION: Final = "B"  # the letter of decisions
_TOUCHES_NOTHING: Final = N_(
    "No decision is named in it. To have one looked at again, write: “framework "
    "change: …, affects B7”."
)
_REVIEWED: Final = N_(
    "Under review because of it: {refs}. Coordination and the members are told."
)
_NOT_REVIEWED: Final = N_("Not in force, so not looked at again: {refs}.")
_SENTENCES: dict[type[object], str] = {
    information.Record: N_("Noted as **{ref}**: {said}"),
    information.RaiseConcern: N_(
        "Your concern is noted as **{ref}**: “{said}” The forum will answer it."
    ),
    information.Confirm: N_("Noted: you found the same. Thank you!"),
    information.Correct: N_("Corrected: {ref} now reads: {said}"),
    information.Retract: N_("Taken back: {ref}."),
    information.AnswerConcern: N_("Your answer to {ref} is noted. Thank you!"),
}
