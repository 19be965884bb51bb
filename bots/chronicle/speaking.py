"""Speaking: who said it, in which function, for whom, and how it was heard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.chronicle import names
from bots.locale import N_
from bots.message import Text
from bots.speech import Speech
from core.facts import OPERATOR
from core.ports import Via
from projections.steps import Step

_OPERATIONS: Final[Mapping[Via, str]] = {
    Via.POLICY: N_("Faden itself"),
    Via.CLI: N_("operations (command line)"),
}


def who(one: Step, speech: Speech) -> Text:
    """Say who acted: "Frau K., Sachbearbeitung, für Lindgrund"."""
    if one.actor == OPERATOR:
        return speech.text(_OPERATIONS.get(one.via, N_("operations")))
    facts = {
        "person": _addressed(one.actor, speech),
        "role": names.role(one.role, speech),
        "org": speech.org(one.org),
    }
    own = N_("{person}, {role}, for {org}")
    if one.on_behalf_org is None:
        return speech.text(own, **facts)
    entry = {
        "who": speech.words(N_("{person}, {role}"), **facts),
        "org": speech.org(one.on_behalf_org),
        "basis": names.basis(one.basis.value, speech) if one.basis else "",
    }
    holder = getattr(one.event, "holder", None)
    if holder is None or not hasattr(one.event, "contest_until"):
        return speech.text(N_("for {org} – entered by {who} {basis}"), **entry)
    return speech.text(
        N_("{holder}, for {org} – entered by {who} {basis}"),
        holder=_addressed(holder, speech),
        **entry,
    )


def _addressed(person: str, speech: Speech) -> str:
    card = speech.cards.get(person)
    name = speech.person(person)
    match card.salutation if card else "":
        case "Frau":
            return speech.words(N_("Ms {name}"), name=name)
        case "Herr":
            return speech.words(N_("Mr {name}"), name=name)
        case _:
            return name
