"""Shapes: what core's classes look like as JSON, coming in and going out.

Models are made of the dataclasses themselves, so that a field that is added there is
there here, too. Texts are plain strings on both ways; what goes out without one is
``null``. What comes in is read strictly: nothing is guessed, nothing unknown passes.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import IntEnum
from functools import cache
from inspect import cleandoc
from typing import (
    Annotated,
    Any,
    Final,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    create_model,
)
from pydantic import Field as ModelField

from bots.heard import clean
from core.sealed import Sealed

_MOST: Final = 500  # things in one list
_NUMBER: Final = 2**53 - 1  # what every JSON reader holds exactly
_INCOMING: Final = ConfigDict(strict=True, extra="forbid", frozen=True)

_OTHERWISE: Final = {
    "meetings.MeetingRow": "ForumMeeting",
    "places.SeatRow": "SeatHeld",
    "register.Register": "DecisionRegister",
    "validity.Held": "MandateHeld",
}


def _whole(said: object) -> object:
    """Take 5.0 for 5, as JSON does."""
    return int(said) if isinstance(said, float) and said.is_integer() else said


Text = Annotated[str, AfterValidator(clean)]
Whole = BeforeValidator(_whole)
Number = Annotated[int, ModelField(ge=-_NUMBER, le=_NUMBER), Whole]
Name = Annotated[str, StringConstraints(max_length=1_000), AfterValidator(clean)]


def incoming(kind: type, name: str, **more: tuple[Any, Any]) -> type[BaseModel]:
    """Return the model by which a ``kind`` is read, called ``name``.

    ``more`` are further fields, as pydantic takes them.
    """
    return _model(kind, name, comes=True, more=more)


def outgoing(kind: Any) -> Any:  # noqa: ANN401  (an annotation, made of one)
    """Return the annotation that describes a ``kind`` as ``encoded`` writes it."""
    return _shape(kind, comes=False)


def made(kind: type, sent: BaseModel, beside: frozenset[str] = frozenset()) -> object:
    """Return the ``kind`` that was ``sent``, without the fields ``beside`` it."""
    plain = sent.model_dump(
        mode="json", by_alias=True, exclude=set(beside), exclude_unset=True
    )
    return msgspec.convert(plain, kind, dec_hook=_sealed)


def encoded(found: object) -> bytes:
    """Return ``found`` as JSON: rows, and what they are made of."""
    return _ENCODER.encode(_objects(found))


@cache
def of(kind: Any, *, comes: bool) -> type[BaseModel]:  # noqa: ANN401  (a class)
    """Return the model of a part of something; the same class gives the same."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is None:
        name = f"{_called(kind)}In" if comes else _called(kind)
        return _model(kind, name, comes=comes, more={})
    name = _called(origin) + "Of".join(("", *map(_called, inner)))
    return _model(origin, name, comes=comes, more={}, inner=inner)


def _called(kind: type) -> str:
    """Return the name of a part; where two are called alike, the noun is added."""
    name = f"{kind.__module__.rpartition('.')[2]}.{kind.__qualname__}"
    return _OTHERWISE.get(name, kind.__name__.removesuffix("Row"))


def _model(
    kind: type,
    name: str,
    *,
    comes: bool,
    more: Mapping[str, tuple[Any, Any]],
    inner: tuple[Any, ...] = (),
) -> type[BaseModel]:
    hints = {
        one: hint[inner] if inner and getattr(hint, "__parameters__", ()) else hint
        for one, hint in get_type_hints(kind).items()
    }
    named = {
        _own(one): (_shape(hints[one], comes=comes), _field(kind, one, comes=comes))
        for one in _names(kind)
    }
    config = _INCOMING if comes else ConfigDict(frozen=True)
    doc = cleandoc(kind.__doc__ or "").partition("\n\n")[0]
    everything: dict[str, Any] = {**named, **more}
    return create_model(name, __config__=config, __doc__=doc, **everything)


def _names(kind: type) -> Sequence[str]:
    if is_dataclass(kind):
        return [one.name for one in fields(kind)]
    return tuple(getattr(kind, "_fields", ()))


def _own(name: str) -> str:
    """Return what a field is called in a model, where some names are taken."""
    return f"{name}_" if hasattr(BaseModel, name) else name


def _field(kind: type, name: str, *, comes: bool) -> object:
    alias = name if _own(name) != name else None
    if not comes:  # everything is always there
        return ModelField(alias=alias) if alias else ...
    known: Mapping[str, Field[Any]] = getattr(kind, "__dataclass_fields__", {})
    field = known[name]
    if field.default_factory is not MISSING:
        return ModelField(default_factory=field.default_factory, alias=alias)
    if field.default is MISSING:
        return ModelField(alias=alias) if alias else ...
    return ModelField(default=field.default, alias=alias)


def _shape(kind: Any, *, comes: bool) -> Any:  # noqa: ANN401  (an annotation)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return Union[tuple(_shape(one, comes=comes) for one in inner)]  # noqa: UP007
    if origin in {tuple, frozenset, Sequence, list}:
        part = _shape(inner[0], comes=comes)
        several = list[part]  # type: ignore[valid-type]  # made here
        return Annotated[several, ModelField(max_length=_MOST)] if comes else several
    if origin in {dict, Mapping}:
        value = _shape(inner[1], comes=comes)
        return dict[Name, value] if comes else dict[str, value]  # type: ignore[valid-type]  # made here
    if kind is Sealed:
        return Text if comes else str | None
    if kind is str:
        return Name if comes else str
    if kind is int and comes:
        return Number
    if isinstance(kind, type) and issubclass(kind, IntEnum):
        return Annotated[int, ModelField(ge=min(kind), le=max(kind)), Whole]
    if isinstance(origin or kind, type) and _names(origin or kind):
        return of(kind, comes=comes)
    return kind


def _objects(found: object) -> object:
    """Return ``found`` with objects for the tuples that have names."""
    match found:
        case str() | bytes() | int() | None:
            return found
        case tuple() if hasattr(found, "_fields"):
            return {n: _objects(getattr(found, n)) for n in _names(type(found))}
        case tuple() | list():
            return [_objects(one) for one in found]
        case dict() | types.MappingProxyType():
            return {str(name): _objects(one) for name, one in found.items()}
        case _ if is_dataclass(type(found)) and _has_named(found):
            return {n: _objects(getattr(found, n)) for n in _names(type(found))}
        case _:
            return found


def _has_named(found: object) -> bool:
    kind: Any = type(found)
    return _holds_tuples(kind)


@cache
def _holds_tuples(kind: Any) -> bool:  # noqa: ANN401  (an annotation)
    """Whether somewhere in a ``kind`` may lie a tuple whose parts have names."""
    if isinstance(kind, type) and hasattr(kind, "_fields"):
        return True
    inner = get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        inner = tuple(get_type_hints(kind).values())
    return kind is object or any(_holds_tuples(one) for one in inner)


def _sealed(kind: type, raw: Any) -> object:  # noqa: ANN401  (whatever came)
    if kind is Sealed:
        return Sealed(raw)
    raise NotImplementedError(kind.__name__)


def _opened(value: object) -> object:
    if isinstance(value, Sealed):
        return value.text
    raise NotImplementedError(type(value).__name__)


_ENCODER: Final = msgspec.json.Encoder(enc_hook=_opened, order="deterministic")
