"""Names of organisations and forums, read with their misspellings.

A name is corrected only when one candidate is near and no other is nearly as near;
else the caller asks. Audience words (German: *Adressaten*) stay words: alle, Umland,
Willige, Kreis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from bots.grammar.additions import short
from bots.grammar.fold import fold, rx, tidy

_NEAR: Final = 82  # per cent of fuzz.ratio: one or two slips in a name of eight letters
_CLEAR: Final = 8  # per cent between the best and the second
_MAYBE: Final = 55  # per cent: worth offering when asking back
EVERYBODY: Final = "alle"
COUNTY: Final = "Kreis"
_WORDS: Final = {
    **dict.fromkeys(
        ("alle", "allen", "all", "alle kommunen", "everyone", "everybody"), EVERYBODY
    ),
    **dict.fromkeys(
        ("alle gemeinden", "alle mitglieder", "all members", "reihum"), EVERYBODY
    ),
    **dict.fromkeys(
        ("allen kommunen", "allen gemeinden", "all municipalities"), EVERYBODY
    ),
    **dict.fromkeys(
        ("umland", "umlandkommunen", "umlandgemeinden", "surroundings"), "Umland"
    ),
    **dict.fromkeys(
        ("willige", "willigen", "willing", "volunteers", "freiwillige"), "Willige"
    ),
    **dict.fromkeys(
        ("kreis", "landkreis", "kreisverwaltung", "county", "district"), COUNTY
    ),
}
_ARTICLE: Final = rx(
    r"^(?:(?:die|der|den|das|dem|the|our|town\sof|municipality\sof|stadt|gemeinde|"
    r"marktgemeinde|markt|kommune|city\sof|rathaus|verwaltung)\s+)+"
)
_AND: Final = re.compile(r"\s*(?:,|;|/|\+|&|\bund\b|\bu\.|\bsowie\b|\band\b)\s*")
_PLAIN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Names:
    """The region's organisations and forums, canonical spelling."""

    organisations: tuple[str, ...]
    forums: tuple[str, ...] = ()


DEMO: Final = Names(
    organisations=(
        "Auenburg",
        "Lindgrund",
        "Birkfeld",
        "Steintal",
        "Mühlau",
        "Kreis Auenland",
    ),
    forums=("Forum Wasser",),
)


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name that could not be settled, with the likeliest ones."""

    typed: str
    likely: tuple[str, ...]


def audience(text: str, names: Names) -> tuple[str, ...] | Stranger:
    """Return canonical names and audience words, in order, each once."""
    found: dict[str, None] = {}
    for piece in _AND.split(text):
        typed = tidy(piece)
        if not typed:
            continue
        name = _word(typed) or whose(typed, names)
        if isinstance(name, Stranger):
            return name
        found[name] = None
    return tuple(found)


def organisation(text: str, names: Names) -> str | Stranger:
    """Return the organisation meant by ``text``; "den Kreis" is the county."""
    if _word(text) == COUNTY:
        county = [n for n in names.organisations if "kreis" in fold(n)]
        return county[0] if len(county) == 1 else COUNTY
    return _nearest(text, names.organisations)


def whose(text: str, names: Names) -> str | Stranger:
    """Return the organisation or forum meant by ``text``."""
    return _nearest(text, names.organisations + names.forums)


def longest_name(text: str, names: Names) -> int:
    """Return the length of the known name or audience word ``text`` begins with."""
    best = 0
    words = text.split(" ")
    for count in range(1, min(len(words), 5) + 1):
        piece = " ".join(words[:count]).rstrip(",;.!")
        if _word(piece) or not isinstance(whose(piece, names), Stranger):
            best = len(piece)
    return best


def _word(text: str) -> str | None:
    return _WORDS.get(_ARTICLE.sub("", fold(text)).strip(" .!"))


def _nearest(text: str, known: tuple[str, ...]) -> str | Stranger:
    typed = _key(text)
    scored: dict[str, float] = {}
    for name in known:
        scored[name] = max(_alike(typed, alias) for alias in _aliases(name))
    ranked = sorted(scored, key=lambda name: -scored[name])
    if not ranked:
        return Stranger(text, ())
    called = [name for name in known if _key(name) == typed]
    same = called or [name for name in ranked if scored[name] >= 100]  # noqa: PLR2004
    if same:
        return same[0] if len(same) == 1 else Stranger(text, tuple(same[:3]))
    best = scored[ranked[0]]
    second = scored[ranked[1]] if len(ranked) > 1 else 0
    if best >= _NEAR and best - second >= _CLEAR:
        return ranked[0]
    return Stranger(text, tuple(n for n in ranked if scored[n] >= _MAYBE)[:3])


def _alike(typed: str, alias: str) -> float:
    """Compare names of as many words only: "Steintal ja" is not Steintal."""
    same = typed.count(" ") == alias.count(" ")
    return fuzz.ratio(typed, alias) if same else fuzz.ratio(typed, alias) / 2


def _aliases(name: str) -> Iterator[str]:
    key = _key(name)
    yield key
    bare = _key(short(name))
    yield bare
    if bare.startswith("kreis "):
        yield bare.removeprefix("kreis ")
        yield f"land{bare}"
    if " forum " in bare:
        yield bare[bare.index("forum ") :]
    if bare.startswith("forum "):
        yield bare.removeprefix("forum ")
        yield f"strategisches {bare}"


def _key(text: str) -> str:
    plain = _ARTICLE.sub("", fold(text)).translate(_PLAIN)
    spaced = re.sub(r"[\s\"'#.()-]+", " ", plain).strip()
    return re.sub(r"\ba d\b", "an der", spaced)
