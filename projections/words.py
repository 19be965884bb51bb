"""Words: a text as the tokens under which it is found (*Suchwörter*).

The one place that knows the stemmer. *Klärschlammverwertung* and *klaerschlamm*,
*Straße* and *Strasse* meet: without case, umlauts and endings.

So that *Schlamm* finds *Klärschlamm*, a long word is kept under its ends too, from
every place on where a German word can begin: behind at least three letters with a
vowel, at least four letters long, with consonants that begin a syllable or with a
particle such as *ab* and *ein*. What a token is follows from the word alone, so that
rebuilding gives the same rows on every database; looking words up among the others
would depend on their order, and a search inside all tokens would read the whole
table. In the demo 261 tokens become 392; all ends from four letters on made 677.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

import snowballstemmer

LONGEST: Final = 40  # characters of a token; what goes beyond adds nothing
SHORTEST: Final = 2  # characters of a word worth finding

_WORD: Final = re.compile(r"[^\W_]+")
_LONG: Final = 8  # letters; shorter words have no two parts
_SEAM: Final = re.compile(
    r"(?<=[a-z]{3})(?:(?=(?:sch[lmnrw]?|s[pt]r?|spl|pf[lr]?|[bfgkp][lr]?|[kg]n|[dtw]r?|qu|th|"
    r"zw?|(?<![sc])h|(?<!s)ch|[jlmnrsvx])[aeiouy])|"
    r"(?=ab|an|auf|aus|ein|ent|ue?ber|un|um|arbeit|ordn|energ|erd|oe?l))(?=[a-z]{4})"
)
_VOWEL: Final = re.compile(r"[aeiouy]")
_WRITTEN_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_STOP: Final = """
    aber als am an auch auf aus bei bis das dass dem den der des die ein eine einem
    einen einer es fuer für haben hat ich im in ist mit nach nicht oder sich sie sind so
    um und uns von vom was wer wie wir zu zum zur the of and to for is
"""  # found in nearly every item, so no help in finding one


def words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, composed."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def spellings(word: str) -> frozenset[str]:
    """Return everything under which ``word`` is kept: stem, plain, written out."""
    plain, out = _plain(word), _plain(word.translate(_WRITTEN_OUT))
    return frozenset({_stem(word)[:LONGEST], plain[:LONGEST], out[:LONGEST]})


def ends(word: str) -> frozenset[str]:
    """Return the ends of a long word that may be words: *schlamm* of *klärschlamm*."""
    if len(word) < _LONG:
        return frozenset()
    plain = {_plain(word), _plain(word.translate(_WRITTEN_OUT))}
    return frozenset(
        whole[seam.start() :][:LONGEST]
        for whole in plain
        for seam in _SEAM.finditer(whole)
        if _VOWEL.search(whole, 0, seam.start())
    )


def beginnings(word: str) -> frozenset[str]:
    """Return what a token must begin with to be found by ``word``."""
    return frozenset({_stem(word)[:LONGEST], _plain(word)[:LONGEST]})


def asked(text: str) -> list[str]:
    """Return the words of a question that are worth looking for, once each."""
    found = [word for word in words(text) if len(word) >= SHORTEST]
    return list(dict.fromkeys(word for word in found if word not in _stop()))


@cache
def _stop() -> frozenset[str]:
    return frozenset(_STOP.split())


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(maxsize=4_096)  # what people write about repeats itself
def _stem(word: str) -> str:
    return _plain(_stemmer().stemWord(word))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("german")
