"""A forum named in a request: "im Forum Wasser", "(forum Wasser)" (*Forum*).

Where it stands apart from what is asked for, it says where to ask, and is taken out:
behind the addressee, in brackets, or at the end with "im".
"""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.fold import fold, rx
from bots.grammar.item import cut
from bots.grammar.names import Names

_ENDING: Final = re.compile(r"(?:e[rnsm]?)$")
_IN: Final = r"(?:im|in\sdem|in\sder|innerhalb\sdes|in\sthe|in)"
_THE: Final = r"(?:das|dem|des|the)"


def taken_out(text: str, names: Names) -> tuple[str, str]:
    """Return ``text`` without the forum that it names apart, and that forum."""
    folded = fold(text)
    for name in sorted(names.forums, key=len, reverse=True):
        called = "|".join(_spellings(name))
        apart = rx(
            rf"[\s,]*\(\s*(?:{_IN}\s)?(?:{_THE}\s)?(?:{called})\s*\)|"
            rf"(?:^|[\s,]+){_IN}\s(?:{_THE}\s)?(?:{called})(?=[\s.,:]*$)"
        )
        found = apart.search(folded)
        if found is not None:
            return cut(text, *found.span()), name
    return text, ""


def named_in(text: str, names: Names) -> tuple[str, str, int]:
    """Return ``text`` without the forum named anywhere in it, that forum, and where.

    For lines that are about a forum, so its whole name is enough, also in one word:
    "Wasserforum" is the "Forum Wasser".
    """
    folded = fold(text)
    for name in sorted(names.forums, key=len, reverse=True):
        words = fold(name).split()
        called = {*_spellings(name), r"\s".join(_declined(word) for word in words)}
        if "forum" in words and len(after := words[words.index("forum") + 1 :]) == 1:
            called.add(rf"{re.escape(after[0])}-?forum")
        called = {one.replace("forum", "forums?") for one in called}
        found = rx(
            rf"(?<!\w)(?:(?:{_IN}|vom|von|der|für|of|for)\s)?(?:{_THE}\s)?"
            rf"\(?(?:{'|'.join(sorted(called, key=len, reverse=True))})\)?(?!\w)"
        ).search(folded)
        if found is not None:
            return cut(text, *found.span()), name, found.start()
    return text, "", 0


def named(text: str, names: Names) -> str:
    """Return the forum that ``text`` names and nothing else, ``""`` if it is none.

    Asked for by name, it may stand without "Forum".
    """
    folded = fold(text).strip(" ?.!")
    for name in names.forums:
        bare = fold(name).removeprefix("forum ")
        known = "|".join((*_spellings(name), re.escape(bare)))
        if rx(rf"(?:{_THE}\s)?(?:{known})").fullmatch(folded):
            return name
    return ""


def _spellings(name: str) -> tuple[str, ...]:
    """Return patterns for ``name``, its adjectives declined, with and without "Forum".

    "Strategisches Forum Wasser" is also "Strategischen Forum Wasser" and "Forum
    Wasser"; "Wasser" is also "Forum Wasser", never a bare word. Forms say "Forum: …".
    """
    words = fold(name).split()
    whole = r"\s".join(_declined(word) for word in words)
    if "forum" not in words:
        return (rf"forum:?\s{whole}",)
    after = r"\s".join(map(re.escape, words[words.index("forum") :]))
    return (rf"forum:\s{whole}", whole, after)


def _declined(word: str) -> str:
    stem = _ENDING.sub("", word)
    return re.escape(word) if word == stem else rf"{re.escape(stem)}(?:e[rnsm]?)"
