"""Ended anywhere between Slack and our answer: every act once, everything told once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bots.conversation import Conversation
from bots.heard import HEARD
from tests.adapters.slack.county import SlackCounty
from tests.slack.envelopes import Request
from tests.slack.faults import Fault

REQUEST = "Bitte an Mühlau: Schlammmengen 2024–26 bis 30.4."


def _kept(county: SlackCounty, request: Request) -> None:
    """End behind the inbox: Slack had no answer, or had one."""
    county.faden.dispatcher.close()
    county.unanswered(request)


def _decided(county: SlackCounty, request: Request) -> None:
    """End when the act is recorded and its answers are not yet in the outbox."""
    _kept(county, request)
    (arrival,) = county.faden.store.office.inbox.waiting(county.here.watch())
    heard = HEARD.validate_python(arrival.payload)
    desk = county.faden.desk
    Conversation(desk).hear(heard, arrival.received_at, desk.today())


def _answered(county: SlackCounty, request: Request) -> None:
    """End when the answers are in the outbox and Slack has none of them."""
    for sender in county.faden.senders:
        sender.close()
    county.send(request)


def _told(county: SlackCounty, request: Request) -> None:
    """End when Slack has an answer and we do not know it."""
    county.slack.faults.plan(Fault.LOST)
    county.send(request)
    assert county.slack.wait(lambda: bool(county.slack.asked("chat.postMessage")))


@pytest.mark.parametrize("until", [_kept, _decided, _answered, _told])
def test_a_yes_is_recorded_once_and_told_once(
    county: SlackCounty, until: Callable[[SlackCounty, Request], None]
) -> None:
    county.say("kern", REQUEST)
    county.deliver()
    kern = county.user("kern")
    before = len(county.slack.workspace.told(kern))
    yes = county.people.say(kern, "ja")
    until(county, yes)
    county.close()
    county.open()
    county.send(yes.again())
    county.deliver()
    assert len(county.faden.store.journal.stream("commitment:Z1")) == 1
    assert county.faden.store.journal.stream("commitment:Z2") == []
    told = county.slack.workspace.told(kern)[before:]
    assert [str(one["text"]).count("Notiert als Z1") for one in told] == [1]
    (card,) = county.slack.workspace.told(county.user("mueller"))
    assert "Schlammmengen" in card["text"]


def test_a_click_is_acted_on_once_though_the_process_ended(county: SlackCounty) -> None:
    county.say("kern", REQUEST)
    county.say("kern", "ja")
    county.deliver()
    mueller = county.user("mueller")
    (card,) = county.slack.workspace.told(mueller)
    press = county.people.press(mueller, card, "Machen wir")
    county.faden.dispatcher.close()
    county.unanswered(press)
    county.close()
    county.open()
    county.send(county.people.press(mueller, card, "Machen wir"))  # impatient
    county.deliver()
    assert len(county.faden.store.journal.stream("commitment:Z1")) == 2
