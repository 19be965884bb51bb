"""Council reservations (German: *Gremienvorbehalt*), of a position or of a promise."""

from __future__ import annotations

from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.commitments import Reserve
from bots.grammar.common import words
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.item import Item, without_date
from bots.grammar.manners import bare, doubt_in, is_doubtful
from bots.grammar.phrases import COMMITMENT, DECISION

BODY: Final = (
    r"(?:(?:der|die|den|dem|das|des|the|our|unser(?:e[rnms]?)?|im|in|beim)\s)?"
    r"(?:gemeindevertretung|gemeinderats?|gemeindevorstands?|stadtverordnetenversammlung|"
    r"stadtverordneten|stadtrats?|stadtparlaments?|stvv|sv[vw]|gve|gv|gr|magistrats?|kreistag(?:e?s)?|"
    r"kreisausschuss(?:es)?|(?:[\w-]+(?:\sund\s|-\sund\s))?[\w-]*ausschuss(?:es)?|hfa|"
    r"ortsbeirats?|rats?|verbandsversammlung|verwaltungsrats?|aufsichtsrats?|vorstands?|"
    r"versammlung|gremi(?:um|ums|en)|parlaments?|fraktion(?:en)?|ratssitzung|council|"
    r"(?:town|city|municipal|county|local|parish)\s(?:council|parliament|assembly|board)|"
    r"[\w-]*\s?committee|parliament|assembly|board|magistrate)"
)
_AGREES: Final = r"(?:zustimmt|zustimmen|ja\ssagt|agrees|approves)(?!\w)"
_MARK: Final = (
    r"(?:gremienvorbehalt|ratsvorbehalt|vorbehalt|vorbehaltlich|nur\snach|erst\snach|"
    r"unter\s(?:dem\s)?(?:gremien)?vorbehalt|(?:das\s|es\s)?muss\s(?:erst\s|noch\s)*"
    r"(?:in|durch|in\sdie|durch\sdie|zum|zur|in\sden|durch\sden|ins)|(?:council\s)?reservation|"
    r"council\sreservation|subject\sto(?:\sapproval\s(?:by|of))?|only\safter(?:\sapproval\s"
    r"(?:by|of))?|pending(?:\sapproval\s(?:by|of))?|needs\sapproval\s(?:by|of)|"
    r"(?:aber\s|but\s)?(?:nur\s|only\s)?(?:wenn|sofern|falls|soweit|if|provided)"
    rf"(?=\s(?:auch\s|noch\s)*{BODY}\s{_AGREES}))"
)
_LINK: Final = (
    r"(?:(?:durch|beschluss|zustimmung|entscheidung|der|des|von|in|im|für|bei|by|of|the|"
    r"approval|unsere[rsmn]?|our)\s)*"
)
_RESERVE: Final = rx(
    rf"(?P<verb>.*?)[\s,]*\b{_MARK}(?!\w)[\s:,]*(?P<link>{_LINK})"
    rf"(?P<body>{BODY}(?!\w)(?:\s(?!{_AGREES})[\w-]+)?)?(?P<rest>.*)"
)
_ARTICLE: Final = rx(
    r"^(?:der|die|den|dem|das|des|the|our|unser(?:e[rnms]?)?|im|in|beim)\s"
)
_NAMED: Final = rx(r"gremien|rats|council")
_ALONE: Final = rx(rf"{BODY}(?:\s(?:von\s)?[\w-]+)?")
_REST: Final = {"gremium", "zugestimmt hat", "hat", "zustimmung", "approval"} | {
    *("zustimmt", "zustimmen", "ja sagt", "agrees", "approves"),
}
_SHORT: Final = {"gremienvorbehalt", "council reservation", "ratsvorbehalt"}


def reserve(item: Item) -> Reserve | AskBack | None:
    """Read a reservation; "vorbehaltlich der Finanzierung" is a condition instead."""
    marked = rx(rf"\b{_MARK}(?!\w)").search(fold(item.body))
    if marked is None:
        return None
    dated = without_date(item, item.body)
    if isinstance(dated, AskBack):
        return dated
    core = bare(dated.rest)
    found = _RESERVE.fullmatch(fold(core).replace("\n", " "))
    if found is None:
        return None
    verb = words(found["verb"])
    body = tidy(core[slice(*found.span("body"))]) if found["body"] else ""
    promised = item.letter == "Z" and COMMITMENT["promise"].fullmatch(verb)
    if item.letter == "B" and _agrees(verb) and (body or _NAMED.search(marked.group())):
        reserved = f"{item.ref} Gremienvorbehalt {_nominative(body)}".strip()
        return item.ask(
            Question.RESERVED_CONSENT,
            understood="consent",
            choices=(reserved, f"{item.ref} einverstanden"),
        )
    if verb not in {"", "ja", "wir", "geht"} and not promised:
        understood = "promise" if item.letter == "Z" else "consent"
        return item.ask(
            Question.CONDITION_IN_BINDING, understood=understood, phrase=core
        )
    rest = bare(found["rest"]).strip(" .,;:!)")
    short = fold(core[len(found["verb"]) :]).strip(" .,!") in _SHORT
    if not body and not short:
        return _other_body(item, core, found.group("rest"))
    if rest and rest not in _REST:
        question = doubt_in(rest)
        return item.ask(question, understood="reserve", phrase=rest)
    return Reserve(
        ref=item.ref,
        body=_nominative(body),
        due=dated.day,
        session=dated.session,
        on_behalf=item.on_behalf,
    )


def _agrees(verb: str) -> bool:
    """Whether it is a yes, or a reservation with a yes behind it."""
    return verb == "unter" or bool(DECISION["consent"].fullmatch(verb))


def _other_body(item: Item, core: str, rest: str) -> AskBack:
    named = fold(core).startswith(
        ("gremienvorbehalt", "vorbehalt ", "council reservation")
    )
    if named and not is_doubtful(rest):
        return item.ask(Question.WHICH_BODY, understood="reserve", phrase=rest)
    return item.ask(Question.CONDITION_IN_BINDING, understood="reserve", phrase=core)


def _nominative(body: str) -> str:
    """Drop the article; the case of the noun stays as typed."""
    lead = _ARTICLE.match(fold(body))
    return body[lead.end() :] if lead else body


def named(text: str) -> str:
    """Return the body that ``text`` names and nothing else, without its article."""
    said = bare(text)
    return _nominative(said) if _ALONE.fullmatch(fold(said)) else ""
