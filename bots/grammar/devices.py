"""Lines about devices: ``Geräte: Pumpe``, ``Geräte?``, ``Wer hat eine Pumpe?``."""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.asks import NameDevices, WhoHas
from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line

_DEVICES: Final = rx(
    r"^(?:unsere\s|our\s)?(?:geräte(?:\sund\s(?:fachkräfte|fähigkeiten))?|"
    r"devices(?:\sand\sskills)?)\s*:\s*"
)
_NONE: Final = rx(r"(?:keine|none|–|-)")
_ALL: Final = rx(
    r"(?:(?:zeig\w*|show)\s(?:mir\s|me\s)?)?(?:alle\s|unsere\s|our\s|all\s)?(?:die\s|the\s)?"
    r"(?:geräte(?:liste)?|devices|list\sof\sdevices)|"
    r"(?:welche|was\sfür)\sgeräte\s(?:gibt\ses|haben\swir|sind\seingetragen)|"
    r"wer\shat\s(?:was|welche\sgeräte)|"
    r"(?:which|what)\sdevices\s(?:are\sthere|do\swe\shave)|who\shas\s(?:what|which\sdevices)"
)
_WHO: Final = rx(
    r"(?:wer\shat|wer\sverleiht|who\shas|who\slends)\s"
    r"(?:(?:denn|eigentlich|noch|alles|alle)\s)*(?:(?:eine?[nrs]?|an?|some|any)\s)?"
    r"(?P<t>[\w][\w\s-]{1,60})"
)
_DID: Final = rx(
    r"^who\shas\s(?:promised|asked|answered|agreed)\s.*|\b(?:ge\w{2,}(?:t|en)|\w*(?:ge|be|er|ver)\w{3,}(?:t|en)|\w+iert|zugesagt|answered|promised|"
    r"agreed|done|asked)$"
)


def devices(line: Line) -> NameDevices | WhoHas | None:
    """Read what is to be lent, or who lends it; without a name it is the whole list."""
    found = _DEVICES.match(fold(line.text))
    if found is None:
        return _asked(line)
    if line.on_behalf is not None:
        return None
    rest = line.text[found.end() :]
    if _NONE.fullmatch(fold(rest).strip(" .")):
        return NameDevices(devices=())
    named = re.split(r"[,;\n]|\sund\s(?=[^,;]+$)", rest)
    neat = tuple(dict.fromkeys(name.strip(" .") for name in named if name.strip(" .")))
    return NameDevices(devices=neat) if neat else WhoHas()


def _asked(line: Line) -> WhoHas | None:
    text = line.text.rstrip(" ?.!")
    said = fold(text)
    if _ALL.fullmatch(said):
        return WhoHas()
    found = _WHO.fullmatch(said)
    if found is None or (text.split()[-1].islower() and _DID.search(said)):
        return None  # "Wer hat F3 beantwortet?" asks for a deed
    return WhoHas(text=text[found.start("t") :].strip())
