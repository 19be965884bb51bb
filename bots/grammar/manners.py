"""Politeness that may stand around a binding word, and doubt that may not."""

from __future__ import annotations

from typing import Final

from bots.grammar.answers import Question
from bots.grammar.fold import fold, rx

_SMILES: Final = r"(?::-?\)|:-?d|\^\^|[👍🙂😊😀😃😄😁🙏✅👌💪🎉🤝👏☀🏻🏼🏽🏾🏿✔🫡])"
_KIND: Final = (
    r"(?:danke(?:schön|\sschön|\ssehr|\sdir|\sihnen|\seuch)?|(?:vielen|besten|herzlichen|"
    r"lieben)\sdank|bitte(?:\ssehr|\sschön)?|gerne?|sehr\sgerne?|ok(?:ay)?|oki|super|"
    r"prima|klasse|toll|perfekt|wunderbar|alles\sklar|klar|natürlich|selbstverständlich|"
    r"kein\sproblem|freut\suns|thanks(?:\sa\slot)?|thank\syou(?:\svery\smuch)?|please|"
    r"great|sure|gladly|no\sproblem|of\scourse|well|nun|also|so|hiermit|gut|jo|jep|yes|"
    r"yep|ja|jawohl|jupp?|sorry|leider|entschuldigung)"
)
_LEADING: Final = rx(
    rf"^(?:[\s,.;!-]*(?:{_KIND}\b|{_SMILES})(?=[\s,.;!-]))+[\s,.;:!-]*"
)
_FINAL: Final = (
    r"(?:danke(?:schön|\sschön|\ssehr|\sdir|\sihnen|\seuch)?|(?:vielen|besten|herzlichen|"
    r"lieben)\sdank|bitte|gerne?|sehr\sgerne?|ok(?:ay)?|super|prima|klasse|toll|perfekt|"
    r"alles\sklar|kein\sproblem|thanks(?:\sa\slot)?|thank\syou(?:\svery\smuch)?|please|"
    r"great|gladly|no\sproblem|of\scourse|natürlich|selbstverständlich)"
)
_YES: Final = rx(
    r"\b(?:ja|jo|jep|yes|yep|jawohl|jupp?|gerne?|gladly|sure|of\scourse)\b"
)
_TRAILING: Final = rx(
    rf"(?:(?:(?<!\d)\.|[\s,;!-])+{_FINAL}|\s*{_SMILES}|[\s,;:!-]|(?<!\d)\.)+$"
)
_HELLO: Final = rx(
    r"(?:(?:hallo|hi|hey|hello|moin|servus|tach|mahlzeit|grüezi|grüß\sgott|grüß\sdich|"
    r"guten?\s(?:morgen|tag|mittag|abend)|good\s(?:morning|afternoon|evening|day)|faden|"
    r"zusammen|allerseits|there|everyone)[\s,.!]*)+"
)
_THANKS: Final = rx(
    r"(?:danke(?:schön|\sschön|\ssehr|\sdir|\sihnen)?|(?:vielen|besten|herzlichen|lieben)\s"
    r"dank|thanks(?:\sa\slot)?|thank\syou(?:\svery\smuch)?)[\s,.!]*"
)
_WELL: Final = rx(
    r"(?:(?:ich\swünsche\s)?(?:dir|ihnen|euch|allen)?\s?(?:ein(?:en)?\s)?(?:schöne[srn]?|guten?|"
    r"erholsame[srn]?|frohe[sn]?)\s(?:wochenende|feierabend|tag(?:\snoch)?|abend|urlaub|woche|"
    r"feiertage?|weihnachten|ostern|restwoche|rutsch|mittag(?:spause)?|neues\sjahr)|"
    r"(?:have\sa\s)?(?:nice|good|great|happy)\s(?:weekend|evening|day|week|holiday|christmas|"
    r"new\syear|easter))(?:\s(?:noch|auch|allen|zusammen|euch|ihnen|everyone|too))*[\s,.!]*"
)
_BYE: Final = rx(
    r"(?:(?:tschüss|tschau|ciao|auf\swiedersehen|auf\swiederhören|servus|bye(?:\sbye)?|goodbye|"
    r"see\syou(?:\s\w+)?|bis\s(?:dann|bald|später|morgen|nachher|(?:zum\s)?nächste[sn]?\smal|"
    r"nächste\swoche|montag|dienstag|mittwoch|donnerstag|freitag))[\s,.!]*)+"
)
_THANKED: Final = rx(
    r"(?:danke(?:schön|\sschön|\ssehr)?|(?:vielen|besten|herzlichen|lieben)\sdank|thanks(?:\sa\slot)?|"
    r"thank\syou(?:\svery\smuch)?)\s(?:an|für|to|for)\s[^?:]+"
)
_DOUBTS: Final = (
    (
        Question.CONDITION_IN_BINDING,
        (
            r"wenn|falls|sofern|vorausgesetzt|bedingung(?:en)?|vorbehalt\w*|vorbehaltlich|"
            r"solange|soweit|aber|jedoch|allerdings|nur|außer|ausgenommen|bis\sauf|sobald|"
            r"abhängig|maßgabe|es\ssei\sdenn|insofern|if|unless|provided|but|except|only|"
            r"subject\sto|as\slong\sas|once|assuming|however|depending|ohne|without|nach\s"
            r"rücksprache|zunächst|vorerst|teilweise|partly|teils|erst|until|pending|when|"
            r"aufgrund|sondern|bevor|nachdem|after|before"
        ),
    ),
    (
        Question.NEGATED,
        (
            r"nicht|nich|net|ned|nix|kein\w*|nie|niemals|nein|nö|no|not|never|n't|don't|"
            r"won't|can't|cannot|none|weder|noch\snicht|dagegen|👎|❌"
        ),
    ),
    (
        Question.HEDGED,
        (
            r"vielleicht|eventuell|evtl\.?|wahrscheinlich|vermutlich|möglicherweise|"
            r"eigentlich|mal\ssehen|schauen|glaube?n?|denken?|denke|hoffe(?:n|ntlich)?|wohl|"
            r"sollten?|könnten?|würden?|dürften?|müssten?|müsste|grundsätzlich|im\sprinzip|"
            r"prinzipiell|voraussichtlich|tendenziell|eher|fast|beinahe|halb|bald|demnächst|"
            r"versuchen?|probieren|bemühen|möchten?|wollen|können|maybe|perhaps|probably|"
            r"likely|possibly|should|could|would|might|may|think|guess|hope(?:fully)?|try|"
            r"almost|nearly|soon|want|can|in\sprinciple|basically|irgendwie|ungefähr|mehr\s"
            r"oder\sweniger|so\sgut\swie|angeblich|laut|sagt|sagte|meint|said|says|oder|or"
        ),
    ),
)
_SIGNS: Final = tuple((q, rx(rf"(?<!\w)(?:{words})(?!\w)")) for q, words in _DOUBTS)


