"""Calling: help in an emergency (*Notfall*).

::

    Notfall: … --a device fits--> said back --yes--> whoever has it is asked (rule Q5)
               --nothing fits--> a button for each device, and "ask everybody"
    Notfall an alle: … --> said back --yes--> everybody is asked
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from bots import reached
from bots.asks import echoes
from bots.asks.devices import fitting
from bots.conversation import telling
from bots.conversation.talk import Talk
from bots.grammar import find_date, intents
from bots.grammar.dates import Found
from bots.lines import LABEL, clipped
from bots.locale import N_
from bots.message import Choice, Choices, Message, Part
from core.ask import commands as c
from core.ask.kinds import AskKind, Meant
from core.ask.questions import Question, QuestionKind
from core.sealed import Sealed
from projections import people

TERM: Final = timedelta(days=1)  # until whoever calls is asked whether it goes on
RESULT: Final = timedelta(days=14)  # after that day; nobody waits for it
MINUTES: Final = 1
_MOST: Final = 8  # devices to choose from


def help_(talk: Talk, intent: intents.Emergency) -> None:
    """Say back ``Notfall: …``: whoever has what is needed is asked (rule Q5)."""
    own = talk.speaker.orgs[0]
    with talk.office.reading() as db:
        known = [(org, name) for org, name in people.devices(db) if org != own]
        rows = people.organisations(db, talk.speaker.viewer)
    needs = fitting(intent.text, (name for _, name in known))
    members = [row.org for row in rows if row.path == "member" and row.org != own]
    if intent.everybody:
        _say_back(talk, intent.text, (), members)
    elif needs:
        having = dict.fromkeys(org for org, name in known if name in needs)
        _say_back(talk, intent.text, needs, tuple(having))
    else:
        _nothing_fits(talk, intent.text, [name for _, name in known])


def _say_back(
    talk: Talk, text: str, needs: tuple[str, ...], audience: Sequence[str]
) -> None:
    forum = telling.any_forum(talk)  # whoever is in need is not asked back
    if forum is None:
        return
    speaker = talk.speaker
    due = _until(text, speaker.today)
    command = c.Open(
        kind=AskKind.HELP,
        forum=forum,
        meant=Meant.ABLE if needs else Meant.EVERYBODY,
        needs=needs,
        questions=_questions(talk),
        text=Sealed(text.strip(" .!,;")),
        deadline=due,
        promised=due + RESULT,
        minutes=MINUTES,
    )
    with talk.office.reading() as db:
        alone = reached.unheard(db, audience, forum, speaker.today)
    parts = echoes.opening(command, audience, speaker.speech, unheard=alone, used={})
    order = speaker.order(command, step="0", org=speaker.orgs[0])
    talk.echo([order], [*parts, *_away(talk, forum, audience)])


def _until(text: str, today: date) -> date:
    """Return the day that was named if it is still to come, else the next one."""
    found = find_date(text, today)
    if isinstance(found, Found) and found.day >= today:
        return found.day
    return today + TERM


def _questions(talk: Talk) -> tuple[Question, ...]:
    translate = talk.speaker.speech.translate
    options = (N_("we are coming"), N_("can be fetched"), N_("not possible"))
    return (
        Question(
            key="help",
            kind=QuestionKind.CHOICE,
            label=translate(N_("Help")),
            options=tuple(translate(option) for option in options),
        ),
        Question(key="when", kind=QuestionKind.TEXT, label=translate(N_("When"))),
    )


def _away(talk: Talk, forum: str, audience: Sequence[str]) -> list[Part]:
    """Say where everybody is away: they are called all the same."""
    speech = talk.speaker.speech
    with talk.office.reading() as db:
        today = talk.speaker.today
        gone = [o for o in audience if reached.nobody_there(db, o, forum, today)]
    return [
        speech.text(
            N_(
                "At {org} everybody is entered as away. Your call reaches them all the "
                "same, and coordination too; please phone as well."
            ),
            org=speech.org(org),
        )
        for org in gone
    ]


def _nothing_fits(talk: Talk, text: str, known: Sequence[str]) -> None:
    """Ask what is needed: a button for each device, and one to ask everybody."""
    speech = talk.speaker.speech
    devices = list(dict.fromkeys(known))
    said = text.strip(" .!,;")
    question = speech.text(
        N_("What do you need? Entered are: {devices}. Nobody was asked yet."),
        devices=", ".join(devices),
    )
    if not devices:
        question = speech.text(
            N_(
                "Nobody has entered devices or skills yet, so I cannot tell whom to "
                "call. Please phone, or ask everybody. Nobody was asked yet."
            )
        )
    options = [
        Choice(
            id=f"need{n}",
            label=clipped(device, LABEL),
            twin=speech.words(
                N_("emergency: {text}, we need {device}"), text=said, device=device
            ),
        )
        for n, device in enumerate(devices[:_MOST])
    ]
    everybody = Choice(
        id="everybody",
        label=speech.translate(N_("Ask everybody")),
        twin=speech.words(N_("emergency to all: {text}"), text=said),
    )
    parts = (question, Choices(options=(*options, everybody)))
    talk.messages.append(Message(parts=parts))
