"""Lifecycles: how each state is reached, and where it may end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from core import (
    ask,
    decision,
    digest,
    export,
    forum,
    information,
    log,
    nudge,
    organisation,
    person,
    region,
    text,
)
from core.commitment import states
from core.facts import Facts
from tests.core import (
    ask_offers,
    commitment_offers,
    decision_later_offers,
    nudge_offers,
    structure_offers,
    test_digest,
    test_export,
    test_hold,
    test_information_walk,
    test_log,
    test_person,
    test_text,
)

Offers: TypeAlias = Sequence[tuple[Any, Facts]]

WALKS: Final[Mapping[str, Sequence[Offers]]] = {
    "region": structure_offers.REGION,
    "organisation": structure_offers.ORGANISATION,
    "person": [test_person.OFFERS],
    "forum": [structure_offers.FORUM],
    "commitment": [commitment_offers.OFFERS, commitment_offers.DOUBTS],
    "information": [test_information_walk.OFFERS],
    "ask": ask_offers.WALKS,
    "decision": decision_later_offers.WALKS,
    "nudge": [nudge_offers.OFFERS],
    "digest": [test_digest.OFFERS],
    "text": [test_text.OFFERS],
    "export": [test_export.OFFERS],
    "hold": [test_hold.OFFERS],
    "log": [test_log.OFFERS],
}
"""What is asked of each kind of stream, and by whom; every walk begins anew."""

FINAL: Final[Mapping[str, set[type[object]]]] = {
    "region": {region.Active},
    "organisation": {organisation.Replaced},
    "person": {person.Gone},
    "forum": {forum.Absorbed},
    "commitment": {states.Ended},
    "information": {information.Withdrawn, information.SettledConcern},
    "decision": {
        decision.states.Rejected,
        decision.states.Withdrawn,
        decision.states.Superseded,
        decision.states.Repealed,
    },
    "ask": {ask.states.Concluded, ask.states.Cancelled},
    "nudge": {nudge.Minding},
    "digest": {digest.Given},
    "text": {text.Kept},
    "export": {export.Given},
    "hold": set(),
    "log": {log.Known},
}
"""Where it may end; the first and third live on without another state."""
