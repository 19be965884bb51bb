"""Every event of the catalogue is told in a sentence, and who said it is named."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

import pytest

from bots import chronicle
from bots.speech import Speech
from core import organisation
from core.catalogue import EVENTS
from core.commitment import events as e
from core.event import Event
from core.facts import OPERATOR, Basis
from core.ports import Card, Circle, Via
from core.sealed import Sealed
from projections.steps import Step

DAY = date(2027, 4, 30)
SAMPLES: dict[object, object] = {
    str: "lindgrund",
    int: 3,
    bool: True,
    date: DAY,
    Sealed: Sealed("Tabelle"),
    Event: e.Promised(due=DAY),
}


def speech(language: str = "de") -> Speech:
    return Speech(
        language=language,
        today=date(2027, 3, 17),
        organisations={"lindgrund": "Lindgrund", "steintal": "Steintal"},
        forums={"lindgrund": "Strategisches Forum Wasser"},
        cards={
            "p-k": Card(name="K.", salutation="Frau"),
            "p-r": Card(name="Roth", salutation="Herr"),
        },
    )


def sample(kind: type, *, sealed: Sealed) -> Any:  # noqa: ANN401  (any dataclass)
    """An instance of a dataclass with every field set."""
    hints = typing.get_type_hints(kind)
    return kind(
        **{f.name: value(hints[f.name], sealed) for f in dataclasses.fields(kind)}
    )


def value(hint: Any, sealed: Sealed) -> object:  # noqa: ANN401  (any annotation)
    if isinstance(hint, types.UnionType):
        return value(next(a for a in hint.__args__ if a is not type(None)), sealed)
    if typing.get_origin(hint) is tuple:
        return (value(hint.__args__[0], sealed),)
    if hint is Sealed:
        return sealed
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return sample(hint, sealed=sealed)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    return SAMPLES[hint]


def step(event: Event, **changes: Any) -> Step:  # noqa: ANN401
    """A step as the history gives it."""
    plain: dict[str, Any] = {
        "position": 1,
        "ref": "Z1",
        "version": 1,
        "kind": event.KIND,
        "event": event,
        "facts": {},
        "texts": {},
        "recorded_at": datetime(2027, 3, 17, 9, tzinfo=UTC),
        "effective_on": date(2027, 3, 17),
        "actor": "p-k",
        "org": "lindgrund",
        "role": "clerk",
        "on_behalf_org": None,
        "basis": None,
        "via": Via.WEB,
        "source": None,
        "circle": Circle.INTERNAL,
    }
    return Step(**{**plain, **changes})


def german(event: Event, **changes: Any) -> str:  # noqa: ANN401
    return chronicle.step(step(event, **changes), speech()).plain


def test_every_event_has_a_sentence_and_nothing_else_has() -> None:
    assert set(chronicle.SENTENCES) == set(EVENTS)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_every_event_is_told(kind: type[Event], language: str) -> None:
    for sealed in (Sealed("Tabelle"), Sealed(None)):
        event = sample(kind, sealed=sealed)
        said = chronicle.step(step(event), speech(language)).plain
        assert "{" not in said
        assert said.endswith(".")


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_every_event_is_told_in_german(kind: type[Event]) -> None:
    sentence = chronicle.SENTENCES[kind]
    assert speech().translate(sentence) != sentence


def test_a_promise_names_who_and_until_when() -> None:
    assert german(e.Promised(due=DAY)) == "Lindgrund hat zugesagt: bis Fr, 30.04.2027."


def test_a_text_that_is_gone_without_a_reason_is_not_called_erased() -> None:
    event = e.Declined(by="lindgrund", reason=Sealed(None))
    assert german(event) == "Lindgrund hat abgesagt. Grund: nicht mehr da (Eintrag 1)."


def test_what_was_prepared_is_told_within() -> None:
    event = e.Drafted(org="lindgrund", event=e.Promised(due=DAY))
    assert german(event) == (
        "Vorbereitet für Lindgrund, noch nicht bestätigt: "
        "Lindgrund hat zugesagt: bis Fr, 30.04.2027."
    )


def test_handing_over_names_whoever_looks_after_it_now() -> None:
    assert german(e.HandedOver(org="steintal")) == (
        "Steintal hat die Zusage übernommen."
    )
    assert german(e.HandedOver(person="p-r")) == (
        "Lindgrund hat es weitergegeben an Roth."
    )


def test_no_mandate_without_powers_leaves_a_hole() -> None:
    event = organisation.DevicesNamed(devices=())
    assert german(event) == "Geräte und Fachkräfte zum Ausleihen: –."


def test_what_nobody_contested_counts_for_those_it_was_entered_for() -> None:
    entry = e.EnteredOnBehalf(
        org="steintal",
        basis=Basis.PHONE,
        holder="p-r",
        contest_until=DAY,
        event=e.Promised(due=DAY),
    )
    history = [step(x) for x in (entry, e.OnBehalfStood(), entry.event)]
    assert chronicle.steps(history, speech())[-1].plain.startswith("Steintal hat")


def test_who_names_person_function_and_organisation() -> None:
    own = step(e.Promised(due=DAY))
    assert (
        chronicle.who(own, speech()).plain == "Frau K., Sachbearbeitung, für Lindgrund"
    )


def test_who_names_both_when_something_was_entered_for_others() -> None:
    entry = e.EnteredOnBehalf(
        org="steintal",
        basis=Basis.PHONE,
        holder="p-r",
        contest_until=DAY,
        event=e.Promised(due=DAY),
    )
    changes = {"on_behalf_org": "steintal", "basis": Basis.PHONE}
    said = chronicle.who(step(entry, role="coordinator", **changes), speech()).plain
    assert said == (
        "Herr Roth, für Steintal – eingetragen nach Telefonat: Frau K., Koordination"
    )
    requested = step(e.OnBehalfStood(), role="coordinator", **changes)
    assert chronicle.who(requested, speech()).plain.startswith("für Steintal –")


@pytest.mark.parametrize(
    ("via", "who"),
    [(Via.CLI, "Betrieb (Befehlszeile)"), (Via.POLICY, "Faden selbst")],
)
def test_who_names_the_command_line_and_what_went_by_itself(via: Via, who: str) -> None:
    stood = step(e.OnBehalfStood(), actor=OPERATOR, org="", role=OPERATOR, via=via)
    assert chronicle.who(stood, speech()).plain == who


def test_a_code_without_a_name_is_shown_as_it_is() -> None:
    assert chronicle.state("something_new", speech()) == "something_new"
    assert chronicle.channel("web", speech("en")) == "in the web chat"
