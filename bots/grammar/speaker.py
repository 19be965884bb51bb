"""For whom somebody speaks: "für Steintal, Telefon BM Roth" (German: *im Namen von*).

It is read first and taken out, so what remains must be a command on its own. Inside
free text a municipality with "für" is just a word: there the basis has to follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from bots.grammar.answers import Basis, OnBehalf
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.names import Names, Stranger, organisation

_FOR: Final = (
    r"(?:für|im\snamen\svon|im\snamen\sder|namens|im\sauftrag\svon|im\sauftrag\sder|i\.\s?a\."
    r"|i\.\s?v\.|in\svertretung\svon|on\sbehalf\sof|for)"
)
_HOW: Final = (
    r"(?:(?:per|via|laut|nach|am|aus|in|by|lt\.|gem\.|gemäß|auf\sgrund|in\sder|aus\sder)\s)?"
    r"(?:(?P<tel>telefonat|telefonisch|telefon|tel\.?|anruf|phone(?:\scall)?|fon|call)|"
    r"(?P<mail>e-?mail|mail)|(?P<sit>sitzung|besprechung|treffen|meeting|session)|"
    r"(?P<brief>schreiben|brief|letter|fax|schriftlich|post))(?!\w)"
)
_WHO: Final = (
    r"(?P<who>,\s[^,:;\n?!()\"]{1,60}(?=\)|$)|"
    r"(?:\s?(?:mit|von|des|der|by|from|with|vom)\b)?[^,:;\n?!()\"]{0,60})"
)
_NAME: Final = r"(?P<org>[\w.-]+(?:\s[\w.-]+){0,4}?)"
_WITH_BASIS: Final = rx(
    rf"(?:^|(?<=[\s,;(-])){_FOR}\s{_NAME}\s?[,(:;-]?\s?{_HOW}{_WHO}\)?"
)
_WITHOUT: Final = rx(
    rf"(?:^|(?<=[\s,;(-])){_FOR}\s{_NAME}(?=\s?(?:$|[,:;!.)\n-]|\s))\)?"
)
_BEHIND: Final = rx(rf"[\s,;(-]*[,;(-]\s*{_HOW}{_WHO}\)?[\s.!]*$")
_BASES: Final = (
    ("tel", Basis.PHONE),
    ("mail", Basis.MAIL),
    ("sit", Basis.SESSION),
    ("brief", Basis.LETTER),
)
_NO_HOLDER: Final = rx(
    r"\b(?:wenn|falls|aber|nicht|nur|sofern|jedoch|if|but|unless|not|only|kein\w*|"
    r"einverstanden|machen|vorbehalt\w*|erst|sagt\w*|noch|oder)\b"
)
_DAY: Final = rx(r"\s*(?:\b(?:am|vom|on|of)\s)?\d.*$|\s(?:heute|gestern|today)$")
_LEAD: Final = rx(r"^(?:mit|von|des|der|by|from|with|vom)\s")
_NAME_WORDS: Final = 4  # words a municipality's name may have
_WORDS: Final = 6  # words a holder's name may have


@dataclass(frozen=True, slots=True)
class Spoken:
    """A command without its on-behalf part."""

    text: str
    on_behalf: OnBehalf | None


def spoken(text: str, names: Names) -> Spoken | Stranger:
    """Take the on-behalf part out of ``text``; a stranger has to be asked about.

    After the first colon only a part with a basis, at the very end, counts.
    """
    folded = fold(text)
    free = _free_text(folded)
    stranger: Stranger | None = None
    for found in _WITH_BASIS.finditer(folded):
        inside = found.start() > free
        if inside and text[found.end() :].strip(" .!)"):
            continue
        taken = _taken(text, found, names, _basis(found))
        if isinstance(taken, Stranger):
            stranger = taken
        elif taken is not None:
            return taken
    for found in _WITHOUT.finditer(folded):
        if found.start() > free:
            break
        taken = _without_basis(text, found, names)
        if taken is not None:
            return _with_basis_behind(taken)
    return stranger or Spoken(text, None)


def _with_basis_behind(told: Spoken) -> Spoken:
    """Read "für Steintal einverstanden (Telefon BM Roth)"."""
    found = _BEHIND.search(fold(told.text))
    if found is None or told.on_behalf is None:
        return told
    holder = _holder(told.text[slice(*found.span("who"))])
    if holder is None or not told.text[: found.start()].strip():
        return told
    by = replace(told.on_behalf, basis=_basis(found), holder=holder)
    return Spoken(told.text[: found.start()].strip(), by)


def _free_text(folded: str) -> int:
    """Free text begins behind a colon that does not end the on-behalf part."""
    colons = [m.start() for m in re.finditer(r":(?!\d)", folded)]
    lead = rx(rf"^{_FOR}\s|^[bzf]\s?\d+\s*:").match(folded)
    if lead and colons:
        colons = colons[1:]
    return colons[0] if colons else len(folded)


def _basis(found: re.Match[str]) -> Basis:
    return next(basis for group, basis in _BASES if found[group])


def _taken(
    text: str, found: re.Match[str], names: Names, basis: Basis
) -> Spoken | Stranger | None:
    who = text[slice(*found.span("who"))]
    holder = _holder(who)
    if holder is None:
        return None
    name = organisation(text[slice(*found.span("org"))], names)
    if isinstance(name, Stranger):
        return name
    rest = _without(text, found)
    return Spoken(rest, OnBehalf(organisation=name, basis=basis, holder=holder))


def _without_basis(text: str, found: re.Match[str], names: Names) -> Spoken | None:
    pieces = list(re.finditer(r"[\w-]+", text[found.start("org") :]))[:_NAME_WORDS]
    for piece in reversed(pieces):
        end = found.start("org") + piece.end()
        name = organisation(text[found.start("org") : end], names)
        if not isinstance(name, Stranger):
            break
    else:
        return None
    rest = tidy(text[: found.start()]) + _glue(text[end:]) + text[end:].lstrip(" ,:;)-")
    return Spoken(rest.strip(" :"), OnBehalf(organisation=name))


def _glue(rest: str) -> str:
    return ": " if rest.lstrip(" )").startswith(":") else " "


def _without(text: str, found: re.Match[str]) -> str:
    before, after = text[: found.start()].rstrip(" ,;(-"), text[found.end() :]
    return f"{before}{_glue(after)}{after.lstrip(' ,:;)-')}".strip(" :")


def _holder(who: str) -> str | None:
    """Return the name behind the basis, None if the words are more than a name."""
    plain = tidy(who)
    lead = _LEAD.match(fold(plain))
    name = plain[lead.end() :] if lead else plain
    day = _DAY.search(fold(name))
    name = name[: day.start()] if day else name
    if _NO_HOLDER.search(fold(name)) or len(name.split()) > _WORDS:
        return None
    return name
