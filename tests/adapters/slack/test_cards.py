"""A card in Slack is changed rather than repeated, and never offers what is over."""

from __future__ import annotations

import pytest

from bots.message import Choice, Choices, Message
from tests.adapters.slack.neutral import kinds, message, text
from tests.adapters.slack.post import BUTTONS, HISTORY, Post
from tests.slack.faults import Fault
from tests.slack.judge import texts
from tests.slack.records import Data
from tests.slack.simulator import Simulator

CARD = message(text("Z34: Bitte um Mengen."), BUTTONS, HISTORY)
DONE = message(text("Zugesagt: Z34."), HISTORY).model_copy(update={"version": 4})
ECHO = Message(
    parts=(
        text("Sie sagen zu: Z34."),
        Choices(options=(Choice(id="yes", label="Ja", twin="ja 1"),)),
    )
)
NO = Message(parts=(text("Das geht nicht mehr."),))


def _buttons(told: Data) -> int:
    return kinds(told["blocks"]).count("actions")


def _first(told: Data) -> str:
    return next(texts(told["blocks"], keys={"text"}))


def test_a_click_turns_the_card_into_its_answer(post: Post) -> None:
    post.link("p-kern")
    post.put("card", CARD)
    post.rounds()
    post.click("click-1", "card", "c0")
    post.put("click-1/reply/0", DONE)
    post.rounds()
    (told,) = post.told()
    assert (_first(told), _buttons(told)) == ("Zugesagt: Z34.", 0)
    name = post.store.office.deliveries.message("click-1/reply/0")
    assert name == post.store.office.deliveries.message("card")


def test_changing_a_card_twice_is_changing_it_once(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    post.put("card", CARD)
    post.rounds()
    post.click("click-1", "card", "c0")
    post.put("click-1/reply/0", DONE)
    slack.faults.plan(Fault.LOST, method="chat.update")
    assert post.rounds(3) == 1
    assert len(post.told()) == 1
    assert len(slack.asked("chat.update")) == 2


def test_a_yes_turns_what_was_said_back_into_its_answer(post: Post) -> None:
    post.link("p-kern")
    post.put("echo", ECHO)
    post.rounds()
    post.click("click-1", "echo", "yes")
    post.put("click-1/reply/0", DONE)
    post.put("click-1/reply/1", NO)
    post.rounds(2)
    assert [_first(told) for told in post.told()] == [
        "Zugesagt: Z34.",
        "Das geht nicht mehr.",
    ]


def test_what_could_not_be_done_leaves_the_words_and_takes_the_buttons(
    post: Post,
) -> None:
    post.link("p-kern")
    post.put("echo", ECHO)
    post.rounds()
    post.click("click-1", "echo", "yes")
    post.put("click-1/reply/0", NO)
    post.rounds()
    echo, answer = post.told()
    assert (_first(echo), _buttons(echo)) == ("Sie sagen zu: Z34.", 0)
    assert _first(answer) == "Das geht nicht mehr."


def test_a_refused_click_leaves_a_card_as_it_is(post: Post) -> None:
    post.link("p-kern")
    post.put("card", CARD)
    post.rounds()
    post.click("click-1", "card", "c0")
    post.put("click-1/reply/0", NO)
    post.rounds()
    card, _ = post.told()
    assert _buttons(card) == 1


def test_a_click_on_somebody_elses_card_does_not_change_it(post: Post) -> None:
    post.link("p-kern")
    post.link("p-birke")
    post.put("card", CARD)
    post.rounds()
    post.click("click-1", "card", "c0", "p-birke")
    post.put("click-1/reply/0", DONE, person="p-birke")
    post.rounds()
    assert _buttons(post.told()[0]) == 1
    assert _first(post.told("p-birke")[0]) == "Zugesagt: Z34."


def test_a_card_that_somebody_deleted_is_answered_below(
    post: Post, slack: Simulator
) -> None:
    user = post.link("p-kern")
    post.put("card", CARD)
    post.rounds()
    slack.workspace.direct(user.id).messages.clear()
    post.click("click-1", "card", "c0")
    post.put("click-1/reply/0", DONE)
    assert post.rounds() == 1
    assert [_first(told) for told in post.told()] == ["Zugesagt: Z34."]


def test_news_of_an_item_stand_below_and_its_card_above_loses_its_buttons(
    post: Post,
) -> None:
    post.link("p-kern")
    post.link("p-birke")
    post.put("card", CARD)
    post.put("other", CARD, person="p-birke")
    post.rounds()
    post.put("news", DONE)
    post.rounds()
    card, news = post.told()
    assert (_first(card), _buttons(card)) == ("Z34: Bitte um Mengen.", 0)
    assert "Dazu gibt es weiter unten Neues." in list(texts(card["blocks"]))
    assert _first(news) == "Zugesagt: Z34."
    assert _buttons(post.told("p-birke")[0]) == 1


def test_what_only_tells_of_the_same_state_leaves_the_buttons(post: Post) -> None:
    post.link("p-kern")
    post.put("card", CARD)
    post.put("told", message(text("Z34: offen.")))
    post.rounds(2)
    assert _buttons(post.told()[0]) == 1


def test_a_card_that_is_sent_again_has_the_only_buttons(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    for n in range(3):
        post.put(f"card-{n}", CARD)
    post.rounds(3)
    assert [_buttons(told) for told in post.told()] == [0, 0, 1]
    assert len(slack.asked("chat.update")) == 2


def test_a_card_is_closed_once_however_much_news_there_is(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    post.put("card", CARD)
    for n in range(3):
        post.put(f"news-{n}", DONE.model_copy(update={"version": 4 + n}))
    post.rounds(4)
    assert len(slack.asked("chat.update")) == 1


def test_a_card_that_became_its_answer_is_not_closed_as_the_card_it_was(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    post.put("card", CARD)
    post.rounds()
    post.click("click-1", "card", "c0")
    post.put("click-1/reply/0", DONE)
    post.put("news", DONE.model_copy(update={"version": 5}))
    post.rounds(2)
    assert len(slack.asked("chat.update")) == 1
    assert _first(post.told()[0]) == "Zugesagt: Z34."


@pytest.mark.parametrize("place", ["", "home"])
def test_a_click_at_home_is_answered_directly(post: Post, place: str) -> None:
    post.link("p-kern")
    post.put("home", message(text("Guten Tag"), BUTTONS), place="home")
    post.rounds()
    post.click("click-1", "home", "c0")
    post.put("click-1/reply/0", DONE, place=place)
    post.rounds()
    assert len(post.told()) == (place == "")
