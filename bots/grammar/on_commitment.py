"""Lines about a commitment (German: *Zusage*): ``Z34 machen wir``."""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.commitments import (
    Agree,
    Counter,
    Decline,
    HandOver,
    Progress,
    Promise,
    Release,
    ReportDone,
    Withdraw,
)
from bots.grammar.common import (
    common,
    handed_to,
    known_organisation,
    split_reason,
    unknown,
    words,
)
from bots.grammar.counters import counter
from bots.grammar.dates import Found, Impossible, Unsure, find_date
from bots.grammar.days import Sense
from bots.grammar.decisions import Ratification
from bots.grammar.doubts import doubted, mistyped
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.intents import Parsed
from bots.grammar.item import Dated, Item, cut, date_question, without_date
from bots.grammar.lackings import lacking
from bots.grammar.manners import bare, doubt_in
from bots.grammar.marks import Mark
from bots.grammar.phrases import COMMITMENT
from bots.grammar.ratifications import ratification
from bots.grammar.reserves import reserve
from bots.grammar.standing import standing

_PROGRESS: Final = rx(
    r"(?:zwischenstand|zwischenbericht|sachstand|stand|fortschritt|progress(?:\sreport)?|"
    r"interim(?:\sreport)?|status|update)(?:\s*[:,-]\s*|\s+(?=\d))(?P<t>.+)"
)
_ELSE: Final = rx(
    r"^(?:aber|sondern|erst|außer|es\ssei\sdenn|wenn|falls|sofern|nur|bis|vor|but|unless|"
    r"until|before|if|only|except|oder|or|doch|jedoch|stattdessen|frühestens|höchstens|"
    r"instead|allerdings|vielleicht|eventuell|maybe|noch\snicht)\b"
)
_PARTLY: Final = rx(
    r"\b(?:bis\sauf|außer|fast|beinahe|teilweise|halb|noch\snicht|nicht\sganz|nicht\salles|"
    r"fehlt|fehlen|aber|jedoch|allerdings|except|almost|partly|not\syet|but|demnächst|wird|"
    r"sobald|wenn|falls|glaube?n?|denken?|denke|mehr\soder\sweniger|angeblich|"
    r"hoffentlich|vermutlich|wahrscheinlich|think|hopefully|probably|more\sor\sless|folgt|folgen|kommt\snoch|nicht|kein\w*|missing)\b"
)
_ITSELF: Final = rx(
    r"(?:das\s|es\s)?(?:hat|haben)?\s?sich\s(?:damit\s|schon\s)?erledigt"
)
_YES: Final = {
    "ja",
    "yes",
    "jo",
    "jawohl",
    "gerne",
    "gern",
    "👍",
    "klar",
    "alles klar",
    "sure",
}
_REASONED: Final = ("release", "withdraw", "decline", "report_done")


def on_commitment(item: Item) -> Parsed:
    """Read a line about a commitment."""
    core = bare(item.body)
    for reader in (
        _progress,
        common,
        reserve,
        _council,
        lacking,
        _hand_over,
        standing,
        counter,
        _plain,
    ):
        found = reader(item.saying(core) if reader is not common else item)
        if found is not None:
            return found
    return (
        mistyped(item) or doubted(item, COMMITMENT) or _unclear(item) or unknown(item)
    )


def _unclear(item: Item) -> AskBack | None:
    """Ask about a lone "ja", which may promise or accept, and about odd days."""
    if words(item.body) in _YES:
        return item.ask(
            Question.WHICH_VERB, choices=(f"{item.ref} machen wir", f"{item.ref} passt")
        )
    dated = without_date(item, item.body)
    return dated if isinstance(dated, AskBack) else None


def _council(item: Item) -> Ratification | None:
    """Read what a council said of a promise under its reservation."""
    found = ratification(item)
    return found if isinstance(found, Ratification) else None


def _progress(item: Item) -> Parsed | None:
    found = _PROGRESS.fullmatch(fold(item.body))
    if found is None or not tidy(found["t"]):
        return None
    text = tidy(item.body[found.start("t") :])
    return Progress(ref=item.ref, text=text, on_behalf=item.on_behalf)


