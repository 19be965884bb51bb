"""Calls for help: how something works, or for hands (*Hilfe*, *Notfall*).

Somebody may be in need: only what clearly asks how something works is no call.
"""

from __future__ import annotations

from typing import Final

from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line
from bots.grammar.inquiries import Help
from bots.grammar.item import refs_in
from bots.grammar.knowing import topic
from bots.grammar.manners import bare

_HELP: Final = rx(
    r"(?:\?+|hilfe|help|befehle|commands|anleitung|handbuch|was\skannst\sdu(?:\salles)?|"
    r"was\skönnen\ssie(?:\salles)?|was\skann\sich\s(?:hier\s)?(?:tun|sagen|machen|schreiben)|"
    r"what\scan\s(?:you|i)\s(?:do|say)|wie\s(?:geht|funktioniert)\sdas|hilf\smir|help\sme|"
    r"how\sdoes\s(?:it|this)\swork|(?:hilfe|help)[\s,;.!–-]+(?:bitte|please))"
)
_LOST: Final = rx(
    r"(?:(?:hilfe|help)[\s,;.!–-]+)?(?:ich\s(?:komme|weiß)\s(?:hier\s|gerade\s|grad\s)?nicht\s"
    r"(?:mehr\s)?weiter|ich\sverstehe?\s(?:das|es|hier)?\s?(?:nicht|nichts)|ich\skenne\smich\s"
    r"(?:hier\s)?nicht\saus|(?:ich\s)?brauche\s(?:ich\s)?(?:bitte\s|mal\s)?hilfe|"
    r"i(?:'m|\sam)\s(?:stuck|lost)|i\s(?:do\snot|don't)\sunderstand(?:\s(?:it|this))?|i\sneed\shelp)"
)
_ABOUT: Final = rx(
    r"(?:hilfe|help|anleitung)[\s,:]+(?:(?:zu[mr]?|bei[mn]?|mit|für|über|with|on|about|for)\s)?"
    r"(?P<t>[\w-]+(?:\s[\w-]+){0,2})|"
    r"wie\s(?:melde|mache|stelle|nehme|lege|schreibe|trage|geht|gehen|funktioniert|funktionieren|"
    r"erstelle|buche|berufe|lade)\s(?:(?:ich|man|mich|wir|hier)\s)*(?:(?:eine?[nr]?|mit|zu[mr]?)\s)?"
    r"(?P<t2>[\w-]+(?:\s[\w-]+){0,2})|"
    r"was\s(?:kann|können)\s(?:ich|wir|man)\s(?:zu[mr]?|bei|mit|auf)\s(?P<t3>[\w\s-]{1,40}?)\s"
    r"(?:sagen|tun|machen|schreiben|antworten)|how\sdo\si\s(?:\w+\s)?(?:an?\s|the\s)?"
    r"(?P<t4>[\w-]+(?:\s[\w-]+){0,1})|what\scan\s(?:i|we)\s(?:say|do|answer)\s(?:to|about|with|on)"
    r"\s(?P<t5>[\w\s-]{1,40})"
)
_URGENT: Final = rx(
    r"\b(?:notfall|dringend|sofort|brand|brennt|feuer|\w*rohrbruch|hochwasser|überschwemm\w*|"
    r"überflut\w*|flut|ausfall|\w+ausfall|ausgefallen|leck|unfall|gas\w*|ölspur|sturm|unwetter|"
    r"explo\w+|verletzt\w*|akut\w*|fire|burning|flood\w*|burst|leak\w*|urgent\w*|outage)\b"
)
_CALLED: Final = rx(
    r"^(?:ein\s|akuter\s)*(?:notfall|notruf|sos|hilfe|emergency|help)\b"
    r"(?!\s(?:ist|war|is|was|zu[mr]?|bei|mit|im|for|with|about)\b)[\s,;.!–-]+"
    r"(?P<t>\w\S*\s+\S.*|[\w-]{5,})"
)


def helps(line: Line) -> Help | None:
    """Read who wants to know how something goes, of a topic or of an item."""
    text = bare(line.text)
    asked = fold(text).rstrip(" ?.!") or fold(text)
    if _HELP.fullmatch(asked) or _LOST.fullmatch(asked):
        return Help()
    found = _ABOUT.fullmatch(asked)
    if found is None or _URGENT.search(asked):
        return None
    about = topic(text, found, "t", "t2", "t3", "t4", "t5")
    return Help(text="" if refs_in(about) else about, ref="".join(refs_in(about)[:1]))


def called(text: str) -> str:
    """Return for what somebody may be calling for hands; empty if nobody is."""
    found = _CALLED.match(fold(text))
    return text[found.start("t") :].strip() if found else ""
