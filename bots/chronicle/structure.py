"""What happened to region, organisations, forums and persons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core import forum, log, organisation, person, region
from core.event import Event

SENTENCES: Final[Mapping[type[Event], str]] = {
    region.Founded: N_("The region was founded: {name}."),
    region.FieldAdded: N_("The field was opened: {name}."),
    region.FieldRenamed: N_("The field “{field}” was renamed: {name}."),
    region.FieldRetired: N_("The field “{field}” was closed."),
    region.OrganisationInvited: N_("{org} was invited."),
    region.InterestSignalled: N_("{org} is interested."),
    region.OrganisationJoined: N_("{org} joined. Basis: {basis}."),
    region.OrganisationObserving: N_("{org} is observing."),
    region.OrganisationSupporting: N_("{org} is supporting."),
    region.MembershipPaused: N_("{org} is pausing."),
    region.MembershipResumed: N_("{org} is back."),
    region.OrganisationLeft: N_("{org} leaves on {effective_on}."),
    region.OrganisationDeclined: N_("{org} does not take part for now."),
    region.ScopeChosen: N_("The cooperation is meant for: {mode}."),
    region.LawProfileChanged: N_("Other law data holds now: {law_profile}."),
    region.LeadOrganisationNamed: N_("{org} convenes the cooperation."),
    organisation.Registered: N_("The organisation was registered: {name} ({kind})."),
    organisation.Renamed: N_("The organisation was renamed: {name}."),
    organisation.InhabitantsUpdated: N_("On {on} it had {inhabitants} inhabitants."),
    organisation.BodyAdded: N_("The body was entered: {name}."),
    organisation.BodyMeetingScheduled: N_("The body “{body}” meets on {on}."),
    organisation.BodyMeetingCancelled: N_("The body “{body}” does not meet on {on}."),
    organisation.ContactDeskSet: N_("The office mailbox is: {mailbox}."),
    organisation.DevicesNamed: N_("Devices and skills to lend: {devices}."),
    organisation.Succeeded: N_("{by} took the place of the organisation."),
    organisation.MandateGiven: N_("{person} received a mandate as {role}: {powers}."),
    organisation.MandateEnded: N_("The mandate of {person} ended."),
    organisation.HandoverNeeded: N_(
        "In {forum} nobody acts for the organisation any more; still open: {refs}."
    ),
    forum.Proposed: N_("{lead} proposed the forum: {name} ({kind})."),
    forum.Constituted: N_("The forum took up its work."),
    forum.Renamed: N_("The forum was renamed: {name}."),
    forum.SeatGiven: N_("{org} has a seat: {seat}."),
    forum.RulebookChanged: N_(
        "It decides by other rules since {decision}: {rulebook}."
    ),
    forum.SeatWithdrawn: N_("{org} has no seat any more."),
    forum.CadenceSet: N_("The forum means to meet every {days} days."),
    forum.Rested: N_("The forum rests until {until}."),
    forum.Revived: N_("The forum is at work again."),
    forum.Merged: N_("The forum went on in {into}."),
    forum.Closed: N_("The forum was closed."),
    forum.Refounded: N_("The forum was founded again."),
    forum.MeetingScheduled: N_("A meeting of the forum was convened for {on}."),
    forum.MeetingCancelled: N_("The meeting of {on} was cancelled."),
    forum.MeetingHeld: N_("The meeting of {on} took place; there were: {attended}."),
    forum.MinutesFiled: N_("The minutes of the meeting of {on}: {where}."),
    forum.MinutesApproved: N_("The minutes of the meeting of {on} were approved."),
    log.KeyAnnounced: N_("The log is signed with another key from now on (“{key}”)."),
    log.WitnessNamed: N_("{org} bears witness to the log with the key “{key}”."),
    person.Admitted: N_("The person was admitted."),
    person.PreferencesSet: N_(
        "The way to be spoken to was set: {language}, “{register}”; digest: {digest}."
    ),
}
TAILS: Final[Mapping[str, str]] = {
    "purpose": N_("Purpose: {purpose}."),
    "reasons": N_("Reasons: {reasons}."),
    "alternatives": N_("Also weighed: {alternatives}."),
    "waiver": N_("Why without a survey: {waiver}."),
    "members": N_("Named: {members}."),
    "duties": N_("Still open: {duties}."),
    "successor": N_("It goes on in {successor}."),
    "until": N_("Until {until}."),
    "at": N_("Hour: {at}."),
    "place": N_("Place: {place}."),
    "quorate": N_("Enough with a vote were there to resolve."),
}
