"""What a person wants to be brought, one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from core.errors import Code
from core.person import (
    PERSON,
    Admitted,
    Language,
    Mute,
    Muted,
    Preferences,
    PreferencesSet,
    Register,
    Rest,
    Rhythm,
    SetPreferences,
    Unasked,
    Unmute,
    Weekday,
)
from tests.given import TODAY, Spec, member

herself = replace(member("lindgrund"), actor="p-1", ref="p-1")
person = Spec(PERSON).by(herself)
NOTHING: Final = PreferencesSet(language=Language.GERMAN, register=Register.FORMAL)
REMINDERS: Final = Muted(kind=Unasked.NUDGE)
IN_SLACK: Final = Muted(kind=Unasked.NUDGE, channel="slack")


def wants(*muted: Muted, **chosen: object) -> PreferencesSet:
    return replace(NOTHING, muted=muted, **chosen)  # type: ignore[arg-type]  # checked by the event


def test_the_digest_comes_daily_for_whoever_wants_it() -> None:
    daily = SetPreferences(digest=Rhythm.DAILY)
    person.given(Admitted()).when(daily).then(wants(digest=Rhythm.DAILY))
    person.given(Admitted(), wants(digest=Rhythm.DAILY)).when(daily).then()


def test_a_new_rhythm_leaves_everything_else_as_it_is() -> None:
    before = wants(REMINDERS, language=Language.ENGLISH)
    off = SetPreferences(digest=Rhythm.OFF)
    person.given(Admitted(), before).when(off).then(replace(before, digest=Rhythm.OFF))


def test_the_day_of_the_digest_is_chosen_and_stays() -> None:
    thursday = SetPreferences(digest_day=Weekday.THURSDAY)
    chosen = wants(digest_day=Weekday.THURSDAY)
    person.given(Admitted()).when(thursday).then(chosen)
    daily = SetPreferences(digest=Rhythm.DAILY)
    person.given(Admitted(), chosen).when(daily).then(
        replace(chosen, digest=Rhythm.DAILY)
    )


def test_a_kind_is_muted_once_and_wanted_again() -> None:
    mute = Mute(kind=Unasked.NUDGE)
    person.given(Admitted()).when(mute).then(wants(REMINDERS))
    person.given(Admitted(), wants(REMINDERS)).when(mute).then()
    again = Unmute(kind=Unasked.NUDGE)
    person.given(Admitted(), wants(REMINDERS)).when(again).then(NOTHING)
    person.given(Admitted()).when(again).then()


def test_what_is_muted_in_one_channel_goes_on_in_the_others() -> None:
    mute = Mute(kind=Unasked.NUDGE, channel="slack")
    person.given(Admitted()).when(mute).then(wants(IN_SLACK))
    chosen = Preferences(muted=(IN_SLACK,))
    assert not chosen.wants(Unasked.NUDGE, "slack", TODAY)
    assert chosen.wants(Unasked.NUDGE, "web", TODAY)
    assert chosen.wants(Unasked.DIGEST, "slack", TODAY)


def test_muted_everywhere_says_all_about_each_channel() -> None:
    everywhere = Mute(kind=Unasked.NUDGE)
    person.given(Admitted(), wants(IN_SLACK)).when(everywhere).then(wants(REMINDERS))
    slack = Mute(kind=Unasked.NUDGE, channel="slack")
    person.given(Admitted(), wants(REMINDERS)).when(slack).then()
    again = Unmute(kind=Unasked.NUDGE)
    person.given(Admitted(), wants(IN_SLACK)).when(again).then(NOTHING)


def test_only_that_one_channel_is_wanted_again() -> None:
    by_mail = Muted(kind=Unasked.NUDGE, channel="mail")
    again = Unmute(kind=Unasked.NUDGE, channel="slack")
    person.given(Admitted(), wants(by_mail, IN_SLACK)).when(again).then(wants(by_mail))


def test_a_channel_is_a_key() -> None:
    odd = Mute(kind=Unasked.NUDGE, channel="bei mir")
    person.given(Admitted()).when(odd).refused(Code.KEY_INVALID)


def test_a_rest_holds_on_its_last_day_and_ends_with_it() -> None:
    friday = date(2027, 3, 19)
    person.given(Admitted()).when(Rest(until=friday)).then(wants(rest_until=friday))
    chosen = Preferences(rest_until=friday)
    assert not chosen.wants(Unasked.DIGEST, "web", friday)
    assert chosen.wants(Unasked.DIGEST, "web", friday + timedelta(days=1))


def test_a_rest_can_be_ended_before_its_day() -> None:
    resting = wants(rest_until=TODAY)
    person.given(Admitted(), resting).when(Rest(until=None)).then(NOTHING)


def test_a_rest_lies_ahead_and_ends_within_a_year() -> None:
    yesterday, year = TODAY - timedelta(days=1), TODAY + timedelta(days=366)
    person.given(Admitted()).when(Rest(until=yesterday)).refused(Code.DUE_IN_THE_PAST)
    person.given(Admitted()).when(Rest(until=TODAY)).then(wants(rest_until=TODAY))
    person.given(Admitted()).when(Rest(until=year)).then(wants(rest_until=year))
    later = Rest(until=year + timedelta(days=1))
    person.given(Admitted()).when(later).refused(Code.REST_TOO_LONG)


def test_switched_off_means_no_digest_and_nothing_else() -> None:
    chosen = Preferences(digest=Rhythm.OFF)
    assert not chosen.wants(Unasked.DIGEST, "web", TODAY)
    assert chosen.wants(Unasked.NUDGE, "web", TODAY)
    assert Preferences().wants(Unasked.DIGEST, "web", TODAY)
