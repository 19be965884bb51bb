"""Lines about an ask (German: *Abfrage*): ``F12: ja, 2028``."""

from __future__ import annotations

from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.commitments import Withdraw
from bots.grammar.common import common, handed_to, unknown, words
from bots.grammar.fold import fold, rx
from bots.grammar.intents import Parsed
from bots.grammar.item import Item
from bots.grammar.manners import bare
from bots.grammar.matters import Answer, Delegate, NothingToReport
from bots.grammar.running import running

_NOTHING: Final = rx(
    r"(?:(?:wir\s(?:melden|haben)|bei\suns|hier|von\suns|leider|für\suns|unsererseits)\s)*"
    r"(?:fehlanzeige|fehl\sanzeige|nichts(?:\szu\s(?:melden|berichten))?|"
    r"(?:haben\s|wir\shaben\s)?nichts\szu\smelden|entfällt|nicht\szutreffend|"
    r"trifft\snicht\szu|betrifft\suns\snicht|kein\sbedarf|keine\smeldung|"
    r"nothing(?:\sto\sreport)?|n/a|none|not\sapplicable|nil(?:\sreturn)?)"
    r"(?:\s(?:bei\suns|hier|von\suns|für\suns|from\sus))*"
)
_MISTYPED: Final = rx(r"fehl?l?a[nz]{1,2}e?i?e?i?g[ens]{0,2}|fehlanz\.?")
_BEGINS: Final = rx(
    r"(?:ja|nein|yes|no|wir\s|we\s|keine?\b|ca\.|\d|antwort\b|answer\b|unsere?\b|bei\suns\b|"
    r"vielleicht\b|evtl|eventuell|maybe|wahrscheinlich|teils|teilweise|in\s\d{4}|none\b|"
    r"leider\b|(?:das\s|es\s)?geht\snicht|nicht\smöglich|(?:das\s)?gerät\b|abholbar|kommen\b|"
    r"(?:sind\s)?unterwegs|um\s\d|gegen\s\d|on\s(?:our|the)\sway|can\sbe\s|not\spossible|device\b)"
)
_LABEL: Final = rx(r"^(?:unsere\s)?(?:antwort|answer|rückmeldung)\s*[:-]\s*")
_WITHDRAW: Final = rx(
    r"zurückziehen|zurückgezogen|abbrechen|stornieren|withdraw|withdrawn|cancel|cancelled"
)


def on_ask(item: Item) -> Parsed:
    """Read a line about an ask; behind a colon everything else is the answer."""
    by = item.on_behalf
    plain = bare(item.body)
    said = words(plain)
    if _NOTHING.fullmatch(said) or _MISTYPED.fullmatch(said):
        return NothingToReport(ref=item.ref, on_behalf=by)
    if _WITHDRAW.fullmatch(said):
        return Withdraw(ref=item.ref, on_behalf=by)
    if (run := running(item)) is not None:
        return run
    to = handed_to(item) if item.body else None
    if isinstance(to, str):
        return Delegate(ref=item.ref, to=to, on_behalf=by)
    found = common(item)
    if found is not None and not (item.colon and isinstance(found, AskBack)):
        return found
    if rx(r"\bfehlanzeige\b").search(said):
        return item.ask(
            Question.UNCLEAR_REMAINDER,
            understood="nothing_to_report",
            phrase=item.body,
            choices=(f"{item.ref} Fehlanzeige", f"{item.ref}: …"),
        )
    label = _LABEL.match(fold(item.body))
    if not (item.colon or label or _BEGINS.match(fold(item.body))):
        return to or unknown(item)
    if not item.colon and not label and item.body.endswith("?"):
        return item.ask(Question.QUESTION_MARK, understood="answer", phrase=item.body)
    text = item.body[label.end() :] if label else item.body
    return Answer(ref=item.ref, text=text.strip(), on_behalf=by)
