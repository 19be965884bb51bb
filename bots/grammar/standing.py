"""Lines about what stands although its decision is gone: "Z34 bleibt" (*Bestand*)."""

from __future__ import annotations

from typing import Final

from bots.grammar.answers import AskBack
from bots.grammar.commitments import Counter, Uphold
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.item import Item, without_date

_STANDS: Final = rx(
    r"(?:(?:es|das|die\szusage|it|this)\s)?(?:bleibt|bleiben|gilt|stays?|stands)"
    r"(?:\s(?:so|dabei|bestehen|weiter|weiterhin|trotzdem|wie\ssie\sist|as\sit\sis|even\sso))*"
)
_ADJUST: Final = rx(
    r"^(?:anpassen|angepasst|ändern|adjust|change)(?:\s*[:,-]\s*|\s+|$)(?P<t>.*)$"
)


def standing(item: Item) -> Uphold | Counter | AskBack | None:
    """Read that it stands, or what it should be instead; None if neither."""
    said = fold(item.body).strip(" .!")
    if _STANDS.fullmatch(said):
        return Uphold(ref=item.ref, on_behalf=item.on_behalf)
    found = _ADJUST.match(fold(item.body).replace("\n", " "))
    if found is None or not tidy(found["t"]):
        return None
    dated = without_date(item, item.body[found.start("t") :])
    if isinstance(dated, AskBack):
        return dated
    text = tidy(dated.rest).strip(" ,;:.")
    return Counter(
        ref=item.ref,
        due=dated.day,
        session=dated.session,
        text=text,
        on_behalf=item.on_behalf,
    )
