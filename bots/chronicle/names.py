"""Names of core's codes (*Bezeichnungen*); one that has none is shown as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from bots.chronicle import standings
from bots.locale import N_
from bots.speech import Speech
from core.facts import ONESELF, OPERATOR, Basis, Power, Seat
from core.forum import ForumKind
from core.information import InformationKind
from core.organisation import OrganisationKind, Role
from core.ports import Via
from core.region.events import ScopeMode
from core.region.state import Path

STATES: Final[Mapping[str, str]] = {
    # commitment
    "requested": N_("requested"),
    "offered": N_("offered"),
    "countered": N_("counter-proposal"),
    "reserved": N_("subject to the council"),
    "promised": N_("promised"),
    "handing_over": N_("hand-over requested"),
    "renegotiating": N_("change proposed"),
    "reported": N_("reported as done"),
    "fulfilled": N_("done"),
    "declined": N_("declined"),
    "withdrawn": N_("withdrawn"),
    "released": N_("released"),
    "reneged": N_("cannot be kept"),
    "taken_back": N_("taken back"),
    "draft_discarded": N_("draft discarded"),
    "on_behalf_contested": N_("contested"),
    "reservation_refused": N_("refused by the council"),
    # information and concern
    "provisional": N_("entered, not confirmed yet"),
    "open_concern": N_("open"),
    "answered_concern": N_("answered"),
    "acknowledged_concern": N_("acknowledged"),
    # ask
    "ask_absent": N_("not asked yet"),
    "ask_open": N_("open"),
    "ask_closed": N_("closed, result owed"),
    "ask_published": N_("result published"),
    "ask_concluded": N_("finished"),
    "ask_cancelled": N_("cancelled"),
    **standings.STATES,
    # forum and organisation
    "planned": N_("being founded"),
    "active": N_("active"),
    "resting": N_("resting"),
    "absorbed": N_("merged"),
    "ended": N_("closed"),
    "replaced": N_("replaced by a successor"),
}
KNOWLEDGE: Final[Mapping[str, str]] = {  # how an information or concern stands
    "absent": N_("not yet in force"),
    "current": N_("current"),
    "retracted": N_("retracted"),
    "open": N_("open"),
    "answered": N_("answered"),
    "acknowledged": N_("acknowledged"),
    "settled": N_("settled"),
}
ROLES: Final[Mapping[str, str]] = {
    Role.MAYOR: N_("mayor"),
    Role.CLERK: N_("clerk"),
    Role.EXPERT: N_("expert"),
    Role.DEPUTY: N_("deputy"),
    Role.COORDINATOR: N_("coordination"),
    Role.AUDITOR: N_("audit"),
    OPERATOR: N_("operations"),
    ONESELF: N_("for oneself"),
}
POWERS: Final[Mapping[str, str]] = {
    Power.ANSWER: N_("answer"),
    Power.PROMISE: N_("promise"),
    Power.CONSENT: N_("consent"),
    Power.BOOK: N_("book"),
    Power.COORDINATE: N_("coordinate"),
    Power.AUDIT: N_("examine"),
}
SEATS: Final[Mapping[str, str]] = {
    Seat.VOTE: N_("with a vote"),
    Seat.ADVISE: N_("advising"),
    Seat.OBSERVE: N_("observing"),
}
PATHS: Final[Mapping[str, str]] = {
    Path.INVITED: N_("invited"),
    Path.INTERESTED: N_("interested"),
    Path.MEMBER: N_("member"),
    Path.PAUSED: N_("pausing"),
    Path.LEFT: N_("has left"),
    Path.OBSERVING: N_("observer"),
    Path.DECLINED: N_("not taking part"),
    Path.SUPPORTER: N_("supporter"),
    "none": N_("not invited yet"),
}
ORGANISATION_KINDS: Final[Mapping[str, str]] = {
    OrganisationKind.TOWN: N_("town"),
    OrganisationKind.MUNICIPALITY: N_("municipality"),
    OrganisationKind.COUNTY: N_("county"),
    OrganisationKind.MUNICIPAL_UTILITY: N_("municipal utility"),
    OrganisationKind.SPECIAL_PURPOSE_ASSOCIATION: N_("special-purpose association"),
    OrganisationKind.COMPANY: N_("company"),
    OrganisationKind.PROVIDER: N_("service provider"),
    OrganisationKind.ASSOCIATION: N_("association"),
    OrganisationKind.UNIVERSITY: N_("university"),
    OrganisationKind.AUTHORITY: N_("authority"),
    OrganisationKind.SUPERVISION: N_("supervisory authority"),
}
FORUM_KINDS: Final[Mapping[str, str]] = {
    ForumKind.FIELD: N_("field forum"),
    ForumKind.CROSS_FIELD: N_("cross-field forum"),
    ForumKind.WORKING_GROUP: N_("working group"),
    ForumKind.STEERING: N_("steering group"),
}
INFORMATION_KINDS: Final[Mapping[str, str]] = {
    InformationKind.FINDING: N_("finding"),
    InformationKind.FRAMEWORK: N_("framework condition"),
    InformationKind.IDEA: N_("idea"),
    InformationKind.OPTION: N_("option"),
    InformationKind.GOAL: N_("goal"),
    InformationKind.FUNDING: N_("funding experience"),
    InformationKind.EXAMPLE: N_("example from practice"),
    InformationKind.QUESTION_ANSWER: N_("question and answer"),
    InformationKind.NOTE: N_("note from the minutes"),
    "sorge": N_("concern"),
}
SCOPES: Final[Mapping[str, str]] = {
    ScopeMode.EVERYBODY: N_("everybody"),
    ScopeMode.SURROUNDINGS: N_("the surroundings"),
    ScopeMode.WILLING: N_("the willing"),
    ScopeMode.OWN: N_("a list of its own"),
}
CHANNELS: Final[Mapping[str, str]] = {
    Via.WEB: N_("in the web chat"),
    Via.API: N_("through the interface for other software"),
    Via.CLI: N_("on the command line"),
    Via.SLACK: N_("in Slack"),
    Via.MAIL: N_("by e-mail"),
    Via.MATRIX: N_("in Matrix"),
    Via.IMPORT: N_("by import"),
    Via.POLICY: N_("automatically, by an agreed rule"),
}
BASES: Final[Mapping[str, str]] = {
    Basis.PHONE: N_("after a phone call"),
    Basis.MAIL: N_("after an e-mail"),
    Basis.MEETING: N_("after a meeting"),
    Basis.LETTER: N_("after a letter"),
}


def state(name: str, speech: Speech) -> str:
    """Return the name of a state, e.g. of a commitment."""
    return _name(STATES, name, speech)


def knowledge(name: str, speech: Speech) -> str:
    """Return the name of the state in which an information or a concern is."""
    return _name(KNOWLEDGE, name, speech)


def role(name: str, speech: Speech) -> str:
    """Return the name of the function in which somebody acts."""
    return _name(ROLES, name, speech)


def power(name: str, speech: Speech) -> str:
    """Return what a mandate lets one do, as a verb."""
    return _name(POWERS, name, speech)


def seat(name: str, speech: Speech) -> str:
    """Return how an organisation sits in a forum."""
    return _name(SEATS, name, speech)


def membership(name: str, speech: Speech) -> str:
    """Return how far an organisation has come in the region."""
    return _name(PATHS, name, speech)


def organisation_kind(name: str, speech: Speech) -> str:
    """Return what sort of body an organisation is."""
    return _name(ORGANISATION_KINDS, name, speech)


def forum_kind(name: str, speech: Speech) -> str:
    """Return what sort of round a forum is."""
    return _name(FORUM_KINDS, name, speech)


def information_kind(name: str, speech: Speech) -> str:
    """Return what sort of knowledge it is."""
    return _name(INFORMATION_KINDS, name, speech)


def scope(name: str, speech: Speech) -> str:
    """Return whom the cooperation is meant for."""
    return _name(SCOPES, name, speech)


def channel(name: str, speech: Speech) -> str:
    """Return through what somebody acted, e.g. "im Webchat"."""
    return _name(CHANNELS, name, speech)


GROUNDS: Final[Mapping[Basis, str]] = {
    Basis.PHONE: N_("phone"),
    Basis.MAIL: N_("mail"),
    Basis.MEETING: N_("meeting"),
    Basis.LETTER: N_("letter"),
}
"""How coordination knows what it enters, in one word."""


def basis(name: str, speech: Speech) -> str:
    """Return on what an entry for somebody else rests, e.g. "nach Telefonat"."""
    return _name(BASES, name, speech)


def listed(names: Sequence[str], speech: Speech) -> str:
    """Return "Auenburg, Birkfeld und Mühlau"."""
    if len(names) < 2:  # noqa: PLR2004  (one needs no "and")
        return "".join(names)
    *first, last = names
    return speech.words(N_("{first} and {last}"), first=", ".join(first), last=last)


def _name(names: Mapping[str, str], name: str, speech: Speech) -> str:
    return speech.translate(names[name]) if name in names else name


OTHER: Final[Mapping[str, str]] = {
    "de": N_("German"),
    "en": N_("English"),
    "ja": N_("yes"),
    "nein": N_("no"),
    "bedingt": N_("conditionally"),
    "weekly": N_("weekly"),
    "daily": N_("daily"),
    "off": N_("switched off"),
}
"""What needs no module of its own."""
