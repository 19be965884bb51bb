"""Lines about the rarer steps in the forum: ``B7 Option 1: 2, Option 2: 8``.

Each counts only if nothing else is said.
"""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.further import (
    Documents,
    EscalateObjections,
    RepealDecision,
    RuleObjection,
    ScoreOptions,
    StartCouncils,
)
from bots.grammar.intents import Parsed
from bots.grammar.item import Item, refs_in
from bots.grammar.names import Stranger, organisation

REASON: Final = (
    r"(?:\s*[:;]\s*|\s*,\s*|\s+-\s+|\s(?=weil\b|da\b|wegen\b|because\b))"
    r"(?:(?:weil|da|denn|because)\s)?(?P<t>.+)"
)
"""A reason behind a colon, a comma or "weil"."""
_SCORE: Final = rx(
    r"(?:option|variante|nr\.?)?\s?(?P<o>\d{1,2})\s?(?:[:=]|-(?=\s)|\smit\b|\sbekommt\b|\sgets\b|"
    r"\s(?=\d))\s*(?P<r>\d{1,3})"
)
_ONE: Final = re.sub(r"\?P<[or]>", "?:", _SCORE.pattern)
_SCORES: Final = rx(
    r"^(?:(?:unser\s|our\s)?(?:widerstand|resistance|bewertung|scores?)\s*:?\s*)?"
    rf"(?P<all>{_ONE}(?:\s*(?:[,;]|und|and|\n)\s*{_ONE})*)$"
)
_ROW: Final = rx(
    r"^(?:unser\s|our\s)?(?:widerstand|resistance)\s*:?\s*"
    r"(?P<all>\d{1,3}(?:\s*(?:[,;/]|und|and)\s*\d{1,3})+)$"
)
_RULED: Final = rx(
    r"^(?:der\s|the\s)?(?:einwand|objection)(?:\s(?:von|aus|der|of|from)\b)?"
    r"(?:\s(?:nr\.?\s|no\.?\s)?(?P<n>\d{1,3})|\s(?P<org>(?!ist\b|is\b|nicht\b|not\b|gilt\b)"
    r"[\w-]+(?:\s(?!ist\b|is\b|nicht\b|not\b|gilt\b|laut\b)[\w-]+)?))?"
    r"(?:\s(?:ist|gilt|is))?(?:\s(?:laut|durch|according\sto|by)\s(?P<by>[^:,;]+?))?"
    r"\s(?:als\s)?(?:nicht\svorrangig|nicht\sschwerwiegend|nicht\shinderlich|not\sparamount)"
    rf"(?:{REASON})?$"
)
_ESCALATE: Final = rx(
    r"^(?:(?:die\s|den\s|the\s)?(?:einw(?:a|ä)nde?|objections?)\s)?"
    r"(?:(?:eskalieren\s(?:an|zu)|escalate\sto)\s(?P<to>[^:;,]+?)|"
    r"(?:an|to)\s(?P<to2>[^:;,]+?)\s(?:geben|abgeben|weitergeben|eskalieren|hand\sover))"
    rf"(?:{REASON})?$"
)
_ARTICLE: Final = rx(r"^(?:die|den|das|der|the)\s")
_DOCUMENTS: Final = rx(
    r"(?:(?:die|the|welche|which)\s)?(?:unterlagen|belege|quellen|vorlagen|documents|papers|"
    r"sources)[\s?]*"
)
_START: Final = rx(
    r"(?:geht\s|jetzt\s|bitte\s)*(?:in|an|vor|to)\s(?:die\s|the\s)?(?:gremien|räte|councils)"
    r"(?:\s(?:geben|bringen))?"
)
_REPEAL: Final = rx(
    r"^(?:wird\s|ist\s|is\s)?(?:aufgehoben\s(?:durch|mit)|repealed\sby)\s"
    r"b\s?-?\s?\d{1,6}\b(?P<rest>.*)$"
)
_BEHIND: Final = re.compile(rf"^{REASON}$", re.DOTALL)


def on_further(item: Item) -> Parsed | None:
    """Read a rarer step in the forum; None if it is something else."""
    folded = fold(item.body).strip(" .!")
    if _START.fullmatch(folded):
        return StartCouncils(ref=item.ref, on_behalf=item.on_behalf)
    if _DOCUMENTS.fullmatch(folded):
        return Documents(ref=item.ref)
    return (
        _scored(item, folded)
        or _ruled(item, folded)
        or _escalated(item, folded)
        or _repealed(item, folded)
    )


def _scored(item: Item, folded: str) -> Parsed | None:
    if (row := _ROW.match(folded)) is not None:
        each = [int(n) for n in re.findall(r"\d+", row["all"])]
        scores = tuple(enumerate(each, 1))
    elif (found := _SCORES.match(folded)) is not None:
        pairs = _SCORE.finditer(found["all"])
        scores = tuple((int(one["o"]), int(one["r"])) for one in pairs)
    else:
        return None
    return ScoreOptions(ref=item.ref, scores=scores, on_behalf=item.on_behalf)


def _ruled(item: Item, folded: str) -> Parsed | None:
    found = _RULED.match(folded.replace("\n", " "))
    if found is None:
        return None
    org = ""
    if found["org"]:
        name = organisation(item.body[slice(*found.span("org"))], item.names)
        if isinstance(name, Stranger):
            return item.ask(Question.WHICH_ORGANISATION, phrase=found["org"])
        org = name
    text = reason_of(item, found)
    if isinstance(text, AskBack):
        return text
    return RuleObjection(
        ref=item.ref,
        number=int(found["n"] or 0),
        organisation=org,
        by=_name(item.body[slice(*found.span("by"))]) if found["by"] else "",
        text=text,
        on_behalf=item.on_behalf,
    )


def _escalated(item: Item, folded: str) -> Parsed | None:
    found = _ESCALATE.match(folded.replace("\n", " "))
    if found is None:
        return None
    text = reason_of(item, found)
    if isinstance(text, AskBack):
        return text
    group = "to" if found["to"] else "to2"
    to = _name(item.body[slice(*found.span(group))])
    return EscalateObjections(ref=item.ref, to=to, text=text, on_behalf=item.on_behalf)


def _repealed(item: Item, folded: str) -> Parsed | None:
    found = _REPEAL.match(folded.replace("\n", " "))
    if found is None:
        return None
    (by,) = refs_in(folded[: found.start("rest")])
    rest = item.body[slice(*found.span("rest"))]
    why = _BEHIND.match(fold(rest))
    if why is None:
        return item.ask(Question.MISSING_REASON, understood=RepealDecision.NAME)
    text = tidy(rest[slice(*why.span("t"))])
    return RepealDecision(ref=item.ref, by=by, text=text, on_behalf=item.on_behalf)


def reason_of(item: Item, found: re.Match[str]) -> str | AskBack:
    """Return the reason that ``found`` holds, or ask for it."""
    text = tidy(item.body[slice(*found.span("t"))]) if found["t"] else ""
    return text or item.ask(Question.MISSING_REASON, phrase=item.body)


def _name(typed: str) -> str:
    lead = _ARTICLE.match(fold(typed))
    return tidy(typed[lead.end() :] if lead else typed)
