"""Choosing: what a person wants from now on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final, assert_never

from core.errors import Code, Refusal
from core.person.commands import Choosing, Mute, Rest, SetPreferences, Unmute
from core.person.preferences import EVERYWHERE, Muted, Preferences
from core.texts import between, key

_DAY: Final = 24  # hours
_MOST: Final = 5  # reminders a week: one on each working day
LONGEST: Final = timedelta(days=366)  # of a rest; who wants longer switches off


def chosen(command: Choosing, now: Preferences, today: date) -> Preferences:
    """Return what holds after ``command``.

    Raises:
        Refusal: ``DUE_IN_THE_PAST``, ``REST_TOO_LONG``, ``KEY_INVALID``,
            ``HOURS_INVALID`` or ``NUMBER_OUT_OF_RANGE``.
    """
    match command:
        case SetPreferences():
            return _set(command, now)
        case Mute(kind=kind, channel=channel):
            new = Muted(kind=kind, channel=_channel(channel))
            return replace(now, muted=_with(now.muted, new))
        case Unmute(kind=kind, channel=channel):
            gone = Muted(kind=kind, channel=_channel(channel))
            return replace(now, muted=_without(now.muted, gone))
        case Rest(until=until):
            if until is not None and until < today:
                raise Refusal(Code.DUE_IN_THE_PAST, due=until, today=today)
            if until is not None and until > today + LONGEST:
                raise Refusal(Code.REST_TOO_LONG, until=until, latest=today + LONGEST)
            return replace(now, rest_until=until)
        case _:
            assert_never(command)


def _set(command: SetPreferences, now: Preferences) -> Preferences:
    hours, weekly = command.hours or now.hours, command.weekly
    if not 0 <= hours.start < hours.end <= _DAY:
        raise Refusal(Code.HOURS_INVALID, start=hours.start, end=hours.end)
    return replace(
        now,
        language=command.language or now.language,
        register=command.register or now.register,
        digest=command.digest or now.digest,
        digest_day=command.digest_day or now.digest_day,
        hours=hours,
        weekly=now.weekly if weekly is None else between(0, weekly, _MOST),
    )


def _channel(channel: str) -> str:
    return channel if channel == EVERYWHERE else key(channel)


def _with(muted: tuple[Muted, ...], new: Muted) -> tuple[Muted, ...]:
    """Add ``new``; what is muted everywhere is muted in each channel."""
    if new.channel == EVERYWHERE:
        muted = tuple(one for one in muted if one.kind is not new.kind)
    elif Muted(kind=new.kind) in muted:
        return muted
    return tuple(sorted({*muted, new}, key=lambda one: (one.kind, one.channel)))


def _without(muted: tuple[Muted, ...], gone: Muted) -> tuple[Muted, ...]:
    """Take ``gone`` out; without a channel everything of its kind."""
    everywhere = {Muted(kind=gone.kind), gone}
    return tuple(
        one
        for one in muted
        if one not in everywhere
        and not (gone.channel == EVERYWHERE and one.kind is gone.kind)
    )
