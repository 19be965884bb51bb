"""How the events of a region become rows: its fields, and who belongs to it."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from core import region
from projections.people import tables as t
from projections.rows import Row, Rows


def fold_region(rows: Rows, ref: str, event: region.Happening) -> None:
    """Bring region, fields and membership up to date."""
    match event:
        case region.Founded():
            row = {
                "region": ref,
                "name": event.name,
                "lead": None,
                "law_profile": event.law_profile,
                "time_zone": event.time_zone,
            }
            rows.put(t.REGION, ref, [row])
        case region.FieldAdded(field=field, name=name):
            rows.put(t.FIELD, field, [_field(field, name)])
        case region.FieldRenamed(field=field, name=name):
            rows.change(t.FIELD, field, name=name)
        case region.FieldRetired(field=field):
            rows.change(t.FIELD, field, retired=True)
        case region.LawProfileChanged(law_profile=profile):
            rows.change(t.REGION, ref, law_profile=profile)
        case region.LeadOrganisationNamed(org=org):
            rows.change(t.REGION, ref, lead=org)
        case region.ScopeChosen():
            pass  # no query asks for it yet
        case _:
            _membership(rows, event)


def _field(field: str, name: str) -> Row:
    return {"field": field, "name": name, "retired": False}


OnPath: TypeAlias = (
    region.OrganisationInvited
    | region.InterestSignalled
    | region.OrganisationJoined
    | region.OrganisationObserving
    | region.OrganisationSupporting
    | region.MembershipPaused
    | region.MembershipResumed
    | region.OrganisationLeft
    | region.OrganisationDeclined
)


def _membership(rows: Rows, event: OnPath) -> None:
    org, path, left_on = event.org, region.Path.LEFT, None
    before = rows.one(t.MEMBERSHIP, org)
    match event:
        case region.OrganisationInvited():
            path = region.Path.INVITED
        case region.InterestSignalled():
            path = region.Path.INTERESTED
        case region.OrganisationJoined():
            path = region.Path.MEMBER
        case region.OrganisationObserving():
            path = region.Path.OBSERVING
        case region.OrganisationSupporting():
            path = region.Path.SUPPORTER
        case region.OrganisationDeclined():
            path = region.Path.DECLINED
        case region.MembershipPaused():
            path, left_on = region.Path.PAUSED, before and before["left_on"]
        case region.MembershipResumed():
            path, left_on = region.Path.MEMBER, before and before["left_on"]
        case region.OrganisationLeft(effective_on=day):
            path = region.Path(before["path"]) if before else path
            left_on = day
        case _:
            assert_never(event)
    row = {"org": org, "path": path.value, "left_on": left_on}
    rows.put(t.MEMBERSHIP, org, [row])
