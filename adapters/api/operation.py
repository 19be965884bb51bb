"""Operation: one thing that can be asked of the interface (*Vorgang*).

What it takes is a model whose fields stand in the path where the path names them,
else in the query. The same model reads the request and describes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from enum import StrEnum
from inspect import cleandoc
from typing import (
    Annotated,
    Any,
    Final,
    LiteralString,
    TypeAlias,
    TypeVar,
    get_type_hints,
)

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.office.api_tokens import Scope
from projections.viewer import Viewer

PREFIX: Final = "/api/v1"
MOST: Final = 200  # rows of a page
USUAL: Final = 50
ID: Final = "^[A-Za-z0-9][A-Za-z0-9_.:-]{0,59}$"
_HOLE: Final = re.compile(r"{(\w+)}")
_DIGITS: Final = re.compile(r"[0-9]{1,15}", re.ASCII)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def digits(said: object) -> object:
    """Refuse whatever is not written like a whole number."""
    return _written(said, _DIGITS, "int_parsing")


def _day(said: object) -> object:
    return _written(said, _DAY, "date_parsing")


def _written(said: object, like: re.Pattern[str], kind: LiteralString) -> object:
    """Refuse whatever pydantic would kindly take for something else, as ``kind``."""
    if isinstance(said, str) and not like.fullmatch(said):
        raise PydanticCustomError(kind, "not as it is written here")
    return said


def _truth(said: object) -> object:
    match said:
        case "true" | True:
            return True
        case "false" | False:
            return False
        case _:
            raise PydanticCustomError("bool_parsing", "neither true nor false")


Id = Annotated[str, Field(pattern=ID)]
Digits = Annotated[int, Field(ge=1, le=10**15 - 1), BeforeValidator(digits)]
Limit = Annotated[int, Field(ge=1, le=MOST), BeforeValidator(digits)]
Day = Annotated[date, BeforeValidator(_day)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Stand = Annotated[
    str,
    Field(
        pattern="^([0-9]{4}-[0-9]{2}-[0-9]{2}|[1-9][0-9]{0,11})$",
        description="As known then: a day, or the number of an entry of the log.",
    ),
]


class Asked(BaseModel):
    """What an operation takes, read from path and query."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Asked):
    """Nothing at all."""


class Then(Asked):
    """An earlier state, if wanted."""

    stand: Stand | None = None


class Paged(Then):
    """A page of a list, the newest first."""

    limit: Limit = USUAL
    before: Digits | None = Field(
        default=None, description="The page behind this number: `next` of the last."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a question is answered from: views for one viewer, on one day.

    ``position`` is the earlier entry of which they tell; ``None``: they are as of now.
    """

    faden: Faden
    db: Connection
    viewer: Viewer
    today: date
    zone: tzinfo
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Some rows; ``next`` leads to those behind them, ``total`` is of all pages."""

    items: Sequence[object]
    next: int | None = None
    total: int | None = None


Answering: TypeAlias = Callable[[Reading, Any], object]
A = TypeVar("A", bound=Asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One of them.

    ``out`` is the annotation of what comes back, ``listed`` says that it comes by the
    page. ``lasts``: the answer is the same until the views move.
    """

    name: str
    method: str
    path: str  # below PREFIX, as OpenAPI writes it
    tag: str
    summary: str
    scope: Scope | None
    asked: type[Asked]
    out: Any
    listed: bool = False
    lasts: bool = True
    body: type[BaseModel] | None = None
    run: Answering = field(repr=False)

    @property
    def holes(self) -> tuple[str, ...]:
        """The fields that stand in the path, in order."""
        return tuple(_HOLE.findall(self.path))

    @property
    def route(self) -> str:
        """The path as the server takes it."""
        return route_of(self.path, self.asked)


def route_of(path: str, asked: type[Asked]) -> str:
    """Return ``path`` for the server: only what fits reaches the operation."""
    return _HOLE.sub(lambda hole: f"{{{hole[1]}:{_fitting(asked, hole[1])}}}", path)


def _fitting(asked: type[Asked], name: str) -> str:
    info = asked.model_fields[name]
    if isinstance(info.annotation, type) and issubclass(info.annotation, StrEnum):
        return "|".join(one.value for one in info.annotation)
    patterns = (getattr(one, "pattern", None) for one in info.metadata)
    pattern = next((one for one in patterns if one), "^[0-9]{1,15}$")
    return str(pattern).removeprefix("^").removesuffix("$")


QUERIES: Final[list[Operation]] = []


def query(
    path: str,
    tag: str,
    out: Any,  # noqa: ANN401  (an annotation)
    *,
    scope: Scope | None = Scope.READ,
    listed: bool = False,
    lasts: bool = True,
) -> Callable[[Callable[[Reading, A], object]], Callable[[Reading, A], object]]:
    """Let a function answer ``GET path``; it also names and describes it."""

    def keep(run: Callable[[Reading, A], object]) -> Callable[[Reading, A], object]:
        QUERIES.append(
            Operation(
                name=run.__name__,
                method="GET",
                path=path,
                tag=tag,
                summary=cleandoc(run.__doc__ or ""),
                scope=scope,
                asked=get_type_hints(run)["asked"],
                out=out,
                listed=listed,
                lasts=lasts,
                run=run,
            )
        )
        return run

    return keep
