"""Silence, resistance, and counting once more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.decision import commands as c
from core.decision import events as e
from core.decision import recount, tally
from core.decision.kinds import Outcome, Score
from core.effect import Stance
from core.errors import Code
from core.facts import Seat
from core.rulebook import Mode
from tests.core.decision_world import (
    CLOSE,
    OFFICE,
    PLACE,
    UNTIL,
    WHY,
    A,
    Asked,
    B,
    L,
    decision,
    file,
    office,
    opened,
    past,
    proposal,
    says,
    town,
)


def test_silence_counts_only_with_proof_that_it_came_in_time() -> None:
    def deliver(org: str, days: int) -> Asked:
        command = c.Deliver(org=org, channel="mail", proof=f"post:{org}")
        return (command, office(UNTIL - timedelta(days=days)))

    asked = past(deliver(A, 7), deliver(B, 6), start=opened(Mode.TACIT))
    counted = tally(file(asked))
    assert counted.tacit == (A,)  # seven days of notice, not six
    assert counted.outcome is Outcome.LAPSED
    both = past(deliver(A, 7), deliver(B, 8), CLOSE, start=opened(Mode.TACIT))
    accepted = both[-1]
    assert isinstance(accepted, e.Accepted)
    assert accepted.tally.tacit == (A, B)
    assert file(both).votes[A].stance is Stance.YES
    assert L not in file(both).votes


def test_proof_is_kept_once_and_of_those_on_the_list() -> None:
    deliver = c.Deliver(org=A, channel="mail", proof="post:1")
    first = past((deliver, OFFICE), start=opened())
    decision().given(*first).when(deliver).then()
    decision(town(A)).given(*opened()).when(deliver).refused(Code.ONLY_COORDINATION)
    decision().given(*opened()).when(replace(deliver, org="mühlau")).refused(
        Code.NO_VOTE
    )
    over = past((c.Withdraw(reason=WHY), OFFICE), start=opened())
    decision().given(*over).when(deliver).refused(Code.DECISION_ENDED)


def scored(*figures: tuple[str, tuple[int, ...]]) -> tuple[e.Happening, ...]:
    three = replace(proposal, options=("nichts", "so", "anders"))
    each = [
        (
            c.ScoreOptions(
                scores=tuple(
                    Score(option=n, resistance=r) for n, r in enumerate(said, 1)
                )
            ),
            town(org),
        )
        for org, said in figures
    ]
    return past(*each, start=opened(Mode.RESISTANCE, command=three))


def test_the_least_resistance_wins_then_the_mildest_then_the_first() -> None:
    counted = tally(file(scored((A, (9, 2, 5)), (B, (0, 6, 2)))))
    assert (counted.resistance, counted.option) == ((9, 8, 7), 3)
    counted = tally(file(scored((A, (9, 2, 5)), (B, (0, 6, 4)))))
    assert (counted.resistance, counted.option) == ((9, 8, 9), 2)
    counted = tally(file(scored((A, (8, 4, 9)), (B, (0, 4, 9)))))
    assert counted.option == 2  # both sums are 8, and nobody resists it with 8
    counted = tally(file(scored((A, (4, 4, 9)), (B, (4, 4, 9)))))
    assert counted.option == 1


def test_every_count_can_be_made_again_from_the_stream() -> None:
    for mode in (Mode.CONSENT, Mode.TACIT, Mode.MAJORITY):
        deliver = c.Deliver(org=L, channel="mail", proof="post:1")
        events = past((deliver, OFFICE), says(A), says(B), CLOSE, start=opened(mode))
        closing = events[-1]
        assert isinstance(closing, e.Counted)
        assert recount(events) == closing.tally
    assert recount(opened()) is None


def test_only_those_with_a_vote_are_asked_to_wait_for() -> None:
    seats = {A: Seat.VOTE, B: Seat.ADVISE}
    small = replace(OFFICE, forum=replace(PLACE, seats=seats))
    events = past((proposal, small), (c.Open(until=UNTIL), small), says(A))
    assert isinstance(past((c.Close(), office()), start=events)[-1], e.Accepted)
