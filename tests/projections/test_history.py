"""The history of one item tells who said what, for whom, when and where."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine

from core import information, person
from core.commitment import events as e
from core.facts import Basis
from core.ports import Circle, Via
from core.sealed import Sealed
from projections import history
from projections import information as views
from projections.viewer import MACHINE, STRANGER, Viewer
from tests.projections.given import (
    ASKER,
    BEGIN,
    DUE,
    HOLDER,
    PROMISED,
    REQUESTED,
    THIRD,
    TODAY,
    founded,
)


def test_a_step_says_everything_around_an_event(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)
    tale.tell(
        "commitment:Z1",
        e.EnteredOnBehalf(
            org="birkfeld",
            basis=Basis.PHONE,
            holder="vogt",
            contest_until=TODAY,
            event=e.CounterProposed(by="birkfeld", due=DUE, reason=Sealed("Urlaub")),
            note=Sealed("rief an"),
        ),
        actor="ada",
        mandate="kreis/coordinator",
        on_behalf_org="birkfeld",
        basis=Basis.PHONE,
        via=Via.CLI,
        source=Sealed("Link"),
    ).seen(engine)
    with engine.connect() as db:
        asked, entered = history.of(db, ASKER, "Z1")
        assert history.of(db, ASKER, "commitment:Z1") == [asked, entered]
    assert (asked.version, asked.kind, asked.event) == (1, REQUESTED.KIND, REQUESTED)
    assert asked.facts["due"] == DUE
    assert asked.texts["what"] == REQUESTED.what.text
    assert (asked.org, asked.role, asked.actor) == ("lindgrund", "clerk", "lena")
    assert asked.recorded_at == BEGIN + timedelta(hours=asked.position)
    assert (entered.org, entered.on_behalf_org) == ("kreis", "birkfeld")
    assert (entered.basis, entered.via, entered.source) == (
        Basis.PHONE,
        Via.CLI,
        "Link",
    )
    assert entered.facts["event.kind"] == "commitment.counter_proposed.v1"
    assert entered.facts["event.due"] == DUE
    assert entered.facts["basis"] == "telefon"
    assert entered.texts == {"event.reason": "Urlaub", "note": "rief an"}


def test_a_closed_step_is_left_out_for_others(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)
    tale.tell("commitment:Z1", PROMISED, circle=Circle.CLOSED).seen(engine)
    with engine.connect() as db:
        assert len(history.of(db, HOLDER, "Z1")) == 2
        assert history.of(db, THIRD, "Z1") == []
        assert history.of(db, HOLDER, "Z99") == []
        assert history.of(db, HOLDER, "kein Bezug") == []


def test_structure_has_a_history_too(engine: Engine) -> None:
    tale = founded().tell("person:lena", person.Admitted())
    tale.seen(engine)
    own = Viewer("lena", frozenset({"lindgrund"}), coordinates=False, audits=False)
    with engine.connect() as db:
        assert len(history.of(db, ASKER, "forum:wasser")) == 5
        assert len(history.of(db, ASKER, "organisation:kreis")) == 2
        assert history.of(db, STRANGER, "organisation:kreis") == []
        assert len(history.of(db, own, "person:lena")) == 1
        assert history.of(db, HOLDER, "person:lena") == []
        assert len(history.of(db, MACHINE, "person:lena")) == 1


def test_a_funding_experience_shows_its_parts(engine: Engine) -> None:
    funding = information.Funding(
        programme=Sealed("Städtebauförderung"),
        giver=Sealed("Land"),
        year=2026,
        share_percent=40,
        months_to_notice=9,
        pitfalls=Sealed("vorzeitiger Beginn"),
        again=information.Again.CONDITIONAL,
    )
    told = information.Recorded(
        kind=information.InformationKind.FUNDING,
        forum="wasser",
        org="kreis",
        text=Sealed("Bescheid erst nach neun Monaten"),
        about=("Z1",),
        funding=funding,
    )
    founded().tell("information:I1", told, information.Confirmed(org="birkfeld")).seen(
        engine
    )
    with engine.connect() as db:
        step, _ = history.of(db, ASKER, "I1")
        row = views.get(db, ASKER, "I1")
    assert step.facts["funding.share_percent"] == 40
    assert step.texts["funding.pitfalls"] == "vorzeitiger Beginn"
    assert row is not None
    assert (row.funding, row.about) == (funding, ("Z1",))
    assert (row.confirmations, row.state) == (("birkfeld",), "current")


def test_a_concern_shows_its_answer(engine: Engine) -> None:
    tale = founded().tell(
        "information:I1",
        information.ConcernRaised(forum="wasser", org="birkfeld", text=Sealed("Wie?")),
        information.ConcernAnswered(org="kreis", text=Sealed("So.")),
        information.AnswerRejected(missing=Sealed("Kosten")),
    )
    tale.seen(engine)
    with engine.connect() as db:
        row = views.get(db, ASKER, "I1")
    assert row is not None
    assert (row.kind, row.state, row.answered_by) == ("sorge", "open", "kreis")
    assert (row.answer, row.missing) == ("So.", "Kosten")
