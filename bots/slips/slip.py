"""Slip: how one thing that can be said is asked for in fields (*Formularblatt*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, unique
from typing import Final, NamedTuple

from bots.grammar.said import Said
from bots.locale import N_
from bots.message import Form, FormField
from bots.speech import Speech

_OWN: Final = "{ref}"


@unique
class Group(Enum):
    """What belongs together on the page; the value is its heading."""

    BEGIN = N_("Begin something")
    COMMITMENT = N_("About a commitment")
    ASK = N_("About an ask")
    DECISION = N_("About a decision")
    COUNCIL = N_("What the council did")
    MEETING = N_("About a meeting")
    KNOWLEDGE = N_("Keep what is known")
    OWN = N_("For yourself")


class Blank(NamedTuple):
    """A field: ``kind`` as in ``FormField``, org, forum or a tuple of answers."""

    id: str
    label: str
    kind: str | tuple[str, ...] = "text"
    required: bool = True
    usual: str = ""  # what stands in it until something else is typed


@dataclass(frozen=True, slots=True)
class Slip:
    """``line`` is what is said, as in ``Form``; ``letter`` of which items, if any."""

    intent: type[Said]
    name: str
    label: str
    group: Group
    line: str
    blanks: tuple[Blank, ...] = ()
    letter: str = ""

    @property
    def asks(self) -> tuple[Blank, ...]:
        """All its fields, the number of its item first."""
        return (*((_REF,) if self.letter else ()), *self.blanks)


FORUM: Final = Blank("forum", N_("Which forum?"), "forum", required=False)
_REF: Final = Blank("ref", N_("Number, such as Z34, F12 or B7"))


def form(slip: Slip, speech: Speech, values: Mapping[str, str]) -> Form:
    """Return ``slip`` for one listener, with ``values`` filled in."""
    return Form(
        id=slip.name,
        label=speech.translate(slip.label),
        twin="",
        line=speech.translate(slip.line),
        fields=tuple(_field(one, speech, values) for one in slip.asks),
    )


def _field(blank: Blank, speech: Speech, values: Mapping[str, str]) -> FormField:
    options: tuple[str, ...] = ()
    if blank.kind == "org":
        options = _sorted(set(speech.organisations.values()))
    elif blank.kind == "forum":
        options = _sorted(set(speech.forums.values()))
    elif isinstance(blank.kind, tuple):
        options = tuple(speech.translate(one) for one in blank.kind)
    usual = blank.usual and speech.translate(blank.usual)  # gettext("") is a header
    plain = blank.kind if blank.kind in {"text", "long", "day", "number"} else "choice"
    return FormField.model_validate(
        {
            "id": blank.id,
            "label": speech.translate(blank.label),
            "kind": plain,
            "options": options,
            "required": blank.required,
            "value": values.get(blank.id, usual),
        }
    )


def _sorted(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.casefold))
