"""The binding words, per letter, as patterns for folded words (German: *Verben*).

Each stands for a whole command: it counts only if nothing else is said.
"""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.fold import rx

_IT: Final = r"(?:\s(?:das|es|ihn|sie|die|den|dies|so|alles|gern|gerne|it|that|this))*"
_SURE: Final = (
    r"(?:\s(?:natürlich|selbstverständlich|sicher|verbindlich|fest|fristgerecht|pünktlich|"
    r"rechtzeitig|auf\sjeden\sfall|definitiv|gern|gerne|hiermit|wie\sgewünscht|"
    r"wie\serbeten|wie\sbesprochen|definitely|gladly|für\seuch|für\ssie))*"
)
_DO: Final = (
    r"(?:machen|mach|mache|erledigen|erledige|übernehmen|übernehme|liefern|liefere|"
    r"schicken|schicke|schaffen|schaffe|leisten|bringen|besorgen|senden|kümmern)"
)
_US: Final = r"(?:wir|ich|mer|ma)"
_PROMISE: Final = (
    rf"(?:(?:das|es|die|den)\s)?{_DO}\s{_US}{_IT}{_SURE}",
    rf"{_US}{_SURE}\s{_DO}{_IT}{_SURE}",
    r"(?:kümmern\swir\suns(?:\sdrum|\sdarum)?|wir\skümmern\suns(?:\sdrum|\sdarum)?)",
    r"(?:das\s|es\s)?(?:wird|werden)\s(?:gemacht|erledigt|geliefert|geschickt)",
    r"(?:das\s)?(?:sagen\swir|sage\sich)(?:\shiermit|\sgerne?|\sverbindlich)*\szu",
    r"(?:wir\ssagen|ich\ssage)(?:\sdas|\ses|\shiermit|\sgerne?|\sverbindlich)*\szu",
    r"zusage|zugesagt|ist\szugesagt|wir\shaben\szugesagt",
    r"(?:das\s)?geht\s(?:in\sordnung\s)?klar|geht\ssicher",
    r"(?:wir\s)?sind\s(?:mit\s)?dabei|dabei|bin\s(?:ich\s)?dabei|wir\smachen\smit",
    r"(?:das\s)?(?:kriegen|bekommen)\swir\shin|wir\s(?:kriegen|bekommen)\sdas\shin",
    r"machmer|mach\smer|mach\sma|mach\sich|wird\sgemacht",
    (
        r"(?:yes\s)?(?:we|i)(?:\swill|'ll)(?:\sdo(?:\sit|\sthat|\sso)?|\stake\scare\sof\s(?:it|"
        r"that)|\sdeliver(?:\sit)?|\shandle\sit)?"
    ),
    r"will\sdo|(?:we|i)\sdo\sit|(?:we|i)\spromise|promised|promise|(?:we|i)\scommit",
    r"(?:we're|we\sare)\s(?:on\sit|in)|consider\sit\sdone|we\stake\sit(?:\son)?",
    r"(?:we|i)\sundertake\s(?:it|this)",
)
_CAN_NOT: Final = (
    (
        r"(?:(?:das|es|dies)\s)?(?:geht|klappt|funktioniert|wird)(?:\s(?:bei\suns|leider|so|"
        r"derzeit|aktuell|momentan|zeitlich|es|das))*\s(?:nicht|nichts|nix|net|ned)(?:\smehr)?"
    ),
    (
        r"(?:ist\s)?(?:leider\s)?nicht\s(?:möglich|machbar|leistbar|zu\sschaffen|drin)"
        r"(?:\sfür\suns)?|leider\snicht|unmöglich"
    ),
    (
        rf"(?:(?:das|es|dies)\s)?(?:können|{_DO})\s{_US}(?:\s(?:das|es|leider|derzeit|aktuell|"
        r"momentan|dieses\sjahr))*\snicht(?:\smehr)?(?:\s(?:leisten|machen|übernehmen|liefern|"
        r"schaffen|erledigen|schicken))?"
    ),
    (
        rf"{_US}\s(?:können|{_DO})(?:\s(?:das|es|leider|derzeit|aktuell|momentan))*\snicht"
        r"(?:\smehr)?(?:\s(?:leisten|machen|übernehmen|liefern|schaffen|erledigen|schicken))?"
    ),
    r"nein|leider\snein|nein\sleider|nein\sleider\snicht|nö",
    r"absage|abgesagt|wir\ssagen\s(?:leider\s)?ab|sagen\swir\s(?:leider\s)?ab|ablehnung",
    r"(?:da\s)?(?:wir\s)?müssen\s(?:wir\s)?(?:leider\s)?passen|(?:wir\s)?passen\sleider",
    r"(?:da\s)?(?:wir\s)?sind\s(?:wir\s)?(?:leider\s)?raus|raus|ohne\suns",
    r"(?:wir\s)?lehnen\s(?:wir\s)?(?:das\s)?(?:leider\s)?ab|abgelehnt|ablehnen",
    r"(?:leider\s)?keine\skapazität(?:en)?|wir\shaben\s(?:leider\s)?keine\skapazität(?:en)?",
    (
        r"no|sorry\sno|no\ssorry|unfortunately\snot?|(?:we|i)?\s?(?:can't|can\snot|cannot|"
        r"won't|will\snot)(?:\s(?:do|deliver|manage)(?:\s(?:it|that|this))?)?"
    ),
    (
        r"not\spossible|impossible|(?:we\s)?decline|declined|we(?:'re|\sare)\sout|we\shave\sto"
        r"\s(?:pass|decline)|(?:we\sare\s|we're\s)?unable(?:\sto\sdo\s(?:it|so))?|refused"
    ),
)
_AGREE: Final = (
    r"(?:(?:das|so|es|uns|alles)\s)*passt(?:\s(?:so|alles|uns|für\suns|soweit|perfekt|gut))*",
    r"(?:(?:wir\ssind|sind\swir|ich\sbin|bin|sind)\s)?(?:damit\s)?(?:voll\s)?einverstanden",
    r"(?:ist\s|das\sist\s|alles\s)?(?:in\sordnung|i\.?\s?o\.?)",
    r"ok|okay|oki|alles\sgut|alles\sda|alles\sok|so\sok|ist\sok|gut\sso|so\sgut",
    (
        r"(?:ist\s|wird\s|wir\shaben\s|haben\swir\s)?(?:angenommen|abgenommen|akzeptiert|"
        r"bestätigt|genehmigt)|annehmen|akzeptieren|bestätigen"
    ),
    (
        r"(?:nehmen\swir|wir\snehmen)(?:\sdas|\ses|\sso)?\s(?:an|ab)|(?:akzeptieren\swir|"
        r"wir\sakzeptieren)(?:\sdas|\ses)?"
    ),
    r"(?:wir\s)?stimmen\s(?:wir\s)?(?:dem\s)?zu|zustimmung|zugestimmt|stimme\szu",
    r"sieht\s(?:sehr\s)?gut\saus|vollständig|alles\svollständig|d'accord|dacord",
    (
        r"(?:we\s|i\s)?(?:agree|accept)(?:\sto\sit|\sit|\sthat)?|(?:is\s)?(?:agreed|accepted|"
        r"approved|confirmed)|(?:that(?:'s|\sis)\s)?fine(?:\swith\sus|\sby\sus)?|(?:that\s)?"
        r"works(?:\sfor\sus)?|(?:all\s|looks\s)good|perfect"
    ),
)
_CONSENT: Final = (
    *_AGREE[:1],
    _AGREE[1],
    (
        r"(?:wir\s)?(?:stimmen|stimme)\s(?:wir\s)?(?:dem\s)?zu|zustimmung|zustimmen|"
        r"wir\shaben\skeine\seinwände\sund\sstimmen\szu"
    ),
    r"ja|dafür|(?:wir\ssind|sind)\s(?:voll\s)?dafür|ja\szu|konsent|wir\sgeben\skonsent",
    r"(?:wir\s)?sind\s(?:mit\s)?dabei|dabei|wir\smachen\smit",
    (
        r"ok|okay|(?:ist\s)?(?:in\sordnung|i\.?\s?o\.?)|d'accord|dacord|angenommen|wir\sgehen\s"
        r"mit|gehen\swir\smit|tragen\swir\smit|wir\stragen\sdas\smit"
    ),
    (
        r"yes|(?:we\s|i\s)?(?:agree|consent|approve)|agreed|approved|in\sfavou?r|we're\s(?:in\s"
        r"favou?r|for\sit)|fine(?:\swith\sus|\sby\sus)?"
    ),
)
_ABSTAIN: Final = (
    (
        r"enthaltung|(?:wir\s)?enthalten\s(?:wir\s)?uns(?:\sder\sstimme)?|enthalte\smich|"
        r"stimmenthaltung|enthalten"
    ),
    r"(?:we\s|i\s)?abstain|abstention|abstaining|abstained",
)
_RECUSE: Final = (
    r"befangen|befangenheit|(?:wir\ssind|sind|ich\sbin|bin)\sbefangen|mitwirkungsverbot",
    (
        r"recuse|recused|(?:we\s|i\s)?recuse\s(?:ourselves|myself)|(?:we\sare\s|we're\s)?"
        r"(?:biased|conflicted)|conflict\sof\sinterest"
    ),
)
_WITHDRAW_OBJECTION: Final = (
    (
        r"(?:der\s|unser\s|den\s)?einwand\s(?:ist\s|hiermit\s|damit\s)*(?:zurück|zurückgezogen|"
        r"zurückziehen|erledigt|hinfällig|ausgeräumt|vom\stisch|behoben|aufgehoben)"
    ),
    r"(?:wir\s)?(?:ziehen|ziehe)\s(?:wir\s|ich\s)?(?:den\s|unseren\s|meinen\s)?einwand\szurück",
    (
        r"(?:our\s|the\s)?objection\s(?:is\s)?(?:withdrawn|resolved|settled)|(?:we\s)?withdraw\s"
        r"(?:our\s|the\s)?objection"
    ),
)
_WITHDRAW: Final = (
    (
        r"zurückziehen|zurückgezogen|(?:wir\s|ich\s)?(?:ziehen|ziehe)\s(?:wir\s|ich\s)?(?:das\s|"
        r"es\s|die\sbitte\s|unsere\sbitte\s)?zurück|rückzug"
    ),
    (
        r"(?:das\s|es\s)?(?:brauchen|benötigen)\swir\s(?:das\s)?nicht\smehr|wir\s(?:brauchen|"
        r"benötigen)\s(?:das\s|es\s)?nicht\smehr|wird\snicht\smehr\s(?:gebraucht|benötigt)"
    ),
    r"streichen|gestrichen|storno|stornieren|storniert|entfällt|hinfällig",
    (
        r"withdraw|withdrawn|(?:we\s)?withdraw\s(?:it|this)|cancel|cancelled|canceled|"
        r"we\sdon't\sneed\s(?:it|this|that)\s(?:any\s?more|any\slonger)"
    ),
)
_RELEASE: Final = (
    (
        r"erlassen|erlass|(?:wir\s)?erlassen\s(?:wir\s)?(?:das|es|ihnen|euch)(?:\sdas)?|entbinden|"
        r"entbunden|(?:wir\s)?entbinden\s(?:wir\s)?(?:sie|euch)(?:\sdavon)?|freigeben|"
        r"freigegeben|freigabe|(?:wir\s)?geben\s(?:wir\s)?(?:sie|euch|das|es|ihn)?\s?frei|"
        r"(?:um\s)?freigabe\s(?:bitten|erbeten)|(?:wir\s)?bitten\s(?:wir\s)?um\sfreigabe"
    ),
    (
        r"(?:ist\s)?nicht\smehr\s(?:nötig|erforderlich|notwendig)|(?:wir\s)?verzichten(?:\swir)?"
        r"(?:\sdarauf|\sdrauf)?|verzicht|darauf\sverzichten\swir"
    ),
    (
        r"release|released|(?:we\s)?release\s(?:you|them)(?:\sfrom\sit)?|no\slonger\s(?:needed|"
        r"necessary|required)|let\soff"
    ),
)
_DONE: Final = (
    (
        r"(?:(?:ist|sind|haben|wir|hab|ich|das|schon|bereits|alles|hiermit|wurde|wurden|is|all|"
        r"it's|we|we've|have|has|been|already)\s)*(?:erledigt|fertig|abgeschlossen|geliefert|"
        r"geschickt|gesendet|verschickt|versandt|übersandt|zugesandt|abgegeben|vollzogen|"
        r"umgesetzt|gemacht|fertiggestellt|fertig\sgestellt|done|finished|completed?|delivered|"
        r"sent|vollbracht|hochgeladen|uploaded)(?:\s(?:worden|gestellt))?"
    ),
)


