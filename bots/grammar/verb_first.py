"""Lines about an item that begin with what is said: ``Machen wir, Z34``."""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line
from bots.grammar.item import REF, Item, ref_of

_VERB_FIRST: Final = rx(
    r"^(?P<verb>(?:(?:wir|ich|mach\w*|übernehm\w*|erledig\w*|liefern|schaffen|können|haben|sind|"
    r"bin|stimmen?|enthalten|enthalte|uns|sagen|ziehen|zusage|zugesagt|einverstanden|zustimmung|"
    r"enthaltung|befangen|einwand|gremienvorbehalt|fehlanzeige|passt|erledigt|fertig|stand|"
    r"status|zwischenstand|korrektur|korrigieren?|zurücknehmen|zurückziehen|nein|ja|geht|nicht|"
    r"absage|dagegen|dafür|we|will|i|agree|agreed|consent|abstain|object|objection|done|"
    r"finished|accept|accepted|withdraw|cancel|undo|take\sback|decline|promise|nothing|to|report|passen|"
    r"bei|mit|zu|zur|an|gegen|on|with|in|haben|have|has|are|not|can't|cannot|do|we'll|gerne?|"
    r"beim|das|den|die|erinner\w*|mich|remind|me|about|übergeben|übergabe|bitte|keine?n?)\b"
    r"['’\w]*[\s,:!.-]*){1,5})" + REF
)
_CONNECT: Final = rx(
    r"[\s,:!.-]*\b(?:mit|zu|zur|bei|beim|an|gegen|on|with|about|to|das|den|die|für)?[\s,:!.-]*$"
)
_REMINDED: Final = rx(
    r"^(?:bitte\s|please\s)?(?P<verb>(?:erinner\w*\s(?:sie\s|du\s)?(?:mich|uns)|remind\s(?:me|us))\b)"
    r"(?P<when>[^:?]{0,60}?)(?:\s(?:noch\s?mal|noch\seinmal|wieder|bitte|again))*\s"
    r"(?:an|wegen|zu|about|of)\s(?:(?:der|die|das|the)\s)?(?:(?:zusage|abfrage|beschluss|frage|"
    r"bitte|commitment|decision|ask)\s)?" + REF + r"[\s.!]*$"
)


def verb_first(text: str, line: Line) -> Item | None:
    """Read "Machen wir, Z34" and "Erinnere mich am Montag an Z7" as of the item."""
    found = _REMINDED.match(fold(text))
    if found is None:
        return _said_first(text, line)
    verb, when = (text[slice(*found.span(name))].strip() for name in ("verb", "when"))
    said = f"{verb.split()[0]} {when}".strip()
    return Item(ref_of(found), said, colon=False, today=line.today, names=line.names)


def _said_first(text: str, line: Line) -> Item | None:
    """Read "Machen wir, Z34" and "Einverstanden mit B7" as if the item came first."""
    found = _VERB_FIRST.match(fold(text))
    if found is None:
        return None
    lead = text[: found.end("verb")]
    link = _CONNECT.search(fold(lead))
    verb = lead[: link.start()] if link else lead
    rest = text[found.end() :]
    glue = "" if re.match(r"\s*[,:;.!?]", rest) else " "
    return Item(
        ref_of(found),
        f"{verb.strip()}{glue}{rest}".strip(),
        colon=False,
        today=line.today,
        names=line.names,
    )
