"""Commands: everything core can be asked to do, one operation each (*Befehle*).

They follow from core's catalogue: a command that is added there is here, too. What a
command takes stands in the body; for whom one acts stands in ``acting`` beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from adapters.api import asks, commitments, decisions, information, shapes
from adapters.api.operation import ID, Asked, Digits, Id, Truth, route_of
from adapters.office.api_tokens import Scope
from core import ask, commitment, decision, digest, nudge, person, region
from core import information as knowledge
from core.catalogue import NOUNS
from core.facts import Basis
from core.ports import Circle

_OF_THE_HOUR: Final = (nudge.Schedule, nudge.Remind, nudge.PassBy, nudge.Stop)
NOT_HERE: Final[Mapping[type[object], str]] = {
    region.FoundRegion: "before it nobody has a token",
    digest.Send: "the hour alone sends digests",
    **dict.fromkeys(_OF_THE_HOUR, "the hour alone reminds, and ends that"),
}
"""What no person ever does, and why."""

OPENING: Final = frozenset(
    {
        commitment.commands.Request,
        commitment.commands.Offer,
        knowledge.Record,
        knowledge.RaiseConcern,
        ask.commands.Open,
        decision.commands.Propose,
    }
)
"""What opens an item; its number is handed out."""

_WORD: Final = re.compile(r"(?<!^)(?=[A-Z])")
_STRICT: Final = ConfigDict(strict=True, extra="forbid", frozen=True)


class OnBehalf(BaseModel):
    """An entry for another organisation: by what it was heard, and from whom."""

    model_config = _STRICT

    org: str = Field(pattern=ID)
    basis: Basis
    holder: str = Field(pattern=ID, description="The person who was asked.")
    note: shapes.Text | None = None


class Acting(BaseModel):
    """For whom one acts; needed where the token's person acts for several."""

    model_config = _STRICT

    org: str | None = Field(default=None, pattern=ID)
    on_behalf: OnBehalf | None = None


class Opening(Acting):
    """The same, and who may see what is opened."""

    circle: Circle = Circle.INTERNAL


class Weighing(Asked):
    """What every command takes beside its body."""

    dry_run: Truth = Field(
        default=False, description="Only say whether it would be refused."
    )


class OnCommitment(Weighing):
    """On which commitment."""

    ref: commitments.Ref


class OnAsk(Weighing):
    """On which ask."""

    ref: asks.Ref


class OnDecision(Weighing):
    """On which decision."""

    ref: decisions.Ref


class OnInformation(Weighing):
    """On which piece of information."""

    ref: information.Ref


class OnOrganisation(Weighing):
    """On which organisation."""

    org: Id


class OnForum(Weighing):
    """On which forum."""

    forum: Id


class OnPerson(Weighing):
    """On whom; ``me`` is the person of the token."""

    person: Id


class OnEntry(Weighing):
    """On which entry of the log."""

    entry: Digits


class OnOther(Weighing):
    """On what, by its id."""

    id: Id


class OnExport(Weighing):
    """On which export; the caller names it."""

    export: Id


class PersonAdmit(BaseModel):
    """Who is admitted; the name is kept apart from the log and can be erased."""

    model_config = _STRICT

    name: Annotated[shapes.Name, Field(min_length=1, max_length=120)]
    salutation: Annotated[str, Field(pattern="^(Herr|Frau|)$")] = ""
    acting: Acting | None = None


class Done(BaseModel):
    """What became of a command; without ``events`` it was so already.

    ``version`` is for If-Match; whoever reads up to entry ``position`` sees it.
    """

    model_config = ConfigDict(frozen=True)

    noun: str
    ref: str
    version: int
    position: int
    events: list[str]
    dry_run: bool


_PLACES: Final[Mapping[str, tuple[str, type[Weighing]]]] = {
    "region": ("/region", Weighing),
    "organisation": ("/organisations/{org}", OnOrganisation),
    "person": ("/persons/{person}", OnPerson),
    "forum": ("/forums/{forum}", OnForum),
    "commitment": ("/commitments/{ref}", OnCommitment),
    "information": ("/informations/{ref}", OnInformation),
    "ask": ("/asks/{ref}", OnAsk),
    "decision": ("/decisions/{ref}", OnDecision),
    "nudge": ("/nudges/{org}", OnOrganisation),
    "text": ("/texts/{entry}", OnEntry),
    "export": ("/exports/{export}", OnExport),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """The operation of one command."""

    kind: type[object]
    noun: str
    name: str
    path: str
    tag: str
    summary: str
    asked: type[Weighing]
    body: type[BaseModel]
    needs_body: bool
    scope: Scope = Scope.WRITE

    @property
    def route(self) -> str:
        """The path as the server takes it."""
        return route_of(self.path, self.asked)

    @property
    def opens(self) -> bool:
        """Whether it opens an item whose number is handed out."""
        return self.kind in OPENING or self.kind is person.Admit


@cache
def acts() -> tuple[Act, ...]:
    """Return all of them, in the order of the catalogue."""
    return tuple(_acts())


def _acts() -> Iterator[Act]:
    for kind, noun in NOUNS.items():
        if kind not in NOT_HERE:
            yield _act(kind, noun)


def _act(kind: type[object], noun: str) -> Act:
    place, asked = _PLACES.get(noun) or (f"/{noun}s/{{id}}", OnOther)
    verb = _WORD.sub("-", kind.__name__).lower()
    whole = place.partition("/{")[0]
    path = f"{place}/{verb}"
    if kind in OPENING:
        path, asked = f"{whole}/{verb}", Weighing
    elif kind is person.Admit:
        path, asked = whole, Weighing
    called = noun.title() + kind.__name__
    shape = Opening if kind in OPENING else Acting
    acting = (shape | None, None)
    if kind is person.Admit:
        body: type[BaseModel] = PersonAdmit
    else:
        body = shapes.incoming(kind, called, acting=acting)
    return Act(
        kind=kind,
        noun=noun,
        name=f"{noun}_{verb.replace('-', '_')}",
        path=path,
        tag=whole.strip("/"),
        summary=cleandoc(kind.__doc__ or ""),
        asked=asked,
        body=body,
        needs_body=any(one.is_required() for one in body.model_fields.values()),
    )
