"""What follows from a command on a decision: events, or a refusal."""

from __future__ import annotations

from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.binding import changed
from core.decision.conditioning import condition, negotiate
from core.decision.evolve import evolve
from core.decision.opening import propose
from core.decision.ratifying import progress, required_of, start, terms
from core.decision.recording import correct, record
from core.decision.reviewing import review
from core.decision.running import run
from core.decision.saying import speak
from core.decision.settling import settle, work
from core.errors import Code, Refusal
from core.facts import Facts


def decide(command: c.Command, state: s.State, facts: Facts) -> list[e.Happening]:
    """Return the events that ``command`` causes in ``state``.

    Whenever they change whom the decision binds, the event that says so follows.

    Raises:
        Refusal: a rule says no; its code says which.
    """
    if facts.on_behalf is not None and not isinstance(command, c.Speaking):
        raise Refusal(Code.OTHER_SIDE_MOVES, org=facts.on_behalf.org)
    if isinstance(command, c.Propose):
        if not isinstance(state, s.Absent):
            raise Refusal(Code.EXISTS_ALREADY, id=facts.ref)
        return [propose(command, facts)]
    if isinstance(state, s.Absent):
        raise Refusal(Code.UNKNOWN_REFERENCE)
    events = list(_decided(command, state, facts))
    events = [*events, *_required(events, state, facts)]
    after: s.State = state
    for event in events:
        after = evolve(after, event)
    return [*events, *changed(after, facts.today)]


def _required(
    events: list[e.Happening], state: s.Present, facts: Facts
) -> list[e.RatificationRequired]:
    """Return which bodies of members that joined late have to resolve."""
    joined = [event.org for event in events if isinstance(event, e.MemberJoined)]
    return [one for org in joined for one in required_of(org, state.file, facts)]


def _decided(command: c.Further, state: s.Present, facts: Facts) -> list[e.Happening]:
    if isinstance(command, c.Speaking):
        return speak(command, state, facts)
    if isinstance(command, c.Running):
        return run(command, state, facts)
    if isinstance(command, c.Working):
        return work(command, state, facts)
    if isinstance(command, c.Settling):
        return settle(command, state, facts)
    if isinstance(command, c.StartRatification):
        return start(state, facts)
    if isinstance(command, c.InCouncils):
        return _in_councils(command, state, facts)
    if isinstance(command, c.Conditional):
        return negotiate(command, state, facts)
    if isinstance(command, c.Conditioning):
        return condition(command, state, facts)
    return review(command, state, facts)


def _in_councils(
    command: c.InCouncils, state: s.Present, facts: Facts
) -> list[e.Happening]:
    if isinstance(command, c.Progress):
        return progress(command, state, facts)
    if isinstance(command, c.Recording):
        return record(command, state, facts)
    if isinstance(command, c.Correcting):
        return correct(command, state, facts)
    return terms(command, state, facts)
