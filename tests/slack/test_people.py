"""What people do arrives signed, as Slack sends it, and again if need be."""

from __future__ import annotations

import json
from urllib.parse import parse_qs

from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier

from adapters.clock import SetClock
from tests.slack.envelopes import Request
from tests.slack.people import People
from tests.slack.records import Data
from tests.slack.simulator import Simulator

BUTTON = {
    "type": "button",
    "text": {"type": "plain_text", "text": "Machen wir"},
    "action_id": "faden/promise",
    "value": "k1",
}


def _event(request: Request) -> Data:
    return dict(json.loads(request.body))


def _payload(request: Request) -> Data:
    return dict(json.loads(parse_qs(request.body.decode())["payload"][0]))


def test_requests_are_signed_as_slacks_own_verifier_wants_it(
    slack: Simulator, people: People, clock: SetClock
) -> None:
    request = people.say(slack.workspace.user("kern"), "Z34 machen wir")
    headers = request.headers(slack.workspace.secret, clock())
    verifier = SignatureVerifier(slack.workspace.secret)
    at = headers["X-Slack-Request-Timestamp"]
    assert headers["X-Slack-Signature"] == verifier.generate_signature(
        timestamp=at, body=request.body
    )


def test_a_retry_is_the_same_event(
    slack: Simulator, people: People, clock: SetClock
) -> None:
    request = people.say(slack.workspace.user("kern"), "Z34 machen wir")
    again = request.again(2)
    assert again.body == request.body
    headers = again.headers(slack.workspace.secret, clock())
    assert headers["X-Slack-Retry-Num"] == "2"
    assert headers["X-Slack-Retry-Reason"] == "http_timeout"


def test_words_arrive_escaped_in_the_room_where_they_were_written(
    slack: Simulator, people: People
) -> None:
    kern = slack.workspace.user("kern")
    room = slack.workspace.channel("wasser", kern)
    said = _event(people.say(kern, "Müller & <!channel>"))
    assert said["event"]["text"] == "Müller &amp; &lt;!channel&gt;"
    assert said["event"]["channel_type"] == "im"
    mention = _event(people.mention(kern, room, "Hilfe"))
    assert mention["event"]["text"] == f"<@{slack.workspace.bot}> Hilfe"
    assert mention["event"]["channel"] == room.id
    assert said["event_id"] != mention["event_id"]


def test_a_guest_brings_the_name_of_their_team(
    slack: Simulator, people: People
) -> None:
    guest = slack.workspace.user("gast", team="T9FREMD")
    said = _event(people.say(guest, "Hilfe"))
    assert said["team_id"] == slack.workspace.team
    assert said["event"]["user_team"] == "T9FREMD"
    assert said["is_ext_shared_channel"]


def test_messages_are_changed_and_deleted(slack: Simulator, people: People) -> None:
    kern = slack.workspace.user("kern")
    ts = _event(people.say(kern, "Z34 machen wir"))["event"]["ts"]
    edited = _event(people.edit(kern, ts, "Z34 geht nicht"))["event"]
    assert edited["subtype"] == "message_changed"
    assert edited["message"]["text"] == "Z34 geht nicht"
    assert edited["previous_message"]["text"] == "Z34 machen wir"
    gone = _event(people.delete(kern, ts))["event"]
    assert (gone["subtype"], gone["deleted_ts"]) == ("message_deleted", ts)


def test_a_button_is_pressed_as_it_stands_on_the_message(
    slack: Simulator, people: People, client: WebClient
) -> None:
    kern = slack.workspace.user("kern")
    blocks = [{"type": "actions", "elements": [BUTTON]}]
    client.chat_postMessage(channel=kern.id, text="Z34", blocks=blocks)
    (message,) = slack.workspace.told(kern)
    pressed = _payload(people.press(kern, message, "Machen wir"))
    (action,) = pressed["actions"]
    assert (action["action_id"], action["value"]) == ("faden/promise", "k1")
    assert pressed["container"]["message_ts"] == message["ts"]
    assert slack.workspace.pull(pressed["trigger_id"]) == kern.id


def test_a_modal_is_filled_in_and_sent(
    slack: Simulator, people: People, client: WebClient
) -> None:
    kern = slack.workspace.user("kern")
    yes, no = (
        {"text": {"type": "plain_text", "text": text}, "value": value}
        for text, value in (("Ja", "0"), ("Nein", "1"))
    )
    label = {"type": "plain_text", "text": "Bedarf"}
    choose = {"type": "static_select", "action_id": "value", "options": [yes, no]}
    write = {"type": "plain_text_input", "action_id": "value"}
    view = {
        "type": "modal",
        "title": {"type": "plain_text", "text": "F12"},
        "submit": {"type": "plain_text", "text": "Senden"},
        "blocks": [
            {"type": "input", "block_id": "q1", "label": label, "element": choose},
            {"type": "input", "block_id": "q2", "label": label, "element": write},
        ],
    }
    command = people.command(kern, "F12")
    trigger = parse_qs(command.body.decode())["trigger_id"][0]
    client.views_open(trigger_id=trigger, view=view)
    sent = _payload(people.submit(kern, people.top(kern), {"q1": "Nein", "q2": "2028"}))
    values = sent["view"]["state"]["values"]
    assert values["q1"]["value"]["selected_option"]["value"] == "1"
    assert values["q2"]["value"]["value"] == "2028"


def test_the_home_page_is_looked_at(
    slack: Simulator, people: People, client: WebClient
) -> None:
    kern = slack.workspace.user("kern")
    assert _event(people.look_home(kern))["event"]["tab"] == "home"
    home = {"type": "home", "blocks": [{"type": "actions", "elements": [BUTTON]}]}
    client.views_publish(user_id=kern.id, view=home)
    pressed = _payload(people.press_at_home(kern, "Machen wir"))
    assert pressed["view"]["id"] == slack.workspace.homes[kern.id]["id"]
