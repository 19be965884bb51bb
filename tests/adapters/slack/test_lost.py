"""Whatever breaks between Slack and us, a letter is there once, or says so itself."""

from __future__ import annotations

from collections import Counter

import pytest

from adapters.clock import SetClock
from adapters.office.delivery import LEASE
from adapters.office.sender import Away, Sender
from adapters.office.stuck import LONGEST, TRIES, Kind
from adapters.slack.api import UnansweredError
from adapters.slack.channel import PAUSE, SlackChannel
from adapters.slack.reasons import sentence
from adapters.store import Store
from tests.adapters.slack.neutral import message, text
from tests.adapters.slack.post import SECOND, Post, channel_to
from tests.slack.faults import EVERY, Fault
from tests.slack.judge import texts
from tests.slack.records import Data
from tests.slack.simulator import Simulator, simulating

PERHAPS = "Slack hat den ersten Versuch nicht bestätigt"
DONE = (Fault.LOST, Fault.ERROR_AFTER)
NOT_DONE = (Fault.ERROR, Fault.FATAL, Fault.BROKEN)


def _doubted(told: Data) -> bool:
    return any(PERHAPS in words for words in texts(told["blocks"]))


@pytest.mark.parametrize("fault", DONE)
def test_a_lost_acknowledgement_is_found_and_nothing_is_said_twice(
    post: Post, slack: Simulator, fault: Fault
) -> None:
    post.link("p-kern")
    post.put("a")
    slack.faults.plan(fault)
    assert post.rounds(3) == 1
    assert post.keys() == ["a"]
    assert not _doubted(post.told()[0])
    ts = post.told()[0]["ts"]
    assert str(post.store.office.deliveries.message("a")).endswith(f"/{ts}")


@pytest.mark.parametrize("fault", NOT_DONE)
def test_what_slack_did_not_do_comes_again_and_says_that_it_may_be_the_second(
    post: Post, slack: Simulator, fault: Fault
) -> None:
    post.link("p-kern")
    post.put("a")
    slack.faults.plan(fault)
    assert post.rounds(3) == 1
    assert post.keys() == ["a"]
    assert _doubted(post.told()[0])


def test_a_silent_slack_is_not_waited_for_long(
    post: Post, slack: Simulator, channel: SlackChannel
) -> None:
    post.link("p-kern")
    post.put("a")
    slack.faults.plan(Fault.SILENT)
    (letter,) = post.store.office.deliveries.lease("slack", post.clock(), 1).result(20)
    with pytest.raises(UnansweredError):  # it answers others, so it is this letter
        channel.post(letter)
    slack.faults.plan(Fault.SILENT)
    slack.faults.plan(Fault.SILENT, method="api.test")
    assert channel.post(letter) == Away(PAUSE)


def test_what_slack_does_late_is_one_marked_duplicate(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    post.put("a")
    slack.faults.plan(Fault.LATE)
    assert post.rounds(3) == 1
    first, second = post.told()
    assert post.keys() == ["a", "a"]
    assert [_doubted(one) for one in (first, second)].count(True) == 1


def test_a_letter_in_a_thread_is_looked_up_there(post: Post, slack: Simulator) -> None:
    user = post.link("p-kern")
    room = slack.workspace.direct(user.id)
    asked = slack.workspace.add(room, {"user": user.id, "text": "Z34?"})
    post.put("a", place=f"thread/{room.id}/{asked['ts']}")
    slack.faults.plan(Fault.LOST)
    assert post.rounds(3) == 1
    assert post.keys() == ["a"]
    assert len(slack.asked("conversations.replies")) == 1


def test_a_letter_whose_thread_is_gone_is_looked_up_beside_it(
    post: Post, slack: Simulator
) -> None:
    user = post.link("p-kern")
    room = slack.workspace.direct(user.id)
    post.put("a", place=f"thread/{room.id}/1.000001")
    slack.faults.plan(Fault.NONE, Fault.LOST)
    assert post.rounds(3) == 1
    assert post.keys() == ["a"]


def test_killed_between_sending_and_marking_it_is_not_sent_again(
    post: Post, slack: Simulator, channel: SlackChannel
) -> None:
    post.link("p-kern")
    post.put("a")
    post.put("b")
    (letter,) = post.store.office.deliveries.lease("slack", post.clock(), 5).result(20)
    name = channel.post(letter)  # and here the process dies
    post.clock.pass_by(LEASE)
    fresh = channel_to(slack, post.store)
    post.sender = Sender(post.store.office.deliveries, fresh, post.clock)
    assert post.rounds(2) == 2
    assert post.keys() == ["a", "b"]
    assert post.store.office.deliveries.message("a") == name


def test_without_the_right_to_look_up_nothing_is_risked(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    post.put("a")
    slack.workspace.scopes.remove("im:history")
    slack.faults.plan(Fault.LOST)
    assert post.rounds(3) == 0
    assert post.keys() == ["a"]
    assert post.reasons() == {"a": "slack/missing_scope"}


def test_a_letter_that_slack_never_answers_holds_nobody_else_up(
    post: Post, slack: Simulator
) -> None:
    for person in ("p-kern", "p-birke"):
        post.link(person)
    post.put("a")
    post.put("b", person="p-birke")
    slack.faults.plan(Fault.ERROR)
    slack.faults.plan(Fault.LIMITED, method="api.test")  # that is an answer, too
    assert post.rounds() == 1
    assert post.keys("p-birke") == ["b"]


def test_a_letter_that_slack_never_answers_is_put_aside_at_last(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    post.put("a")
    slack.faults.plan(*[Fault.ERROR] * TRIES[Kind.LETTER])
    assert post.rounds(TRIES[Kind.LETTER], pace=LONGEST) == 0
    assert str(sentence(post.reasons()["a"])).startswith("Slack answered others")


def test_while_slack_is_away_its_first_letter_alone_is_tried(
    post: Post, slack: Simulator
) -> None:
    for n in range(5):
        post.link(f"p-{n}")
        post.put(str(n), person=f"p-{n}")
    slack.faults.down(post.clock() + 600 * SECOND, Fault.ERROR)
    assert post.rounds(600) == 0
    assert {args["users"] for args in slack.asked("conversations.open")} == {
        post.users["p-0"].id
    }
    assert len(slack.calls) <= 2 * 600 / PAUSE
    post.rounds(40)
    assert [post.keys(f"p-{n}") for n in range(5)] == [[str(n)] for n in range(5)]


@pytest.mark.parametrize("seed", range(8))
def test_faults_on_every_call_lose_nothing_and_double_at_most_once_and_visibly(
    store: Store, clock: SetClock, seed: int
) -> None:
    with simulating(clock, patience=0.02) as slack:
        sender = Sender(store.office.deliveries, channel_to(slack, store), clock)
        post = Post(slack, store, clock, sender)
        people = ("p-kern", "p-birke")
        wanted = [f"{n}" for n in range(5)]
        for person in people:
            post.link(person)
            for n in wanted:
                shown = message(text(f"Nachricht {n}"))
                post.put(f"{person}/{n}", shown, person=person)
        slack.faults.draw_from(seed, share=0.4, kinds=EVERY)
        post.rounds(60, pace=5 * SECOND)
        slack.faults.end()
        post.rounds(60, pace=60 * SECOND)
        for person in people:
            keys = post.keys(person)
            assert set(keys) == {f"{person}/{n}" for n in wanted}
            assert max(Counter(keys).values()) <= 2
            told = zip(keys, post.told(person), strict=True)
            plain = Counter(key for key, one in told if not _doubted(one))
            assert max(plain.values(), default=0) <= 1
        assert post.reasons() == {}
