"""The forecast: a band with its basis, never a certainty."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from core.ask import events as ask
from core.ask.kinds import AskKind, Disclosure
from core.ask.questions import NO, YES, Question, QuestionKind, Value
from core.decision import events as e
from core.effect import EffectKind
from core.event import Event
from core.sealed import Sealed
from projections import decisions
from projections.decisions import Forecast, Leaning
from tests.projections import test_disclosure
from tests.projections.decided import (
    DRAFTED,
    IN_COUNCILS,
    OPENED,
    TOWNS,
    approved,
    later,
    paper,
    says,
)
from tests.projections.given import COORDINATOR, THIRD, Tale, founded

pytestmark = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)

SILENT = tuple(one for one in IN_COUNCILS if not isinstance(one, e.PositionGiven))
READY = replace(
    test_disclosure.OPENED,
    kind=AskKind.READINESS,
    audience=TOWNS,
    disclosure=Disclosure.NAMED,
    questions=(Question(key="ready", kind=QuestionKind.YES_NO, label="Dabei"),),
)


def answer(org: str, said: str) -> ask.Answered:
    """Return that ``org`` said yes or no."""
    return ask.Answered(
        org=org, values=(Value(question="ready", said=Sealed(said)),), late=False
    )


def asked(*said: Event) -> Tale:
    """Return a published readiness ask with answers, and B9 in the councils."""
    told = ask.Published(answered=len(said), asked=3, figures=())
    tale = founded().tell("ask:F1", READY, *said, ask.Closed(), told)
    return tale.tell("decision:B9", *SILENT)


def past(tale: Tale, ref: str, org: str, *, won: bool) -> Tale:
    """Let the body of ``org`` have resolved about another decision."""
    lost = e.CouncilRefused(org=org, body="gv", on=later(40))
    result = approved(org) if won else lost
    return tale.tell(f"decision:{ref}", *SILENT, paper(org), result)


def seen(tale: Tale, engine: Engine) -> Forecast:
    """Return the forecast of B9."""
    tale.seen(engine)
    with engine.connect() as db:
        row = decisions.get(db, COORDINATOR, "B9")
        assert row is not None
        (line,) = decisions.lines(db, COORDINATOR, [row], later(60))
        return decisions.forecast(db, COORDINATOR, line)


def leanings(found: Forecast) -> list[Leaning]:
    """Return where the three towns lean."""
    return [voice.leaning for voice in found.voices]


def test_without_any_basis_everything_is_possible_and_nothing_said(
    engine: Engine,
) -> None:
    found = seen(founded().tell("decision:B9", *SILENT), engine)
    assert leanings(found) == [Leaning.UNKNOWN] * 3
    assert (found.ask, found.resolved) == (None, 0)
    own, each, every = found.bands
    assert own.rule.kind is EffectKind.THRESHOLD
    assert [(band.low, band.high) for band in (own, each, every)] == [(0, 3)] * 3
    assert (own.low_share, own.high_share) == (0, 1_000)


def test_what_was_answered_counts_and_is_named_as_the_basis(engine: Engine) -> None:
    said = [answer(org, YES if org != "steintal" else NO) for org in TOWNS]
    found = seen(asked(*said), engine)
    assert leanings(found) == [Leaning.FOR, Leaning.FOR, Leaning.AGAINST]
    assert [voice.said for voice in found.voices] == [True, True, False]
    assert found.ask == "F1"
    own, each, every = found.bands
    assert (own.low, own.high) == (2, 2)
    assert (own.low_share, own.high_share) == (800, 800)
    assert (each.low, each.high) == (2, 2)
    assert (every.low, every.high) == (0, 0)


def test_whoever_did_not_answer_is_not_taken_for_a_no(engine: Engine) -> None:
    found = seen(asked(answer("birkfeld", YES)), engine)
    assert leanings(found) == [Leaning.FOR, Leaning.UNKNOWN, Leaning.UNKNOWN]
    assert (found.bands[0].low, found.bands[0].high) == (0, 3)


@pytest.mark.parametrize(
    ("before", "leaning"),
    [
        ((True,), Leaning.RATHER_FOR),
        ((False,), Leaning.RATHER_AGAINST),
        ((True, True, False), Leaning.RATHER_FOR),
        ((True, False), Leaning.OPEN),
        ((True, False, False), Leaning.RATHER_AGAINST),
    ],
)
def test_the_past_of_its_bodies_makes_somebody_lean(
    before: tuple[bool, ...], leaning: Leaning, engine: Engine
) -> None:
    tale = founded().tell("decision:B9", *SILENT)
    for n, won in enumerate(before, 1):
        past(tale, f"B{n}", "birkfeld", won=won)
    found = seen(tale, engine)
    assert leanings(found)[0] is leaning
    assert found.resolved == len(before)


def test_a_word_weighs_more_than_the_past_and_the_past_softens_it(
    engine: Engine,
) -> None:
    tale = asked(*(answer(org, YES if org == "birkfeld" else NO) for org in TOWNS))
    past(tale, "B1", "birkfeld", won=False)
    past(tale, "B2", "lindgrund", won=True)
    assert leanings(seen(tale, engine)) == [
        Leaning.RATHER_FOR,
        Leaning.RATHER_AGAINST,
        Leaning.AGAINST,
    ]


def test_what_a_body_has_resolved_is_no_guess(engine: Engine) -> None:
    tale = founded().tell("decision:B9", *SILENT, paper("birkfeld"), paper("steintal"))
    refused = e.CouncilRefused(org="steintal", body="gv", on=later(40))
    found = seen(tale.tell("decision:B9", approved("birkfeld"), refused), engine)
    assert leanings(found) == [Leaning.FOR, Leaning.UNKNOWN, Leaning.AGAINST]
    assert [voice.settled for voice in found.voices] == [True, False, True]
    assert (found.bands[0].low, found.bands[0].high) == (0, 2)


def test_who_answered_what_in_confidence_moves_no_forecast_of_others(
    engine: Engine,
) -> None:
    hidden = replace(READY, disclosure=Disclosure.COORDINATION)
    told = ask.Published(answered=1, asked=3, figures=())
    tale = founded().tell("ask:F1", hidden, answer("birkfeld", YES), ask.Closed(), told)
    tale.tell("decision:B9", *SILENT).seen(engine)
    with engine.connect() as db:
        for viewer, leaning in ((COORDINATOR, Leaning.FOR), (THIRD, Leaning.UNKNOWN)):
            row = decisions.get(db, viewer, "B9")
            assert row is not None
            (line,) = decisions.lines(db, viewer, [row], later(60))
            assert leanings(decisions.forecast(db, viewer, line))[0] is leaning


def test_a_yes_in_the_forum_is_a_sign_and_no_resolution_of_a_council(
    engine: Engine,
) -> None:
    tale = founded().tell("decision:B9", DRAFTED, OPENED, says("birkfeld"))
    found = seen(tale, engine)
    assert leanings(found) == [Leaning.RATHER_FOR, Leaning.UNKNOWN, Leaning.UNKNOWN]
    assert [one.settled for one in found.voices] == [False] * 3
    assert [one.agreed for one in found.voices] == [True, False, False]
    assert (found.bands[0].low, found.bands[0].high) == (0, 3)


def test_after_the_count_a_yes_in_the_forum_is_still_a_sign(engine: Engine) -> None:
    found = seen(founded().tell("decision:B9", *IN_COUNCILS), engine)
    assert leanings(found) == [Leaning.RATHER_FOR] * 3
    assert not any(one.settled for one in found.voices)
