"""Words: a text as the tokens under which it is found (*Suchwörter*).

The one place that knows the stemmer. *Klärschlammverwertung* and *klaerschlamm*,
*Straße* and *Strasse* meet: without case, umlauts and endings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

import snowballstemmer

LONGEST: Final = 40  # characters of a token; what goes beyond adds nothing
SHORTEST: Final = 2  # characters of a word worth finding

_WORD: Final = re.compile(r"[^\W_]+")
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


def _stem(word: str) -> str:
    return _plain(_stemmer().stemWord(word))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("german")
