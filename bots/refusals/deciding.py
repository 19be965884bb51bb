"""What happened and what to do next where a decision is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core.errors import Code

SENTENCES: Final[Mapping[Code, str]] = {
    Code.DECISION_ENDED: N_(
        "The decision {ref} has ended (“{state}”). Please propose a new one if "
        "something is left to decide."
    ),
    Code.NO_VOTE: N_(
        "{org} is not on the list of those who decide on {ref}. Please turn to "
        "coordination if it should be."
    ),
    Code.RECUSED: N_(
        "{org} has declared itself recused in {ref} and takes no part in it. Please "
        "turn to coordination if that was a slip."
    ),
    Code.NOBODY_VOTES: N_(
        "No member of the region has a vote in this forum yet. Please give out the "
        "seats first."
    ),
    Code.WEIGHTS_UNKNOWN: N_(
        "For the threshold a figure of {orgs} is missing. Please enter inhabitants or "
        "shares of the cost, or count members."
    ),
    Code.BINDS_ALL_NOT_ALLOWED: N_(
        "In the present form of cooperation a majority cannot bind everybody. Please "
        "choose an effect that binds whoever agrees."
    ),
    Code.OPTIONS_DO_NOT_FIT: N_(
        "Resistance needs two to twenty options, every other way of deciding none. "
        "Please adjust one of both."
    ),
    Code.SCORES_DO_NOT_FIT: N_(
        "{ref} has {number} options. Please give each of them one figure from 0 (no "
        "resistance) to 10."
    ),
    Code.SCORES_WANTED: N_(
        "{ref} is decided by resistance. Please give each option a figure from 0 to 10."
    ),
    Code.OBJECTION_WANTED: N_(
        "{ref} is decided by consent: instead of a no, an objection helps. Please "
        "write “{ref} objection: …” with your reason."
    ),
    Code.REVIEW_MISSING: N_(
        "When the decision will be reviewed is still missing. Please name a day, or "
        "say why it is never needed."
    ),
    Code.NOTICE_TOO_SHORT: N_(
        "{until} is too early; those asked need time until {earliest} at least. "
        "Please name that day or a later one."
    ),
    Code.TEXT_FIXED: N_(
        "The text of {ref} cannot be changed while it is being decided, except to take "
        "up an objection. Please name the objection, or propose a new decision."
    ),
    Code.UNKNOWN_VERSION: N_(
        "{ref} has no version {number}. Please look at the history for its versions."
    ),
    Code.UNKNOWN_MARK: N_(
        "No version of {ref} has the mark {mark}, so another text was resolved. Please "
        "compare it, and enter it as approved with conditions if it differs."
    ),
    Code.VOTING_OVER: N_(
        "The time for {ref} ended on {until}. Please turn to coordination; after the "
        "count you can still join."
    ),
    Code.TOO_EARLY_TO_CLOSE: N_(
        "There is time for {ref} until {until}; {orgs} have not answered yet. Please "
        "wait for them or for that day."
    ),
    Code.OBJECTIONS_STAND: N_(
        "Objections to {ref} still stand (no. {numbers}, {orgs}). Please take them up "
        "in a new version (“{ref} new version: …”), talk with whoever objected, or "
        "say why one does not hinder (“{ref} objection of … not paramount: …”)."
    ),
    Code.ENTRIES_DECIDE: N_(
        "What was entered for {orgs} would decide {ref}. Please wait for their "
        "confirmation, at the latest until {until}."
    ),
    Code.UNKNOWN_OBJECTION: N_(
        "{ref} has no open objection no. {number}. Please look at the decision for "
        "the objections."
    ),
    Code.NOT_YOUR_OBJECTION: N_(
        "Objection no. {number} is one of {org}. Please let them say so themselves."
    ),
    Code.NOT_TAKEN_UP: N_(
        "No version takes up objection no. {number} yet. Please wait for a new "
        "version, or withdraw the objection."
    ),
    Code.NOTHING_TO_RATIFY: N_(
        "{ref} is a recommendation and binds nobody; councils need not resolve. "
        "Please propose a decision if it should bind."
    ),
    Code.UNKNOWN_RATIFICATION: N_(
        "At {org} “{body}” does not have to resolve on {ref}. Please say first that it "
        "has to."
    ),
    Code.NO_PAPER_YET: N_(
        "No paper on {ref} lies before “{body}” of {org} yet. Please enter first when "
        "it was submitted."
    ),
    Code.RESULT_KNOWN: N_(
        "Of “{body}” of {org} something else is entered for {ref} already. Please "
        "compare; a wrong entry is taken back with “{ref} {body}: entry was wrong, "
        "…”."
    ),
    Code.BODY_REFUSED: N_(
        "“{body}” of {org} has not agreed to {ref}, and {org} joins only once it does. "
        "If it deals with it again, please write “{ref} {body}: ask again, …” with the "
        "reason."
    ),
    Code.RESULT_BEFORE_PAPER: N_(
        "{on} lies before the day of the paper ({since}). Please check the day."
    ),
    Code.RESULT_BEFORE_DECISION: N_(
        "On {on} {ref} was not yet before the forum; that began on {since}. Please "
        "check the day, or whether it was another decision."
    ),
    Code.EVIDENCE_MISSING: N_(
        "The evidence is still missing. Please name the number of the paper, the "
        "minutes or the letter, or enter it as said by word of mouth."
    ),
    Code.DEADLINE_NOT_OVER: N_(
        "There is still time until {until}. Please wait for that day."
    ),
    Code.BOUND_ALREADY: N_(
        "{ref} binds {org} already. Please turn to coordination if it should leave."
    ),
    Code.LAST_ONE_BOUND: N_(
        "{org} is the last one bound by {ref}. Please have it repealed instead."
    ),
    Code.UNKNOWN_CONDITION: N_(
        "{ref} does not depend on that. Please enter first what it depends on, such as "
        "“{ref} needs supervisory approval”."
    ),
    Code.UNKNOWN_DECISION: N_(
        "I do not know a decision {other}. Please check its number."
    ),
    Code.DECISION_NOT_ACCEPTED: N_(
        "{other} is not an accepted decision of this forum. Please name the one that "
        "says so."
    ),
    Code.NAMES_A_PERSON: N_(
        "“{said}” names a person. What is said here stays in the record for good; "
        "please name the body or the function, such as “steering group”."
    ),
    Code.NOT_FAILED: N_(
        "{other} has not failed, so nothing takes its place. Please name a decision "
        "that failed, or none."
    ),
    Code.DECISION_NOT_IN_FORCE: N_(
        "{other} binds nobody yet. Please wait until it is in force."
    ),
    Code.SUPERSEDES_ITSELF: N_(
        "{other} was itself replaced by {ref}; that would be a circle. Please name a "
        "newer decision."
    ),
    Code.NOT_COVERED: N_(
        "{other} does not bind {orgs}. Please say that they are released (“{ref} "
        "replaced by {other}, releases {orgs}”), or win them for it first."
    ),
    Code.NOT_BOUND: N_(
        "{ref} does not bind {org}, so nothing is asked of it. It may promise "
        "something all the same."
    ),
    Code.NOT_AFFECTED: N_(
        "{other} does not say that {ref} is affected. Please name the decision in the "
        "information: “Framework change: …, affects {ref}”."
    ),
    Code.NOTHING_FOLLOWS: N_(
        "{other} is not accepted, or holds no more; nothing can follow from it. Please "
        "name another decision, or none."
    ),
    Code.DECISION_HOLDS: N_(
        "{other} still holds, and {ref} with it. There is nothing to ask."
    ),
    Code.NOT_IN_DOUBT: N_(
        "{ref} stands, and no decision behind it has gone. Whoever wants it otherwise "
        "proposes another day, or releases it."
    ),
}
