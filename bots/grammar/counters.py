"""Counter-proposals (German: *Gegenvorschlag*): ``Z34 erst bis 15. Mai, …``."""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.commitments import Counter
from bots.grammar.common import words
from bots.grammar.dates import (
    Found,
    Impossible,
    Outcome,
    Session,
    Unsure,
    find_date,
)
from bots.grammar.days import Grain
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.item import Item, date_question
from bots.grammar.manners import bare, doubt_in
from bots.grammar.marks import Mark

_LATER: Final = rx(
    r"\b(?:brauchen|benötigen|bräuchten|need|erst|frühestens|nicht\s(?:vor|früher\sals)|not\s(?:before|until)|earliest|only|"
    r"lieber|besser|statt|instead|rather|verschieben|verschoben|verlängern|verlängerung|"
    r"fristverlängerung|neuer\stermin|neue\sfrist|gegenvorschlag|vorschlag|schlagen|"
    r"postpone|move|extend|extension|counter|propose|realistisch|terminvorschlag)\b"
)
_LEAD: Final = rx(
    r"(?:(?:wir|ich|machen|schaffen|liefern|erledigen|schicken|können|kann|geht|geht's|gehts|"
    r"klappt|wird|werden|das|es|leider|lieber|besser|realistisch|brauchen|benötigen|bräuchten|"
    r"neuer|neue|termin|frist|fristverlängerung|verlängerung|verlängern|verschieben|"
    r"verschoben|vorschlag|gegenvorschlag|terminvorschlag|schlagen|vor|nur|eher|auf|bitte|um|"
    r"uns|ist|möglich|noch|zeit|counter|propose|we|can|only|do|it|move|extend|extension|"
    r"postpone|to|instead|rather|deliver|need|time|aber|but|the|deadline|possible|is|"
    r"machbar|erst|frühestens|of|for|at|sein|ja|hätten|gern|gerne|the|earliest)\b[\s,:-]*)*"
)
_VERB_BEHIND: Final = rx(
    r"^(?:(?:wir|das|es|ist|wieder|erst)\s)*(?:liefern|schicken|machen|schaffen|fertig|"
    r"möglich|machbar|erledigen|abgeben|geben|leisten|verschieben|verlängern|vor|deliver|do\s"
    r"it|possible|instead|realistisch|lieferbar|dazu|the\searliest|earliest|frühestens|"
    r"schaffbar|wäre\smöglich|at\sthe\searliest|statt\s\S+)(?:\swir|\sdas|\sbitte)?\b"
)
_SEPARATED: Final = rx(
    r"^(?:[,;:(-]|\.\s|weil\b|da\b|wegen\b|denn\b|because\b|since\b|due\b)"
)
_PROMISED: Final = rx(
    r"\b(?:machen|schaffen|liefern|erledigen|übernehmen|schicken)\s(?:wir|ich)\b"
)
_AFTER: Final = rx(r"\b(?:nach|after|ab)\b")
_SCOPE: Final = rx(r"^(?:gegenvorschlag|counter(?:-?proposal)?)\s*[:,-]\s*(?P<t>.+)")
_NOT_BUT: Final = rx(
    r"^(?:(?:machen|schaffen|liefern|können|geht|klappt)(?:\swir)?(?:\sdas|\ses)?\s)?nicht\s"
    r"(?:bis|zum|by)\s[^,]{2,30},?\s(?:(?:sondern|aber|dafür|but)\s(?:erst\s|nur\s)?|erst\s)"
)
_CAN_NOT_BUT: Final = rx(
    r"^(?:(?:geht|klappt|schaffen|können|machen)(?:\swir)?(?:\sdas|\ses|\sleider)?)\snicht"
    r"(?=\s(?:vor|früher)\b)"
)


def counter(item: Item) -> Counter | AskBack | None:
    """Read a counter-proposal; its reason stands behind the day."""
    scope = _scope(item)
    if scope is not None:
        return scope
    text = item.body
    negated = _NOT_BUT.match(fold(text)) or _CAN_NOT_BUT.match(fold(text))
    if negated is not None:
        text = text[negated.end() :].strip()
        if _NOT_BUT.match(fold(item.body)):
            text = f"erst {text}"
        elif not fold(text).startswith(("vor", "früher")):
            return None
        else:
            text = f"nicht {text}"
    return _dated(item, text)


