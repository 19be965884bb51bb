"""Nothing binding is understood from a line that says more, or less, than a command."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.grammar import parse, reply_to_card, to_json
from bots.grammar.cards import Change, Measure, No, Pick, Yes
from bots.grammar.intents import AskBack, Said, Unknown

TODAY = date(2027, 3, 17)
BARE = (
    "Z34 machen wir",
    "Z34 passt",
    "Z34 zurückziehen",
    "Z34 erlassen",
    "B7 einverstanden",
    "B7 Enthaltung",
    "B7 befangen",
    "B7 Einwand erledigt",
    "Z34 we will",
    "B7 agreed",
)
POLITE = ("danke", "bitte", "gerne", "vielen Dank", "thanks", "please", "👍", "!", "😊")
WORDS = (
    *("wenn", "aber", "nicht", "nur", "vielleicht", "falls", "Birkfeld", "teilweise"),
    *("sagt der BM", "?", "oder", "nie", "bald", "2025", "mit Punkt 3", "außer Nord"),
    *("if", "but", "unless", "maybe", "not", "kein", "eigentlich", "der Bauhof", "xyz"),
)


def binds(text: str) -> bool:
    said = parse(text, TODAY)
    return isinstance(said, Said) and said.BINDS


@pytest.mark.parametrize("line", BARE)
@pytest.mark.parametrize("word", WORDS)
def test_a_binding_line_with_another_word_is_not_the_same_act(
    line: str, word: str
) -> None:
    plain = to_json(parse(line, TODAY))["intent"]
    for text in (
        f"{line} {word}",
        f"{line}, {word}",
        f"{line} - {word}",
        f"{line}. {word}",
    ):
        printed = to_json(parse(text, TODAY))
        reasoned = plain in {"withdraw", "release", "abstain", "recuse"}
        flipped = (word, printed["intent"]) in {
            ("nicht", "decline"),
            ("not", "decline"),
        }
        assert printed["intent"] != plain or reasoned, text
        assert not binds(text) or reasoned or flipped, text


@pytest.mark.parametrize("line", BARE)
@pytest.mark.parametrize("word", POLITE)
def test_politeness_changes_nothing(line: str, word: str) -> None:
    plain = parse(line, TODAY)
    for text in (f"{line} {word}", f"{line}, {word}", f"{line} {word}!"):
        assert parse(text, TODAY) == plain, text


@given(
    st.sampled_from(BARE[:2] + BARE[4:5]),
    st.text(st.characters(categories=["L"]), min_size=4),
)
def test_a_consent_with_any_word_behind_it_is_none(line: str, word: str) -> None:
    assert not binds(f"{line} q{word}q")


@pytest.mark.parametrize("line", BARE)
def test_quoted_lines_and_code_are_no_commands(line: str) -> None:
    assert isinstance(parse(f"> {line}", TODAY), Unknown)
    assert isinstance(parse(f"```\n{line}\n```", TODAY), Unknown)
    assert isinstance(parse(f"`{line}`", TODAY), Unknown)


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    for said in (text, f"Z34 {text}", f"B7 {text}", f"Bitte an {text}: {text}"):
        to_json(parse(said, TODAY))
    reply_to_card(text)


@pytest.mark.parametrize(
    "text",
    [
        "\0",
        "\0" * 300,
        "-" * 3999,
        "Z34 " + "bis " * 900,
        "a" * 100_000,
        "1." * 1900,
        "\n" * 3000,
    ],
)
def test_strange_text_has_an_answer_too(text: str) -> None:
    assert isinstance(parse(text, TODAY), Unknown | AskBack | Said)


@pytest.mark.parametrize(
    "day", ["31.2.", "30.2.2028", "31. April", "KW 60", "Do, 30.4."]
)
@pytest.mark.parametrize(
    "line",
    [
        "Z34 erst bis {}",
        "Z34 machen wir bis {}",
        "Bitte an Lindgrund: Zahlen bis {}",
        "Angebot: Spülwagen bis {}",
        "Beschlussvorschlag: Kauf, bis {}",
        "B7 Gremienvorbehalt Magistrat bis {}",
        "Abfrage an alle: Salz? bis {}",
        "Urlaub bis {}",
    ],
)
def test_a_day_that_does_not_exist_is_asked_about(line: str, day: str) -> None:
    assert isinstance(parse(line.format(day), TODAY), AskBack)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("ja", Yes()),
        ("Ja, bitte!", Yes()),
        ("ja 3", Yes(3)),
        ("yes", Yes()),
        ("nein", No()),
        ("Nein, danke.", No()),
        ("no 2", No(2)),
        ("ändern: bis 15.5.", Change("bis 15.5.")),
        ("change: by 15 May", Change("by 15 May")),
        ("ändern 3: bis 15.5.", Change("bis 15.5.", 3)),
        ("ändern", Change("")),
        ("fertig heißt: Tabelle je Anlage", Measure("Tabelle je Anlage")),
        ("done means: a table", Measure("a table")),
        ("2", Pick(2)),
        ("2.", Pick(2)),
        ("#2", Pick(2)),
        ("ja, aber später", None),
        ("ja nein", None),
        ("ja?", None),
        ("jaja", None),
        ("nicht ja", None),
        ("vielleicht", None),
        ("0", None),
        ("> ja", None),
        ("", None),
    ],
)
def test_short_words_answer_an_open_card(text: str, reply: object) -> None:
    assert reply_to_card(text) == reply
