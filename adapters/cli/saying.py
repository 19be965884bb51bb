"""``faden say``: the conversation in a terminal (*Gespräch*).

What is typed is kept in the inbox like any message and answered by the same bot.
How far a person has read is kept in the office, so that nothing is shown twice.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from typing import Final

import click

from adapters.cli import finding
from adapters.cli.call import Call, ElsewhereError
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.printing import told
from adapters.cli.trouble import Trouble
from adapters.cli.types import as_json, data
from adapters.main import Faden
from adapters.office import Posted
from adapters.usable import in_time, still
from bots.decisions.matter import stage
from bots.heard import TextSaid, clean
from bots.message import Choice, Choices, Message
from core.ports import Via
from projections import asks, commitments, decisions, information

_PATIENCE: Final = 60.0  # seconds an answer may take before the caller is told
_FIRST: Final = 5  # messages shown to somebody who never looked before
_PAGE: Final = 200  # messages per read
_BROKEN: Final = re.compile("[\ud800-\udfff]")


@click.command(
    cls=Command,
    help=N_(
        "Speak with Faden as a person, as in the web chat.\n\n"
        "Without TEXT, lines are read from the terminal or from standard input. "
        "What was said to the person since the last look is printed first."
    ),
)
@click.argument("text", required=False)
@click.option(
    "--as",
    "person",
    required=True,
    metavar="PERSON",
    help=N_("Who speaks: an id or a name."),
)
@as_json
@data
@click.pass_obj
def say(
    call: Call, *, text: str | None, person: str, as_json: bool, data: str | None
) -> None:
    """Say something, or several things."""
    if text is not None:
        with call.opened(data) as faden:
            _once(call, faden, person, text, as_json=as_json)
        return
    try:
        with call.opened(data) as faden:
            who = finding.person(faden, person)
            _news(call, faden, who, as_json=as_json)
            for line in _lines(call):
                _once(call, faden, who, line, as_json=as_json)
    except ElsewhereError as elsewhere:
        from adapters.cli.socket import forward

        options = ["--as", person, *(["--json"] if as_json else [])]
        for line in _lines(call):
            forward(elsewhere.folder, call, ["say", *options, "--", line])


def _lines(call: Call) -> Iterator[str]:
    while True:
        if call.terminal:
            call.err.write("> ")
            call.err.flush()
        line = call.stdin.readline()
        if not line:
            return
        if line.strip():
            yield line.rstrip("\r\n")


def _once(call: Call, faden: Faden, person: str, text: str, *, as_json: bool) -> None:
    """Hear one line and print whatever is new for the person.

    Raises:
        Trouble: the line cannot be kept, or the answer takes too long.
    """
    who = finding.person(faden, person)
    if _BROKEN.search(text):
        raise Trouble(N_("This is not text in UTF-8. Please type it again."))
    text = clean(text)
    if not text:
        raise Trouble(N_('Please say something, for example "Hilfe".'))
    _news(call, faden, who, as_json=as_json)
    ref = f"say-{secrets.token_hex(10)}"
    faden.hear(TextSaid(ref=ref, person=who, via=Via.CLI, text=text))
    if not faden.settled(ref, _PATIENCE):
        raise Trouble(
            N_(
                "No answer yet. What you said is kept; please look again with "
                'faden say --as "{person}".'
            ),
            person=person,
        )
    _news(call, faden, who, as_json=as_json)


def _news(call: Call, faden: Faden, who: str, *, as_json: bool) -> None:
    """Print what was said to ``who`` since the last look."""
    cursor = f"terminal/{who}"
    seen = faden.store.office.outbox.cursor(cursor)
    found = list(_since(faden, who, seen or 0))
    if not found:
        return
    older = 0 if seen is not None else max(len(found) - _FIRST, 0)
    if older and not as_json:
        call.warn(
            faden.speech(who).words(
                N_("({count} earlier messages are on the page.)"), count=older
            )
        )
    open_ = faden.store.office.echoes.open_for(who, faden.clock())
    waiting = [Message.model_validate(echo.message) for echo in open_]
    for posted in found[older:]:
        message = in_time(posted, faden.clock())
        message = still(message, lambda ref: _version(faden, who, ref), waiting)
        call.say(_shown(posted.letter.key, message, as_json=as_json))
    last = found[-1].seq
    faden.store.office.outbox.put([], faden.clock(), (cursor, last)).result()


def _since(faden: Faden, who: str, seen: int) -> Iterator[Posted]:
    outbox = faden.store.office.outbox
    while page := outbox.thread(who, seen, _PAGE, now=faden.clock()):
        yield from page
        seen = page[-1].seq


def _version(faden: Faden, who: str, ref: str) -> int | None:
    """Return the newest version of an item that ``who`` may see."""
    viewer = faden.viewer(who)
    with faden.reading() as db:
        row = commitments.get(db, viewer, ref) or information.get(db, viewer, ref)
        ask = asks.get(db, viewer, ref)
        decision = decisions.get(db, viewer, ref)
    if decision is not None:
        return stage(decision)
    return row.version if row else ask.stage if ask else None


def _shown(key: str, message: Message, *, as_json: bool) -> str:
    if as_json:
        return told({"key": key, **message.model_dump(mode="json")})
    return plain(message) + "\n"


def plain(message: Message) -> str:
    """Return a message for a terminal; what can be answered stands as it is typed."""
    lines = [message.title] if message.title else []
    for part in message.parts:
        if isinstance(part, Choices):
            lines += [f"  [{one.label}]  {_typed(one)}" for one in part.options]
        else:
            lines.append(Message(parts=(part,)).plain)
    return "\n".join(lines)


def _typed(choice: Choice) -> str:
    """Return what is typed; a beginning that wants more words ends with "…"."""
    begun = choice.fill and choice.twin.endswith(" ")
    return f"{choice.twin.rstrip()} …" if begun else choice.twin