def _hand_over(item: Item) -> Parsed | None:
    to = handed_to(item)
    if to is None or isinstance(to, AskBack):
        return to
    return HandOver(
        ref=item.ref,
        to=to,
        organisation=known_organisation(to, item),
        on_behalf=item.on_behalf,
    )


def _plain(item: Item) -> Parsed | None:
    whole = words(item.body)
    if _ITSELF.fullmatch(whole):
        choices = (f"{item.ref} erledigt", f"{item.ref} zurückziehen")
        return item.ask(Question.WHICH_VERB, phrase=item.body, choices=choices)
    for name, pattern in COMMITMENT.items():
        if pattern.fullmatch(whole):
            return _build(item, name, "")
    return _with_reason(item) or _with_day(item, item.body, "")


def _build(item: Item, name: str, text: str, dated: Dated | None = None) -> Parsed:
    ref, by, day = item.ref, item.on_behalf, dated.day if dated else None
    session = dated is not None and dated.session
    match name:
        case "release":
            return Release(ref=ref, text=text, on_behalf=by)
        case "withdraw":
            return Withdraw(ref=ref, text=text, on_behalf=by)
        case "decline":
            return Decline(ref=ref, text=text, on_behalf=by)
        case "report_done":
            return ReportDone(ref=ref, text=text, on=day, on_behalf=by)
        case "promise":
            return Promise(ref=ref, due=day, session=session, on_behalf=by)
        case _:
            return Agree(ref=ref, on_behalf=by)


def _with_reason(item: Item) -> Parsed | None:
    for verb, reason in split_reason(item.body):
        for name in _REASONED:
            if COMMITMENT[name].fullmatch(words(bare(verb))):
                return _reasoned(item, name, reason)
        done = _with_day(item.saying(verb), verb, reason)
        if isinstance(done, ReportDone):
            return _reasoned(item, "report_done", reason, Dated("", done.on))
        if isinstance(done, AskBack):
            return done
    return None


def _reasoned(item: Item, name: str, reason: str, dated: Dated | None = None) -> Parsed:
    folded = fold(reason)
    turned = name != "report_done" and any(
        COMMITMENT[other].match(words(reason)) for other in ("promise", "agree")
    )
    question: Question | None = None
    if folded.endswith("?") or re.search(r"\boder\s*$", folded):
        question = Question.QUESTION_MARK
    elif turned:
        question = Question.CONTRADICTING_VERBS
    elif _ELSE.match(folded) or (name == "report_done" and _PARTLY.search(folded)):
        question = doubt_in(reason)
        later = counter(item.saying(reason)) if name == "decline" else None
        if isinstance(later, Counter):
            return later
    if question is not None:
        return item.ask(question, understood=name, phrase=reason)
    return _build(item, name, tidy(reason), dated)


def _with_day(item: Item, text: str, reason: str) -> Parsed | None:
    """Read a promise or a completion with its day: "machen wir bis 30.4."."""
    dated = without_date(item, text)
    rest = dated.rest if isinstance(dated, Dated) else _undated(item, text)
    verb = words(bare(rest)) if rest else ""
    if COMMITMENT["promise"].fullmatch(verb) and not reason:
        return (
            dated if isinstance(dated, AskBack) else _build(item, "promise", "", dated)
        )
    if COMMITMENT["report_done"].fullmatch(words(bare(_undated(item, text)))):
        return _done_on(item, text)
    return None


def _undated(item: Item, text: str) -> str:
    outcome = find_date(text, item.today, sense=Sense.HAPPENED)
    return cut(text, outcome.start, outcome.end) if outcome else text


def _done_on(item: Item, text: str) -> Parsed | None:
    outcome = find_date(text, item.today, sense=Sense.HAPPENED)
    match outcome:
        case Impossible() | Unsure():
            return date_question(outcome, text, ref=item.ref, understood="report_done")
        case Found(day=day, mark=mark) if (
            mark is not Mark.DEADLINE and day <= item.today
        ):
            return _build(item, "report_done", "", Dated("", day))
        case Found():
            return item.ask(
                Question.IN_THE_FUTURE, understood="report_done", phrase=text
            )
        case _:
            return None
