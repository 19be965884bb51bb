"""Every refusal and every question back has words, and says what to do next."""

from __future__ import annotations

from datetime import date

import pytest

from bots import questions_back, refusals
from bots.grammar.answers import AskBack, Question
from bots.refusals.instead import INSTEAD
from bots.refusals.sentences import SENTENCES
from bots.speech import Speech
from core.commitment import states
from core.errors import Code, Fact, Refusal
from core.ports import Card

TODAY = date(2027, 3, 17)
FACTS: dict[str, Fact] = {
    "ref": "Z1",
    "org": "lindgrund",
    "orgs": ("lindgrund", "birkfeld"),
    "person": "p-1",
    "persons": ("p-1", "p-2"),
    "forum": "wasser",
    "forums": ("wasser",),
    "state": "reported",
    "power": "promise",
    "due": date(2027, 3, 12),
    "today": TODAY,
    "on": date(2027, 4, 30),
    "until": date(2027, 4, 30),
    "length": 100_000,
    "limit": 20_000,
    "id": "wasser",
    "mode": "alle",
    "refs": ("Z1", "Z2"),
    "seconds": 7,
    "minutes": 15,
}


def speech(language: str = "de") -> Speech:
    return Speech(
        language=language,
        today=TODAY,
        organisations={"lindgrund": "Lindgrund", "birkfeld": "Birkfeld"},
        forums={"wasser": "Strategisches Forum Wasser"},
        cards={"p-1": Card(name="Vogt"), "p-2": Card(name="Kern")},
    )


def german(code: Code, **facts: Fact) -> str:
    return refusals.explain(Refusal(code, **facts), speech()).plain


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_sentence_even_without_facts(
    code: Code, language: str
) -> None:
    for facts in ({}, FACTS):
        said = refusals.explain(Refusal(code, **facts), speech(language)).plain
        assert said.endswith((".", "“."))
        assert "{" not in said
        assert said[0] not in " ,;"


def test_every_code_is_translated() -> None:
    assert set(SENTENCES) == set(Code)
    for code, sentence in SENTENCES.items():
        assert speech().translate(sentence) != sentence, code


def test_with_all_facts_no_name_of_the_machine_is_shown() -> None:
    for code in set(Code) - {Code.EXISTS_ALREADY}:
        on_path = {"state": "paused"} if code is Code.NOT_ON_THIS_PATH else {}
        said = german(code, **{**FACTS, **on_path})
        assert "lindgrund" not in said, code
        assert "reported" not in said, code
        assert "paused" not in said, code
        assert "wasser" not in said, code


def test_a_past_day_is_named_with_today_beside_it() -> None:
    said = german(Code.DUE_IN_THE_PAST, due=date(2027, 3, 12), today=TODAY)
    assert said == (
        "Der Fr, 12.03.2027 ist schon vorbei. "
        "Bitte nennen Sie einen Tag ab heute (Mi, 17.03.2027)."
    )


def test_what_is_not_possible_now_says_what_is() -> None:
    assert german(Code.NOT_POSSIBLE_NOW, ref="Z1", state="reported") == (
        "Z1 steht gerade auf „fertig gemeldet“; dazu passt das nicht. "
        "Wer gebeten hat, antwortet „Z1 passt“ oder „Z1 fehlt noch: …“."
    )


def test_every_open_state_of_a_commitment_says_what_is_possible() -> None:
    phases = states.Present.__args__
    names = {states.name(object.__new__(phase)) for phase in phases}
    assert names - {"fulfilled", "ended"} <= set(INSTEAD)


def test_a_fulfilled_commitment_can_still_lack_something() -> None:
    said = german(Code.COMMITMENT_ENDED, ref="Z1", state="fulfilled")
    assert "„Z1 fehlt noch: …“" in said


def test_without_a_mandate_holder_coordination_is_named() -> None:
    named = german(Code.NOT_THE_HOLDER, org="lindgrund", persons=("p-1", "p-2"))
    nobody = german(Code.NOT_THE_HOLDER, org="lindgrund", persons=())
    assert "Vogt und Kern" in named
    assert "Koordination" in nobody


def test_braces_in_a_fact_stay_as_they_were_typed() -> None:
    assert "{x}" in german(Code.LABEL_INVALID, label="{x}", limit=120)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("question", Question)
def test_every_question_back_can_be_asked(question: Question, language: str) -> None:
    for back in (
        AskBack(question=question),
        AskBack(question=question, phrase="wenn es geht", choices=("Z1", "Z2")),
    ):
        said = questions_back.ask(back, speech(language)).plain
        assert "{" not in said
        assert said.endswith(("Ich habe nichts geändert.", "I have changed nothing."))


def test_every_question_back_is_translated() -> None:
    for question in Question:
        sentence = questions_back.SENTENCES[question]
        assert speech().translate(sentence) != sentence


def test_days_to_choose_from_are_said_with_their_weekday() -> None:
    back = AskBack(
        question=Question.WHICH_DATE,
        phrase="30. oder 31.3.",
        choices=("2027-03-30", "2027-03-31"),
    )
    said = questions_back.ask(back, speech()).plain
    assert "Meinen Sie Di, 30.03.2027 oder Mi, 31.03.2027?" in said
