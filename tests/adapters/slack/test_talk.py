"""What is said in Slack is heard once, as it was meant, and for whoever said it."""

from __future__ import annotations

import json

from tests.adapters.slack.county import SlackCounty
from tests.slack.envelopes import Request

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4."


def _event(request: Request) -> dict[str, object]:
    return dict(json.loads(request.body)["event"])


def test_a_direct_message_is_answered_and_a_yes_is_recorded(
    county: SlackCounty,
) -> None:
    head = county.faden.store.journal.head()
    (echo,) = county.say("kern", REQUEST)
    assert "Lindgrund" in echo
    assert county.faden.store.journal.head() == head
    county.say("kern", "ja")
    assert county.faden.store.journal.head() == head + 1
    (told,) = county.letters("lindner")
    assert "Z1" in told.plain


def test_the_record_keeps_where_it_was_said(county: SlackCounty) -> None:
    request = county.people.say(county.user("kern"), REQUEST)
    county.send(request)
    county.say("kern", "ja")
    (recorded,) = county.faden.store.journal.stream("commitment:Z1")
    source = recorded.origin.source
    assert source is not None
    event = _event(request)
    ts = str(event["ts"]).replace(".", "")
    at = f"https://auenland.slack.example/archives/{event['channel']}/p{ts}"
    assert source.text == at
    assert recorded.origin.via == "slack"


def test_the_same_event_as_a_retry_is_heard_once(county: SlackCounty) -> None:
    request = county.people.say(county.user("kern"), "Hilfe")
    replies = [county.send(request.again(n)) for n in (1, 2, 3)]
    assert [reply.status for reply in replies] == [200, 200, 200]
    assert len(county.letters("kern")) == 1


def test_a_mention_in_a_channel_is_answered_directly(county: SlackCounty) -> None:
    kern = county.user("kern")
    room = county.slack.workspace.channel("wasser", kern)
    county.send(county.people.mention(kern, room, REQUEST))
    (echo,) = county.letters("kern")
    assert "Lindgrund" in echo.plain


def test_free_talk_in_channels_and_our_own_words_are_not_heard(
    county: SlackCounty,
) -> None:
    kern = county.user("kern")
    room = county.slack.workspace.channel("wasser", kern)
    mention = county.people.mention(kern, room, REQUEST)
    body = json.loads(mention.body)
    body["event"]["type"] = "message"
    county.send(Request(json.dumps(body).encode(), mention.kind))
    own = {"user": county.slack.workspace.bot, "bot_id": "B1", "ts": "1.1", "text": "x"}
    county.send(county.people.echo(kern, own))
    assert county.letters("kern") == []


def test_an_answer_to_a_thread_goes_into_the_thread(county: SlackCounty) -> None:
    county.say("kern", REQUEST)
    county.send(county.people.say(county.user("kern"), "ja", thread="1790.1"))
    told = county.faden.store.office.outbox.thread("p-kern", 0, 10, "slack")
    assert [one.letter.place.split("/")[0] for one in told] == ["", "thread"]
    assert told[1].letter.place.endswith("/1790.1")


def test_a_slash_command_is_acknowledged_and_answered(county: SlackCounty) -> None:
    reply = county.send(county.people.command(county.user("kern"), REQUEST))
    assert reply.status == 200
    assert reply.data["response_type"] == "ephemeral"
    assert reply.data["text"].startswith("Angekommen.")
    (echo,) = county.letters("kern")
    assert "Lindgrund" in echo.plain


def test_markup_is_undone_before_it_is_understood(county: SlackCounty) -> None:
    kern = county.user("kern")
    lange = county.user("mueller")
    typed = "Info: <!channel> Müller &amp; Co, <https://a.example|Plan>"
    request = county.people.say(kern, "x")
    body = json.loads(request.body)
    body["event"]["text"] = f"{typed} sagt <@{lange.id}>"
    county.send(Request(json.dumps(body).encode(), request.kind))
    (noted,) = county.letters("kern")
    said = "@channel Müller & Co, Plan (https://a.example) sagt BM Müller"
    assert said in noted.plain


def test_what_is_too_long_gets_a_sentence(county: SlackCounty) -> None:
    (said,) = county.say("kern", f"Info: {'x' * 40_000}")
    assert "40.006 Zeichen, auf einmal sind 4.000 möglich" in said


def test_an_edit_calls_off_what_waits_and_a_deletion_says_what_stays(
    county: SlackCounty,
) -> None:
    kern = county.user("kern")
    request = county.people.say(kern, REQUEST)
    county.send(request)
    ts = str(_event(request)["ts"])
    county.send(county.people.edit(kern, ts, REQUEST.replace("Lindgrund", "Birkfeld")))
    assert "Birkfeld" in county.letters("kern")[-1].plain
    county.say("kern", "ja")
    county.send(county.people.delete(kern, ts))
    assert "bleibt im Verlauf" in county.letters("kern")[-1].plain
    assert len(county.faden.store.journal.stream("commitment:Z1")) == 1


def test_a_link_that_slack_unfurls_is_no_edit(county: SlackCounty) -> None:
    kern = county.user("kern")
    request = county.people.say(kern, "Hilfe")
    county.send(request)
    county.send(county.people.edit(kern, str(_event(request)["ts"]), "Hilfe"))
    assert len(county.letters("kern")) == 1


def test_a_message_with_answers_below_it_leaves_a_gravestone_when_deleted(
    county: SlackCounty,
) -> None:
    kern = county.user("kern")
    request = county.people.say(kern, REQUEST)
    county.send(request)
    edit = county.people.edit(kern, str(_event(request)["ts"]), "x")
    body = json.loads(edit.body)
    gone = {"subtype": "tombstone", "user": "USLACKBOT", "text": "deleted"}
    body["event"]["message"] |= gone
    county.send(Request(json.dumps(body).encode(), edit.kind))
    assert "nichts geschrieben" in county.letters("kern")[-1].plain
    county.say("kern", "ja")
    assert county.faden.store.journal.stream("commitment:Z1") == []


def test_a_guests_edit_is_the_guests(county: SlackCounty) -> None:
    guest = county.user("gast", team="T9FREMD")
    addresses = county.faden.store.office.addresses
    where = f"{guest.team}/{guest.id}"
    addresses.link("p-stein", "slack", where, county.here.watch()).result(20)
    request = county.people.say(guest, "Hilfe")
    county.send(request)
    county.send(county.people.edit(guest, str(_event(request)["ts"]), "Hilf"))
    assert len(county.letters("gast")) == 2


def test_the_home_page_is_made_when_somebody_looks(county: SlackCounty) -> None:
    county.send(county.people.look_home(county.user("kern")))
    (home,) = county.letters("kern")
    assert home.title == "Guten Tag, Frau Kern"


def test_people_cannot_be_confused_with_namesakes_of_other_workspaces(
    county: SlackCounty,
) -> None:
    kern = county.user("kern")
    request = county.people.say(kern, REQUEST)
    body = json.loads(request.body)
    body["event"] |= {"user_team": "T9FREMD", "team": "T9FREMD"}
    county.send(Request(json.dumps(body).encode(), request.kind))
    assert county.letters("kern") == []
    strangers = county.faden.store.office.outbox.thread("", 0, 10, "slack")
    assert [one.letter.place for one in strangers] == [f"user/T9FREMD/{kern.id}"]
