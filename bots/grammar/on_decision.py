"""Lines about a decision (German: *Beschluss*): ``B7 einverstanden``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.commitments import Progress, Withdraw
from bots.grammar.common import common, split_reason, unknown, words
from bots.grammar.deciding import TakeUp
from bots.grammar.decisions import (
    Abstain,
    Consent,
    Object,
    Recuse,
    ReviseDecision,
    WithdrawObjection,
)
from bots.grammar.doubts import doubted, mistyped
from bots.grammar.fold import ended, fold, rx, tidy
from bots.grammar.following import following
from bots.grammar.further import ExplainDecision
from bots.grammar.guards import guarded
from bots.grammar.intents import Parsed
from bots.grammar.item import Item
from bots.grammar.manners import bare, is_doubtful
from bots.grammar.objections import apart
from bots.grammar.on_councils import on_councils
from bots.grammar.on_deciding import on_deciding
from bots.grammar.on_further import on_further
from bots.grammar.papers import paper
from bots.grammar.parts import TEXT, parted, read
from bots.grammar.phrases import DECISION
from bots.grammar.ratifications import ratification
from bots.grammar.reserves import reserve

_REVISE: Final = rx(
    r"(?:neue\s(?:fassung|version)|neufassung|fassung\s\d+|version\s\d+|überarbeitet(?:e\s"
    r"fassung)?|geänderte\sfassung|new\s(?:version|wording|text)|revised?(?:\s(?:version|"
    r"text))?|revision|überarbeitung)\s*(?:[:,-]|\n)\s*(?P<t>.+)"
)
_OBJECT: Final = rx(
    r"(?:(?:wir\s|ich\s|we\s)?(?:haben\s|erheben\s|melden\s|have\s|raise\s|wir\s)*"
    r"(?:einen\s|schwerwiegenden\s|an\s|schwerer\s)*(?:einwand|einwände|einspruch|"
    r"widerspruch|objection|object|wir\swidersprechen|widersprechen|veto)(?:\san)?|"
    r"(?:wir\ssind\s|we\sare\s|sind\s)?(?:dagegen|against(?:\sit)?|nicht\seinverstanden|"
    r"not\sagreed)|(?:wir\s)?(?:lehnen\s(?:wir\s)?(?:das\s)?ab)|(?:we\s)?(?:disagree|"
    r"do\snot\sagree|don't\sagree)|(?:wir\s)?stimmen\s(?:wir\s)?nicht\szu)"
    r"(?P<s>\s*[:,;-]\s*|\s(?=weil\b|da\b|wegen\b|because\b|denn\b)|\s*$)(?P<t>.*)"
)
_OBJECTION: Final = rx(r"einw(?:a|ä)nd|einspruch|widerspr|objection|object|veto")
_HEAD: Final = rx(
    r"(?:(?P<new>(?:beschluss-?)?vorschlag|proposal)|neue\s(?:fassung|version)|neufassung|"
    r"new\s(?:version|wording|text)|einwand|objection|begründung|reasons|kosten|costs|"
    r"alternativen|alternatives|nutzen|benefit)\s(?=\S)"
)
_CONDITION: Final = rx(r"\b(?:maßgaben?|auflagen?)\b")
_GONE: Final = rx(
    r"^(?:erledigt|zurück|zurückgezogen|hinfällig|ausgeräumt|withdrawn|resolved|vom\stisch|"
    r"ist\s(?:erledigt|vom\stisch|ausgeräumt)|keine?[nr]?\b|nein\b|none\b|no\b|noch\snicht\b|wenn\b|falls\b|"
    r"if\b|nicht\b|not\b)"
)
_NO_OBJECTION: Final = rx(
    r"\b(?:keine?n?|ohne|no)\s(?:\w+\s){0,2}(?:einwand|einwände|bedenken|einspruch|objections?|"
    r"widerspruch|enthaltung|vorbehalte?)\b|\b(?:nicht|not)\s(?:befangen|enthalten)\b"
)
_PROGRESS: Final = rx(r"(?:zwischenstand|fortschritt|progress)\s*[:,-]\s*(?P<t>.+)")
_REASONED: Final = ("withdraw", "abstain", "recuse")


def on_decision(item: Item) -> Parsed:
    """Read a line about a decision."""
    plain = item.saying(bare(item.body))
    if _NO_OBJECTION.search(fold(item.body)) and not _OBJECT.match(fold(plain.body)):
        return item.ask(
            Question.NEGATED,
            understood="object",
            phrase=item.body,
            choices=(f"{item.ref} einverstanden",),
        )
    if (other := following(item) or _explain(item)) is not None:
        return other
    for reader in (
        _revise,
        _progress,
        on_deciding,
        on_further,
        on_councils,
        paper,
        _exact,
        _object,
        ratification,
        reserve,
        _reasons,
    ):
        found = reader(plain)
        if isinstance(found, TakeUp):
            return guarded(item, found.text, found.NAME, on_decision) or found
        if found is not None:
            return found
    return (
        common(item)
        or _refusal(plain)
        or _doubted(item)
        or _without_colon(plain)
        or mistyped(item)
        or unknown(item)
    )


def _doubted(item: Item) -> AskBack | None:
    """Ask about a binding word with something beside it; a condition has its way."""
    asked = doubted(item, DECISION)
    if asked is None or not _CONDITION.search(fold(item.body)):
        return asked
    council = f"{item.ref} Gemeindevertretung: mit Maßgabe: …"
    return replace(asked, choices=(f"{item.ref} Einwand: …", council))


def _refusal(item: Item) -> AskBack | None:
    """Ask about a bare "nein": an objection without its reason, or none at all."""
    if not re.match(r"(?:nein|no|nö|nicht|dagegen)\b", words(item.body)):
        return None
    choices = (f"{item.ref} Einwand: …", f"{item.ref} Enthaltung")
    return item.ask(Question.WHICH_VERB, phrase=item.body, choices=choices)


def _without_colon(item: Item) -> AskBack | None:
    """Ask about "B7 Einwand zu teuer": with its colon it would be understood."""
    found = _HEAD.match(fold(item.body))
    if found is None or _GONE.match(fold(item.body[found.end() :])):
        return None
    head, text = item.body[: found.end()].strip(), item.body[found.end() :].strip()
    if found["new"]:
        again = f"{item.ref} neue Fassung: {text}", f"Beschlussvorschlag: {text}"
        return item.ask(Question.WHICH_VERB, phrase=item.body, choices=again)
    meant = f"{item.ref} {head}: {text}"
    return item.ask(Question.DID_YOU_MEAN, phrase=item.body, choices=(meant,))


def _explain(item: Item) -> ExplainDecision | AskBack | None:
    """Read what a council reads beside the text, if nothing else is said."""
    said = parted(item.body)
    if not said or said.keys() & {TEXT, "due", "terms"}:
        return None
    found = read(said, item.names, ExplainDecision.NAME)
    if isinstance(found, AskBack):
        return replace(found, ref=item.ref)
    by = item.on_behalf
    if by is not None and by.basis is None:  # "Kosten für Lindgrund: …"
        found, by = found.of(by.organisation), None
    return ExplainDecision(ref=item.ref, parts=found, on_behalf=by)


def _revise(item: Item) -> ReviseDecision | AskBack | None:
    found = _REVISE.fullmatch(fold(item.body).replace("\n", " "))
    if found is None:
        return None
    text = item.body[found.start("t") :].strip()
    if other := guarded(item, text, ReviseDecision.NAME, on_decision):
        return other
    return ReviseDecision(ref=item.ref, text=ended(text), on_behalf=item.on_behalf)


def _progress(item: Item) -> Progress | None:
    found = _PROGRESS.fullmatch(fold(item.body))
    if found is None:
        return None
    return Progress(ref=item.ref, text=tidy(item.body[found.start("t") :]))


def _object(item: Item) -> Object | AskBack | None:
    found = _OBJECT.fullmatch(fold(item.body).replace("\n", " "))
    if found is None:
        return None
    text = tidy(item.body[found.start("t") :])
    if not text:
        return item.ask(Question.MISSING_TEXT, understood="object", phrase=item.body)
    if _GONE.match(fold(text)):
        question = Question.CONTRADICTING_VERBS
        return item.ask(question, understood="object", phrase=item.body)
    against = not _OBJECTION.search(fold(item.body[: found.start("t")]))
    reason, goal, proposal = (text, "", "") if against else apart(text)
    return Object(
        ref=item.ref,
        text=reason,
        goal=goal,
        proposal=proposal,
        against=against,
        on_behalf=item.on_behalf,
    )


def _exact(item: Item) -> Parsed | None:
    whole = words(item.body)
    for name, pattern in DECISION.items():
        if pattern.fullmatch(whole):
            return _build(item, name, "")
    return None


def _build(item: Item, name: str, text: str) -> Parsed:
    ref, by = item.ref, item.on_behalf
    match name:
        case "withdraw_objection":
            return WithdrawObjection(ref=ref, on_behalf=by)
        case "withdraw":
            return Withdraw(ref=ref, text=text, on_behalf=by)
        case "abstain":
            return Abstain(ref=ref, text=text, on_behalf=by)
        case "recuse":
            return Recuse(ref=ref, text=text, on_behalf=by)
        case _:
            return Consent(ref=ref, on_behalf=by)


def _reasons(item: Item) -> Parsed | None:
    """Read an abstention that says why; a consent may not go on."""
    for verb, reason in split_reason(item.body):
        for name in _REASONED:
            if not DECISION[name].fullmatch(words(bare(verb))):
                continue
            if is_doubtful(reason) and not re.search(r":", item.body):
                return None
            if reason.endswith("?"):
                return None
            return _build(item, name, tidy(reason))
    return None
