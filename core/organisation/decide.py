"""What follows from a command to an organisation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final, assert_never

from core.authority import coordinating, speaking_for
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.organisation.commands import (
    AddBody,
    CancelBodyMeeting,
    Command,
    EndMandate,
    GiveMandate,
    NameDevices,
    OnBody,
    Register,
    Rename,
    ScheduleBodyMeeting,
    SetContactDesk,
    Succeed,
    UpdateInhabitants,
)
from core.organisation.events import (
    BodyAdded,
    BodyMeetingCancelled,
    BodyMeetingScheduled,
    ContactDeskSet,
    DevicesNamed,
    HandoverNeeded,
    Happening,
    InhabitantsUpdated,
    MandateEnded,
    MandateGiven,
    Registered,
    Renamed,
    Succeeded,
)
from core.organisation.mandates import USUAL, acting, ended
from core.organisation.state import Absent, Active, Replaced, State, evolve
from core.texts import between, checked, key, label

_MOST_INHABITANTS: Final = 100_000_000  # persons; more than any German state has
_MOST_SEATS: Final = 1_000  # seats; more than any German council has
_LONGEST: Final = 1_000  # days between two meetings, or before one


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return the events that ``command`` causes in ``state``.

    Raises:
        Refusal: the codes under "structure" and those of texts.
    """
    match command:
        case Register():
            return _register(command, state, facts)
        case Rename(name=name):
            coordinating(facts)
            return _news(_active(state, facts), Renamed(name=label(name)))
        case Succeed(by=by):
            return _succeed(key(by), state, facts)
        case GiveMandate():
            coordinating(facts)
            return _give(command, _active(state, facts), facts)
        case EndMandate():
            coordinating(facts)
            return _end(command, _active(state, facts), facts)
        case UpdateInhabitants(inhabitants=inhabitants, on=on):
            speaking_for(facts.ref, Power.ANSWER, facts)
            counted = InhabitantsUpdated(
                inhabitants=_people(inhabitants), on=_past(on, facts)
            )
            return _news(_active(state, facts), counted)
        case SetContactDesk(mailbox=mailbox):
            speaking_for(facts.ref, Power.ANSWER, facts)
            desk = ContactDeskSet(mailbox=checked(mailbox))
            return _news(_active(state, facts), desk)
        case NameDevices(devices=devices):
            speaking_for(facts.ref, Power.ANSWER, facts)
            named = tuple(dict.fromkeys(label(device) for device in devices))
            return _news(_active(state, facts), DevicesNamed(devices=named))
        case AddBody() | ScheduleBodyMeeting() | CancelBodyMeeting():
            speaking_for(facts.ref, Power.ANSWER, facts)
            return _on_body(command, _active(state, facts), facts)
        case _:
            assert_never(command)


def _active(state: State, facts: Facts) -> Active:
    match state:
        case Active():
            return state
        case Absent():
            raise Refusal(Code.UNKNOWN_ORGANISATION, org=facts.ref)
        case Replaced():
            raise Refusal(Code.NOT_POSSIBLE_NOW, state="replaced")
        case _:
            assert_never(state)


def _news(state: State, event: Happening) -> list[Happening]:
    return [] if evolve(state, event) == state else [event]


def _people(number: int) -> int:
    return between(0, number, _MOST_INHABITANTS)


def _past(on: date, facts: Facts) -> date:
    if on > facts.today:
        raise Refusal(Code.DATE_IN_THE_FUTURE, on=on, today=facts.today)
    return on


def _register(command: Register, state: State, facts: Facts) -> list[Happening]:
    coordinating(facts)
    people, on = command.inhabitants, command.inhabitants_on
    registered = Registered(
        name=label(command.name),
        kind=command.kind,
        inhabitants=None if people is None else _people(people),
        inhabitants_on=None if on is None else _past(on, facts),
        ags=None if command.ags is None else key(command.ags),
    )
    if isinstance(state, Absent):
        key(facts.ref)
        return [registered]
    if isinstance(state, Active) and (state.name, state.kind, state.ags) == (
        registered.name,
        registered.kind,
        registered.ags,
    ):
        return []
    raise Refusal(Code.EXISTS_ALREADY, id=facts.ref)