def _table(*choices: str) -> re.Pattern[str]:
    return rx("(?:" + "|".join(f"(?:{choice})" for choice in choices) + ")")


COMMITMENT: Final[dict[str, re.Pattern[str]]] = {
    "release": _table(*_RELEASE),
    "withdraw": _table(*_WITHDRAW),
    "decline": _table(*_CAN_NOT),
    "report_done": _table(*_DONE),
    "promise": _table(*_PROMISE),
    "agree": _table(*_AGREE),
}
DECISION: Final[dict[str, re.Pattern[str]]] = {
    "withdraw_objection": _table(*_WITHDRAW_OBJECTION),
    "withdraw": _table(*_WITHDRAW),
    "abstain": _table(*_ABSTAIN),
    "recuse": _table(*_RECUSE),
    "consent": _table(*_CONSENT),
}
FORMS: Final[dict[str, dict[str, str]]] = {
    "Z": {
        "promise": "machen wir",
        "counter": "erst bis …",
        "decline": "geht nicht, …",
        "agree": "passt",
        "report_done": "erledigt: …",
        "lacking": "fehlt noch: …",
        "progress": "Zwischenstand: …",
        "snooze": "später …",
        "hand_over": "übergeben an …",
        "withdraw": "zurückziehen",
        "release": "erlassen",
        "reserve": "nur nach Gremium …",
    },
    "B": {
        "consent": "einverstanden",
        "object": "Einwand: …",
        "abstain": "Enthaltung",
        "recuse": "befangen",
        "reserve": "Gremienvorbehalt … bis …",
        "revise_decision": "neue Fassung: …",
        "explain_decision": "Begründung: …",
        "ratification": "Gemeindevertretung: zugestimmt am …",
        "withdraw_objection": "Einwand erledigt",
    },
    "F": {
        "answer": ": …",
        "nothing_to_report": "Fehlanzeige",
        "delegate": "an …",
        "snooze": "später …",
    },
}