def bare(text: str) -> str:
    """Return ``text`` without politeness around it; never empty if ``text`` is not."""
    start = text
    lead = _LEADING.match(fold(text))
    if lead is not None and lead.end() < len(text):
        start = text[lead.end() :]
    tail = _TRAILING.search(fold(start))
    if tail is not None and tail.start() > 0:
        start = start[: tail.start()]
    return start.strip()


def greets(text: str) -> bool:
    """Tell whether ``text`` is a greeting and nothing else."""
    return _HELLO.fullmatch(fold(text).strip()) is not None


def thanks(text: str) -> bool:
    """Tell whether ``text`` says thank you and nothing else."""
    return _THANKS.fullmatch(fold(text).strip()) is not None


def wishes_well(text: str) -> bool:
    """Tell whether ``text`` wishes a good time and says nothing else."""
    return _WELL.fullmatch(fold(text).strip()) is not None


def leaves(text: str) -> bool:
    """Tell whether ``text`` says goodbye and nothing else."""
    return _BYE.fullmatch(fold(text).strip()) is not None


def thanks_for(text: str) -> bool:
    """Tell whether ``text`` thanks somebody, or for something."""
    return _THANKED.fullmatch(fold(text).strip()) is not None


def contradicts(text: str, intent: str) -> bool:
    """Tell whether the courtesy before a binding word says its opposite: "ja, nein"."""
    lead = _LEADING.match(fold(text))
    words = lead.group() if lead else ""
    if intent == "decline":
        return _YES.search(words) is not None
    return intent in {"promise", "agree", "consent"} and "leider" in words


def doubt_in(text: str) -> Question:
    """Return why the words left over forbid to take a binding word at face value."""
    folded = fold(text)
    if "?" in folded:
        return Question.QUESTION_MARK
    if '"' in folded:
        return Question.QUOTED
    for question, pattern in _SIGNS:
        if pattern.search(folded):
            return question
    return Question.UNCLEAR_REMAINDER


def is_doubtful(text: str) -> bool:
    """Tell whether ``text`` holds a condition, a negation, a hedge or a question."""
    return doubt_in(text) is not Question.UNCLEAR_REMAINDER
