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
from core.ports import Circle
from core.sealed import Sealed
from projections import information as views
from projections import people


def inform(
    talk: Talk,
    intent: intents.Inform
    | intents.FrameworkChange
    | intents.FundingExperience
    | intents.Concern,
) -> None:
    """Record what was told, at once; it binds nobody."""
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
    _write(talk, command, None)


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
    _write(talk, command, f"information:{ref}", row.circle)


def _write(
    talk: Talk,
    command: information.Command,
    stream: str | None,
    circle: str = Circle.INTERNAL.value,
) -> None:
    speaker, speech = talk.speaker, talk.speaker.speech
    order = speaker.order(
        command, step="0", org=speaker.orgs[0], stream=stream, circle=circle
    )
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


def _touched(talk: Talk, command: information.Command) -> Sequence[Text]:
    """Say what becomes of the decisions that a change of framework touches."""
    kind = information.InformationKind.FRAMEWORK
    if not (isinstance(command, information.Record) and command.kind is kind):
        return ()
    speech = talk.speaker.speech
    named = [talk.matter(ref) for ref in command.about if ref[0] == _DECISION]
    rows = [matter.row for matter in named if matter is not None]
    if not rows:
        return (speech.text(_TOUCHES_NOTHING),)
    holding = [row.ref for row in rows if row.holds or row.recommends]
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
