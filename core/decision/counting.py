"""Counting: what a ballot comes to, from the decision's own file alone (rule D10).

In every mode too few taking part comes first: more than the quorum of those entitled,
where yes, no, abstention, an objection, scores and counted silence are taking part.
Then it is accepted

- by *consent* if somebody says yes and nobody no, and no objection is open;
- by *majority*, also as a *recommendation*, if more say yes than no;
- by *two thirds* if twice as many say yes as no;
- *unanimously* if somebody says yes and nobody no;
- *tacitly* if nobody says no, and somebody says yes or is counted as silent;
- by *resistance* if anybody scored: the option with the least sum, then the least
  single resistance, then the first.

Abstentions take part and are not counted. Source: domain.md section 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.decision import events as e
from core.decision import states as s
from core.decision.evolve import evolve
from core.decision.file import File
from core.decision.heard import heard
from core.decision.kinds import Outcome, Tally
from core.effect import Stance
from core.rulebook import Mode

_TWO_THIRDS: Final = 2  # yes for each no


def tally(file: File) -> Tally:
    """Return what the ballot comes to; entries for others decide nothing (D5)."""
    mode = file.opened.mode if file.opened else file.rulebook.mode
    orgs = {member.org for member in file.entitled}
    stances = {org: v.stance for org, v in file.votes.items() if org in orgs}
    said = [*stances.values()]
    silent = _tacit(file, orgs - stances.keys()) if mode is Mode.TACIT else ()
    sums = _sums(file, orgs) if mode is Mode.RESISTANCE else {}
    counted = Tally(
        mode=mode,
        outcome=Outcome.LAPSED,
        entitled=len(orgs),
        needed=_needed(file, len(orgs)),
        yes=said.count(Stance.YES),
        no=said.count(Stance.NO),
        abstain=said.count(Stance.ABSTAIN),
        tacit=silent,
        recused=len(file.roster) - len(orgs),
        objections=len(file.open_objections),
        resistance=tuple(total for total, _ in sums.values()),
        option=min(sums, key=lambda o: (*sums[o], o)) if sums else None,
    )
    outcome = Outcome.LAPSED
    if len(_partaking(file, orgs)) + len(silent) >= counted.needed:
        outcome = Outcome.ACCEPTED if _accepts(counted) else Outcome.REJECTED
    return replace(counted, outcome=outcome)


def shown(file: File) -> Tally:
    """Return the count with the entries for others, as it is shown (D5)."""
    for entry in file.entries.values():
        if isinstance(entry.event, e.Said):
            file = heard(file, entry.event)
    return tally(file)


def recount(past: Iterable[e.Happening]) -> Tally | None:
    """Count again what the last ballot of ``past`` came to, if there was one."""
    state: s.State = s.Absent()
    found: Tally | None = None
    for event in past:
        if isinstance(event, e.Counted) and not isinstance(state, s.Absent):
            found = tally(state.file)
        state = evolve(state, event)
    return found


def _needed(file: File, entitled: int) -> int:
    """Return how many must take part: more than the quorum, or nobody."""
    if file.second_call and file.rulebook.second_call:
        return 0
    return file.rulebook.quorum * entitled // 100 + 1


def _tacit(file: File, silent: Iterable[str]) -> tuple[str, ...]:
    """Return whose silence counts: whoever was provably asked in time (D4)."""
    latest = file.until - timedelta(days=file.rulebook.notice_days)
    return tuple(
        org
        for org in sorted(silent)
        if org in file.delivered and file.delivered[org] <= latest
    )


def _partaking(file: File, orgs: set[str]) -> set[str]:
    objecting = {one.raised.org for one in file.objections.values()}
    return (file.votes.keys() | file.scores.keys() | objecting) & orgs


def _sums(file: File, orgs: set[str]) -> Mapping[int, tuple[int, int]]:
    """Return the sum and the highest single resistance of each option."""
    found: dict[int, list[int]] = {}
    for org, scored in file.scores.items():
        if org in orgs:
            for score in scored.scores:
                found.setdefault(score.option, []).append(score.resistance)
    return {option: (sum(each), max(each)) for option, each in sorted(found.items())}


def _accepts(counted: Tally) -> bool:
    yes, no = counted.yes, counted.no
    if counted.objections:
        return False
    match counted.mode:
        case Mode.CONSENT | Mode.UNANIMOUS:
            return yes > 0 and no == 0
        case Mode.MAJORITY | Mode.RECOMMENDATION:
            return yes > no
        case Mode.TWO_THIRDS:
            return yes > 0 and yes >= _TWO_THIRDS * no
        case Mode.TACIT:
            return no == 0 and yes + len(counted.tacit) > 0
        case Mode.RESISTANCE:
            return counted.option is not None
