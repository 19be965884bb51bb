"""Doing: an intent, sorted to whoever can carry it out."""

from __future__ import annotations

from typing import assert_never

from bots.conversation import (
    ask_openings,
    asking,
    asks,
    calling,
    decided,
    decisions,
    earlier,
    helping,
    holding,
    items,
    knowing,
    leaving,
    lending,
    meetings,
    openings,
    overview,
    owing,
    proposing,
    signing_in,
    snoozing,
    taking_part,
    telling,
    undoing,
    wishing,
)
from bots.conversation.talk import Talk
from bots.grammar import intents, sitting
from bots.grammar.wishes import SignIn
from bots.locale import N_
from core.catalogue import noun_of
from core.errors import Code, Refusal


def intended(talk: Talk, intent: intents.Intent) -> None:
    """Let whoever can do it do it."""
    match intent:
        case intents.Request():
            openings.request(talk, intent)
        case intents.Offer():
            openings.offer(talk, intent)
        case intents.OpenAsk():
            ask_openings.ask(talk, intent)
        case intents.Emergency():
            calling.help_(talk, intent)
        case intents.NameDevices(devices=devices):
            lending.name_devices(talk, devices)
        case _ if isinstance(intent, sitting.OnMeeting):
            meetings.about(talk, intent)
        case intents.ProposeDecision():
            proposing.propose(talk, intent)
        case (
            intents.Inform()
            | intents.FrameworkChange()
            | intents.FundingExperience()
            | intents.Concern()
        ):
            telling.inform(talk, intent)
        case _ if isinstance(intent, intents.Asking):
            _asked(talk, intent)
        case (
            intents.Absence()
            | intents.Back()
            | intents.Snooze()
            | intents.Limit()
            | intents.Prefer()
            | intents.Rest()
            | SignIn()
        ):
            _about_oneself(talk, intent)
        case intents.Undo(ref=ref):
            undoing.undo(talk, ref)
        case intents.Correct(ref=ref, text=text) if noun_of(ref) == "information":
            telling.correct(talk, ref, text)
        case intents.Correct(ref=ref) if noun_of(ref) == "ask":
            asks.about(talk, intent)
        case _ if isinstance(intent, intents.OfItem):
            _on_item(talk, intent)
        case _:
            _not_yet(talk)


def _about_oneself(
    talk: Talk,
    intent: intents.Absence | intents.Back | intents.Snooze | intents.Wish | SignIn,
) -> None:
    match intent:
        case intents.Absence():
            leaving.absence(talk, intent)
        case intents.Back():
            leaving.back(talk)
        case intents.Snooze():
            snoozing.snooze(talk, intent)
        case intents.Limit() | intents.Prefer() | intents.Rest():
            wishing.wish(talk, intent)
        case SignIn():
            signing_in.sign_in(talk)
        case _:
            assert_never(intent)


def _decided(
    talk: Talk,
    intent: intents.WhatDecided | intents.WhatHolds | intents.WhatHeld | intents.AsOf,
) -> None:
    match intent:
        case intents.WhatDecided(text=topic):
            decided.what_decided(talk, topic)
        case intents.WhatHolds(text=topic):
            holding.what_holds(talk, topic)
        case intents.WhatHeld(on=day, text=topic, known=known):
            decided.what_held(talk, day, topic, known)
        case intents.AsOf(on=day, text=topic):
            if not decided.as_of(talk, day, topic):
                earlier.as_of(talk, day, topic)


def _asked(talk: Talk, intent: intents.Asking) -> None:
    match intent:
        case intents.WhatIsOpen(late=True):
            owing.what_is_late(talk)
        case intents.WhatIsOpen(text=topic, due=due):
            asking.what_is_open(talk, topic, due)
        case intents.Digest(forum=forum):
            overview.overview(talk, forum)
        case (
            intents.WhoDoes()
            | intents.WhoTakesPart()
            | intents.WhoHas()
            | intents.WhatPromised()
        ):
            _who(talk, intent)
        case intents.WhatKnown(text=topic):
            knowing.what_known(talk, topic)
        case intents.Status(ref=ref):
            if not asking.status(talk, ref):
                _unknown(talk, ref)
        case (
            intents.WhatDecided()
            | intents.WhatHolds()
            | intents.WhatHeld()
            | intents.AsOf()
        ):
            _decided(talk, intent)
        case intents.Help(ref=ref):
            if not helping.help_(talk, intent):
                _unknown(talk, ref)
        case _:
            _not_yet(talk)


def _who(
    talk: Talk,
    intent: intents.WhoDoes
    | intents.WhoTakesPart
    | intents.WhoHas
    | intents.WhatPromised,
) -> None:
    match intent:
        case intents.WhoDoes(text=topic):
            knowing.who_does(talk, topic)
        case intents.WhoTakesPart(text=topic):
            taking_part.who_takes_part(talk, topic)
        case intents.WhatPromised():
            owing.what_promised(talk, intent)
        case intents.WhoHas(text=device):
            lending.who_has(talk, device)
        case _:
            assert_never(intent)


def _on_item(talk: Talk, intent: intents.OfItem) -> None:
    match noun_of(intent.ref), intent:
        case "commitment", (
            intents.Promise()
            | intents.Counter()
            | intents.Decline()
            | intents.Agree()
            | intents.Lacking()
            | intents.ReportDone()
            | intents.Progress()
            | intents.Withdraw()
            | intents.Release()
            | intents.Uphold()
            | intents.Reserve()
            | intents.Ratification()
            | intents.HandOver()
        ):
            items.about(talk, intent)
        case "ask", (
            intents.Answer()
            | intents.NothingToReport()
            | intents.Delegate()
            | intents.CloseAsk()
            | intents.ExtendAsk()
            | intents.PublishResult()
            | intents.Conclude()
            | intents.ConfirmEntry()
            | intents.ContestEntry()
            | intents.Withdraw()
        ):
            asks.about(talk, intent)
        case "decision", _ if isinstance(intent, decisions.OfDecision):
            decisions.about(talk, intent)
        case "information", intents.Agree(ref=ref):
            telling.agree(talk, ref)
        case "information", intents.Answer(ref=ref, text=text):
            telling.answer(talk, ref, text)
        case "information", intents.Withdraw(ref=ref, text=text):
            telling.retract(talk, ref, text)
        case _:
            _not_yet(talk)


def _unknown(talk: Talk, ref: str) -> None:
    talk.refuse(Refusal(Code.UNKNOWN_REFERENCE, ref=ref))


def _not_yet(talk: Talk) -> None:
    """Say that the product cannot do this yet; nothing is written."""
    speech = talk.speaker.speech
    talk.say(
        speech.text(N_("I cannot do that yet. Nothing was written.")),
        speech.text(N_("“help” shows what I can do.")),
    )
