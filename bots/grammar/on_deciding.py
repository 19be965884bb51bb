"""Lines that move a decision on: ``B7 eröffnen``, ``B7 auszählen``.

Each counts only if nothing else is said.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.council_terms import taken_out
from bots.grammar.dates import Found, find_date
from bots.grammar.deciding import (
    CallAgain,
    CouncilsUntil,
    CountDecision,
    JoinDecision,
    KeepDecision,
    LeaveDecision,
    OpenDecision,
    RefuseTerms,
    ReplaceDecision,
    ReviewDecision,
    TakeUp,
)
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.intents import Parsed
from bots.grammar.item import Item, refs_in, without_date
from bots.grammar.manners import bare
from bots.grammar.names import COUNTY, Stranger, audience, organisation
from bots.grammar.running import entry

_OPEN: Final = rx(
    r"(?:zur\s)?(?:eröffnen|eröffnet|abstimmung(?:\sstellen)?|abstimmen(?:\slassen)?|"
    r"entscheidung(?:\sstellen)?|put\s(?:it\s)?to\sthe\svote|start\sthe\svote)"
)
_COUNT: Final = rx(
    r"(?:(?:jetzt|bitte|now)\s)*(?:auszählen|ausgezählt|(?:ab)?schließen|abgeschlossen|"
    r"geschlossen|close|count)(?:\s(?:it|the\svote|now))*"
)
_AGAIN: Final = rx(
    r"(?:zum\s)?(?:zweite[rn]?\s(?:aufruf|einladung|runde)|(?:erneut|nochmals?)\saufrufen|"
    r"second\scall)"
)
_REPLACED: Final = rx(r"^(?:wird\s|ist\s|is\s)?(?:ersetzt\sdurch|replaced\sby)\s")
_REPLACES: Final = rx(r"^(?:ersetzt|löst\sab|replaces)\s")
_RELEASED: Final = rx(
    r"[\s,;]+(?:und\s|and\s)?(?:entlässt|gibt\sfrei|ohne|releases|releasing|without)\s"
    r"(?P<orgs>.+)$"
)
_JOIN: Final = rx(
    r"(?:(?:wir\s|we\s)?(?:treten|join)(?:\swir)?(?:\s(?:noch|nachträglich|dem|it|late))*"
    r"(?:\sbei)?|beitreten|beitritt|nachträglich\s(?:dabei|einverstanden)|join(?:ing)?)"
)
_LEAVE: Final = rx(
    r"^(?:austritt|austreten|(?:wir\s)?(?:treten|steigen)\s(?:wir\s)?aus|(?:we\s)?leave)"
    r"(?:[\s:,.-]+(?P<t>.*))?$"
)
_REVIEW: Final = rx(
    r"^(?:überprüfen|überprüfung|auf\sden\sprüfstand|call\sfor\sreview)"
    r"(?:\s*[:,-]\s*(?P<t>.+))?$"
)
_KEEP: Final = rx(
    r"^(?:bleibt(?:\s(?:so|bestehen|wie\ser\sist|in\skraft))?|keep(?:\sit)?|stays)"
    r"(?:[\s,;-]+(?P<no>keine\swiedervorlage|no\sreview)?(?P<t>.*))?$"
)
_REVIEW_WORD: Final = rx(
    r"^(?:(?:nächste\s)?wiedervorlage|review|bis)\s*:?\s*(?:in\s|am\s|bis\s|on\s)?"
)
_TERMS: Final = rx(
    r"^(?:die\s|the\s)?(?:maßgaben?|auflagen?|bedingung(?:en)?|conditions?)"
    r"(?:\s(?:von|aus|of|from))?(?:\s(?P<org>(?!nicht\b|ab)[\w-]+(?:\s[\w-]+){0,3}?))?\s"
    r"(?P<verb>(?:nicht\s)?übernehmen|ablehnen|take\sup|refuse)(?:\s*[:,-]\s*(?P<t>.+))?$"
)
_PREPARED: Final = re.compile(
    r"^(?:die\s|the\s)?(?:vorbereitung|draft)\b", re.IGNORECASE
)
_REFUSES: Final = rx(r"nicht\sübernehmen|ablehnen|refuse")


def on_deciding(item: Item) -> Parsed | None:
    """Read what moves a decision on; None if it is something else."""
    by = item.on_behalf
    body = bare(item.body)
    said = re.sub(r"\s+", " ", fold(body)).strip(" .!")
    if _COUNT.fullmatch(said):
        return CountDecision(ref=item.ref, on_behalf=by)
    if _JOIN.fullmatch(said):
        return JoinDecision(ref=item.ref, on_behalf=by)
    return (
        _entry(item)
        or _replaced(item, said)
        or _kept(item, body)
        or _reasoned(item, body)
        or _terms(item, body)
        or _dated(item, body)
    )


def _entry(item: Item) -> Parsed | None:
    """Read what is said of an entry; "Vorbereitung" is what a colleague prepared."""
    return entry(item.saying(_PREPARED.sub("Eintrag", item.body)))


def _replaced(item: Item, said: str) -> Parsed | None:
    for pattern, newer in ((_REPLACED, False), (_REPLACES, True)):
        found = pattern.match(said)
        if found is None:
            continue
        behind = said[found.end() :]
        left = _RELEASED.search(behind)
        named = behind[: left.start()] if left else behind
        refs = refs_in(named)
        rest = re.sub(r"[\s.!]", "", named).upper()
        if len(refs) != 1 or rest != refs[0] or refs[0][0] != "B":
            return None
        older, by = (refs[0], item.ref) if newer else (item.ref, refs[0])
        out = audience(left["orgs"], item.names) if left else ()
        if isinstance(out, Stranger):
            return item.ask(Question.WHICH_ORGANISATION, phrase=out.typed)
        orgs = tuple(_county(item) if one == COUNTY else one for one in out)
        return ReplaceDecision(ref=older, by=by, release=orgs, on_behalf=item.on_behalf)
    return None


def _county(item: Item) -> str:
    """Return the name of the county, of which there is one as a rule."""
    found = organisation(COUNTY, item.names)
    return COUNTY if isinstance(found, Stranger) else found


def _kept(item: Item, body: str) -> Parsed | None:
    found = _KEEP.match(fold(body))
    if found is None:
        return None
    rest = tidy(body[slice(*found.span("t"))]) if found["t"] else ""
    if found["no"]:
        if not rest:
            return item.ask(Question.MISSING_TEXT, understood=KeepDecision.NAME)
        return KeepDecision(ref=item.ref, text=rest, on_behalf=item.on_behalf)
    if not rest:
        return KeepDecision(ref=item.ref, on_behalf=item.on_behalf)
    day = _span(_REVIEW_WORD.sub("", fold(rest)), item.today)
    if day is None:
        return None
    return KeepDecision(ref=item.ref, review_on=day, on_behalf=item.on_behalf)


def _span(said: str, today: date) -> date | None:
    for phrase in (f"in {said}", f"bis {said}"):
        outcome = find_date(phrase, today)
        if isinstance(outcome, Found) and (outcome.start, outcome.end) == (
            0,
            len(phrase),
        ):
            return outcome.day
    return None


def _reasoned(item: Item, body: str) -> Parsed | None:
    folded = fold(body)
    if (found := _LEAVE.match(folded)) is not None:
        text = tidy(body[slice(*found.span("t"))]) if found["t"] else ""
        if not text:
            return item.ask(Question.MISSING_TEXT, understood=LeaveDecision.NAME)
        return LeaveDecision(ref=item.ref, text=text, on_behalf=item.on_behalf)
    if (found := _REVIEW.match(folded)) is not None:
        text = tidy(body[slice(*found.span("t"))]) if found["t"] else ""
        return ReviewDecision(ref=item.ref, text=text, on_behalf=item.on_behalf)
    return None


def _terms(item: Item, body: str) -> Parsed | None:
    found = _TERMS.match(fold(body).replace("\n", " "))
    if found is None:
        return None
    org = ""
    if found["org"]:
        name = organisation(body[slice(*found.span("org"))], item.names)
        if isinstance(name, Stranger):
            return item.ask(Question.WHICH_ORGANISATION, phrase=found["org"])
        org = name
    text = body[slice(*found.span("t"))].strip() if found["t"] else ""
    refuses = bool(_REFUSES.fullmatch(found["verb"]))
    kind = RefuseTerms if refuses else TakeUp
    if not text:
        return item.ask(Question.MISSING_TEXT, understood=kind.NAME)
    return kind(ref=item.ref, organisation=org, text=text, on_behalf=item.on_behalf)


def _dated(item: Item, body: str) -> Parsed | None:
    """Read what may name the day up to which it is decided."""
    body, councils = taken_out(body, item.today)
    if councils is not None and not body:
        by = item.on_behalf
        return CouncilsUntil(ref=item.ref, councils=councils, on_behalf=by)
    if not (_OPEN.match(fold(body)) or _AGAIN.match(fold(body))):
        return None
    dated = without_date(item, body)
    if isinstance(dated, AskBack):
        return dated
    rest = tidy(re.sub(r"\s+(?:bis|until|by)\s*$", "", fold(dated.rest)))
    if _OPEN.fullmatch(rest):
        return OpenDecision(
            ref=item.ref, due=dated.day, councils=councils, on_behalf=item.on_behalf
        )
    if councils is None and _AGAIN.fullmatch(rest):
        return CallAgain(ref=item.ref, due=dated.day, on_behalf=item.on_behalf)
    return None
