"""What goes wrong between Slack and us, and whether it was done all the same."""

from __future__ import annotations

from datetime import timedelta
from http.client import RemoteDisconnected

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from adapters.clock import SetClock
from tests.slack.faults import EVERY, LATE, RETRY_AFTER, Fault
from tests.slack.records import User
from tests.slack.simulator import Simulator, simulating

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("fault", EVERY)
def test_what_goes_wrong_and_whether_it_was_done(
    slack: Simulator, client: WebClient, kern: User, fault: Fault
) -> None:
    slack.faults.plan(fault)
    raised: Exception | None = None
    try:
        client.chat_postMessage(channel=kern.id, text="x")
    except (SlackApiError, OSError) as error:
        raised = error
    done = {Fault.ERROR_AFTER, Fault.SLOW, Fault.LOST}
    assert len(slack.workspace.told(kern)) == (fault in done)
    assert (raised is None) == (fault is Fault.SLOW)
    if fault in {Fault.LOST, Fault.BROKEN}:
        assert isinstance(raised, RemoteDisconnected)
    if fault in {Fault.SILENT, Fault.LATE}:
        assert isinstance(raised, TimeoutError)
    if fault is Fault.LIMITED:
        assert isinstance(raised, SlackApiError)
        assert raised.response.headers["Retry-After"] == str(RETRY_AFTER)
    for _ in range(LATE):
        assert len(slack.workspace.told(kern)) == (fault in done)
        client.auth_test()
    assert len(slack.workspace.told(kern)) == (fault in {*done, Fault.LATE})


def test_faults_come_from_a_seed_that_is_printed(
    clock: SetClock, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = []
    for seed in (7, 7, 8):
        with simulating(clock) as slack:
            slack.faults.draw_from(seed)
            drawn.append([slack.faults.of("any", clock())[0] for _ in range(50)])
    assert drawn[0] == drawn[1] != drawn[2]
    assert "seed 8" in capsys.readouterr().out


def test_a_storm_lasts_until_it_is_over(
    slack: Simulator, client: WebClient, clock: SetClock
) -> None:
    slack.faults.storm(clock() + 30 * SECOND)
    with pytest.raises(SlackApiError, match="ratelimited"):
        client.auth_test()
    clock.pass_by(30 * SECOND)
    assert client.auth_test()["ok"]


def test_slack_takes_nothing_while_it_is_down(
    slack: Simulator, client: WebClient, clock: SetClock
) -> None:
    slack.faults.down(clock() + 5 * SECOND, Fault.BROKEN)
    with pytest.raises(RemoteDisconnected):
        client.auth_test()
    slack.faults.end()
    assert client.auth_test()["ok"]
