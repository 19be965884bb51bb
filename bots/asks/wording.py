"""Wording: questions, answers and figures of an ask in the words of one listener."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from bots.chronicle import asking, names
from bots.figures import grouped
from bots.locale import N_
from bots.message import Text
from bots.speech import Fact, Speech
from core.ask import ALL, K
from core.ask.events import Figure
from core.ask.kinds import AskKind, Disclosure
from core.ask.questions import NO, YES, Question, QuestionKind, Value
from projections.asks import AskRow, ReplyRow

_CENTS: Final = Decimal("0.01")
_WHO_SEES: Final = {
    Disclosure.NAMED: N_("All members see who answered what."),
    Disclosure.COORDINATION: N_("Only coordination sees who answered what."),
    Disclosure.AGGREGATED: N_("Nobody else sees single answers; sums from {k} on."),
}


def facts_of(row: AskRow, speech: Speech) -> dict[str, Fact]:
    """Return what sentences about ``row`` may mention."""
    return {
        "ref": row.ref,
        "asker": speech.org(row.org),
        "text": (row.text or speech.translate(N_("(text erased)"))).rstrip(".!"),
        "due": speech.near(row.deadline),
        "promised": speech.near(row.promised),
        "minutes": row.minutes,
        "kind": asking.named(row.kind, speech),
        "answered": row.answered,
        "asked": len(row.audience),
        "forum": speech.forum(row.forum),
    }


def unheard(orgs: Sequence[str], speech: Speech) -> Text:
    """Say where nobody can receive an ask."""
    return speech.text(
        N_(
            "At {orgs} nobody has a mandate to answer yet, so it reaches nobody there. "
            "Please ask them another way, or have a mandate entered."
        ),
        orgs=names.listed([speech.org(org) for org in orgs], speech),
    )


def call(row: AskRow, has: Sequence[str], speech: Speech) -> Text:
    """Say who needs help, to somebody who has ``has`` of what is needed."""
    sentence = N_("{ref}: **{asker}** needs help **now**: {text}.")
    if has:
        sentence = N_("{ref}: **{asker}** needs help **now**: {text}. You have: {has}.")
    return speech.text(sentence, **facts_of(row, speech), has=", ".join(has))


def state(row: AskRow, speech: Speech) -> str:
    """Return how ``row`` stands; a call for help that is closed owes no result."""
    if row.kind is AskKind.HELP and row.state == "ask_closed":
        return speech.translate(N_("call closed"))
    return names.state(row.state, speech)


def who_sees(disclosure: Disclosure, speech: Speech) -> str:
    """Say who may see the answers."""
    return speech.words(_WHO_SEES[disclosure], k=K)


def question(one: Question, speech: Speech) -> str:
    """Return a question with the sort of its answer: "Betrag (€)"."""
    match one.kind:
        case QuestionKind.NUMBER if one.unit:
            sort = one.unit
        case QuestionKind.CHOICE:
            sort = " / ".join(one.options)
        case QuestionKind.SCALE:
            sort = f"1–{one.steps}"
        case _:
            sort = asking.sort(one.kind.value, speech)
    return one.label if sort == one.label else f"{one.label} ({sort})"


def wanted(one: Question, speech: Speech) -> str:
    """Return what is to be given as an answer, by example."""
    match one.kind:
        case QuestionKind.SCALE:
            return speech.words(N_("a number from 1 to {steps}"), steps=one.steps)
        case QuestionKind.YEAR:
            return speech.translate(N_("a year, for example 2028"))
        case QuestionKind.NUMBER:
            return speech.words(
                N_("a number in digits, for example {example}"),
                example=f"12 {one.unit}".strip(),
            )
        case QuestionKind.CHOICE:
            return speech.words(
                N_("one of these: {options}"), options=" / ".join(one.options)
            )
        case QuestionKind.YES_NO | QuestionKind.TEXT:
            return asking.sort(one.kind.value, speech)


def said(one: Question, text: str | None, speech: Speech) -> str:
    """Return an answer as it is read: "180.000 €"."""
    if text is None:
        return speech.translate(N_("(text erased)"))
    match one.kind:
        case QuestionKind.YES_NO:
            return yes_no(text, speech)
        case QuestionKind.NUMBER:
            return f"{grouped(text, speech.language)} {one.unit}".strip()
        case _:
            return text


def told(one: Question, value: Value, speech: Speech) -> str:
    """Return an answer as it is read: "ca. 180.000 €" if it is only about right."""
    return asking.roughly(said(one, value.said.text, speech), value, speech)


def yes_no(text: str, speech: Speech) -> str:
    """Return yes or no as the listener says it."""
    return speech.translate({YES: N_("yes"), NO: N_("no")}.get(text, text))


def answer(
    questions: Sequence[Question], values: Sequence[Value], speech: Speech
) -> str:
    """Return all answers of an organisation in one line."""
    known = {one.question: one for one in values}
    return " · ".join(
        f"{q.label}: {told(q, known[q.key], speech)}"
        for q in questions
        if q.key in known
    )


def reply(row: AskRow, one: ReplyRow, speech: Speech) -> str:
    """Return what an organisation replied, as far as it may be told."""
    match one.reply:
        case "nothing":
            return speech.translate(N_("nothing to report"))
        case "declined":
            why = f": {one.remark}" if one.remark else ""
            return speech.translate(N_("does not answer")) + why
        case "answered" if one.hidden:
            return speech.translate(N_("has answered"))
        case "answered":
            told = answer(row.questions, one.values, speech)
            return f"{told} – {one.remark}" if one.remark else told
        case _:
            return "–"


def result(row: AskRow, speech: Speech) -> tuple[tuple[str, str], ...]:
    """Return the published figures, a line for each question."""
    return tuple((q.label, _figures(q, row, speech)) for q in row.questions)


def _figures(one: Question, row: AskRow, speech: Speech) -> str:
    own = [figure for figure in row.figures if figure.question == one.key]
    whole = next((figure for figure in own if _is_whole(figure)), None)
    if whole is None:
        if row.disclosure is Disclosure.AGGREGATED:
            return speech.words(N_("fewer than {k} answers: not shown"), k=K)
        return speech.translate(N_("no answer"))
    told = ", ".join(group(one, figure, speech) for figure in groups(one, row))
    count = counted(whole.count, speech)
    if whole.total:
        return f"{count}, {_total(one, whole, speech)}"
    return f"{told} ({count})" if told else count


def counted(count: int, speech: Speech) -> str:
    """Say how many answers there are."""
    ngettext = speech.many  # by this name the words are collected
    return ngettext("one answer", "{count} answers", count)


def groups(one: Question, row: AskRow) -> Sequence[Figure]:
    """Return how many said what to a question, as it was published."""
    own = [figure for figure in row.figures if figure.question == one.key]
    return [figure for figure in own if not _is_whole(figure)]


def _is_whole(figure: Figure) -> bool:
    return figure.said == ALL


def group(one: Question, figure: Figure, speech: Speech) -> str:
    """Return how many gave one answer: "ja: 3"."""
    return f"{named(one, figure, speech)}: {figure.count}"


def named(one: Question, figure: Figure, speech: Speech) -> str:
    """Return what the counted ones said."""
    if figure.more:
        return speech.translate(N_("others together"))
    return asking.roughly(said(one, figure.said, speech), figure, speech)


def _total(one: Question, whole: Figure, speech: Speech) -> str:
    mean = (Decimal(whole.total) / whole.count).quantize(_CENTS).normalize()
    figure = f"{grouped(f'{mean:f}', speech.language)} {one.unit}".strip()
    figure = asking.roughly(figure, whole, speech)
    middle = speech.words(N_("{mean} on average"), mean=figure)
    if one.kind is QuestionKind.SCALE:
        return middle
    total = asking.roughly(said(one, whole.total, speech), whole, speech)
    return speech.words(N_("together {total}, {middle}"), total=total, middle=middle)
