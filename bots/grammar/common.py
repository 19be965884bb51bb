"""What can be said about every item: show, undo, correct, remind later, hand on."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from rapidfuzz import fuzz, process

from bots.grammar.answers import AskBack, Question, Unknown
from bots.grammar.commitments import Snooze
from bots.grammar.dates import Found, Impossible, Unsure, find_date
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.inquiries import Status
from bots.grammar.intents import Parsed
from bots.grammar.item import Item
from bots.grammar.manners import bare, is_doubtful
from bots.grammar.matters import Correct, Undo
from bots.grammar.names import Stranger, audience, organisation
from bots.grammar.phrases import FORMS
from bots.grammar.words import NUMBER

_STATUS: Final = rx(
    r"(?:(?:der\s)?(?:stand|status|sachstand)|zeig(?:en)?|show|details?|verlauf|history|karte|"
    r"card|(?:und\s)?(?:wie|was)\s(?:ist|steht|weit|sieht)(?:\s(?:es|das|der|damit|dazu|aus|"
    r"stand|aktuelle|da))*|wie\ssteht's|wo\sstehen\swir|what(?:'s|\sis)\s(?:the\sstatus|up)|"
    r"how\sis\sit\s(?:going|coming\salong)|where\sare\swe|öffnen|open)?[\s?.!]*"
)
_UNDO: Final = rx(
    r"(?:bitte\s)?(?:das\s|es\s)?(?:zurücknehmen|zurück\snehmen|zurückgenommen|rückgängig"
    r"(?:\smachen)?|undo|take\s(?:it\s)?back|nehmen\swir\s(?:das\s)?zurück|nehme\sich\s"
    r"(?:das\s)?zurück|(?:wir\snehmen|ich\snehme)\s(?:das\s|es\s)?zurück|widerrufen|revert)"
)
_CORRECT: Final = rx(
    r"(?:korrigieren?|korrektur|berichtigung|berichtigen|correct(?:ion)?)\b\s*[:,-]?\s*"
)
_LATER: Final = rx(
    r"(?:bitte\s)?(?:erst\s)?(?:(?:wieder\s)?erinner\w*(?:\s(?:mich|uns|bitte|wieder|nochmal|"
    r"daran|dran))*(?:\sspäter)?|später(?:\s(?:bitte|wieder|nochmal|noch\smal|erinnern|"
    r"melden))*|wiedervorlage|snooze|later|remind\w*(?:\s(?:me|us))?(?:\slater)?|"
    r"frag\snochmal|melde\sdich(?:\swieder)?)\b[\s:,]*"
)
_LATER_BEHIND: Final = rx(
    r"[\s,]*(?:wieder\s|nochmal\s|bitte\s|noch\smal\s)*(?:erinnern|später|later|erinnerung|"
    r"wiedervorlage|nochmal\sfragen|wieder\svorlegen)$"
)
_BARE_SPAN: Final = rx(r"(?:um\s|for\s)?" + NUMBER + r"\s?[a-zäöü]+\b")
_NAME_LEAD: Final = rx(
    r"(?:(?:wird|wurde|ist|geht|haben\swir|wir|ich|bitte|das|es|we|is|please|goes)\s)*"
    r"(?P<verb>(?:weiter)?(?:übergeben|übergebe|übergabe|gegeben|geben|gebe|geht|"
    r"weitergeleitet|weiterleiten|weiter|weiterreichen|delegier\w+|zuständig\sist|hand(?:ed)?"
    r"[\s-]?over|hand\sit\sover|transfer(?:red)?|pass(?:ed)?\s(?:it\s)?on|delegated?|"
    r"abgeben|abgegeben|verantwortlich)\s)?(?:an|to|->|=>|→|für)\s(?P<name>.+)"
)
_NAME_VERB: Final = rx(
    r"[\s,]+(?:übergeben|weitergeben|weitergegeben|delegiert|delegieren|abgegeben|abgeben|"
    r"weitergeleitet|weiterleiten|over)$"
)
_NOBODY: Final = rx(
    r"^(?:die\s(?:arbeit|tür|kollegen)|der\stür|sich|uns|mir|mich|it|do|be|alle|all|dem|"
    r"den\s(?:start|termin))\b"
)
_TITLED: Final = rx(
    r"^(?:frau|herrn?|fr\.|hr\.|bm|dr\.|mrs?\.?|ms\.?|den|die|das|the|dem)\s"
)
_NAME_WORDS: Final = 7
_HINTS: Final = {
    "counter": "anderer termin dauert noch länger verschieben verzögert frist schieben",
    "snooze": "später erinnern nachher dauert noch momentan",
    "progress": "zwischenstand dauert noch läuft in arbeit angefangen teilweise",
    "promise": "machen wir übernehmen kümmern zusagen können",
    "decline": "geht nicht können nicht leider keine zeit",
    "agree": "passt einverstanden gut danke ok",
    "report_done": "erledigt fertig geliefert geschickt",
    "lacking": "fehlt unvollständig nachreichen",
    "hand_over": "übergeben anderer zuständig kollege",
    "consent": "einverstanden zustimmen dafür gut",
    "object": "einwand dagegen bedenken teuer",
    "explain_decision": "begründung kosten nutzen alternativen warum",
    "reserve": "gremium gemeindevertretung rat beraten vorbehalt",
    "ratification": "beschlossen zugestimmt magistrat sitzung",
    "answer": "antwort haben brauchen ja nein",
    "nothing_to_report": "fehlanzeige nichts kein",
    "delegate": "zuständig bauhof kollege",
}


def common(item: Item) -> Parsed | None:
    """Read what every item understands; None if it is something else."""
    folded = fold(bare(item.body))
    if _STATUS.fullmatch(fold(item.body)):
        return Status(ref=item.ref)
    if _UNDO.fullmatch(folded):
        return Undo(ref=item.ref)
    fix = _CORRECT.match(folded)
    if fix is not None:
        text = tidy(bare(item.body)[fix.end() :])
        if not text:
            return item.ask(Question.MISSING_TEXT, understood="correct")
        return Correct(ref=item.ref, text=text)
    return snooze(item)


def snooze(item: Item) -> Parsed | None:
    """Read "später 2 Wochen" and "nächste Woche erinnern"."""
    core = bare(item.body)
    folded = fold(core)
    lead = _LATER.match(folded)
    behind = _LATER_BEHIND.search(folded)
    if lead is not None:
        rest = core[lead.end() :]
    elif behind is not None:
        rest = core[: behind.start()]
    else:
        return None
    rest = bare(rest).strip()
    if not rest:
        return Snooze(ref=item.ref, until=None)
    until = _until(rest, item.today)
    if isinstance(until, date):
        return Snooze(ref=item.ref, until=until)
    if until is not None and lead is not None:
        return item.ask(until, understood="snooze", phrase=rest)
    return None


def _until(rest: str, today: date) -> date | Question | None:
    spoken = f"in {rest}" if _BARE_SPAN.fullmatch(fold(rest)) else rest
    spoken = spoken.replace("in um ", "in ").replace("in for ", "in ")
    outcome = find_date(spoken, today)
    match outcome:
        case Found(day=day, start=start, end=end):
            left = tidy(spoken[:start] + spoken[end:])
            return None if left else day
        case Impossible():
            return Question.IMPOSSIBLE_DATE
        case Unsure():
            return Question.WHICH_DATE
        case _:
            return None


def handed_to(item: Item) -> str | AskBack | None:
    """Return the name behind "übergeben an", as typed."""
    core = bare(item.body)
    verb = _NAME_VERB.search(fold(core))
    told = core[: verb.start()] if verb else core
    found = _NAME_LEAD.fullmatch(fold(told))
    if found is None:
        return None
    name = told[found.start("name") :].strip(" .,:;")
    sure = verb is not None or bool(found["verb"])
    if _NOBODY.match(fold(name)) or not (sure or _is_name(name, item)):
        return None
    if is_doubtful(name) or len(name.split()) > _NAME_WORDS or "\n" in name:
        return item.ask(Question.UNCLEAR_REMAINDER, understood="hand_over", phrase=name)
    return name


def _is_name(name: str, item: Item) -> bool:
    known = not isinstance(organisation(name, item.names), Stranger)
    return known or name[:1].isupper() or _TITLED.match(fold(name)) is not None


def known_organisation(name: str, item: Item) -> str:
    """Return the canonical organisation, empty if ``name`` is a person."""
    found = audience(name, item.names)
    if isinstance(found, Stranger) or len(found) != 1:
        return ""
    return found[0] if found[0] in item.names.organisations else ""


def unknown(item: Item) -> Unknown:
    """Return the three likeliest commands about the item; nothing is done."""
    forms = FORMS.get(item.letter)
    if forms is None:
        return Unknown(suggestions=(f"Stand {item.ref}", "Hilfe"))
    hints = {name: _HINTS[name] for name in forms if name in _HINTS}
    body = fold(item.body)[:100]
    ranked = process.extract(body, hints, scorer=fuzz.partial_token_set_ratio, limit=3)
    return Unknown(suggestions=tuple(typed(item, name) for _, _, name in ranked))


def typed(item: Item, name: str) -> str:
    """Return the typed form of an intent about the item: "Z34 machen wir"."""
    form = FORMS[item.letter][name]
    return f"{item.ref}{form}" if form.startswith(":") else f"{item.ref} {form}"


def split_reason(text: str) -> list[tuple[str, str]]:
    """Return the ways to part a verb from its reason, the shortest verb first."""
    pattern = rx(
        r"\s*[,:;(]\s*(?!\d)|\s*[,;:]\s+|\s+-+\s+|\.\s+(?=\w)|\n|"
        r"\s(?=(?:weil|da|wegen|denn|because|since|due\sto|aufgrund|mangels)\s)"
    )
    found = [m for m in pattern.finditer(fold(text)) if m.start() > 0]
    return [
        (text[: m.start()].strip(), text[m.end() :].strip(" )"))
        for m in found[:4]
        if text[m.end() :].strip(" )")
    ]


def words(text: str) -> str:
    """Return folded words with single spaces, without commas and full stops."""
    plain = re.sub(r"[,;!:]+|\.(?=\s|$)(?<!i\.o\.)|[()]", " ", fold(text))
    return re.sub(r"\s+", " ", plain).strip()
