"""The procedure follows from the code, with every field of every kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import pytest

from adapters.journal.upcasters import UPCASTERS
from bots.procedure import HELD, kind, kinds
from bots.speech import Speech
from core.catalogue import EVENTS
from core.event import Event
from tests.golden import records

DAY: Final = date(2027, 3, 17)

KINDS = {
    one.kind: {field.name: field.held for field in one.fields}
    for one in kinds(Speech(language="de", today=DAY))
}


def test_every_kind_is_told_with_its_sentence() -> None:
    assert list(KINDS) == [event.KIND for event in EVENTS]
    english = kinds(Speech(language="en", today=DAY))
    assert all(one.sentence for one in english)


def test_each_kind_says_how_long_it_is_kept_and_whether_it_is_personal() -> None:
    told = {one.kind: one for one in kinds(Speech(language="en", today=DAY))}
    asked = told["commitment.requested.v2"]
    assert asked.kept.startswith("record: 10 years from the last entry of its item")
    assert told["digest.sent.v1"].kept.startswith("aid: 1 year")
    assert told["person.absence_declared.v1"].kept.startswith("of one person: 1 year")
    assert asked.personal
    assert not told["forum.constituted.v1"].personal
    assert told["person.preferences_set.v2"].version == 2


def test_a_kind_of_which_nobody_said_how_long_it_is_kept_is_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Mown(Event):
        KIND = "meadow.mown.v1"

    with pytest.raises(KeyError, match="meadow"):
        kind(Mown, Speech(language="en", today=DAY))


def test_a_kind_of_which_nobody_said_what_it_tells_is_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Mown(Event):
        KIND = "forum.mown.v1"

    with pytest.raises(KeyError, match="Mown"):
        kind(Mown, Speech(language="en", today=DAY))


def test_older_versions_are_read_and_every_kind_has_a_stored_sample() -> None:
    newest = {event.KIND.rpartition(".v")[0]: event.KIND for event in EVENTS}
    assert len(newest) == len(EVENTS)
    stored = {golden.kind for golden in records()}
    for name, kind_ in newest.items():
        versions = int(kind_.rpartition(".v")[2])
        older = [f"{name}.v{number}" for number in range(1, versions)]
        assert {kind_, *older} <= stored
        for number, old in enumerate(older, start=2):
            assert UPCASTERS[old][0] == f"{name}.v{number}"


def test_each_field_says_how_it_is_held() -> None:
    assert KINDS["commitment.requested.v2"]["what"] == "sealed"
    assert KINDS["commitment.requested.v2"]["due"] == "plain"
    assert KINDS["organisation.mandate_given.v1"]["person"] == "person"
    behalf = KINDS["commitment.entered_on_behalf.v1"]
    assert (behalf["event"], behalf["holder"]) == ("event", "person")
    assert KINDS["commitment.requested.v2"]["holder"] == "plain"  # an organisation
    assert KINDS["information.recorded.v1"]["funding.giver"] == "sealed"
    held = {one for fields in KINDS.values() for one in fields.values()}
    assert held == set(HELD)
