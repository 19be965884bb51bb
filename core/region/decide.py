"""What follows from a command to a region."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, assert_never

from core.authority import coordinating, speaking_for
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.region.commands import (
    AddField,
    ChooseScope,
    Command,
    Decline,
    FoundRegion,
    InviteOrganisation,
    Join,
    Leave,
    NameLeadOrganisation,
    Observe,
    OnField,
    Pause,
    RenameField,
    Resume,
    RetireField,
    SetLawProfile,
    SignalInterest,
    Step,
    Support,
)
from core.region.events import (
    FieldAdded,
    FieldRenamed,
    FieldRetired,
    Founded,
    Happening,
    InterestSignalled,
    LawProfileChanged,
    LeadOrganisationNamed,
    MembershipPaused,
    MembershipResumed,
    OnPath,
    OrganisationDeclined,
    OrganisationInvited,
    OrganisationJoined,
    OrganisationLeft,
    OrganisationObserving,
    OrganisationSupporting,
    ScopeChosen,
    ScopeMode,
)
from core.region.state import Absent, Active, Path, State, evolve, path
from core.sealed import Sealed
from core.texts import checked, key, label

_INSIDE: Final = frozenset({Path.MEMBER, Path.PAUSED, Path.OBSERVING, Path.SUPPORTER})
_OUTSIDE: Final = frozenset(
    {None, Path.INVITED, Path.INTERESTED, Path.DECLINED, Path.LEFT}
)
# who gave notice takes it back by joining, observing or supporting again
_FROM: Final[Mapping[type[Step], frozenset[Path | None]]] = MappingProxyType(
    {
        InviteOrganisation: frozenset({None}),
        SignalInterest: _OUTSIDE | {Path.OBSERVING, Path.SUPPORTER},
        Join: frozenset(Path) - {Path.PAUSED, Path.DECLINED, Path.LEFT},
        Observe: _OUTSIDE | {Path.OBSERVING, Path.SUPPORTER},
        Support: _OUTSIDE | {Path.OBSERVING, Path.SUPPORTER},
        Pause: frozenset({Path.MEMBER}),
        Resume: frozenset({Path.PAUSED}),
        Leave: _INSIDE,
        Decline: frozenset({Path.INVITED, Path.INTERESTED}),
    }
)


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return the events that ``command`` causes in ``state``.

    Raises:
        Refusal: the codes under "structure" and those of texts.
    """
    match command:
        case FoundRegion():
            return _found(command, state, facts)
        case AddField() | RenameField() | RetireField():
            coordinating(facts)
            return _on_field(command, _active(state, facts), facts)
        case ChooseScope():
            coordinating(facts)
            return _choose_scope(command, _active(state, facts))
        case SetLawProfile(law_profile=law_profile):
            coordinating(facts)
            changed = LawProfileChanged(law_profile=label(law_profile))
            return _news(_active(state, facts), changed)
        case NameLeadOrganisation(org=org):
            coordinating(facts)
            if path(_active(state, facts), org, facts.today) not in _INSIDE:
                raise Refusal(Code.NOT_A_MEMBER, org=org)
            return _news(state, LeadOrganisationNamed(org=org))
        case (
            InviteOrganisation()
            | SignalInterest()
            | Join()
            | Observe()
            | Support()
            | Pause()
            | Resume()
            | Leave()
            | Decline()
        ):
            return _step(command, _active(state, facts), facts)
        case _:
            assert_never(command)


def _active(state: State, facts: Facts) -> Active:
    match state:
        case Active():
            return state
        case Absent():
            raise Refusal(Code.UNKNOWN_REFERENCE, ref=facts.ref)
        case _:
            assert_never(state)


def _news(state: State, event: Happening) -> list[Happening]:
    return [] if evolve(state, event) == state else [event]


