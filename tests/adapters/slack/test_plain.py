"""The grammar gets what the person saw, not how Slack wrote it down."""

from __future__ import annotations

import pytest

from adapters.slack.plain import mentioned, plain

NAMES = {"U1": "BM Lange"}


@pytest.mark.parametrize(
    "sent, seen",
    [
        ("<@U9> Hilfe", "Hilfe"),
        ("F1 an <@U1>", "F1 an BM Lange"),
        ("F1 an <@U2|lena>", "F1 an lena"),
        ("F1 an <@U2>", "F1 an @U2"),
        ("<#C1|wasser> und <#C2>", "#wasser und #C2"),
        ("<!channel> <!here> <!everyone>", "@channel @here @everyone"),
        ("<!subteam^S1|@technik> <!subteam^S1>", "@technik @subteam"),
        ("<!date^1392734382^{date}|18.2.2027>", "18.2.2027"),
        ("<https://a.example/x?y=1&amp;z=2>", "https://a.example/x?y=1&z=2"),
        ("<https://a.example|a.example>", "a.example"),
        ("<https://a.example|Plan>", "Plan (https://a.example)"),
        ("<mailto:k@a.example|k@a.example>", "k@a.example"),
        ("<tel:+4912345|+4912345>", "+4912345"),
        ("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d"),
        ("&amp;lt;", "&lt;"),
        ("&lt;!channel&gt;", "<!channel>"),
        ("3 < 4 > 2", "3 < 4 > 2"),
        ("<x|y>", "<x|y>"),
    ],
)
def test_markup_is_undone(sent: str, seen: str) -> None:
    assert plain(sent, NAMES, own="U9") == seen


def test_who_is_mentioned_is_known_once_each() -> None:
    assert mentioned("<@U1> <@W2|x> <@U1> <#C1> @U3") == ("U1", "W2")
