"""Sums: what a decision costs and brings each organisation (*Kosten*, *Nutzen*)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bots.grammar.fold import fold, rx, tidy
from bots.grammar.names import Names, Stranger, audience, organisation

EVERYBODY: Final = "alle"
_NUMBER: Final = (
    r"\d{1,3}(?:[.\s]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|"
    r"\d+(?:[.,]\d{1,2})?"
)
_EACH: Final = (
    r"(?:(?:je|pro|each|per)\s(?:kommune|gemeinde|mitglied|municipality|member)|"
    r"jeweils|je|each|jede(?:\s(?:kommune|gemeinde))?|alle|all)"
)
_AMOUNT: Final = rx(
    rf"^(?P<who>.*?)[\s:=,]*(?<![\w.,])(?P<each>{_EACH}\s)?(?:(?:ca\.?|etwa|rund|about)\s)?"
    rf"(?:(?:€|eur)\s?)?(?P<n>{_NUMBER})(?:,-+)?\s*(?P<k>tsd\.?|t|mio\.?)?\s*"
    rf"(?:€|eur|euros?)?(?:\s(?P<late>{_EACH}))?$"
)
_NOTHING: Final = rx(r"(?:keine|nichts|none|nothing|-)")
_CLAUSE: Final = re.compile(r"\s*(?:[;\n]|,(?!\d)|\s(?:und|and)\s)\s*")
_TIMES: Final = {"t": 1_000, "m": 1_000_000}
_OWN: Final = rx(r"^(?:für\s|for\s)?(?P<o>[^:.!?]{2,60}?)\s*:\s*(?P<t>\S.*)$")


def costs(text: str, names: Names) -> tuple[tuple[str, int], ...] | Stranger | str:
    """Return cents by organisation, or the words that are no share of anybody."""
    if not text or _NOTHING.fullmatch(fold(text).strip(" .")):
        return ((EVERYBODY, 0),) if text else ()
    found: dict[str, int] = {}
    before: list[str] = []
    for clause in _CLAUSE.split(text.strip(" .")):
        if not clause:
            continue
        amount = _AMOUNT.match(fold(clause))
        if amount is None:
            before.append(clause)
            continue
        each = amount["each"] or amount["late"]
        typed = ", ".join([*before, clause[: amount.end("who")]]).strip(" :,")
        if before and not each:
            return text
        whose = _whose(typed, names) if typed else (EVERYBODY if each else "",)
        if isinstance(whose, Stranger):
            return whose
        found |= dict.fromkeys(whose, _cents(amount["n"], amount["k"]))
        before = []
    return text if before else tuple(found.items())


def _cents(number: str, times: str | None) -> int:
    part = re.search(r"[.,](\d{1,2})$", number)
    whole = re.sub(r"\D", "", number[: part.start()] if part else number)
    plain = Decimal(f"{whole}.{part[1]}" if part else whole)
    return int(plain * 100 * (_TIMES[times[0]] if times else 1))


def benefits(text: str, names: Names) -> tuple[tuple[str, str], ...] | Stranger:
    """Return words by organisation; what names none belongs to the one before."""
    found: dict[str, str] = {}
    last: tuple[str, ...] = ("",)
    for piece in re.split(r"\s*[;\n]\s*", text):
        named = _OWN.match(fold(piece))
        whose: tuple[str, ...] | Stranger = ()
        if named is not None:
            whose = _whose(piece[slice(*named.span("o"))], names)
        if isinstance(whose, tuple) and whose and named is not None:
            last, said = whose, tidy(piece[named.start("t") :])
        else:
            said = tidy(piece)
        if said:
            for org in last:
                found[org] = f"{found[org]}; {said}" if found.get(org) else said
    return tuple(found.items())


def _whose(typed: str, names: Names) -> tuple[str, ...] | Stranger:
    """Return who is named; forums bear and gain nothing themselves."""
    named = audience(typed, names)
    if isinstance(named, Stranger):
        return named
    if EVERYBODY in named:
        return (EVERYBODY,)
    orgs = [organisation(name, names) for name in named]
    strange = next((one for one in orgs if isinstance(one, Stranger)), None)
    return strange or tuple(one for one in orgs if isinstance(one, str))
