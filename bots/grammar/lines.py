"""What of a message is a command: no code, no quotation, no greeting, no signature."""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.fold import clean, fold, rx

_RUN: Final = re.compile(r"([^\w\s`])\1{3,}")
_FENCE: Final = re.compile(r"```.*?(?:```|$)|~~~.*?(?:~~~|$)", re.DOTALL)
_CODE: Final = re.compile(r"`[^`\n]*`")
_STRUCK: Final = re.compile(r"~~[^~\n]*~~")
_QUOTED: Final = re.compile(r"^\s*(?:>|&gt;|\|).*$|^\s{4,}\S.*$", re.MULTILINE)
_BOLD: Final = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_ADDRESS: Final = rx(
    r"^(?:\s*(?:/faden\b|<@\w+(?:\|\w+)?>|@?faden\b\s*[,:!-]|@faden\b|@\w*faden\w*)[\s,:]*)+"
)
_MENTION: Final = rx(r"\s*(?:@faden\b|<@\w+(?:\|faden)?>)[,:]?\s*$")
_GREETING: Final = rx(
    r"^\s*(?:hallo|hi|hey|moin(?:\smoin)?|servus|grüß\sgott|tach|"
    r"guten?\s(?:morgen|tag|abend)|sehr\sgeehrte[rs]?|liebe[rs]?|dear|hello|"
    r"good\s(?:morning|afternoon|evening))\b[^:,!\n\d]{0,50}[,!\n]\s*"
)
_CLOSING: Final = rx(
    r"[\s,.;!-]+(?:mfg|lg|vg|bg|viele\sgrüße|mit\sfreundlichen\sgrüßen|beste\sgrüße|"
    r"liebe\sgrüße|freundliche\sgrüße|schöne\sgrüße|herzliche\sgrüße|grüße|gruß|"
    r"(?:kind|best|warm)\sregards|regards|cheers)\b(?P<who>[^?:]{0,80})$"
)
_NO_NAME: Final = rx(
    r"\b(?:wenn|falls|aber|nicht|nur|sofern|doch|jedoch|if|but|unless|not|only|kein\w*|"
    r"vorbehalt\w*|erst|machen|wir|\d)\b"
)


def command_of(text: str) -> str:
    """Return the typed command in ``text``, empty if there is none."""
    told = _RUN.sub(r"\1\1\1", clean(text))
    for pattern in (_FENCE, _CODE, _STRUCK, _QUOTED):
        told = pattern.sub(" ", told)
    told = _BOLD.sub("", told)
    told = re.sub(r" {2,}", " ", re.sub(r"[ ]*\n\s*", "\n", told)).strip()
    for pattern in (_ADDRESS, _GREETING, _ADDRESS):
        told = told[_end(pattern, told) :].strip()
    mention = _MENTION.search(fold(told))
    if mention is not None:
        told = told[: mention.start()]
    return _unsigned(told).strip()


def _end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(fold(text))
    return found.end() if found else 0


def _unsigned(text: str) -> str:
    tail = max(0, len(text) - 140)
    found = _CLOSING.search(fold(text[tail:]))
    if found is None or found.start() + tail == 0:
        return text
    if _NO_NAME.search(found["who"]):
        return text
    return text[: tail + found.start()]
