"""Hearing: whatever reaches the bot, sorted to whoever can answer it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import assert_never

from bots import forms
from bots.conversation import (
    answering,
    ask_answers,
    asks,
    changing,
    courtesy,
    doing,
    guessing,
    home,
)
from bots.conversation.speaker import Speaker
from bots.conversation.talk import Talk
from bots.decisions.choices import SHOWN_IN_FULL
from bots.grammar import MAX_LENGTH, intents, parse
from bots.heard import Chosen, FormSent, Heard, HomeOpened, TextSaid, Withdrawn
from bots.locale import N_
from bots.message import Facts, Form, Message, Text
from bots.ports import Office, Outcome
from core.errors import Code, Refusal
from projections import people


class Conversation:
    """The bot, whatever the platform."""

    def __init__(self, office: Office) -> None:
        """Answer out of ``office``."""
        self._office = office

    def hear(self, heard: Heard, said_at: datetime, today: date) -> Outcome:
        """Do what was asked and return what to say.

        ``said_at`` (aware, UTC) and ``today`` (local) are those of the saying, not
        of the answering, so that an answer after an outage is the same. Hearing the
        same thing again gives the same acts: they are known by their message.
        """
        speaker = self._speaker(heard, said_at, today)
        talk = Talk(self._office, speaker)
        match heard:
            case HomeOpened():
                home.show(talk, _no_mandate(speaker))
            case _ if not speaker.mandates:
                talk.say(_no_mandate(speaker))
            case TextSaid(edits=str(edited)) if self._known(edited, speaker):
                if changing.edited(talk, edited):
                    _said(talk, heard.text)
            case TextSaid(text=text):
                _said(talk, text)
            case Chosen(card=card, choice=choice):
                _chosen(talk, card, choice)
            case FormSent():
                _filled(talk, heard)
            case Withdrawn(of=deleted):
                if self._known(deleted, speaker):
                    changing.deleted(talk, deleted)
            case _:
                assert_never(heard)
        return talk.outcome()

    def _known(self, ref: str, speaker: Speaker) -> bool:
        return self._office.heard_before(ref, speaker.person)

    def _speaker(self, heard: Heard, said_at: datetime, today: date) -> Speaker:
        person = heard.person
        with self._office.reading() as db:
            mandates = people.mandates_of(db, person, today)
        return Speaker(
            person=person,
            via=heard.via,
            ref=heard.ref,
            link=heard.link,
            beside=heard.beside if isinstance(heard, TextSaid) else "",
            today=today,
            now=said_at,
            mandates=mandates,
            viewer=self._office.viewer(person),
            speech=self._office.speech(person),
            holidays=self._office.holidays(today),
        )


def _chosen(talk: Talk, card: str, choice_id: str) -> None:
    """Say the typed twin of a button, for the person the card was sent to."""
    message = _card(talk, card)
    if message is None:
        return
    choice = message.choice(choice_id)
    if choice is None or choice.fill:
        _not_offered(talk)
        return
    talk.confirmed = choice_id in _SHOWN_IN_FULL
    talk.seen = message.version if talk.confirmed else None
    _said(talk, choice.twin)


def _filled(talk: Talk, sent: FormSent) -> None:
    """Say the typed twin of a form, with what was filled in."""
    message = _card(talk, sent.card)
    if message is None:
        return
    form = message.form(sent.form)
    if form is None:
        _not_offered(talk)
        return
    if mistakes := forms.mistakes(form, sent.values, talk.speaker.speech):
        _to_mend(talk, form, mistakes)
        return
    _said(talk, forms.typed(form, sent.values))


def _to_mend(talk: Talk, form: Form, mistakes: Mapping[str, str]) -> None:
    """Say what to mend, field by field; nothing was written."""
    speech = talk.speaker.speech
    rows = tuple((f.label, mistakes[f.id]) for f in form.fields if f.id in mistakes)
    text = speech.text(N_("Nothing was written yet; please mend the form:"))
    talk.messages.append(Message(parts=(text, Facts(rows=rows))))


def _card(talk: Talk, key: str) -> Message | None:
    """Return the message that was sent to the speaker under ``key``, or say so."""
    post = talk.office.posted(key)
    if post is not None and post.person == talk.speaker.person:
        return post.message
    speech = talk.speaker.speech
    talk.say(speech.text(N_("This card is no longer there. “help” shows the way.")))
    return None


def _not_offered(talk: Talk) -> None:
    talk.say(talk.speaker.speech.text(N_("This card does not offer that.")))


def _said(talk: Talk, text: str) -> None:
    talk.text = text.strip()
    if len(talk.text) > MAX_LENGTH:
        length = len(talk.text)
        talk.refuse(Refusal(Code.TEXT_TOO_LONG, length=length, limit=MAX_LENGTH))
        return
    if answering.reply(talk):
        return
    speaker = talk.speaker
    parsed = parse(talk.text, speaker.today, speaker.names())
    match parsed:
        case intents.Unknown() if courtesy.answered(talk):
            pass
        case intents.Unknown() if answering.explained(talk):
            pass
        case intents.Unknown() if (answer := ask_answers.by_field(talk)) is not None:
            asks.about(talk, answer)
        case intents.Unknown() | intents.AskBack() if answering.contradicted(talk):
            pass
        case intents.Unknown(suggestions=suggestions):
            guessing.not_understood(talk, suggestions)
        case intents.AskBack():
            guessing.ask_back(talk, parsed)
        case _:
            doing.intended(talk, parsed)


def _no_mandate(speaker: Speaker) -> Text:
    return speaker.speech.text(
        N_(
            "You have no mandate for an organisation here yet. Please ask your "
            "coordination to enter one; then write to me again."
        )
    )


_SHOWN_IN_FULL = frozenset(
    {"promise", "agree", "good", "decline", "withdraw", "confirm", "stand_by"}
    | {"discard", "contest", "uphold", "free", "seek"}
    | SHOWN_IN_FULL
)
