"""Errors a person can act on.

A ``Refusal`` says *which* rule stopped a command and carries the facts needed
to put it into words. The words live in ``bots/refusals.py`` and its catalogue, one
sentence per code and language, each telling the reader what to do next.

Facts named ``org``/``orgs``, ``person``/``persons`` and ``forum``/``forums`` hold
ids; whoever speaks puts the names in. ``ref`` is a reference such as ``Z34``.
"""

from __future__ import annotations

from datetime import date
from enum import Enum, unique
from typing import Final, TypeAlias

Fact: TypeAlias = str | int | date | tuple[str, ...]


@unique
class Code(Enum):
    """Every reason for which ``decide`` may refuse. Values are permanent."""

    # any item
    UNKNOWN_REFERENCE = "unknown_reference"  # ref
    NO_MANDATE = "no_mandate"  # org
    NO_POWER = "no_power"  # org, power
    AUDITORS_READ = "auditors_read"  # org
    ONLY_COORDINATION = "only_coordination"
    TEXT_MISSING = "text_missing"
    TEXT_TOO_LONG = "text_too_long"  # length, limit
    LABEL_INVALID = "label_invalid"  # label, limit
    KEY_INVALID = "key_invalid"  # key, limit (letters, digits and _ . : - only)
    NUMBER_OUT_OF_RANGE = "number_out_of_range"  # number, lowest, highest
    DUE_IN_THE_PAST = "due_in_the_past"  # due, today
    DATE_IN_THE_FUTURE = "date_in_the_future"  # on, today
    ITEM_MOVED = "item_moved"  # ref (the version seen is not the newest)
    EXISTS_ALREADY = "exists_already"  # id
    NAME_TAKEN = "name_taken"  # name
    # taking back and on behalf
    NOTHING_TO_TAKE_BACK = "nothing_to_take_back"
    NOT_YOURS_TO_TAKE_BACK = "not_yours_to_take_back"
    TOO_LATE_TO_TAKE_BACK = "too_late_to_take_back"  # minutes
    NOTHING_PENDING = "nothing_pending"
    ON_BEHALF_ONLY_COORDINATION = "on_behalf_only_coordination"
    ON_BEHALF_OF_ONESELF = "on_behalf_of_oneself"  # org
    NOT_THE_HOLDER = "not_the_holder"  # org, persons
    CONTEST_PERIOD_RUNS = "contest_period_runs"  # until
    CONTEST_PERIOD_OVER = "contest_period_over"  # until
    # commitment
    SAME_ORGANISATION = "same_organisation"  # org
    NOT_A_PARTY = "not_a_party"  # org, orgs
    OTHER_SIDE_MOVES = "other_side_moves"  # org (who moves)
    NOT_POSSIBLE_NOW = "not_possible_now"  # state
    COMMITMENT_ENDED = "commitment_ended"  # state
    NOT_PROMISED_YET = "not_promised_yet"  # state (nothing to hand over)
    COUNTER_SAYS_NOTHING = "counter_says_nothing"
    SILENCE_TOO_SHORT = "silence_too_short"  # until
    DISPUTE_TOO_LATE = "dispute_too_late"  # until
    NO_SEAT = "no_seat"  # org
    OBSERVERS_DO_NOT_BIND = "observers_do_not_bind"  # org
    FORUM_NOT_OPEN = "forum_not_open"
    UNKNOWN_FORUM = "unknown_forum"  # forum
    UNKNOWN_PERSON = "unknown_person"  # person
    # structure
    UNKNOWN_ORGANISATION = "unknown_organisation"  # org
    UNKNOWN_FIELD = "unknown_field"  # field
    UNKNOWN_BODY = "unknown_body"  # body
    UNKNOWN_MEETING = "unknown_meeting"  # on
    MEETING_CANCELLED = "meeting_cancelled"  # on
    MEETING_HELD = "meeting_held"  # on
    NOBODY_ATTENDED = "nobody_attended"
    MINUTES_MISSING = "minutes_missing"  # on
    MINUTES_APPROVED = "minutes_approved"  # on
    TIME_INVALID = "time_invalid"  # time
    NOT_A_MEMBER = "not_a_member"  # org
    NOT_ON_THIS_PATH = "not_on_this_path"  # state (membership state)
    BASIS_MISSING = "basis_missing"
    READINESS_MISSING = "readiness_missing"  # scope "alle" without result or waiver
    SCOPE_NAMES_NOBODY = "scope_names_nobody"  # mode
    DUTIES_OPEN = "duties_open"  # refs
    FIELD_IN_USE = "field_in_use"  # forums
    ONE_MANDATE_PER_FORUM = "one_mandate_per_forum"  # org
    NO_SUCH_MANDATE = "no_such_mandate"
    AUDIT_NEEDS_END = "audit_needs_end"
    # the log
    NO_KEY = "no_key"
    KEY_TAKEN = "key_taken"  # org
    # persons
    ONLY_THE_PROGRAM = "only_the_program"
    REST_TOO_LONG = "rest_too_long"  # until, latest
    PERSON_FORGOTTEN = "person_forgotten"  # person
    HOLDS_MANDATES = "holds_mandates"  # person, orgs
    # texts
    NO_SUCH_ENTRY = "no_such_entry"  # entry (as it was typed)
    NO_SUCH_TEXT = "no_such_text"  # entry, field, fields
    ERASED_ALREADY = "erased_already"  # entry, field
    NO_FREE_TEXT = "no_free_text"  # entry, field
    OFFER_FIRST = "offer_first"  # entry, field
    RELEASE_FIRST = "release_first"  # entry, field
    STILL_BINDS = "still_binds"  # entry
    STILL_KEPT = "still_kept"  # entry, until
    HELD_BACK = "held_back"  # entry, item
    NOTHING_TO_HOLD = "nothing_to_hold"  # item
    # information
    INFORMATION_RETRACTED = "information_retracted"
    NOT_A_CONCERN = "not_a_concern"
    CONCERN_SETTLED = "concern_settled"
    CORRECTION_SAYS_NOTHING = "correction_says_nothing"
    # ask
    ASK_ENDED = "ask_ended"  # state
    NOT_ASKED = "not_asked"  # org
    NO_QUESTION = "no_question"
    UNKNOWN_QUESTION = "unknown_question"  # question
    VALUE_DOES_NOT_FIT = "value_does_not_fit"  # question, kind
    UNIT_DOES_NOT_FIT = "unit_does_not_fit"  # question, unit
    TEXT_NOT_AGGREGATED = "text_not_aggregated"
    AUDIENCE_EMPTY = "audience_empty"  # meant
    AUDIENCE_TOO_SMALL = "audience_too_small"  # number, lowest
    NOBODY_HAS_IT = "nobody_has_it"  # needs
    RESULT_OWED = "result_owed"  # other (an ask)
    BUDGET_EXCEEDED = "budget_exceeded"  # orgs, minutes
    PROMISED_TOO_EARLY = "promised_too_early"  # promised, due
    NOT_LATER = "not_later"  # due, until
    NO_ANSWER_YET = "no_answer_yet"
    # decision
    DECISION_ENDED = "decision_ended"  # state
    NO_VOTE = "no_vote"  # org
    RECUSED = "recused"  # org
    NOBODY_VOTES = "nobody_votes"
    WEIGHTS_UNKNOWN = "weights_unknown"  # orgs
    BINDS_ALL_NOT_ALLOWED = "binds_all_not_allowed"  # form
    OPTIONS_DO_NOT_FIT = "options_do_not_fit"  # mode
    SCORES_DO_NOT_FIT = "scores_do_not_fit"  # number (of options)
    SCORES_WANTED = "scores_wanted"
    OBJECTION_WANTED = "objection_wanted"
    REVIEW_MISSING = "review_missing"
    NOTICE_TOO_SHORT = "notice_too_short"  # until, earliest
    TEXT_FIXED = "text_fixed"
    UNKNOWN_VERSION = "unknown_version"  # number
    UNKNOWN_MARK = "unknown_mark"  # mark
    VOTING_OVER = "voting_over"  # until
    TOO_EARLY_TO_CLOSE = "too_early_to_close"  # until, orgs
    OBJECTIONS_STAND = "objections_stand"  # numbers, orgs
    ENTRIES_DECIDE = "entries_decide"  # orgs, until
    UNKNOWN_OBJECTION = "unknown_objection"  # number
    NOT_YOUR_OBJECTION = "not_your_objection"  # number, org
    NOT_TAKEN_UP = "not_taken_up"  # number
    NOTHING_TO_RATIFY = "nothing_to_ratify"
    UNKNOWN_RATIFICATION = "unknown_ratification"  # org, body
    NO_PAPER_YET = "no_paper_yet"  # org, body
    RESULT_KNOWN = "result_known"  # org, body, state
    RESULT_BEFORE_PAPER = "result_before_paper"  # on, since
    RESULT_BEFORE_DECISION = "result_before_decision"  # on, since
    BODY_REFUSED = "body_refused"  # org, body (which may be asked once more)
    EVIDENCE_MISSING = "evidence_missing"
    DEADLINE_NOT_OVER = "deadline_not_over"  # until
    BOUND_ALREADY = "bound_already"  # org
    LAST_ONE_BOUND = "last_one_bound"  # org
    UNKNOWN_CONDITION = "unknown_condition"  # kind
    UNKNOWN_DECISION = "unknown_decision"  # other
    DECISION_NOT_ACCEPTED = "decision_not_accepted"  # other
    NOT_FAILED = "not_failed"  # other
    NAMES_A_PERSON = "names_a_person"  # said
    DECISION_NOT_IN_FORCE = "decision_not_in_force"  # other
    SUPERSEDES_ITSELF = "supersedes_itself"  # other
    NOT_COVERED = "not_covered"  # orgs, other
    NOT_BOUND = "not_bound"  # org
    NOT_AFFECTED = "not_affected"  # other (an information)
    NOTHING_FOLLOWS = "nothing_follows"  # other
    DECISION_HOLDS = "decision_holds"  # other
    NOT_IN_DOUBT = "not_in_doubt"
    # absence and reminders
    TOO_FAR_AHEAD = "too_far_ahead"  # until, latest
    OWN_DEPUTY = "own_deputy"
    HOURS_INVALID = "hours_invalid"  # start, end
    NOTHING_TO_SNOOZE = "nothing_to_snooze"  # ref
    # the program
    CLOCK_WENT_BACK = "clock_went_back"  # seconds
    OVERLOADED = "overloaded"
    DISK_FULL = "disk_full"
    STORE_READ_ONLY = "store_read_only"
    STORE_UNAVAILABLE = "store_unavailable"
    VIEWS_RENEWING = "views_renewing"  # percent


OF_THE_PROGRAM: Final = frozenset(  # nobody did anything wrong; later it may work
    {
        Code.CLOCK_WENT_BACK,
        Code.OVERLOADED,
        Code.DISK_FULL,
        Code.STORE_READ_ONLY,
        Code.STORE_UNAVAILABLE,
        Code.VIEWS_RENEWING,
    }
)


class Refusal(Exception):  # noqa: N818  (a refusal is not a malfunction)
    """A command that the rules do not allow in the present state."""

    def __init__(self, code: Code, **facts: Fact) -> None:
        """Keep the code for machines and the facts for the sentence."""
        super().__init__(f"{code.value} {sorted(facts)}")
        self.code = code
        self.facts = facts
