"""What is silent changes what stands in Slack already, and notifies nobody."""

from __future__ import annotations

from bots.message import Message
from tests.adapters.slack.neutral import message, text
from tests.adapters.slack.post import BUTTONS, HISTORY, Post
from tests.slack.simulator import Simulator

CARD = message(text("Z34: Bitte um Mengen."), BUTTONS, HISTORY)
NEWS = message(text("Z34: der Kreis dankt."), HISTORY)


def _silent(words: str) -> Message:
    said = message(text(words), BUTTONS, HISTORY)
    return said.model_copy(update={"urgency": "silent"})


def test_it_takes_the_place_of_what_was_told_last_of_its_item(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    for key, said in (("card", CARD), ("news", NEWS)):
        post.put(key, said)
        post.rounds()
    post.put("hint", _silent("Z34: noch drei Tage."))
    post.rounds()
    told = [str(one["text"]) for one in post.told()]
    assert ["Bitte um Mengen" in told[0], "noch drei Tage" in told[1]] == [True, True]
    assert len(slack.asked("chat.postMessage")) == len(told) == 2
    deliveries = post.store.office.deliveries
    assert deliveries.message("hint") == deliveries.message("news")


def test_without_a_card_nothing_is_said_and_nothing_is_left_lying(
    post: Post, slack: Simulator
) -> None:
    post.link("p-kern")
    post.put("hint", _silent("Z34: noch drei Tage."))
    assert post.rounds() == 1
    assert post.told() == []
    assert slack.asked("chat.postMessage") == []
    post.put("card", CARD)
    post.rounds()
    assert len(post.told()) == 1


def test_a_click_on_it_is_answered_in_its_place(post: Post) -> None:
    post.link("p-kern")
    post.put("card", CARD)
    post.rounds()
    post.put("hint", _silent("Z34: noch drei Tage."))
    post.rounds()
    post.click("click-1", "hint", "c0")
    post.put("click-1/reply/0", message(text("Zugesagt: Z34."), HISTORY))
    post.rounds()
    (told,) = post.told()
    assert "Zugesagt" in str(told["text"])
