"""Opening: a proposal, its texts, and the moment at which everything is frozen."""

from __future__ import annotations

from datetime import date
from typing import Final

from core.authority import coordinating, empowered
from core.calendar import months_after
from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.checks import said, said_maybe
from core.decision.explaining import benefits, shares
from core.decision.file import File
from core.decision.timing import earliest_for, working
from core.effect import BINDING, EffectKind, Measure, Member, Rule
from core.errors import Code, Refusal
from core.facts import MEMBER, Facts, ForumFacts, Power, Seat
from core.rulebook import Mode, Rulebook, threshold
from core.sealed import Sealed
from core.texts import between, key, label

_OPTIONS: Final = range(2, 21)  # between which resistance may choose


def propose(command: c.Propose, facts: Facts) -> e.Drafted:
    """Return the draft; it binds nobody and may be changed.

    Raises:
        Refusal: ``FORUM_NOT_OPEN``, ``NO_SEAT``, ``NO_POWER``, ``NOT_FAILED`` or
            ``UNKNOWN_DECISION`` of the one whose place it takes, or what is wrong.
    """
    _may_propose(_open_forum(facts), facts)
    if command.effect is not None:
        threshold(command.effect.measure, command.effect.at_least)
    return e.Drafted(
        forum=command.forum,
        org=facts.org,
        title=label(command.title),
        text=said(command.text),
        mode=command.mode,
        effect=command.effect,
        council=command.council,
        options=tuple(label(option) for option in command.options),
        reasons=said_maybe(command.reasons),
        alternatives=said_maybe(command.alternatives),
        otherwise=said_maybe(command.otherwise),
        costs=shares(command.costs),
        benefits=benefits(command.benefits),
        goals=tuple(label(goal) for goal in command.goals),
        review_on=_future(command.review_on, facts),
        no_review=said_maybe(command.no_review),
        instead_of=_failed(command.instead_of, facts),
    )


def _failed(ref: str | None, facts: Facts) -> str | None:
    """Return the decision of which a draft takes the place: only one that failed."""
    if ref is None:
        return None
    if facts.decision is None:
        raise Refusal(Code.UNKNOWN_DECISION, other=key(ref))
    if not facts.decision.failed:
        raise Refusal(Code.NOT_FAILED, other=ref)
    return ref


def _future(day: date | None, facts: Facts) -> date | None:
    if day is not None and day <= facts.today:
        raise Refusal(Code.DUE_IN_THE_PAST, due=day, today=facts.today)
    return day


def _open_forum(facts: Facts) -> ForumFacts:
    if facts.forum is None or not facts.forum.open:
        raise Refusal(Code.FORUM_NOT_OPEN)
    return facts.forum


def _may_propose(forum: ForumFacts, facts: Facts) -> None:
    if facts.may_coordinate:
        return
    empowered(Power.ANSWER, facts)
    seat = forum.seats.get(facts.org)
    if seat is None and facts.org != forum.lead:
        raise Refusal(Code.NO_SEAT, org=facts.org)
    if seat is Seat.OBSERVE:
        raise Refusal(Code.OBSERVERS_DO_NOT_BIND, org=facts.org)


