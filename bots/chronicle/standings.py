"""Where a decision stands, and a council with it, in words (*Beschlussstand*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_

STATES: Final[Mapping[str, str]] = {
    # decision
    "decision_absent": N_("not proposed yet"),
    "decision_draft": N_("draft"),
    "decision_open": N_("being decided"),
    "decision_objected": N_("being decided, with objections"),
    "decision_escalated": N_("objections being dealt with elsewhere"),
    "decision_rejected": N_("not accepted"),
    "decision_lapsed": N_("not quorate"),
    "decision_withdrawn": N_("not pursued any more"),
    "decision_resolved": N_("accepted in the forum"),
    "decision_ratifying": N_("in the councils"),
    "decision_partly_in_force": N_("partly in force"),
    "decision_in_force": N_("in force"),
    "decision_failed": N_("failed"),
    "decision_under_review": N_("under review"),
    "decision_reconsidered": N_("under review"),
    "decision_superseded": N_("superseded"),
    "decision_repealed": N_("repealed"),
    # a council with a decision
    "council_required": N_("no paper yet"),
    "council_submitted": N_("paper submitted"),
    "council_scheduled": N_("on the agenda"),
    "council_provisional": N_("approved by word of mouth"),
    "council_approved": N_("approved"),
    "council_conditional": N_("approved with conditions"),
    "council_refused": N_("refused"),
    "council_waived": N_("not needed"),
    "council_expired": N_("term gone by"),
}
