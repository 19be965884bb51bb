"""Everything that can be said can be filled in, and reads as the same."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, get_args

import pytest

from bots import forms, slips
from bots.grammar import DEMO, intents, parse
from bots.grammar.deciding import RunningDecision
from bots.grammar.further import Further
from bots.grammar.inquiries import WhatHeld, WhatHolds
from bots.grammar.said import Said
from bots.grammar.sitting import WhichMeetings
from bots.grammar.wishes import SignIn
from bots.slips import SLIPS, Slip
from bots.speech import Speech

TODAY: Final = date(2027, 3, 17)
NOT_YET: Final = "the chat says itself that it cannot do this yet"
WITHOUT: Final[dict[type[Said], str]] = {
    intents.WhatDecided: "/beschluesse shows it",
    intents.WhoDoes: "/suche shows it",
    intents.WhoTakesPart: "/beschluesse shows it",
    intents.WhatPromised: "/mitglieder shows it",
    intents.WhoHas: "/region shows it",
    intents.WhatIsOpen: "/meine shows it",
    intents.WhatKnown: "/suche shows it",
    intents.AsOf: "pages show earlier days",
    intents.Status: "/item shows it",
    intents.Digest: "/ueberblick shows it",
    intents.Help: "/hilfe shows it",
    SignIn: "/anmelden is the page for it",
    intents.WhatBenefit: NOT_YET,
    intents.Book: NOT_YET,
    intents.Link: NOT_YET,
    intents.Reflect: NOT_YET,
    WhichMeetings: "the board shows it",
    WhatHolds: "/beschluesse shows it",
    WhatHeld: "/mitglieder and /beschluesse show it on a day",
    **dict.fromkeys(get_args(Further), "the decision's page has its form when it fits"),
}
FILLED: Final = {
    "to": "Lindgrund",
    "whom": "Lindgrund, Mühlau",
    "what": "Schlammmengen der Anlage Nord",
    "why": "Der Kollege fällt aus",
    "due": "2027-05-12",
    "until": "2027-05-12",
    "on": "2027-03-10",
    "then": "2027-03-24",
    "body": "Gemeindevertretung",
    "where": "im Ordner Wasser",
    "org": "Birkfeld",
    "by": "B12",
    "touched": "B7, B12",
    "paper": "12/2027",
    "item": "7",
    "years": "2",
    "deputy": "Frau Kaya",
    "start": "9",
    "end": "15",
    "councils": "2027-09-30",
    "reasons": "Sie altern.\nAlle wissen es.",
    "alternatives": "Jeder allein",
    "otherwise": "Er bleibt allein.",
    "costs": "Lindgrund 500 €",
    "benefits": "Lindgrund: spart Wege",
    "hour": "14:00",
    "place": "Birkfeld",
    "present": "Birkfeld, Lindgrund",
}
_AHEAD: Final = {"on": "2027-06-17"}
LATER: Final = {"tagesordnung": _AHEAD, "einberufen": _AHEAD, "absagen": _AHEAD}


def speech(language: str) -> Speech:
    names = {name.casefold(): name for name in DEMO.organisations}
    forums = {"wasser": DEMO.forums[0]}
    return Speech(language=language, today=TODAY, organisations=names, forums=forums)


def line(slip: Slip, language: str, *, whole: bool) -> str:
    given = {**FILLED, **LATER.get(slip.name, {}), "ref": f"{slip.letter}7"}
    form = slips.form(slip, speech(language), {})
    values = {
        field.id: field.options[0] if field.id not in given else given[field.id]
        for field in form.fields
        if whole or field.required
    }
    assert forms.mistakes(form, values, speech(language)) == {}
    return forms.typed(form, values)


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "short"])
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", SLIPS)
def test_a_sheet_says_what_its_line_means(
    name: str, language: str, *, whole: bool
) -> None:
    slip = SLIPS[name]
    typed = line(slip, language, whole=whole)
    assert isinstance(parse(typed, TODAY), slip.intent), typed
    assert not set("[]{}") & set(typed)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_answer_of_a_choice_is_understood(language: str) -> None:
    for slip in SLIPS.values():
        form = slips.form(slip, speech(language), {})
        for field in form.fields:
            for option in field.options:
                values = {one.id: FILLED.get(one.id, "Z7") for one in form.fields}
                values |= {"ref": f"{slip.letter}7", field.id: option}
                for other in form.fields:
                    if other.options and other is not field:
                        values[other.id] = other.options[0]
                typed = forms.typed(form, values)
                assert isinstance(parse(typed, TODAY), slip.intent), typed


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", SLIPS)
def test_a_sheet_is_empty_but_for_what_is_usual(name: str, language: str) -> None:
    slip, spoken = SLIPS[name], speech(language)
    usual = {one.id: spoken.translate(one.usual) for one in slip.asks if one.usual}
    shown = {one.id: one.value for one in slips.form(slip, spoken, {}).fields}
    assert {field: said for field, said in shown.items() if said} == usual


def test_every_intent_has_a_sheet_or_a_reason_why_not() -> None:
    known = {slip.intent for slip in SLIPS.values()}
    assert known.isdisjoint(WITHOUT)
    assert known | set(WITHOUT) == _members(intents.Intent) | _members(RunningDecision)


def _members(union: Any) -> set[type[Said]]:  # noqa: ANN401  (a union of classes)
    return set(get_args(union))