def _succeed(by: str, state: State, facts: Facts) -> list[Happening]:
    coordinating(facts)
    if isinstance(state, Replaced) and state.by == by:
        return []
    _active(state, facts)
    if by == facts.ref:
        raise Refusal(Code.SAME_ORGANISATION, org=by)
    return [Succeeded(by=by, duties=tuple(duty.ref for duty in facts.duties))]


def _on_body(command: OnBody, state: Active, facts: Facts) -> list[Happening]:
    body = key(command.body)
    known = state.bodies.get(body)
    if isinstance(command, AddBody):
        added = _body(body, command)
        if known is None:
            return [added]
        if known.added == added:
            return []
        raise Refusal(Code.EXISTS_ALREADY, id=body)
    if known is None:
        raise Refusal(Code.UNKNOWN_BODY, body=body)
    match command:
        case ScheduleBodyMeeting(on=on):
            if on < facts.today:
                raise Refusal(Code.DUE_IN_THE_PAST, due=on, today=facts.today)
            return _news(state, BodyMeetingScheduled(body=body, on=on))
        case CancelBodyMeeting(on=on):
            return _news(state, BodyMeetingCancelled(body=body, on=on))
        case _:
            assert_never(command)


def _body(body: str, command: AddBody) -> BodyAdded:
    return BodyAdded(
        body=body,
        kind=label(command.kind),
        name=label(command.name),
        statutory_number=between(1, command.statutory_number, _MOST_SEATS),
        rhythm_days=between(1, command.rhythm_days, _LONGEST),
        paper_deadline_days=between(0, command.paper_deadline_days, _LONGEST),
    )


def _give(command: GiveMandate, state: Active, facts: Facts) -> list[Happening]:
    powers = USUAL[command.role] if command.powers is None else command.powers
    if command.until is not None and command.until < facts.today:
        raise Refusal(Code.DUE_IN_THE_PAST, due=command.until, today=facts.today)
    if command.until is None and Power.AUDIT in powers:
        raise Refusal(Code.AUDIT_NEEDS_END)
    if facts.mandates_elsewhere:
        raise Refusal(Code.ONE_MANDATE_PER_FORUM, org=facts.mandates_elsewhere[0])
    given = MandateGiven(
        person=key(command.person),
        role=command.role,
        powers=tuple(sorted(powers)),
        forums=tuple(sorted(key(forum) for forum in command.forums)),
        until=command.until,
    )
    after = evolve(state, given)
    same = isinstance(after, Active) and _as_sets(after) == _as_sets(state)
    return [] if same else [given]


def _as_sets(state: Active) -> dict[str, object]:
    return {person: frozenset(held) for person, held in state.mandates.items()}


def _end(command: EndMandate, state: Active, facts: Facts) -> list[Happening]:
    person, forums = command.person, tuple(sorted(command.forums))
    event = MandateEnded(person=person, forums=forums)
    left = ended(state.mandates, event)
    if left == state.mandates:
        if person in state.former:
            return []
        raise Refusal(Code.NO_SUCH_MANDATE)
    after = replace(state, mandates=left)
    return [event, *_handovers(state, after, facts)]


def _handovers(before: Active, after: Active, facts: Facts) -> list[Happening]:
    open_: dict[str, tuple[str, ...]] = {}
    for duty in facts.duties:
        if facts.ref in {duty.asker, duty.holder}:
            open_[duty.forum] = (*open_.get(duty.forum, ()), duty.ref)
    return [
        HandoverNeeded(forum=forum, refs=refs)
        for forum, refs in sorted(open_.items())
        if any(acting(before.mandates, forum, facts.today))
        and not any(acting(after.mandates, forum, facts.today))
    ]
