"""What may happen to the texts of an entry, one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, get_args

import pytest

from core import desk
from core.errors import Code, Refusal
from core.facts import OPERATOR as MACHINE
from core.facts import Entry, Facts
from core.grounds import SECTIONS, Ground
from core.ports import Order, Via
from core.sealed import Sealed
from core.text import (
    TEXT,
    Command,
    Erase,
    Erased,
    Happening,
    Offer,
    Offered,
    Release,
    Released,
    Replace,
    Replaced,
)
from tests.core.desk_world import Log
from tests.core.test_commitment import requested
from tests.core.walk import survive
from tests.given import COORDINATION, OPERATOR, TODAY, Spec, member

FIELDS: Final = frozenset({"what", "measure"})
ENTRY: Final = Entry(80, requested.KIND, FIELDS, "commitment:Z1", TODAY)
WORDING: Final = frozenset({"to", "wording"})
DIGEST: Final = Entry(81, "digest.sent.v1", WORDING, "digest:a1", TODAY)
OBJECTION: Final = Ground.OBJECTION
in_charge = replace(OPERATOR, ref="80", entry=ENTRY)
text = Spec(TEXT).by(in_charge)
offer, erase = Offer(field="what"), Erase(field="what", ground=OBJECTION)
new = Replace(field="what", ground=Ground.CORRECTION, text=Sealed("Ohne Namen"))
offered = Offered(leaf=80, field="what")
erased = Erased(leaf=80, field="what", ground=OBJECTION)
replaced = Replaced(
    leaf=80, field="what", ground=Ground.CORRECTION, text=Sealed("Ohne Namen")
)
release = Release(field="what", taken=True)
released = Released(leaf=80, field="what", taken=True)
over = Erase(field="what", ground=Ground.PERIOD_OVER)
OFFERS: Final[list[tuple[Command, Facts]]] = [
    (each, in_charge) for each in (offer, release, erase, over, new)
]


def test_a_record_is_offered_to_the_archive_before_it_goes() -> None:
    text.when(erase).refused(Code.OFFER_FIRST, entry=80, field="what")
    text.when(offer).then(offered)
    text.given(offered).when(erase).then(erased)
    text.given(offered).when(offer).then()


def test_offering_one_text_does_not_offer_the_other() -> None:
    other = Erase(field="measure", ground=OBJECTION)
    text.given(offered).when(other).refused(Code.OFFER_FIRST, field="measure")


def test_what_must_never_have_been_stored_goes_without() -> None:
    unlawful = Erase(field="what", ground=Ground.UNLAWFUL)
    text.when(unlawful).then(Erased(leaf=80, field="what", ground=Ground.UNLAWFUL))


def test_what_is_no_record_goes_without() -> None:
    told = Spec(TEXT).by(replace(in_charge, ref="81", entry=DIGEST))
    wording = Erase(field="wording", ground=OBJECTION)
    told.when(wording).then(Erased(leaf=81, field="wording", ground=OBJECTION))


def test_other_words_leave_the_record_where_it_is_and_need_no_offer() -> None:
    text.when(new).then(replaced)


def test_other_words_must_be_some() -> None:
    text.when(replace(new, text=Sealed(" "))).refused(Code.TEXT_MISSING)


def test_where_a_form_is_read_nothing_else_can_be_said() -> None:
    told = replace(new, field="wording")
    Spec(TEXT).by(replace(in_charge, entry=DIGEST)).when(told).refused(
        Code.NO_FREE_TEXT, entry=81, field="wording"
    )
    said = frozenset({"values.0.said"})
    asked = Entry(82, "ask.answered.v1", said, "ask:F1", TODAY)
    text.by(replace(in_charge, entry=asked)).when(
        replace(new, field="values.0.said")
    ).refused(Code.NO_FREE_TEXT, entry=82)


@pytest.mark.parametrize("before", [erased, replaced])
@pytest.mark.parametrize("command", [offer, erase, new])
def test_a_text_goes_once(before: Happening, command: Command) -> None:
    gone = text.given(offered, before).when(command)
    gone.refused(Code.ERASED_ALREADY, entry=80, field="what")


def test_only_what_is_there_can_go() -> None:
    nowhere = text.by(replace(in_charge, ref="99", entry=None)).when(offer)
    nowhere.refused(Code.NO_SUCH_ENTRY, entry="99")
    other = text.when(Offer(field="reason"))
    other.refused(Code.NO_SUCH_TEXT, field="reason", fields=("measure", "what"))


def test_coordination_may_and_a_member_may_not() -> None:
    text.by(replace(COORDINATION, entry=ENTRY)).when(offer).then(offered)
    mine = replace(member("lindgrund"), entry=ENTRY)
    text.by(mine).when(offer).refused(Code.ONLY_COORDINATION)


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    samples = (offered, released, erased, replaced)
    assert {type(sample) for sample in samples} == set(get_args(Happening))
    survive(TEXT, samples, OFFERS, seed)


def order(command: object, stream: str) -> Order:
    """Return an order of the operator."""
    return Order(
        command_id="c1",
        command=command,
        stream=stream,
        actor=MACHINE,
        org="",
        today=TODAY,
        now=COORDINATION.now,
        via=Via.CLI,
    )


def test_the_desk_looks_the_entry_up() -> None:
    assert list(desk.decide(order(offer, "text:80"), Log()).events) == [offered]


@pytest.mark.parametrize("ref", ["81", "080", "x", "²"])
def test_the_desk_knows_no_entry_by_another_name(ref: str) -> None:
    with pytest.raises(Refusal) as caught:
        desk.decide(order(offer, f"text:{ref}"), Log())
    assert caught.value.code is Code.NO_SUCH_ENTRY


def test_every_ground_stands_on_a_section() -> None:
    assert set(SECTIONS) == set(Ground)
