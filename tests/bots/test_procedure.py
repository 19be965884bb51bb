"""The procedure follows from the code, with every field of every kind."""

from __future__ import annotations

from datetime import date

from bots.procedure import HELD, kinds
from bots.speech import Speech
from core.catalogue import EVENTS

KINDS = {
    one.kind: {field.name: field.held for field in one.fields}
    for one in kinds(Speech(language="de", today=date(2027, 3, 17)))
}


def test_every_kind_is_told_with_its_sentence() -> None:
    assert list(KINDS) == [event.KIND for event in EVENTS]
    english = kinds(Speech(language="en", today=date(2027, 3, 17)))
    assert all(one.sentence for one in english)


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
