"""Everything that is asked of regions, organisations and forums on a walk."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core import forum as f
from core import organisation as o
from core import region as r
from core.facts import Duty, Facts
from core.sealed import Sealed
from tests.core import test_forum, test_organisation, test_region
from tests.given import COORDINATION, TODAY

WHY: Final = Sealed("Beschluss vom 1.3.2027")
TOWN: Final = "lindgrund"
PATH: Final[tuple[r.Command, ...]] = (
    test_region.found,
    r.InviteOrganisation(org=TOWN),
    r.SignalInterest(org=TOWN),
    r.Join(org=TOWN, basis=WHY),
    r.Observe(org=TOWN),
    r.Support(org=TOWN),
    r.Pause(org=TOWN),
    r.Resume(org=TOWN),
    r.Leave(org=TOWN, effective_on=TODAY),
    r.Decline(org=TOWN),
)
_FIELDS: Final[tuple[r.Command, ...]] = (
    test_region.found,
    r.AddField(field="wasser", name="Wasser"),
    r.RenameField(field="wasser", name="Wasser und Boden"),
    r.RetireField(field="wasser"),
    r.SetLawProfile(law_profile="DE-NI"),
)
_BUSY: Final = replace(
    COORDINATION,
    duties=(Duty(ref="Z1", forum="wasser", asker="x1", holder="birkfeld"),),
)
_ITSELF: Final[tuple[o.Command, ...]] = (
    test_organisation.register,
    o.Succeed(by="auenburg"),
    o.UpdateInhabitants(inhabitants=4_190, on=TODAY),
    o.SetContactDesk(mailbox=WHY),
    o.NameDevices(devices=("Spülwagen",)),
)
_MANDATES: Final[tuple[o.Command, ...]] = (
    test_organisation.register,
    o.GiveMandate(person="p-1", role=o.Role.MAYOR),
    o.EndMandate(person="p-1"),
    o.Succeed(by="auenburg"),
)
_BODIES: Final[tuple[o.Command, ...]] = (
    test_organisation.register,
    test_organisation.add_body,
    o.ScheduleBodyMeeting(body="gv", on=TODAY),
    o.CancelBodyMeeting(body="gv", on=TODAY),
)


def _all(
    commands: tuple[r.Command, ...] | tuple[o.Command, ...], who: Facts = COORDINATION
) -> list[tuple[object, Facts]]:
    return [(command, who) for command in commands]


REGION: Final = (_all(PATH), _all(_FIELDS), [*test_region.OFFERS])
ORGANISATION: Final = (
    _all(_ITSELF),
    _all(_MANDATES, _BUSY),
    _all((*_BODIES, o.Succeed(by="auenburg"))),
    [*test_organisation.OFFERS],
)
FORUM: Final = [
    *test_forum.OFFERS,
    (f.SetSeats(seats={TOWN: None}), test_forum.MEMBERS),
]