def revise(command: c.Revise, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return another text; in the forum only one that takes up objections (D1).

    Raises:
        Refusal: ``ITEM_MOVED``, ``ONLY_COORDINATION``, ``TEXT_FIXED`` or
            ``UNKNOWN_OBJECTION``.
    """
    file = state.file
    seen = command.replaces, {*command.integrates}
    if command.replaces is not None and seen != (file.text, {*file.open_objections}):
        raise Refusal(Code.ITEM_MOVED)
    text = said(command.text)
    if isinstance(state, s.Draft):
        if not (facts.may_coordinate or facts.org == file.drafted.org):
            raise Refusal(Code.ONLY_COORDINATION)
        if text == file.texts[file.text]:
            return []
        return [e.Revised(version=_next(file), text=text)]
    coordinating(facts)
    if not isinstance(state, s.InForum) or not command.integrates:
        raise Refusal(Code.TEXT_FIXED)
    if text == file.texts[file.text]:
        return []
    for number in command.integrates:
        if number not in file.open_objections:
            raise Refusal(Code.UNKNOWN_OBJECTION, number=number)
    return [revised(text, command.until, file, facts, command.integrates)]


def revised(
    text: Sealed,
    until: date | None,
    file: File,
    facts: Facts,
    integrates: tuple[int, ...] = (),
) -> e.Revised:
    """Return another text with enough time to think about it."""
    mode = file.opened.mode if file.opened else file.rulebook.mode
    earliest = earliest_for(mode, file.rulebook, facts.today)
    wanted = until or max(file.until, earliest)
    return e.Revised(
        version=_next(file),
        text=text,
        integrates=tuple(dict.fromkeys(integrates)),
        until=working(wanted, earliest, facts),
    )


def _next(file: File) -> int:
    return max(file.texts) + 1


def reconvened(until: date | None, file: File, facts: Facts) -> e.SecondCallAnnounced:
    """Return the second call."""
    mode = file.opened.mode if file.opened else file.rulebook.mode
    earliest = earliest_for(mode, file.rulebook, facts.today)
    last = working(until or earliest, earliest, facts)
    return e.SecondCallAnnounced(on=facts.today, until=last)


def open_(command: c.Open, file: File, facts: Facts) -> e.Opened:
    """Return the opening: list, rules, effect and term are frozen in it.

    On the list are the members of the region who have a vote in the forum.

    Raises:
        Refusal: ``NOBODY_VOTES``, ``WEIGHTS_UNKNOWN``, ``BINDS_ALL_NOT_ALLOWED``,
            ``OPTIONS_DO_NOT_FIT``, ``NOTICE_TOO_SHORT`` or ``REVIEW_MISSING``.
    """
    coordinating(facts)
    forum = _open_forum(facts)
    drafted, rulebook = file.drafted, forum.rulebook
    mode = drafted.mode or rulebook.mode
    options, chooses = len(drafted.options), mode is Mode.RESISTANCE
    if options not in _OPTIONS if chooses else options:
        raise Refusal(Code.OPTIONS_DO_NOT_FIT, mode=mode.value)
    rule = _rule(drafted.effect, rulebook)
    earliest = earliest_for(mode, rulebook, facts.today)
    return e.Opened(
        text=file.text,
        on=facts.today,
        until=working(command.until or earliest, earliest, facts),
        mode=mode,
        effect=rule,
        roster=_roster(rule, drafted, forum, facts),
        rulebook=rulebook,
        review_on=_review(drafted, rulebook, facts),
    )


def _rule(wanted: Rule | None, rulebook: Rulebook) -> Rule:
    """Return the effect in the form that the forum really has (rule V2)."""
    own = Rule(rulebook.effect, rulebook.measure, rulebook.at_least)
    rule = wanted or own
    if rule.binds_all and rulebook.form not in BINDING:
        raise Refusal(Code.BINDS_ALL_NOT_ALLOWED, form=rulebook.form.value)
    return Rule(rule.kind, rule.measure, rule.at_least, rule.binds_all, rulebook.form)


def _roster(
    rule: Rule, drafted: e.Drafted, forum: ForumFacts, facts: Facts
) -> tuple[Member, ...]:
    voting = [org for org, seat in forum.seats.items() if seat is Seat.VOTE]
    votes = [org for org in voting if facts.members.get(org) == MEMBER]
    if not votes:
        raise Refusal(Code.NOBODY_VOTES)
    roster = tuple(weighed(org, drafted, facts) for org in sorted(votes))
    if rule.kind is not EffectKind.THRESHOLD:
        return roster
    if rule.measure is Measure.MEMBERS:
        between(0, rule.at_least, len(roster))
    else:
        by_cost = rule.measure is Measure.COST
        unknown = [m.org for m in roster if not (m.cost if by_cost else m.inhabitants)]
        if unknown:
            raise Refusal(Code.WEIGHTS_UNKNOWN, orgs=tuple(unknown))
    return roster


def weighed(org: str, drafted: e.Drafted, facts: Facts) -> Member:
    """Return ``org`` with its inhabitants and its share of the cost."""
    cents = sum(share.cents for share in drafted.costs if share.org == org)
    return Member(org, facts.inhabitants.get(org, 0), cents)


def _review(drafted: e.Drafted, rulebook: Rulebook, facts: Facts) -> date | None:
    if drafted.review_on is not None or drafted.no_review is not None:
        return drafted.review_on
    return next_review(rulebook, facts)


def next_review(rulebook: Rulebook, facts: Facts) -> date:
    """Return the usual day of the next look (rule D9)."""
    if not rulebook.review_months:
        raise Refusal(Code.REVIEW_MISSING)
    return months_after(facts.today, rulebook.review_months)
