"""What was answered to an ask is shown to those to whom it was promised."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from core.ask import events as e
from core.ask.kinds import AskKind, Disclosure, Meant
from core.ask.questions import Question, QuestionKind, Value
from core.facts import Basis
from core.sealed import Sealed
from projections import disclosure, history
from projections.viewer import Viewer
from tests.projections.given import (
    COORDINATOR,
    DUE,
    HOLDER,
    THIRD,
    TODAY,
    founded,
)

OPENED = e.Opened(
    kind=AskKind.NEED,
    forum="wasser",
    org="kreis",
    meant=Meant.EVERYBODY,
    audience=("birkfeld", "steintal"),
    questions=(Question(key="need", kind=QuestionKind.YES_NO, label="Bedarf"),),
    text=Sealed("Wer braucht eine Kehrmaschine?"),
    on=TODAY,
    deadline=DUE,
    promised=DUE,
    minutes=3,
)
SAID = e.Answered(
    org="birkfeld",
    values=(Value(question="need", said=Sealed("geheim")),),
    remark=Sealed("geheim"),
)
ENTERED = e.EnteredOnBehalf(
    org="birkfeld",
    basis=Basis.PHONE,
    holder="vogt",
    contest_until=DUE,
    event=SAID,
    note=Sealed("geheim"),
)


@pytest.mark.parametrize(
    ("disclosure", "who", "shown"),
    [
        (Disclosure.NAMED, THIRD, True),
        (Disclosure.COORDINATION, THIRD, False),
        (Disclosure.COORDINATION, COORDINATOR, True),
        (Disclosure.COORDINATION, HOLDER, True),
        (Disclosure.AGGREGATED, COORDINATOR, False),
        (Disclosure.AGGREGATED, HOLDER, True),
    ],
)
@pytest.mark.parametrize("event", [SAID, ENTERED])
def test_an_answer_is_shown_as_promised(
    engine: Engine,
    event: e.Happening,
    disclosure: Disclosure,
    who: Viewer,
    *,
    shown: bool,
) -> None:
    opened = replace(OPENED, disclosure=disclosure)
    founded().tell("ask:F1", opened, event).seen(engine)
    with engine.connect() as db:
        _, step = history.of(db, who, "F1")
    assert step.kind == event.KIND
    assert ("geheim" in step.texts.values()) is shown


@pytest.mark.parametrize(
    "said",
    [
        e.NothingReported(org="birkfeld"),
        e.AnswerDeclined(org="birkfeld", reason=Sealed("geheim")),
    ],
)
def test_nothing_to_report_and_a_no_look_like_any_answer(
    said: e.NothingReported | e.AnswerDeclined,
) -> None:
    opened = replace(OPENED, disclosure=Disclosure.AGGREGATED)
    plain = e.Answered(org="birkfeld", values=())
    assert disclosure.shown(said, opened, COORDINATOR) == plain
    assert disclosure.shown(said, opened, HOLDER) == said
