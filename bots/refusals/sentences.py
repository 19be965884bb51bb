"""Sentences: what happened and what to do next, for each code of refusal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from bots.refusals import asking, deciding, erasing, leaving, meeting, proving
from core.errors import Code

SENTENCES: Final[Mapping[Code, str]] = {
    # any item
    Code.UNKNOWN_REFERENCE: N_("I do not know {ref}. Please check its number."),
    Code.NO_MANDATE: N_(
        "No mandate for {org} is entered for you. Please turn to coordination; they "
        "can enter one."
    ),
    Code.NO_POWER: N_(
        "Your mandate for {org} does not include “{power}”. Please pass it on to "
        "somebody who may, or turn to coordination."
    ),
    Code.AUDITORS_READ: N_(
        "You examine for {org} and read along; entries are made by others. You can "
        "ask “What is open?”, “Who does …?” or “status Z1”; the history of each item "
        "shows who said what, and when."
    ),
    Code.ONLY_COORDINATION: N_(
        "Only coordination can enter that. Please turn to them."
    ),
    Code.TEXT_MISSING: N_(
        "The text is still missing. Please write after the colon what it is about."
    ),
    Code.TEXT_TOO_LONG: N_(
        "The text has {length} characters, {limit} are possible at once; nothing was "
        "entered. Please shorten it, say it in several messages, or file it as a "
        "document and name the link."
    ),
    Code.LABEL_INVALID: N_(
        "“{label}” cannot be a name. Please take one line of at most {limit} "
        "visible characters."
    ),
    Code.KEY_INVALID: N_(
        "“{key}” cannot be an identifier. Please take at most {limit} characters: "
        "letters from a to z, digits, hyphen, underscore, dot and colon."
    ),
    Code.NUMBER_OUT_OF_RANGE: N_(
        "{number} does not fit here. Please name a number from {lowest} to {highest}."
    ),
    Code.ONLY_THE_PROGRAM: N_(
        "Only Faden itself records this, at its time. “digest” in the chat shows how "
        "things stand now."
    ),
    Code.REST_TOO_LONG: N_(
        "{until} is too far away for a rest; it may last until {latest}. Whoever wants "
        "no digest at all writes “digest off”."
    ),
    Code.DUE_IN_THE_PAST: N_(
        "{due} is over already. Please name a day from today on ({today})."
    ),
    Code.DATE_IN_THE_FUTURE: N_(
        "{on} is still to come. Please name the day on which it happened, today "
        "({today}) at the latest."
    ),
    Code.ITEM_MOVED: N_(
        "{ref} has changed in the meantime. Please look at the new state, then "
        "answer once more."
    ),
    Code.EXISTS_ALREADY: N_(
        "{id} exists already. Please go on with it, or choose another identifier."
    ),
    Code.NAME_TAKEN: N_(
        "Another forum is called {name} already. Please choose another name."
    ),
    # taking back and on behalf
    Code.NOTHING_TO_TAKE_BACK: N_(
        "In {ref} there is nothing to take back. The history shows what happened last."
    ),
    Code.NOT_YOURS_TO_TAKE_BACK: N_(
        "The latest entry in {ref} was made by {person}. Only who made it can take "
        "it back; please have a word with each other."
    ),
    Code.TOO_LATE_TO_TAKE_BACK: N_(
        "Taking back is possible for {minutes} minutes. Please make a new entry "
        "instead that puts it right; both stay in the history."
    ),
    Code.NOTHING_PENDING: N_(
        "In {ref} nothing is waiting for confirmation. The history shows what has "
        "become of it."
    ),
    Code.ON_BEHALF_ONLY_COORDINATION: N_(
        "Only coordination can enter something for another organisation. Please "
        "speak for your own, or turn to coordination."
    ),
    Code.ON_BEHALF_OF_ONESELF: N_(
        "{org} is your own organisation. Please simply leave out “for {org}”."
    ),
    Code.NOT_THE_HOLDER: N_(
        "For {org} this can be decided by: {persons}. Please let one of them "
        "confirm it."
    ),
    Code.CONTEST_PERIOD_RUNS: N_(
        "The entry can be contested until {until}. Please wait until then, or let "
        "it be confirmed."
    ),
    Code.CONTEST_PERIOD_OVER: N_(
        "The entry could be contested until {until}. Please turn to coordination, "
        "so that a solution is found."
    ),
    # commitment
    Code.SAME_ORGANISATION: N_(
        "{org} would stand on both sides. Please name another organisation."
    ),
    Code.NOT_A_PARTY: N_(
        "{ref} concerns {orgs}; {org} has no part in it. Please talk to those "
        "concerned."
    ),
    Code.OTHER_SIDE_MOVES: N_(
        "In {ref} only {org} can enter that. The state of {ref} shows what you can do."
    ),
    Code.NOT_POSSIBLE_NOW: N_("{ref} now stands at “{state}”, and that does not fit."),
    Code.COMMITMENT_ENDED: N_(
        "{ref} is closed (“{state}”). For something new please write “Request to …: "
        "… by …”."
    ),
    Code.NOT_PROMISED_YET: N_(
        "{ref} is not promised yet, and only what is promised can be handed over. In "
        "your own organisation everybody with a mandate can answer. Otherwise please "
        "promise first (“{ref} we will”) and hand over then, or answer “{ref} not "
        "possible, …” and name who could do it."
    ),
    Code.COUNTER_SAYS_NOTHING: N_(
        "That is how {ref} stands already. Please name another day or something "
        "else to do, such as “{ref} not before …”."
    ),
    Code.SILENCE_TOO_SHORT: N_(
        "Without an answer {ref} counts as accepted on {until} at the earliest. "
        "Please wait until then."
    ),
    Code.DISPUTE_TOO_LATE: N_(
        "Until {until} something could be found missing in {ref}. Please ask anew: "
        "“Request to …: … by …”."
    ),
    Code.NO_SEAT: N_("{org} has no seat in {forum}. Coordination can enter one."),
    Code.OBSERVERS_DO_NOT_BIND: N_(
        "{org} only observes in {forum}, so commitments are not possible there. "
        "Coordination can change the seat."
    ),
    Code.FORUM_NOT_OPEN: N_(
        "Nothing new is taken up in {forum} at the moment. Please choose another "
        "forum, or turn to coordination."
    ),
    Code.UNKNOWN_FORUM: N_(
        "I know no forum “{place}”. Please check how it is written."
    ),
    Code.UNKNOWN_PERSON: N_(
        "I know nobody by “{who}” here. Please check how it is written, or let "
        "coordination enter the person."
    ),
    # structure
    Code.UNKNOWN_ORGANISATION: N_(
        "I know no organisation “{org}”. Please check how it is written, or let "
        "coordination enter it."
    ),
    Code.UNKNOWN_FIELD: N_(
        "There is no field “{field}” here. Please check how it is written, or let "
        "coordination add it."
    ),
    Code.UNKNOWN_BODY: N_(
        "A body “{body}” is not entered here. Please check how it is written, or "
        "let coordination enter it."
    ),
    Code.NOT_A_MEMBER: N_(
        "{org} does not take part in the region yet. Please let coordination invite "
        "it first."
    ),
    Code.NOT_ON_THIS_PATH: N_(
        "The organisation now stands at “{path}”; this step does not follow from "
        "there. Please choose a step that does, or turn to coordination."
    ),
    Code.BASIS_MISSING: N_(
        "To join, a basis is needed. Please name the letter or the resolution."
    ),
    Code.READINESS_MISSING: N_(
        "For “everybody” it must be shown that all are ready. Please name the "
        "result of the survey, or write why it does without."
    ),
    Code.SCOPE_NAMES_NOBODY: N_(
        "For “{mode}” a list is needed. Please name at least one organisation."
    ),
    Code.DUTIES_OPEN: N_(
        "There are still open commitments: {refs}. Please name a forum that takes "
        "them over, or bring them to an end first."
    ),
    Code.FIELD_IN_USE: N_(
        "Forums still work in this field: {forums}. Please close or merge them first."
    ),
    Code.ONE_MANDATE_PER_FORUM: N_(
        "In one of these forums the person already speaks for {org}. Please end "
        "that mandate first."
    ),
    Code.NO_SUCH_MANDATE: N_(
        "There is no such mandate, or not any more. Please check the person and the "
        "forum."
    ),
    # information
    Code.INFORMATION_RETRACTED: N_(
        "{ref} has been withdrawn. If it holds again, please write “Info: …”."
    ),
    Code.NOT_A_CONCERN: N_("{ref} is no concern. A new one begins with “Concern: …”."),
    Code.CONCERN_SETTLED: N_(
        "The concern {ref} is settled. If something is left of it, please write "
        "“Concern: …”."
    ),
    Code.CORRECTION_SAYS_NOTHING: N_(
        "That is what {ref} says already. Please write what should be different."
    ),
    # ask
    **asking.SENTENCES,
    **deciding.SENTENCES,
    # what goes for good
    **erasing.SENTENCES,
    # absence and reminders
    **leaving.SENTENCES,
    **meeting.SENTENCES,
    **proving.SENTENCES,
    # the program
    Code.CLOCK_WENT_BACK: N_(
        "The clock of the server went back by {seconds} seconds; nothing was "
        "entered. Please let operations check the clock, then try again."
    ),
    Code.OVERLOADED: N_("Overloaded just now, please try again in a moment."),
    Code.DISK_FULL: N_(
        "The disk of the server is full; nothing was entered. Please tell "
        "operations, and try again once there is room."
    ),
    Code.STORE_READ_ONLY: N_(
        "The server can only be read just now; nothing was entered. Please tell "
        "operations, and try again later."
    ),
    Code.STORE_UNAVAILABLE: N_(
        "The server cannot get at its data just now; nothing was entered. Please "
        "try again in a moment; if it stays like this, tell operations."
    ),
    Code.VIEWS_RENEWING: N_(
        "Faden was updated and puts its views in order: {percent} % are done. What is "
        "stored stays as it is; please try again in a moment."
    ),
}
