"""A body at the head of a line: ``Gemeindevertretung Birkfeld: …`` (*Gremium*)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bots.grammar.answers import OnBehalf
from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line
from bots.grammar.item import REF, Item, ref_of
from bots.grammar.names import Stranger, organisation
from bots.grammar.reserves import BODY

_HEAD: Final = rx(
    rf"^(?:(?:in|im|vom|von)\s)?(?P<body>{BODY})(?:\s(?P<org>(?!hat|haben|ist|wird|am\b|vom\b)"
    r"[\w-]+))?(?P<sep>\s*:\s*|\s*,\s*|\s+-\s+|\s+)(?P<rest>.+)$"
)
_FIRST: Final = rx(
    rf"^(?:(?:der|die|das|the)\s)?(?P<head>{BODY}(?:\s(?:von\s|of\s)?(?!hat|haben|has)[\w-]+)?)"
    rf"\s(?:hat|haben|has)\s(?:zu\s|über\s|dem\s|der\s|on\s|approved\s)?{REF}[\s,:]*(?P<rest>.+)$"
)
_TOWN: Final = rx(
    r"^(?P<org>[\w.-]+(?:\s[\w.-]+){0,4}?)\s(?:ist|sind|macht|is|are)\s"
    rf"(?:(?:mit|bei|zu|with|to)\s)?{REF}[\s,:]*(?P<rest>.+)$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A body, what is said of it, and whose it is if that was said."""

    body: str
    rest: str
    by: OnBehalf | None


def head_in(item: Item, core: str) -> Head | None:
    """Return the body at the head of ``core``, with the organisation behind it."""
    found = _HEAD.match(fold(core))
    if found is None:
        return None
    body, rest, by = core[slice(*found.span("body"))], core[found.start("rest") :], None
    if found["org"]:
        typed = core[slice(*found.span("org"))]
        name = organisation(typed, item.names)
        if isinstance(name, Stranger):
            rest = f"{typed} {rest.strip()}"
        else:
            by = OnBehalf(organisation=name)
    return Head(body.strip(), rest.strip(), item.on_behalf or by)


def body_first(text: str, line: Line) -> Item | None:
    """Read "Rat Felsberg hat B7 zugestimmt" as if the item came first."""
    found = _FIRST.match(fold(text).replace("\n", " "))
    if found is None:
        return None
    verb = "approved " if " approved " in found.group()[: found.start("l")] else ""
    said = f"{text[slice(*found.span('head'))]}: {verb}{text[found.start('rest') :]}"
    return Item(ref_of(found), said, colon=False, today=line.today, names=line.names)


def town_first(text: str, line: Line) -> Item | None:
    """Read "Steintal ist mit B1 einverstanden" as the word of Steintal."""
    found = _TOWN.match(fold(text).replace("\n", " "))
    if found is None:
        return None
    name = organisation(text[slice(*found.span("org"))], line.names)
    if isinstance(name, Stranger) or name not in line.names.organisations:
        return None
    return Item(
        ref_of(found),
        text[found.start("rest") :],
        colon=False,
        today=line.today,
        names=line.names,
        on_behalf=OnBehalf(organisation=name),
    )
