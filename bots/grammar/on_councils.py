"""Lines about bodies beside their results: ``B7 Gemeindevertretung nicht nötig: …``."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.bodies import Head, head_in
from bots.grammar.days import Sense
from bots.grammar.deciding import Paper
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.further import (
    Came,
    Condition,
    Consultation,
    OtherCondition,
    ReopenCouncil,
    RetractResult,
    SetTerm,
    WaiveCouncil,
)
from bots.grammar.intents import Parsed
from bots.grammar.item import Item, without_date
from bots.grammar.manners import bare
from bots.grammar.on_further import REASON

_NOT_NEEDED: Final = (
    r"(?:(?:ist|muss|wird|is)\s)?(?:(?:hier|doch)\s)?(?:nicht\s(?:nötig|erforderlich|"
    r"notwendig|beschließen|gebraucht)|entfällt|entbehrlich|not\s(?:needed|required)|"
    r"need\snot\sresolve)"
)
_WRONG: Final = (
    r"(?:(?:das\s|the\s)?(?:ergebnis|eintrag|result|entry)\s)?(?:war\s|ist\s|was\s|is\s)?"
    r"(?:falsch(?:\seingetragen)?|zurücknehmen|zurückgenommen|ein\sirrtum|irrtum|wrong|"
    r"retract(?:ed)?)"
)
_AGAIN: Final = (
    r"(?:(?:wird|soll|is)\s)?(?:noch\s?(?:ein)?mal|nochmals|erneut|again|once\smore)\s"
    r"(?:(?:be)?fragen|befassen|befasst|beraten|vorlegen|vorgelegt|ask(?:ed)?)|"
    r"ask(?:ed)?\s(?:once\smore|again)"
)
_OF_BODY: Final = (
    (WaiveCouncil, rx(rf"^{_NOT_NEEDED}(?:{REASON})?$")),
    (RetractResult, rx(rf"^{_WRONG}(?:{REASON})?$")),
    (ReopenCouncil, rx(rf"^(?:{_AGAIN})(?:{REASON})?$")),
)
_RESERVATION: Final = rx(
    r"^(?:der\s|the\s|unser\s|our\s)?(?:gremienvorbehalt|ratsvorbehalt|council\sreservation)"
    rf"\s{_NOT_NEEDED}(?:{REASON})?$"
)
_WRONG_PAPER: Final = rx(
    rf"^(?:die\s|the\s)?(?:vorlage|paper)(?:\s*:\s*|\s){_WRONG}(?:{REASON})?$"
)
_TERM: Final = rx(
    r"^(?:(?:hat|bekommt|gets|has)\s)?(?:(?:neue\s|die\s|new\s)?(?:frist|term|deadline)|zeit|"
    r"mehr\szeit|time|more\stime)\b[\s:]*(?:bis|until|by)?(?:\szum)?\s*"
)
_ADVISED: Final = rx(
    r"^(?:(?:hat|has)\s)?(?:vorberatung|vorberaten|beriet\svor|empfehlung|preliminary\s"
    r"consultation|advised|consultation)(?P<day>[^:]{0,40}?)\s*:\s*(?P<t>.+)$"
)
_KINDS: Final = (
    (
        Condition.NOTICE,
        (
            r"(?:(?:die\s|the\s)?(?:anzeige(?:\s(?:bei|an)\sder\s(?:kommunal)?aufsicht)?|"
            r"(?:supervisory\s)?notice))"
        ),
    ),
    (
        Condition.APPROVAL,
        (
            r"(?:(?:die\s|the\s)?(?:(?:aufsichts)?genehmigung(?:\s(?:der|durch\sdie)\s"
            r"(?:kommunal)?aufsicht)?|supervisory\sapproval))"
        ),
    ),
    (
        Condition.PUBLICATION,
        r"(?:(?:die\s|the\s)?(?:öffentliche\s)?(?:bekanntmachung|publication))",
    ),
    (
        Condition.FUNDING,
        (
            r"(?:(?:die\s|einen?\s|den\s|the\s)?(?:förderzusage|förderbescheid|förderung|"
            r"funding))"
        ),
    ),
)
_NEEDS: Final = (
    r"(?:braucht|benötigt|setzt\svoraus|hängt\sab\svon|needs|requires|depends\son)"
)
_CAME: Final = (
    (
        Came.WAIVED,
        rx(rf"^(?:{_NOT_NEEDED})(?:{REASON})?$"),
    ),
    (
        Came.REOPENED,
        rx(
            rf"^(?:{_WRONG}|(?:erneut|wieder|neu)\s(?:beantragt|offen)|open\sagain)"
            rf"(?:{REASON})?$"
        ),
    ),
    (
        Came.REFUSED,
        rx(
            r"^(?:(?:ist|wurde|was|is)\s)?(?:versagt|verweigert|abgelehnt|refused|denied)"
            rf"(?P<day>\s(?:am\s|vom\s|on\s)[^:,;]{{3,30}}?)?(?:{REASON})?$"
        ),
    ),
    (
        Came.MET,
        rx(
            r"^(?:(?:ist|wurde|was|is|has\sbeen)\s)?(?:erteilt|erfolgt|liegt\svor|da|"
            r"bewilligt|eingegangen|granted|done|given|published|in)"
            r"(?P<day>\s(?:am\s|vom\s|on\s)[^,;:]{3,30}?)?"
            r"(?:\s*[,;:]\s*(?P<t>.+))?$"
        ),
    ),
)


def on_councils(item: Item) -> Parsed | None:
    """Read what is said of a body, or of another condition; None: something else."""
    core = bare(item.body)
    found = _RESERVATION.match(fold(core).replace("\n", " "))
    if found is not None:
        return _reasoned(WaiveCouncil, item, Head("", core, item.on_behalf), found)
    if _WRONG_PAPER.match(fold(core).replace("\n", " ").strip(" .!")):
        return item.ask(Question.PAPER_DAY, understood=Paper.NAME, phrase=item.ref)
    if (other := _condition(item, core)) is not None:
        return other
    head = head_in(item, core)
    return None if head is None else _of_body(item, head)


def _of_body(item: Item, head: Head) -> Parsed | None:
    folded = fold(head.rest).replace("\n", " ").strip(" .!")
    for kind, pattern in _OF_BODY:
        if (found := pattern.match(folded)) is not None:
            return _reasoned(kind, item, head, found)
    if (found := _ADVISED.match(folded)) is not None:
        day = _day(item, head.rest[slice(*found.span("day"))])
        if isinstance(day, AskBack):
            return day
        text = tidy(head.rest[slice(*found.span("t"))])
        return Consultation(
            ref=item.ref, body=head.body, on=day, text=text, on_behalf=head.by
        )
    return _termed(item, head)


def _termed(item: Item, head: Head) -> Parsed | None:
    dated = without_date(item, head.rest)
    if isinstance(dated, AskBack):
        return None
    left = _TERM.sub("", fold(dated.rest))
    if dated.day is None or left or not _TERM.match(fold(head.rest)):
        return None
    return SetTerm(ref=item.ref, body=head.body, due=dated.day, on_behalf=head.by)


def _reasoned(
    kind: type[WaiveCouncil | RetractResult | ReopenCouncil],
    item: Item,
    head: Head,
    found: re.Match[str],
) -> Parsed:
    text = tidy(head.rest[slice(*found.span("t"))]) if found["t"] else ""
    if not text:
        return item.ask(Question.MISSING_REASON, understood=kind.NAME)
    return kind(ref=item.ref, body=head.body, text=text, on_behalf=head.by)


def _condition(item: Item, core: str) -> Parsed | None:
    folded = fold(core).replace("\n", " ").strip(" .!")
    for kind, named in _KINDS:
        if rx(rf"^{_NEEDS}\s{named}$").match(folded):
            return OtherCondition(
                ref=item.ref,
                kind=kind,
                result=Came.REQUIRED,
                on_behalf=item.on_behalf,
            )
        lead = rx(rf"^{named}(?:\s*:\s*|\s)(?P<rest>.+)$").match(folded)
        if lead is not None:
            return _came(item, kind, core[lead.start("rest") :])
    return None


def _came(item: Item, kind: Condition, rest: str) -> Parsed | None:
    folded = fold(rest).replace("\n", " ").strip(" .!")
    for result, pattern in _CAME:
        found = pattern.match(folded)
        if found is None:
            continue
        said = tidy(rest[slice(*found.span("t"))]) if found["t"] else ""
        day = _day(item, rest[slice(*found.span("day"))] if _dated(found) else "")
        if isinstance(day, AskBack):
            return day
        met = result is Came.MET
        if not said and result is not Came.REFUSED:
            missing = Question.MISSING_PROOF if met else Question.MISSING_REASON
            return item.ask(missing, understood=OtherCondition.NAME)
        return OtherCondition(
            ref=item.ref,
            kind=kind,
            result=result,
            on=day,
            item=said if met else "",
            text="" if met else said,
            on_behalf=item.on_behalf,
        )
    return None


def _dated(found: re.Match[str]) -> bool:
    return bool(found.groupdict().get("day"))


def _day(item: Item, text: str) -> date | AskBack | None:
    dated = without_date(item, text, Sense.HAPPENED)
    return dated if isinstance(dated, AskBack) else dated.day
