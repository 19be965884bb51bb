"""Council results (German: *Gremienergebnis*), as in ``B7 Magistrat: vertagt``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from bots.grammar.answers import AskBack, OnBehalf, Question
from bots.grammar.bodies import head_in
from bots.grammar.common import words
from bots.grammar.covering import covering
from bots.grammar.dates import Found, Impossible, Unsure, find_date
from bots.grammar.days import Sense
from bots.grammar.decisions import Ratification, Result
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.item import Item, cut, date_question
from bots.grammar.manners import bare, doubt_in
from bots.grammar.oral import without_oral
from bots.grammar.reserves import BODY
from bots.grammar.tops import ITEM, NAMED, apart, named
from bots.grammar.wordings import wording_in

_REPORT: Final = rx(
    rf"^(?:beschlossen|zugestimmt|approved|passed|adopted|abgelehnt|vertagt)\s(?:in|im|von|"
    rf"vom|durch|by)\s(?P<body>{BODY})(?P<rest>.*)$"
)
_PAPER: Final = rx(
    r"\b(?:drucksachen?|ds\.?|vorlagen?|beschluss(?:-?nr\.?)?|vl|minutes|paper)[\s-]*(?:nr\.?\s)?"
    r"[\w/.-]*\d[\w/.-]*|\b(?:einstimmig|mehrheitlich|unanimously|bei\s\d+\s"
    r"(?:enthaltung(?:en)?|gegenstimmen?)|mit\s\d+\s?(?::|gegen|zu)\s?\d+(?:\sstimmen)?|"
    r"\d+\s(?:ja|nein|enthaltungen?)|\d+\s?:\s?\d+(?::\d+)?|\d+\sgegenstimmen?|"
    r"ohne\sgegenstimmen?|mit\s(?:großer\s)?mehrheit)\b"
)
_NUMBERED: Final = rx(
    r"\b(?:drucksachen?|ds\.?|vorlagen?|vl|minutes|paper|niederschrift)[\s-]*(?:nr\.?\s)?"
    r"[\w/.-]*\d[\w/-]*"
)
_FILL: Final = rx(
    r"\b(?:hat|haben|ist|wurde|dem|der|das|es|heute|gestern|in|sitzung|has|was|it|the|on|am|"
    r"vom|im|auch|schon|bereits|mit|antrag|beschluss|und|and|session|meeting|unter|daf(?:ü|ue)r)\b"
)
_NOT: Final = rx(r"\b(?:nicht|noch\snicht|kein\w*|not|never|yet)\b")
_FUTURE: Final = rx(
    r"\b(?:wird|werden|soll|sollte|könnte|möchte|will|dürfte|vermutlich|wahrscheinlich|"
    r"voraussichtlich|vielleicht|evtl|would|should|might|may|probably|wenn|falls|if|berät|"
    r"beratung|entscheidet|tagt)\b"
)
_CONDITIONS: Final = rx(
    r"(?:(?:hat\s|ist\s)?(?:zugestimmt|zustimmung|beschlossen|angenommen|approved)\s?,?\s?)?(?P<day>(?:am\s|vom\s|on\s)[^:]{3,30}?,?\s)?"
    r"(?:mit|unter|with|subject\sto)?\s?(?:der\s|den\s|folgenden?\s|the\s)?(?:maßgaben?|"
    r"auflagen?|bedingung(?:en)?|conditions?|änderung(?:en)?|conditionally\sapproved)\b"
    r"(?P<date>[^:]{0,40}?"
    rf"{NAMED}?)"
    r"\s*[:,-]\s*(?P<t>.+)"
)
_CONDITIONS_BARE: Final = rx(
    r"\b(?:mit|unter|with)\s(?:der\s|den\s|folgenden?\s)?(?:maßgaben?|auflagen?|"
    r"bedingung(?:en)?|conditions?|änderung(?:en)?)\b|\b(?:maßgabe|auflage)\b"
)
_AUF: Final = rx(r"\bauf(?:\sden|\sdie)?\b")
_RESULTS: Final = (
    (
        Result.NOT_QUORATE,
        rx(
            r"\b(?:(?:war\s|was\s)?nicht\sbeschlussfähig|beschlussunfähig|not\squorate|"
            r"inquorate|no\squorum|keine\sbeschlussfähigkeit|nicht\sbeschlussfähig\sgewesen)\b"
        ),
    ),
    (
        Result.POSTPONED,
        rx(
            r"\b(?:vertagt|verschoben|zurückgestellt|abgesetzt|vertagung|postponed|adjourned|"
            r"deferred|von\sder\stagesordnung\sgenommen)\b"
        ),
    ),
    (
        Result.REFERRED,
        rx(r"\b(?:verwiesen|überwiesen|zurückverwiesen|referred(?:\sback)?)\b"),
    ),
    (
        Result.REFUSED,
        rx(
            r"\b(?:abgelehnt|ablehnung|nicht\szugestimmt|nicht\sangenommen|dagegen\sgestimmt|"
            r"refused|rejected|voted\sdown|declined|not\sapproved|nicht\sbeschlossen)\b"
        ),
    ),
    (
        Result.APPROVED,
        rx(
            r"\b(?:zugestimmt|zustimmung|stimmt\szu|beschlossen|angenommen|genehmigt|approved|"
            r"agreed|adopted|passed|gebilligt|consented)\b"
        ),
    ),
)


def ratification(item: Item) -> Ratification | AskBack | None:
    """Read what a council decided, when, and under which agenda item."""
    core, wording, mark = wording_in(bare(item.body))
    core, edition = covering(core)
    report = _REPORT.match(fold(core))
    head = head_in(item, core)
    if head is not None:
        read = _result(item, head.body, head.rest, head.by)
    elif report is not None:
        body = core[slice(*report.span("body"))].strip()
        rest = core[: report.start("body")] + core[report.start("rest") :].strip()
        read = _result(item, body, rest, item.on_behalf)
    else:
        read = _without_body(item, core)
    if isinstance(read, Ratification) and read.result is Result.APPROVED:
        return replace(read, text=wording, mark=mark, edition=edition)
    return read


def _without_body(item: Item, core: str) -> AskBack | None:
    plain = words(core)
    dated = find_date(core, item.today, sense=Sense.HAPPENED)
    known = any(p.search(plain) for r, p in _RESULTS if r is not Result.APPROVED)
    approved = _RESULTS[-1][1].search(plain) and (dated or ITEM.search(plain))
    if not (known or approved or _CONDITIONS.match(fold(core))):
        return None
    return item.ask(Question.WHICH_BODY, understood="ratification", phrase=core)


def _result(
    item: Item, body: str, rest: str, by: OnBehalf | None
) -> Ratification | AskBack | None:
    folded = fold(rest)
    conditions = _CONDITIONS.fullmatch(folded.replace("\n", " "))
    if conditions is not None:
        spans = (conditions.span(name) for name in ("day", "date"))
        dated = " ".join(rest[a:b] for a, b in spans if a >= 0)
        day = _day(item, dated, Result.CONDITIONAL)
        if isinstance(day, AskBack):
            return day
        text = tidy(rest[conditions.start("t") :])
        text, top = apart(text)
        dated += top
        return _built(item, body, Result.CONDITIONAL, day, by, text, dated)
    if _CONDITIONS_BARE.search(folded):
        return item.ask(Question.MISSING_TEXT, understood="ratification", phrase=rest)
    for result, pattern in _RESULTS:
        found = pattern.search(folded)
        if found is not None:
            left = f"{rest[: found.start()]} {rest[found.end() :]}"
            if result is Result.POSTPONED:
                left = _AUF.sub("zum", left)
            return _judged(item, body, result, left, by)
    return None


def _judged(
    item: Item, body: str, result: Result, left: str, by: OnBehalf | None
) -> Ratification | AskBack:
    if result is Result.APPROVED and not _proven(left):
        left = without_oral(left)
    left = named(left)
    if _FUTURE.search(fold(left)) or "?" in left:
        return item.ask(doubt_in(left), understood="ratification", phrase=left)
    verb, reason = _parted(left, result)
    day = _day(item, verb, result)
    if isinstance(day, AskBack):
        return day
    left_over = _left_over(item, verb, result)
    if left_over or _NOT.search(fold(verb)):
        question = doubt_in(left_over or verb)
        return item.ask(question, understood="ratification", phrase=left_over or verb)
    return _built(item, body, result, day, by, tidy(reason), verb)


def _proven(left: str) -> bool:
    return bool(ITEM.search(fold(left)) or _NUMBERED.search(fold(left)))


def _parted(left: str, result: Result) -> tuple[str, str]:
    """Part a refusal or referral from its reason; an approval may not go on."""
    if result is Result.APPROVED:
        return left, ""
    if result is Result.REFERRED:
        to = rx(r"\b(?:an|in|to)\s(?:den\s|die\s|das\s|the\s)?(?P<t>.+)").search(
            fold(left)
        )
        return (left[: to.start()], left[to.start("t") :]) if to else (left, "")
    found = rx(r"\s*[:;]\s*|\s+-\s+|\s(?=weil\b|wegen\b|because\b|da\b)").search(
        fold(left)
    )
    if found is None:
        return left, ""
    return left[: found.start()], left[found.end() :]


def _day(item: Item, text: str, result: Result) -> date | AskBack | None:
    later = result is Result.POSTPONED
    sense = Sense.DEADLINE if later else Sense.HAPPENED
    outcome = find_date(text, item.today, sense=sense)
    match outcome:
        case Found(day=day) if later or day <= item.today:
            return day
        case Found():
            return item.ask(
                Question.IN_THE_FUTURE, understood="ratification", phrase=text
            )
        case Impossible() | Unsure():
            return date_question(outcome, text, ref=item.ref, understood="ratification")
        case _:
            return None


def _left_over(item: Item, text: str, result: Result) -> str:
    """Return what is neither day, agenda item, paper, vote nor filler."""
    sense = Sense.DEADLINE if result is Result.POSTPONED else Sense.HAPPENED
    outcome = find_date(text, item.today, sense=sense)
    plain = cut(text, outcome.start, outcome.end) if outcome else text
    folded = fold(plain)
    for pattern in (
        ITEM,
        _PAPER,
        _FILL,
        rx(r"\b(?:auf|bis|to|until|zum|den|die|nächste\w?|next)\b"),
    ):
        folded = pattern.sub(" ", folded)
    return bare(words(folded)).strip(" .-")


def _built(
    item: Item,
    body: str,
    result: Result,
    day: date | None,
    by: OnBehalf | None,
    text: str,
    verb: str,
) -> Ratification:
    top = ITEM.search(fold(verb))
    paper = _NUMBERED.search(fold(verb))
    return Ratification(
        ref=item.ref,
        body=body,
        result=result,
        on=day,
        item=top["n"] if top else "",
        text=text,
        paper=verb[slice(*paper.span())] if paper else "",
        on_behalf=by,
    )
