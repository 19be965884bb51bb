"""Questions back: what is still unclear, asked in one sentence (German: *Rückfragen*).

Before the answer nothing is written, and every question says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from bots.chronicle import names
from bots.grammar.answers import AskBack, Question
from bots.locale import N_
from bots.message import Span, Text
from bots.speech import Speech

SENTENCES: Final[Mapping[Question, str]] = {
    Question.IMPOSSIBLE_DATE: N_(
        "“{phrase}” is not in the calendar. Please name another day."
    ),
    Question.WHICH_DATE: N_(
        "Which day is meant by “{phrase}”? Please name day, month and year."
    ),
    Question.WEEKDAY_CONTRADICTS: N_(
        "In “{phrase}” weekday and date do not match. Please name the day once more."
    ),
    Question.SESSION_UNKNOWN: N_(
        "I do not know yet when that meeting is. Please name the day."
    ),
    Question.IN_THE_FUTURE: N_(
        "“{phrase}” names a day still to come. Please name one up to today."
    ),
    Question.WHICH_ORGANISATION: N_(
        "Which organisation is meant by “{phrase}”? Please write its name."
    ),
    Question.WHICH_BODY: N_("Which council or committee decides? Please name it."),
    Question.WHICH_KIND: N_("What kind is meant by “{phrase}”? Please name it."),
    Question.WHICH_VERB: N_("How is “{phrase}” meant? Please write it in other words."),
    Question.DID_YOU_MEAN: N_("I did not quite understand “{phrase}”."),
    Question.CONDITION_IN_BINDING: N_(
        "“{phrase}” holds a condition; I can enter a binding answer only without one. "
        "Please leave it out, or propose something else."
    ),
    Question.RESERVED_CONSENT: N_(
        "A yes and the reservation of your council are two entries. Please say one "
        "after the other: {choices}."
    ),
    Question.HEDGED: N_(
        "“{phrase}” does not sound certain yet. Please answer once you can say it "
        "plainly."
    ),
    Question.NEGATED: N_(
        "In “{phrase}” I read a no and am not sure what it belongs to. Please write it "
        "once more, plainly."
    ),
    Question.QUESTION_MARK: N_(
        "“{phrase}” sounds like a question. Please write it without a question mark if "
        "it is your answer."
    ),
    Question.QUOTED: N_(
        "Quoted words I do not take for your answer. Please write it without quotation "
        "marks."
    ),
    Question.CONTRADICTING_VERBS: N_(
        "In “{phrase}” I read two answers that do not go together. Please give one."
    ),
    Question.ONE_AT_A_TIME: N_(
        "That is more than one matter. Please write one message for each."
    ),
    Question.SEVERAL_ITEMS: N_(
        "That concerns several items at once: {choices}. Please answer each on its own."
    ),
    Question.UNCLEAR_REMAINDER: N_(
        "“{phrase}” I do not understand here. Please write it in other words."
    ),
    Question.UNCLEAR_TERM: N_(
        "“{phrase}” stands there like a term of the procedure, and I do not understand "
        "it as one. Please leave it out, or write it in other words: the rule "
        "(consensus, majority …), whom it binds (each for itself, from 3 "
        "municipalities on, all or nobody), by when, and the review. A council "
        "reservation is said of the open decision, a replacement once the new one "
        "holds. If it belongs to the text, please make it part of the sentence."
    ),
    Question.OWN_MATTER: N_(
        "“{phrase}” sounds like a matter of its own, and I do not put it into the text "
        "unasked. Please write it as a message of its own; if it belongs to the text, "
        "please make it part of the sentence."
    ),
    Question.WHICH_ITEM: N_(
        "“{phrase}” is a yes with a condition, and I enter none for you. Please begin "
        "with the number: “B7 objection: …” if something is to change, “B7 municipal "
        "council: with conditions: …” if your council resolved so."
    ),
    Question.UNCLEAR_COSTS: N_(
        "In “{phrase}” I do not find what each pays. Please name an amount for each "
        "municipality, such as “costs: Auenburg 12,000 €, Lindgrund 8,000 €” or "
        "“costs: each 5,000 €”. How they are shared belongs to the reasons."
    ),
    Question.MISSING_TEXT: N_(
        "It is still missing what it is about. Please write it after the colon."
    ),
    Question.MISSING_REASON: N_(
        "The reason is still missing. Please write it behind a colon, such as "
        "“…: because …”."
    ),
    Question.MISSING_PROOF: N_(
        "By what it is proven is still missing. Please add the number of the notice or "
        "the bulletin, such as “no. 12/2027”."
    ),
    Question.PAPER_DAY: N_(
        "Since when does the paper lie before the council? Please write its right day, "
        "such as “{phrase} paper submitted on 5 December”."
    ),
    Question.MISSING_AUDIENCE: N_(
        "Whom is it for? Please name an organisation, a forum or “all”."
    ),
    Question.MISSING_NAME: N_(
        "A name is still missing. Please write which person or organisation is meant."
    ),
}


def ask(back: AskBack, speech: Speech) -> Text:
    """Ask what is unclear, name what may be meant, say that nothing changed."""
    sentence = SENTENCES[back.question]
    chosen = [_choice(choice, back.question, speech) for choice in back.choices]
    facts = {
        "phrase": back.phrase.strip(' „“”"') or "…",
        "choices": names.listed(chosen, speech) or "…",
    }
    texts = [speech.text(sentence, **facts)]
    if chosen and "{choices}" not in sentence:
        either = speech.translate(N_(" or ")).join(chosen)
        texts.append(speech.text(N_("Do you mean {either}?"), either=either))
    texts.append(speech.text(N_("I have changed nothing.")))
    return _joined(texts)


def _choice(choice: str, question: Question, speech: Speech) -> str:
    """Return a choice as it is said: a day, a reference or name, or a typed form."""
    match question:
        case Question.WHICH_DATE | Question.WEEKDAY_CONTRADICTS | Question.NEGATED:
            try:
                return speech.day(date.fromisoformat(choice))
            except ValueError:
                return speech.words(N_("“{name}”"), name=choice)
        case Question.WHICH_ORGANISATION | Question.SEVERAL_ITEMS:
            return choice
        case _:
            return speech.words(N_("“{name}”"), name=choice)


def _joined(texts: list[Text]) -> Text:
    spans: list[Span] = []
    for text in texts:
        spans += [Span(text=" "), *text.spans] if spans else text.spans
    return Text(spans=tuple(spans))