def _found(command: FoundRegion, state: State, facts: Facts) -> list[Happening]:
    coordinating(facts)
    founded = Founded(
        name=label(command.name),
        law_profile=label(command.law_profile),
        time_zone=label(command.time_zone),
    )
    if isinstance(state, Absent):
        return [founded]
    if (state.name, state.time_zone) == (founded.name, founded.time_zone):
        return []
    raise Refusal(Code.EXISTS_ALREADY, id=facts.ref)


def _on_field(command: OnField, state: Active, facts: Facts) -> list[Happening]:
    field = key(command.field)
    known = state.fields.get(field)
    match command:
        case AddField(name=name):
            added = FieldAdded(field=field, name=label(name))
            if known and not known.retired and known.name != added.name:
                raise Refusal(Code.EXISTS_ALREADY, id=field)
            return _news(state, added)
        case RenameField(name=name):
            if not known:
                raise Refusal(Code.UNKNOWN_FIELD, field=field)
            return _news(state, FieldRenamed(field=field, name=label(name)))
        case RetireField():
            if not known:
                raise Refusal(Code.UNKNOWN_FIELD, field=field)
            if facts.forums_of_field and not known.retired:
                raise Refusal(Code.FIELD_IN_USE, forums=facts.forums_of_field)
            return _news(state, FieldRetired(field=field))
        case _:
            assert_never(command)


def _choose_scope(command: ChooseScope, state: Active) -> list[Happening]:
    mode, members = command.mode, tuple(sorted(set(command.members)))
    listed = mode in {ScopeMode.SURROUNDINGS, ScopeMode.OWN}
    if listed and not members:
        raise Refusal(Code.SCOPE_NAMES_NOBODY, mode=mode.value)
    for org in members:
        if org not in state.memberships:
            raise Refusal(Code.NOT_A_MEMBER, org=org)
    if mode is ScopeMode.EVERYBODY and not (command.readiness or command.waiver):
        raise Refusal(Code.READINESS_MISSING)
    chosen = ScopeChosen(
        mode=mode,
        members=members if listed else (),
        reasons=checked(command.reasons),
        alternatives=checked(command.alternatives),
        readiness=command.readiness,
        waiver=checked(command.waiver) if command.waiver else None,
    )
    return _news(state, chosen)


def _step(command: Step, state: Active, facts: Facts) -> list[Happening]:
    match command:
        case InviteOrganisation():
            coordinating(facts)
        case Join() | Leave():  # these bind the organisation (O1)
            speaking_for(command.org, Power.CONSENT, facts)
        case SignalInterest() | Observe() | Support() | Pause() | Resume() | Decline():
            speaking_for(command.org, Power.ANSWER, facts)
        case _:
            assert_never(command)
    event = _event(command, facts)
    here = path(state, command.org, facts.today)
    gone = here is Path.LEFT and not isinstance(command, Leave)
    if evolve(state, event) == state and not gone:
        return []
    if here not in _FROM[type(command)]:
        raise Refusal(Code.NOT_ON_THIS_PATH, state=here.value if here else "none")
    return [event]


def _event(command: Step, facts: Facts) -> OnPath:
    org = key(command.org)
    match command:
        case InviteOrganisation():
            return OrganisationInvited(org=org)
        case SignalInterest():
            return InterestSignalled(org=org)
        case Join(basis=basis):
            return OrganisationJoined(org=org, basis=_basis(basis))
        case Observe():
            return OrganisationObserving(org=org)
        case Support():
            return OrganisationSupporting(org=org)
        case Pause():
            return MembershipPaused(org=org)
        case Resume():
            return MembershipResumed(org=org)
        case Leave(effective_on=day):
            open_ = tuple(d.ref for d in facts.duties if org in {d.asker, d.holder})
            return OrganisationLeft(org=org, effective_on=day, duties=open_)
        case Decline():
            return OrganisationDeclined(org=org)
        case _:
            assert_never(command)


def _basis(text: Sealed) -> Sealed:
    if text.text is None or not text.text.strip():
        raise Refusal(Code.BASIS_MISSING)
    return checked(text)
