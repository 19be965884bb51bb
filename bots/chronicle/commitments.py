"""What happened to a commitment, one sentence per event; ``who`` is who acted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core.commitment import events as e
from core.event import Event

SENTENCES: Final[Mapping[type[Event], str]] = {
    e.Requested: N_("{asker} asked {holder}: {what}, by {due}."),
    e.Offered: N_("{holder} offered {asker}: {what}, by {due}."),
    e.Promised: N_("{who} has promised: by {due}."),
    e.PromisedUnderReservation: N_(
        "{who} has promised by {due}, if {body} agrees by {deadline}."
    ),
    e.ReservationLifted: N_("The council agreed; it is promised by {due}."),
    e.ReservationRefused: N_("The council said no."),
    e.ReservationConditioned: N_(
        "The council agreed with conditions: {conditions}, by {due}."
    ),
    e.CounterProposed: N_("{by} made a counter-proposal: by {due}."),
    e.CounterAccepted: N_(
        "{who} accepted the counter-proposal; it is promised by {due}."
    ),
    e.OfferAccepted: N_("{who} accepted the offer; it is promised by {due}."),
    e.Declined: N_("{by} declined."),
    e.Withdrawn: N_("{by} withdrew it."),
    e.ProgressReported: N_("{who} reported how it stands: {text}."),
    e.HandedOver: N_("{who} handed it over."),
    e.HandOverProposed: N_("{who} asked {to} to take over."),
    e.HandOverDeclined: N_("{by} declined the hand-over."),
    e.ChangeProposed: N_("{by} proposed a change: by {due}."),
    e.ChangeAccepted: N_("{who} agreed to the change; it is now promised by {due}."),
    e.ChangeRejected: N_("{who} dropped the change; the promise stays as it was."),
    e.CompletionReported: N_("{who} reported it as done on {on}."),
    e.CompletionAccepted: N_("{who} accepted it as done."),
    e.CompletionRejected: N_("{who} said what is still missing: {missing}."),
    e.CompletionAcceptedBySilence: N_(
        "The notice of {noticed_on} stayed without an answer; it counts as accepted."
    ),
    e.Released: N_("{who} no longer expects it."),
    e.Reneged: N_("{who} said that it cannot be kept: {reason}."),
    e.FulfilmentDisputed: N_("{who} found something afterwards: {reason}."),
    e.GroundGone: N_(
        "{decision} holds no more, as {ended_by} says. Both sides are asked whether "
        "this stands even so."
    ),
    e.Upheld: N_("For {by} it stands even so."),
    e.ReleaseSought: N_("{who} asked to be released."),
    e.Thanked: N_("{org} said thank you."),
    e.TakenBack: N_("{who} took back the step before."),
    e.Drafted: N_("Prepared for {org}, not confirmed yet: {nested}"),
    e.DraftDiscarded: N_("{who} discarded what was prepared."),
    e.EnteredOnBehalf: N_(
        "Entered for {org} {basis}, to be contested until {contest_until}: {nested}"
    ),
    e.OnBehalfConfirmed: N_("{who} confirmed the entry."),
    e.OnBehalfContested: N_("{who} contested the entry."),
    e.OnBehalfStood: N_("Nobody contested the entry in time; it holds now."),
}
