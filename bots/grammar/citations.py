"""The decision from which something follows: "wegen B7", "zu B7" (*Bezug*).

It is read where it stands apart: behind the addressee, in brackets, or at the end.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from bots.grammar.answers import AskBack, Question
from bots.grammar.fold import fold, rx
from bots.grammar.item import REF, cut, refs_in

_FOR: Final = (
    r"(?:wegen|zu[mr]?|aufgrund\s(?:von\s)?|auf\sgrund\s(?:von\s)?|gemäß|laut|nach|"
    r"in\sumsetzung\s(?:von\s)?|because\sof|on\saccount\sof|due\sto|under|following|"
    r"pursuant\sto|for|re)"
)
_WHICH: Final = r"(?:dem\s|des\s|the\s)?(?:beschluss(?:es)?\s|decision\s)?"
_MORE: Final = r"(?:(?:\s*,\s*|\s(?:und|and|sowie|&)\s)[bzfikvm]\s?\d{1,6})*"
_APART: Final = rx(
    rf"[\s,;–-]*\(\s*(?:{_FOR}\s*)?{_WHICH}{REF}{_MORE}\s*\)|"
    rf"(?:^|[\s,;–-]+){_FOR}\s*{_WHICH}"
    + REF.replace("<l>", "<l2>").replace("<n>", "<n2>")
    + rf"{_MORE}(?=[\s.,:;!]*$)"
)


_LEAD: Final = rx(rf"^\s*(?:(?:{_FOR}|on|about)\s*)?{_WHICH}{REF}(?=\s*[:,–-])")


class Cited(NamedTuple):
    """Words without the decision they cite, and that one; empty: none."""

    text: str
    ref: str = ""


def cited(text: str, understood: str) -> Cited | AskBack:
    """Take the decision out of ``text``; more than one is asked about (rule Z6)."""
    found = _APART.search(fold(text))
    if found is None:
        return Cited(text)
    refs = refs_in(found.group())
    if any(ref[0] != "B" for ref in refs):
        return Cited(text)
    if len(refs) > 1:
        return AskBack(
            question=Question.SEVERAL_ITEMS,
            understood=understood,
            phrase=text,
            choices=refs,
        )
    return Cited(cut(text, *found.span()), refs[0])


def without_end(text: str) -> str:
    """Return ``text`` without a decision at its end, as in "Lindgrund zu B7"."""
    found = cited(text, "")
    return text if isinstance(found, AskBack) else found.text


def without_lead(text: str) -> str:
    """Return ``text`` without a decision at its head, as in "zu B7: …"."""
    found = _LEAD.match(fold(text))
    return text[found.end() :] if found and found["l"] == "b" else text