def _scope(item: Item) -> Counter | AskBack | None:
    found = _SCOPE.match(fold(item.body))
    if found is None:
        return None
    text = item.body[found.start("t") :]
    outcome = find_date(text, item.today)
    by = item.on_behalf
    match outcome:
        case Impossible() | Unsure():
            return date_question(outcome, text, ref=item.ref, understood="counter")
        case Found(day=day):
            return Counter(ref=item.ref, due=day, text=tidy(text), on_behalf=by)
        case _:
            session = isinstance(outcome, Session)
            return Counter(ref=item.ref, session=session, text=tidy(text), on_behalf=by)


def _dated(item: Item, text: str) -> Counter | AskBack | None:
    head = _head(text)
    outcome = find_date(head, item.today)
    if outcome is None:
        return None
    lead, rest = head[: outcome.start], text[outcome.end :].strip()
    if _LEAD.fullmatch(fold(lead)) is None:
        return None
    phrase = head[outcome.start : outcome.end]
    said = re.sub(r"\s+", " ", f"{lead} {phrase} {rest[:60]}")
    if not _LATER.search(fold(said)) and (
        _PROMISED.search(fold(f"{lead}|{rest}")) or not _bare_day(lead, outcome)
    ):
        return None
    if _AFTER.search(fold(phrase)) and not _is_day(outcome):
        question = Question.WHICH_DATE
        return item.ask(question, understood="counter", phrase=phrase)
    if isinstance(outcome, Impossible | Unsure):
        return date_question(outcome, head, ref=item.ref, understood="counter")
    behind = _VERB_BEHIND.match(fold(rest))
    if behind is not None:
        rest = rest[behind.end() :].strip()
    return _finish(item, outcome, rest)


def _is_day(outcome: Outcome) -> bool:
    """Tell a day ("erst ab 15. Mai") from "erst nach Ostern" and "erst ab Juni"."""
    return (
        isinstance(outcome, Found)
        and outcome.grain is Grain.DAY
        and (outcome.first == outcome.day)
    )


def _head(text: str) -> str:
    """Cut the reason off: a comma between the day and what follows it."""
    found = re.search(
        r",\s+(?!(?:den|the)?\s?\d|erst|spät|aber|but)|;|\s-\s|\sweil\s", fold(text)
    )
    late = found is not None and found.start() > 3  # noqa: PLR2004 - "ja, …" is no head
    return text[: found.start()] if found is not None and late else text


def _bare_day(lead: str, outcome: object) -> bool:
    """Tell "Z34 bis 15. Mai", a proposal, from "Z34 am 15. Mai"."""
    words_before = words(lead)
    deadline = isinstance(outcome, Found) and outcome.mark is Mark.DEADLINE
    pending = isinstance(outcome, Impossible | Unsure | Session)
    return words_before in {"", "bitte", "geht", "ja"} and (deadline or pending)


def _finish(item: Item, outcome: Found | Session, rest: str) -> Counter | AskBack:
    if rest.rstrip(" .!").endswith("?"):
        return item.ask(Question.QUESTION_MARK, understood="counter", phrase=rest)
    reason = bare(rest) if rest else ""
    plain = reason.strip(" .,;:!()-")
    separated = _SEPARATED.match(fold(rest))
    if plain and separated is None:
        return item.ask(doubt_in(plain), understood="counter", phrase=plain)
    if plain and re.match(
        r"(?:wenn|falls|sofern|if|unless|oder|or|vielleicht)\b", fold(plain)
    ):
        return item.ask(doubt_in(plain), understood="counter", phrase=plain)
    return Counter(
        ref=item.ref,
        due=outcome.day if isinstance(outcome, Found) else None,
        session=isinstance(outcome, Session),
        text=tidy(plain),
        on_behalf=item.on_behalf,
    )
