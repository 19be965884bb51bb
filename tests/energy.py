"""A second forum in Auenland, in which the county and Birkfeld sit."""

from __future__ import annotations

from core import forum
from core.facts import Seat
from core.sealed import Sealed
from tests.auenland import Auenland


def constitute(here: Auenland) -> None:
    """Let the forum "Energie" be there."""
    proposed = forum.Propose(
        name="Energie",
        kind=forum.ForumKind.FIELD,
        fields=("wasser",),
        purpose=Sealed("Gemeinsam"),
        lead="kreis",
    )
    here.order("forum:energie", proposed)
    here.order("forum:energie", forum.Constitute())
    seats = forum.SetSeats(seats=dict.fromkeys(("kreis", "birkfeld"), Seat.VOTE))
    here.order("forum:energie", seats)
