"""Who is asked what follows from a decision, once, whatever is done twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from adapters.reactor import NAME
from bots.nudges import decisions as turns
from bots.nudges import orders
from core.decision import events as e
from core.organisation import EndMandate
from core.ports import Order
from tests.auenland import Auenland
from tests.bots.deciding import accepted, agreed, both, kinds, opened
from tests.bots.test_decision_terms import tick

EACH = (
    "Beschlussvorschlag: Klärschlamm gemeinsam verwerten. Konsent, jede für sich, bis "
    "12.5., Wiedervorlage 2 Jahre"
)
QUESTION = "Was sagen Sie dazu zu?"


def _approved(here: Auenland, *mayors: str) -> None:
    for mayor in mayors:
        both(here, mayor, "B1 Gemeindevertretung: zugestimmt, TOP 1")


def _told(here: Auenland, who: str, words: str = QUESTION) -> int:
    return sum(words in message.plain for _, message in here.thread(who))


def _orders(here: Auenland) -> list[Order]:
    at = orders.hour(here.faden.desk, here.watch())
    return [order for order, _ in turns.TURN.orders(at, turns.TURN.due(at))]


def _keys(here: Auenland) -> dict[str, list[str]]:
    people = ("p-kern", "p-lange", "p-lindner", "p-vogt", "p-roth", "p-mueller")
    return {who: [key for key, _ in here.thread(who)] for who in people}


def _tell_again(here: Auenland) -> None:
    """Let the reactions begin anew, as if their cursor had been lost before."""
    office = here.faden.store.office
    office.outbox.put([], here.watch(), (NAME, 0)).result()
    here.faden.reactor.catch_up()


def test_whoever_may_promise_is_asked_and_the_clerk_reads_that_it_holds(
    here: Auenland,
) -> None:
    accepted(here, EACH)
    _approved(here, "p-lindner")
    assert _told(here, "p-lange") == 0
    tick(here)
    assert _told(here, "p-lange") == 1
    assert _told(here, "p-lange", "B1 gilt für Lindgrund") == 0  # one message, not two
    assert _told(here, "p-lindner") == 0
    assert _told(here, "p-vogt") == 0
    assert _told(here, "p-vogt", "B1 gilt für Lindgrund") == 1  # not bound itself


def test_where_nobody_may_promise_the_clerk_is_asked(here: Auenland) -> None:
    accepted(here, EACH)
    _approved(here, "p-lange")
    here.order("organisation:lindgrund", EndMandate(person="p-lange"))
    tick(here)
    assert _told(here, "p-lindner") == 1


def test_who_is_bound_late_is_asked_then_and_nobody_twice(here: Auenland) -> None:
    accepted(here, EACH)
    _approved(here, "p-lange")
    tick(here)
    _approved(here, "p-vogt")
    tick(here, hours=1)
    tick(here, hours=1)
    assert (_told(here, "p-lange"), _told(here, "p-vogt")) == (1, 1)
    assert _told(here, "p-lange", "B1 gilt für Birkfeld, Lindgrund") == 1
    assert kinds(here).count("PromisesAsked") == 2


def test_the_same_order_given_twice_asks_once(here: Auenland) -> None:
    accepted(here, EACH)
    _approved(here, "p-lange", "p-vogt")
    first, second = _orders(here), _orders(here)
    assert [one.command_id for one in first] == [one.command_id for one in second]
    for order in (*first, *second):  # it died after giving them, and begins again
        here.faden.desk.submit(order)
    assert kinds(here).count("PromisesAsked") == 2
    assert _orders(here) == []


@pytest.mark.parametrize("partly", [True, False])
def test_reactions_that_run_again_say_nothing_twice(
    here: Auenland, *, partly: bool
) -> None:
    opened(here, EACH)
    agreed(here)
    here.watch.forward(days=57)
    both(here, "p-kern", "B1 auszählen")
    tick(here)
    mayors = ("p-lange",) if partly else ("p-lange", "p-vogt", "p-roth", "p-mueller")
    _approved(here, *mayors)
    tick(here)
    before = _keys(here)
    _tell_again(here)
    _tell_again(here)
    assert _keys(here) == before


def test_once_accepted_each_council_has_its_paper_and_hears_of_it_once(
    here: Auenland,
) -> None:
    opened(here, EACH)
    agreed(here)
    tick(here, days=57)
    tick(here, minutes=1)
    tick(here, minutes=1)
    assert kinds(here).count("RatificationRequired") == 5
    assert kinds(here).count("RatificationStarted") == 1
    for who in ("p-lange", "p-vogt", "p-roth", "p-mueller"):
        assert _told(here, who, "Vorlagenpaket für") == 1
        assert _told(here, who, "angenommen im Forum") == 1


def test_the_effect_is_announced_once_when_all_are_in(here: Auenland) -> None:
    accepted(here)  # from three on
    _approved(here, "p-lange", "p-vogt")
    assert _told(here, "p-lindner", "B1 gilt für") == 0
    _approved(here, "p-roth")
    tick(here)
    assert _told(here, "p-lindner", "B1 gilt für Birkfeld, Lindgrund, Steintal") == 1
    _tell_again(here)
    assert _told(here, "p-lindner", "B1 gilt für") == 1
    assert _told(here, "p-kern", "B1 gilt für") == 1


def test_the_review_falls_due_by_the_day_in_the_decision(here: Auenland) -> None:
    accepted(here, EACH)
    _approved(here, "p-lange")
    assert "Wiedervorlage" in "\n".join(here.say("p-lange", "B1"))
    due = date(2029, 3, 17)
    wait = due - here.watch().date()
    tick(here, days=(wait - timedelta(days=1)).days)
    assert "ReviewFellDue" not in kinds(here)
    tick(here, days=1)
    tick(here, days=1)
    assert kinds(here).count("ReviewFellDue") == 1


def test_without_a_day_of_its_own_the_rulebook_says_when(here: Auenland) -> None:
    opened(here, "Beschlussvorschlag: Brunnen gemeinsam prüfen, Konsent, bis 12.5.")
    log = here.faden.store.journal.stream("decision:B1")
    (day,) = [one.event.review_on for one in log if isinstance(one.event, e.Opened)]
    assert day == date(2029, 3, 17)  # two years after it was opened
    assert "Wiedervorlage: 17.03.2029" in "\n".join(here.say("p-lange", "B1"))


def test_a_body_that_nobody_named_is_never_an_id_in_the_history(
    here: Auenland,
) -> None:
    accepted(here, EACH)
    here.news("p-lange")
    page = "\n".join(here.say("p-lange", "Verlauf B1"))
    assert "gremium" not in page
