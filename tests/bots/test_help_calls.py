"""A call for help finds who can help, and stays open until its caller closes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bots.message import Message
from core.ask import ASK
from core.ask import commands as c
from core.ask import events as e
from core.ask.kinds import AskKind, Meant
from core.errors import Refusal
from core.sealed import Sealed
from tests.auenland import Auenland
from tests.bots.asked import kinds
from tests.core.test_ask import OFFICE, OPEN, after
from tests.given import OPERATOR, TODAY

CALL = "Notfall: Hochwasser, brauchen Sandsäcke"


def called(here: Auenland, line: str = CALL) -> str:
    """Let Steintal call for help and say yes; return what was said back."""
    (echo,) = here.say("p-stein", line)[:1]
    here.say("p-stein", "ja")
    return echo


def seen(here: Auenland, who: str) -> list[str]:
    """Return what ``who`` can see by now."""
    posted = here.faden.store.office.outbox.thread(who, now=here.watch())
    return [Message.model_validate(one.letter.payload).plain for one in posted]


# how long it runs ---------------------------------------------------------------------


def test_a_call_in_the_evening_is_open_until_its_caller_closes_it(
    here: Auenland,
) -> None:
    here.say("p-mueller", "Geräte: Sandsäcke")
    here.watch.now = datetime(2027, 3, 17, 19, 42, tzinfo=UTC)
    assert "offen, bis Sie ihn schließen" in called(here)
    here.news("p-mueller")
    for hours in (7, 24, 24 * 7):
        here.watch.forward(hours=hours)
        here.faden.tick()
        here.faden.reactor.settle()
    assert e.Closed not in kinds(here)
    assert "keine Hilfe mehr" not in "".join(here.news("p-mueller"))
    here.say("p-stein", "F1 schließen")
    here.say("p-stein", "ja")
    assert "keine Hilfe mehr" in here.news("p-mueller")[-1]


def test_whoever_called_is_asked_after_the_next_day_but_not_at_night(
    here: Auenland,
) -> None:
    here.say("p-mueller", "Geräte: Sandsäcke")
    called(here)
    here.watch.now = datetime(2027, 3, 19, 2, 0, tzinfo=UTC)  # Thursday has passed
    here.faden.tick()
    here.faden.reactor.settle()
    assert not any("noch Hilfe" in said for said in seen(here, "p-stein"))
    here.watch.now = datetime(2027, 3, 19, 7, 0, tzinfo=UTC)
    question = seen(here, "p-stein")[-1]
    assert "0 von 1" in question
    assert "noch Hilfe gebraucht" in question
    assert "[Schließen]" in question
    assert "noch Hilfe gebraucht" in seen(here, "p-kern")[-1]  # nobody has answered
    for _ in range(3):
        here.watch.forward(hours=24)
        here.faden.tick()
    assert kinds(here).count(e.WentOn) == 1


def test_help_is_never_late_and_never_marked_so(here: Auenland) -> None:
    here.say("p-mueller", "Geräte: Sandsäcke")
    called(here)
    here.watch.forward(hours=24 * 5)
    assert "Frist" not in here.say("p-mueller", "F1: wir kommen")[-1]


HELP = c.Open(
    kind=AskKind.HELP,
    forum="wasser",
    meant=Meant.ABLE,
    needs=("Pumpe",),
    questions=OPEN.questions,
    text=Sealed("Keller voll"),
    deadline=TODAY + timedelta(days=1),
    promised=TODAY + timedelta(days=15),
    minutes=1,
)


@pytest.mark.parametrize(("days", "asked"), [(1, 0), (2, 1)])
def test_only_behind_its_day_a_call_goes_on(days: int, asked: int) -> None:
    state = after(ASK.initial, HELP, OFFICE)
    later = replace(OPERATOR, today=TODAY + timedelta(days=days))
    assert len(ASK.decide(c.GoOn(), state, later)) == asked


def test_what_is_no_call_for_help_does_not_go_on() -> None:
    with pytest.raises(Refusal):
        ASK.decide(c.GoOn(), after(ASK.initial, OPEN, OFFICE), OPERATOR)


def test_what_coordination_closes_is_not_put_into_the_callers_mouth(
    here: Auenland,
) -> None:
    here.say("p-mueller", "Geräte: Sandsäcke")
    called(here)
    here.news("p-stein")
    here.say("p-kern", "F1 schließen")
    here.say("p-kern", "ja")
    told = here.news("p-mueller")[-1]
    assert "keine Hilfe mehr" not in told
    assert "Kreis Auenland hat den Hilferuf von Steintal geschlossen" in told
    assert "hat den Hilferuf von Steintal geschlossen" in here.news("p-stein")[-1]
    assert "keine Hilfe mehr" not in "".join(here.say("p-mueller", "Stand F1"))
