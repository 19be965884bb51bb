"""Lines of whoever asks: close, give time, publish, say what follows.

Each counts only if nothing else is said; behind ``F12:`` everything is an answer.
"""

from __future__ import annotations

from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.asks import (
    CloseAsk,
    Conclude,
    ConfirmEntry,
    ContestEntry,
    ExtendAsk,
    Outcome,
    PublishResult,
)
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.intents import Parsed
from bots.grammar.item import Item, refs_in, without_date
from bots.grammar.manners import bare

_CLOSE: Final = rx(
    r"(?:(?:jetzt|sofort|die\sabfrage)\s)*(?:ab)?schließen|geschlossen|close(?:\snow)?"
)
_EXTEND: Final = rx(
    r"(?:frist\s)?(?:verlängern|verlängert|verlängerung)|mehr\szeit|neue\sfrist|"
    r"extend(?:\sthe\sdeadline)?|more\stime"
)
_PUBLISH: Final = rx(
    r"^(?:(?:das\s)?ergebnis\s)?(?:veröffentlichen|bekannt\s?geben)|"
    r"^(?:das\s)?ergebnis(?=\s*:)|^publish(?:\sthe)?(?:\sresult)?|^result(?=\s*:)"
)
_FOLLOWS: Final = rx(
    r"^(?:daraus\s|es\s)?(?:folgt|folge|folgen)(?:\s*:|(?=\s+(?:ein\s|eine\s)?"
    r"(?:beschluss|maßnahme|bitte|nichts)\b))|"
    r"^(?:what\s)?follows(?:\s*:|(?=\s+(?:a\s)?(?:decision|measure|request|nothing)\b))"
)
_OUTCOMES: Final = (
    (Outcome.DECISION, rx(r"^(?:ein\s|a\s)?(?:beschluss\w*|decision)\b")),
    (Outcome.MEASURE, rx(r"^(?:eine\s|a\s)?(?:maßnahmen?|vorhaben|measures?)\b")),
    (Outcome.REQUEST, rx(r"^(?:eine\s|a\s)?(?:bitten?|requests?)\b")),
    (Outcome.NOTHING, rx(r"^(?:nichts|nothing|keine\sfolgen?)\b")),
)
_DOING: Final = (
    (Outcome.DECISION, rx(r"\bwir\sbeschließen\b|\bwe\s(?:decide|resolve)\b")),
    (Outcome.REQUEST, rx(r"\bwir\sbitten\b|\bwe\s(?:ask|request)\b")),
)
_CONTEST: Final = rx(
    r"^(?:(?:der\s|the\s)?(?:eintrag|entry)\s)"
    r"(?:stimmt\snicht|ist\sfalsch|widersprechen|is\swrong)(?P<why>[\s,:.-].*)?$"
)
_CONFIRM: Final = rx(
    r"(?:(?:der\s|the\s)?(?:eintrag|entry)\s)(?:stimmt|passt|bestätigen|is\sright)"
)


def running(item: Item) -> Parsed | None:
    """Read what whoever asks does with the ask; None if it is something else."""
    if item.colon:
        return None
    body = bare(item.body)
    said = fold(body)
    by = item.on_behalf
    if _CLOSE.fullmatch(said):
        return CloseAsk(ref=item.ref, on_behalf=by)
    if (settled := entry(item)) is not None:
        return settled
    if (found := _PUBLISH.match(said)) is not None:
        return _published(item, body[found.end() :])
    if (found := _FOLLOWS.match(said)) is not None:
        return _concluded(item, body[found.end() :])
    return _extended(item, body)


def entry(item: Item) -> ConfirmEntry | ContestEntry | None:
    """Read what is said of an entry that coordination made for one."""
    body = bare(item.body)
    said = fold(body)
    if _CONFIRM.fullmatch(said):
        return ConfirmEntry(ref=item.ref, on_behalf=item.on_behalf)
    if (found := _CONTEST.match(said)) is not None:
        why = tidy(body[slice(*found.span("why"))]) if found["why"] else ""
        return ContestEntry(ref=item.ref, text=why, on_behalf=item.on_behalf)
    return None


def _published(item: Item, rest: str) -> Parsed | None:
    """Take what stands behind a colon as the summary."""
    if rest and not rest.lstrip().startswith(":"):
        return None
    text = rest.lstrip(" :").strip()
    return PublishResult(ref=item.ref, text=text, on_behalf=item.on_behalf)


def _concluded(item: Item, text: str) -> Parsed:
    neat = tidy(text)
    for outcome, pattern in _OUTCOMES:
        if found := pattern.match(fold(neat)):
            why = neat[found.end() :].lstrip(" ,:;–—-").strip()
            said = neat[: found.end()]
            return _follows(item, outcome, why) if why else _asked(item, "", said)
    for outcome, pattern in _DOING:
        if pattern.search(fold(neat)):
            return _follows(item, outcome, neat)
    return _asked(item, neat, "Beschluss", "Maßnahme", "Bitte", "nichts")


def _follows(item: Item, outcome: Outcome, why: str) -> Conclude:
    return Conclude(
        ref=item.ref,
        outcome=outcome,
        text=why,
        leads_to=next(iter(refs_in(why)), ""),
        on_behalf=item.on_behalf,
    )


def _asked(item: Item, said: str, *kinds: str) -> AskBack:
    """Ask what is missing, the kind or the reason; what was said is kept."""
    return item.ask(
        Question.WHICH_KIND if said else Question.MISSING_TEXT,
        understood=Conclude.NAME,
        phrase=said,
        choices=tuple(
            f"{item.ref} daraus folgt: {kind}, {said or '…'}" for kind in kinds
        ),
    )


def _extended(item: Item, body: str) -> Parsed | None:
    if not _EXTEND.search(fold(body)):
        return None
    dated = without_date(item, body)
    if isinstance(dated, AskBack):
        return dated
    if dated.day is None or not _EXTEND.fullmatch(fold(tidy(dated.rest))):
        return None
    return ExtendAsk(ref=item.ref, due=dated.day, on_behalf=item.on_behalf)
