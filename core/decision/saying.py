"""Saying: what an organisation says, and who says it for whom (rules O1 and D5)."""

from __future__ import annotations

from typing import Final, TypeAlias, assert_never

from core.authority import entering, powerless
from core.calendar import working_days_after
from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.checks import entitled, label_maybe, said, said_maybe, unfit
from core.decision.file import File
from core.decision.moving import move
from core.effect import Stance
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.rulebook import Mode
from core.texts import between

Spoken: TypeAlias = e.Said | e.MemberJoined | e.MemberLeft

_MOST_RESISTANCE: Final = 10  # on the scale of systemic consensing


def speak(command: c.Speaking, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return what is said, or what stands for it until somebody confirms.

    Raises:
        Refusal: ``NO_VOTE``, ``RECUSED``, ``VOTING_OVER``, ``NO_POWER``, those of D5,
            or what is wrong with it.
    """
    org = facts.on_behalf.org if facts.on_behalf else facts.org
    events = _events(command, org, state, facts)
    return [act for event in events for act in _deferred(event, state.file, facts)]


def _events(
    command: c.Speaking, org: str, state: s.Present, facts: Facts
) -> list[Spoken]:
    if isinstance(command, c.Moving):
        return [*move(command, org, state, facts)]
    if not isinstance(state, s.InForum):
        raise unfit(state)
    file = state.file
    if isinstance(command, c.DeclareRecusal) and org in file.recused:
        return []
    entitled(org, file)
    if facts.today > file.until:
        raise Refusal(Code.VOTING_OVER, until=file.until)
    match command:
        case c.GivePosition():
            return _position(command, org, file, facts)
        case c.ScoreOptions():
            return _scores(command, org, file, facts)
        case c.Object():
            return _objection(command, org, file)
        case c.DeclareRecusal(reason=reason):
            return [e.RecusalDeclared(org=org, reason=said_maybe(reason))]
        case _:
            assert_never(command)


def _objection(command: c.Object, org: str, file: File) -> list[Spoken]:
    raised = e.ObjectionRaised(
        org=org,
        number=len(file.objections) + 1,
        text=file.text,
        reason=said(command.reason),
        goal=label_maybe(command.goal),
        proposal=said_maybe(command.proposal),
    )
    standing = [file.objections[number].raised for number in file.open_objections]
    again = any((one.org, one.reason) == (org, raised.reason) for one in standing)
    return [] if again else [raised]


def _mode(file: File) -> Mode:
    return file.opened.mode if file.opened else file.rulebook.mode


def _position(
    command: c.GivePosition, org: str, file: File, facts: Facts
) -> list[Spoken]:
    mode, stance = _mode(file), command.stance
    if mode is Mode.RESISTANCE:
        raise Refusal(Code.SCORES_WANTED)
    if mode is Mode.CONSENT and stance is Stance.NO:
        raise Refusal(Code.OBJECTION_WANTED)
    reason = said_maybe(command.reason)
    known = file.votes.get(org)
    if known is not None and (known.stance, known.reason) == (stance, reason):
        return []
    kind = e.PositionGiven if known is None else e.PositionCorrected
    return [kind(org=org, stance=stance, text=file.text, on=facts.today, reason=reason)]


def _scores(
    command: c.ScoreOptions, org: str, file: File, facts: Facts
) -> list[Spoken]:
    options = len(file.drafted.options)
    numbers = [score.option for score in command.scores]
    if not options or sorted(numbers) != [*range(1, options + 1)]:
        raise Refusal(Code.SCORES_DO_NOT_FIT, number=options)
    for score in command.scores:
        between(0, score.resistance, _MOST_RESISTANCE)
    known = file.scores.get(org)
    if known is not None and known.scores == command.scores:
        return []
    scores = command.scores
    return [e.OptionsScored(org=org, scores=scores, text=file.text, on=facts.today)]


def _deferred(event: Spoken, file: File, facts: Facts) -> list[e.Happening]:
    """Return ``event``, or the entry or draft that holds it."""
    if facts.on_behalf is not None:
        entered = _for_others(event, file, facts)
        waits = file.entries.get(event.org)
        same = waits is not None and waits.event == event
        return [] if same else [entered]
    if Power.CONSENT in facts.powers:
        return [event]
    if Power.ANSWER not in facts.powers:
        raise powerless(Power.CONSENT, facts)
    prepared = e.Prepared(org=event.org, event=event)
    return [] if file.prepared.get(event.org) == prepared else [prepared]


def _for_others(event: Spoken, file: File, facts: Facts) -> e.EnteredOnBehalf:
    entry, _ = entering(facts)
    days = file.rulebook.contest_days
    return e.EnteredOnBehalf(
        org=entry.org,
        basis=entry.basis,
        holder=entry.holder,
        contest_until=working_days_after(facts.today, days, facts.holidays),
        event=event,
        note=said_maybe(entry.note),
    )
