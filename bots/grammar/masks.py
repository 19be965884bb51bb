"""Numbers and names that are no dates, blanked out before dates are looked for.

Amounts, times, versions, chapters, telephone numbers, ratios, years of a report,
"Frau Mai". The filler keeps every position.
"""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.fold import rx
from bots.grammar.words import MONTH, WEEKDAY

FILLER: Final = "¤"

_UNITS: Final = (
    r"(?:€|%|\$|£|°c?|euro|eur|cent|ct|prozent|percent|promille|mio|mrd|tsd|teur|t€|k€|"
    r"tausend|million(?:en|s)?|milliarden?|km/h|km|cbm|qm|qkm|m²|m³|m2|m3|m|cm|mm|kg|"
    r"tonnen?|tons?|t|g|liter|litres?|l|kwh|mwh|gwh|kwp|kw(?!\s?\d)|mw|kva|kv|volt|"
    r"v|h|std|stunden?|hours?|min|minuten?|minutes?|sek|ha|ar|grad|degrees?|bar|stück|"
    r"stk|einwohner\w*|inhabitants|personen|people|persons|haushalte\w*|seiten|pages|"
    r"anlagen|exemplare|meter|metern|metres?|meters?|kilometern?|wohneinheiten|plätze|"
    r"punkte|stimmen|mal|x|mg|µg|db|dn|ew|vzä|fte|mb|gb)"
)
_NAMED: Final = (
    r"(?:fassung(?:en)?|version(?:en|s)?|vers\.|ver\.|release|build|patch|tops?|"
    r"tagesordnungspunkte?|kapiteln?|kap\.|abschnitte?n?|absatz|absätze|abs\.|"
    r"artikeln?|art\.|ziffern?|ziff\.|nr\.?|nummern?|no\.|number|punkt|punkte|punkten|"
    r"pkt\.|pos\.|positionen|position|anlagen?|anl\.|anhang|anhänge|seiten?|s\.|phase|"
    r"stufe|räume|raum|rm\.|room|zimmer|zi\.|halle|gebäude|stock|etage|flure?|"
    r"flurstücke?|flst\.?|parzellen?|parcels?|gemarkung|blatt|bl\.|din(?:\s(?:en|iso|"
    r"vde)){0,2}|iso|vob|hoai|lph|leistungsphasen?|paragraph|paragraf|faktor|factor|"
    r"note|maßstab|drucksachen?|ds\.?|az\.|aktenzeichen|rechnung|section|sections|"
    r"chapters?|pages?|items?|annex|appendix|figures?|fig\.|table|tabelle|tab\.|abb\.|"
    r"abbildung|plz|hausnummer|linie|zone|klasse|kl\.|typ|type|modell|model|schacht|"
    r"kostenstelle|haushaltsstelle|variante|option|step|level|teil|part|schritt|"
    r"posten|zeilen?|spalte|bild|folie|slide|clause|article|paragraph|lot|plot|unit|bestellnummer|kundennummer|durchwahl)"
)
_DOTTED: Final = (
    r"[a-z]?\d[\d./-]*(?:\s?(?:und|u\.|&|and|sowie)\s?\d[\d.]*)*"
    r"(?:\s?(?:bis|-|to)\s?\d{1,4}\b(?!\.?\s?\d)(?!\.?\s?" + MONTH + r")\.?)?"
)

