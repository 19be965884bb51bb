"""Slack asks us to wait, or is away: nothing is lost, and nothing bursts."""

from __future__ import annotations

from tests.adapters.slack.neutral import kinds
from tests.adapters.slack.post import SECOND, Post
from tests.slack.faults import RETRY_AFTER, Fault
from tests.slack.judge import texts
from tests.slack.simulator import Simulator


def test_429_holds_the_whole_channel_as_long_as_slack_says(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    post.link("p-birke")
    post.put("a")
    post.put("b", person="p-birke")
    slack.faults.plan(Fault.LIMITED)
    assert post.rounds(RETRY_AFTER) == 0
    assert len(slack.asked("chat.postMessage")) == 1
    assert post.rounds() == 2
    assert post.reasons() == {}
    assert "context" not in kinds(post.told()[0]["blocks"])  # nothing to doubt


def test_a_storm_of_429_loses_nothing_and_repeats_nothing(
    post: Post, slack: Simulator
) -> None:
    for person in ("p-kern", "p-birke", "p-vogt"):
        post.link(person)
        for n in range(3):
            post.put(f"{person}/{n}", person=person)
    slack.faults.storm(post.clock() + 60 * SECOND)
    assert post.rounds(60) == 0
    assert len(slack.calls) <= 3
    slack.faults.end()
    assert post.rounds(10) == 9
    assert post.keys() == ["p-kern/0", "p-kern/1", "p-kern/2"]


def test_a_day_without_slack_ends_without_a_burst_and_in_order(
    post: Post, slack: Simulator
) -> None:
    for person in ("p-kern", "p-birke"):
        post.link(person)
    for n in range(20):
        post.put(f"{n:02}")
        post.put(f"b{n:02}", person="p-birke")
    slack.faults.down(post.clock() + 86_400 * SECOND)
    assert post.rounds(24, pace=3600 * SECOND) == 0
    assert post.reasons() == {}
    slack.faults.end()
    for _ in range(20):
        assert post.rounds() <= 2
    assert post.keys() == [f"{n:02}" for n in range(20)]
    notes = [t for t in texts([one["blocks"] for one in post.told()]) if "Slack" in t]
    assert notes == []  # it never came so far that something could be doubted