_PATTERNS: Final = (
    r"https?://\S+|\S+@\S+|\S+\.(?:pdf|docx?|xlsx?|csv|zip|odt|ods|txt|jpe?g|png|dwg)\b",
    r"\biban\b[\s:]*\S+(?:\s\d{2,4})*|\b[a-z]{2}\d{2}(?:\s?\d{4}){3,}(?:\s?\d{1,2})?",
    # telephone numbers
    (
        r"(?:tel|telefon|telefonnummer|fon|fax|mobil|handy|durchwahl|dw|phone|ruf|call)"
        r"\b[.:]{0,2}\s{0,2}(?:nr\.?\s)?\+?\d[\d /()-]{2,}(?:\.\d{2,4}){0,4}"
    ),
    r"(?<![\d.])0\d{2,5}\s?[/ -]\s?\d[\d -]{2,}(?!\.)|\+\d[\d /()-]{6,}\d",
    # times
    r"(?<![\d.])\d{1,2}(?:[:.]\d{2})?\s?(?:-|bis)\s?\d{1,2}(?:[:.]\d{2})?\s?uhr\b",
    (
        r"(?<![\d.])\d{1,2}[:.]\d{2}\s?(?:uhr|h)\b|(?<![\d.])\d{1,2}\s?(?:uhr\b|h\b)"
        r"(?:\s?\d{2}\b(?![.\d]))?"
    ),
    (
        r"(?<![\d.])\d{1,2}(?::\d{2})?\s?(?:pm|p\.m\.|a\.m\.|o'clock)(?!\w)"
        r"|(?<![\d.])\d{1,2}(?::\d{2})?am\b"
    ),
    r"\b(?:um|gegen|at)\s\d{1,2}[:.]\d{2}(?![.\d])",
    r"\d+(?:\s?:\s?\d+)+",
    # amounts
    r"(?:€|\beur|\beuro|\$|£)\s?\d[\d.,]*",
    r"(?<!\d)\d{1,3}(?:[.' ]\d{3})+(?![\d])(?!\.\d)(?:,\d+)?",
    r"(?<![\d.])\d+,\d+(?![\d]|\.\d)",
    r"(?<![\w.])\d[\d.,]*(?<=\d)\s?-?" + _UNITS + r"(?![\w])",
    r"(?<![\w.])\d{1,4}\s?(?:mal|fach)\b",
    # versions, chapters, rooms
    r"\b" + _NAMED + r"\s?(\d+)\.\d+\.?\s?(?:bis|-|to)\s?\1\.\d+\.?",
    r"\b" + _NAMED + r"\s?(?:nr\.?\s?|no\.\s?)?:?\s?" + _DOTTED,
    r"§{1,2}\s?\d[\w.]*(?:\s?(?:und|u\.|&|bis|-)\s?\d[\w.]*)*",
    r"\bv\s?\d+(?:\.\d+)+\.?|(?<![\w.])\d+(?:\.\d+){3,}\.?",
    r"\b(?:zu|unter|siehe|gemäß|laut|bei)\s\d+(?:\.\d+)+\.?(?!\d)",
    # years of a report
    r"(?<![\d.])(?:19|20)\d\d\s?[-/]\s?(?:(?:19|20)\d\d|\d\d)(?![\d]|[-/.]\d)",
    (
        r"(?<![\d.])(?:19|20)\d\d\s?(?:bis|to|und|u\.|and|&|,|sowie)\s?(?:19|20)\d\d"
        r"(?![\d]|[-.]\d)"
    ),
    # people and places
    r"(?:\bfrau|\bherrn?|\bhr\.|\bfr\.|\bdr\.|\bprof\.|\bfamilie|\bbm|\bfirma|\bfa\.|"
    r"\bkolleg(?:e|en|in)|\bbürgermeister(?:in)?|\bmrs?\b\.?|\bms\b\.?|\bmiss)\s"
    r"(?:dr\.\s|von\s)?(?:" + MONTH + "|" + WEEKDAY + r")",
    r"(?:straße|str\.|platz|weg|allee)\s(?:des|der|am)\s\d{1,2}\.\s?" + MONTH,
    r"\b(?:frau|herrn?|mrs?\.?|ms\.?)\s\w+-?(?:" + MONTH + ")",
    # recurring and past
    r"\b(?:jede[nsrm]?|alle|immer|every|each|schwarze[rn]|black)\s(?:\w+\s)?"
    r"(?:" + WEEKDAY + "|" + MONTH + r"|woche|monat|jahr|week|month|year)s?\b",
    (
        r"\b(?:guten|schönen|good|am|jeden|in the)\s(?:morgen|morning)\b"
        r"|(?<=heute\s)morgen\b|(?<=gestern\s)morgen\b|\bmorgen\s(?:zusammen|allerseits|"
        r"alle\b|frau\b|herr\b|liebe)"
    ),
)
_MASKS: Final = tuple(rx(pattern) for pattern in _PATTERNS)
_ISO_MONTH: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])$")


def mask(folded: str) -> str:
    """Return ``folded`` with everything blanked that looks like a date and is none."""
    for pattern in _MASKS:
        folded = pattern.sub(_blank, folded)
    return folded


def _blank(found: re.Match[str]) -> str:
    words = found.group()
    if _ISO_MONTH.fullmatch(words) and words[5:] <= "12" and words[5:] < words[2:4]:
        return words
    return FILLER * len(words)
