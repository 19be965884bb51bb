"""``faden audit replay``: how something came about, step by step (*Verlauf*)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from sqlalchemy import Connection

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.looking import Look, looking, stand
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import as_json, at, data, of_person

if TYPE_CHECKING:
    from adapters.audit.replay import Asked, Hidden, Replay, Shown, Told
    from core.checkpoint import Checkpoint


@click.command(
    cls=Command,
    help=N_(
        "Print step by step how something came about, with the proof of each step.\n\n"
        "REF is the number of an item, such as Z1, or a forum. With --as it is printed "
        "as that person may see it, with --at as it was known then, with --pdf into a "
        "file. Exit code 0: all proofs hold, 2: one does not."
    ),
)
@click.argument("ref")
@of_person
@at
@click.option("--pdf", metavar="FILE", help=N_("Write the steps into a PDF."))
@as_json
@data
@click.pass_obj
def replay(
    call: Call,
    *,
    ref: str,
    person: str | None,
    at: str | None,
    pdf: str | None,
    as_json: bool,
    data: str | None,
) -> int:
    """Print the steps."""
    from adapters.audit.replay import replay as steps_of
    from adapters.cli.auditing import DIFFERENT, SOUND
    from adapters.cli.printing import told

    with looking(call, data, person, None) as now, now.faden.reading() as db:
        faden, look = now.faden, _then(now, at)
        asked = _asked(look, ref)
        found = steps_of(faden.store.journal, faden.proving, db, asked)
        if found is None:
            raise Trouble(
                N_(
                    "There is nothing to replay of {ref}. faden commitments and faden "
                    "asks list what there is."
                ),
                ref=asked.ref,
            )
        if pdf is not None:
            _draw(call.cwd / pdf, db, found, look)
        if as_json:
            call.say(told(_record(found)))
        elif pdf is not None:
            call.say(call.words(N_("{file} holds the steps."), file=pdf))
        else:
            for line in (*look.banner(), *_lines(found, look)):
                call.say(line)
    return DIFFERENT if found.broken else SOUND


def _then(look: Look, at: str | None) -> Look:
    """Look at an earlier state without building its views: the log is enough."""
    if at is None:
        return look
    then = stand(look.faden, look.speech, at)
    return replace(look, as_of=then, speech=replace(look.speech, today=then.day))


def _draw(file: Path, db: Connection, found: Replay, look: Look) -> None:
    from adapters.placing import placed
    from adapters.web.render import Renderer
    from adapters.web.report import MissingError, drawn, report

    try:
        body = drawn(Renderer(), report(db, found, look.speech, look.as_of))
    except MissingError as error:
        raise Trouble(error.sentence) from error
    with placed(file) as out:
        out.write(body)


def _asked(look: Look, ref: str) -> Asked:
    from adapters.audit.replay import Asked
    from adapters.cli import finding
    from core.catalogue import noun_of

    neat = ref.strip().upper()
    if not (noun_of(neat) and neat[1:].isdecimal()):
        with look.faden.reading() as db:
            neat = finding.forum(db, ref.removeprefix("forum:")).forum
    return Asked(
        ref=neat,
        until=look.position or look.faden.store.journal.head(),
        viewer=look.viewer,
        speech=look.speech,
        zone=look.faden.desk.zone(),
    )


def _lines(found: Replay, look: Look) -> Iterator[str]:
    from adapters.audit.replay import Told
    from bots.proofs import proof, signed, withheld

    words = look.speech
    for step in found.steps:
        yield from _told(step, look) if isinstance(step, Told) else _hidden(step, look)
        held, checkpoint = step.proof.held, step.proof.checkpoint
        yield f"{'':6}{proof(step.entry, held, checkpoint, words)}"
    if found.withheld:
        yield withheld(found.withheld, words)
    yield signed(found.checkpoint, words)
    if found.broken:
        broken = N_(
            "NOT what was written: {count} of these entries, the first is entry "
            "{entry}. Please run faden audit fsck."
        )
        count, first = len(found.broken), found.broken[0]
        yield words.words(broken, count=count, entry=first)


def _told(step: Told, look: Look) -> Iterator[str]:
    from bots.proofs import counts_for, texts, version

    speech = look.speech
    yield f"{step.number:>4}  {step.recorded:%Y-%m-%d %H:%M}  {step.ref}"
    yield f"{'':6}{counts_for(step.recorded.date(), step.effective, speech)}"
    yield f"{'':6}{step.sentence.plain}"
    who = [step.person, step.function, step.channel]
    if step.on_behalf:
        who.insert(2, speech.words(N_("for {org}"), org=step.on_behalf))
        who.insert(3, step.basis)
    yield f"{'':6}{', '.join(part for part in who if part)}"
    for line in (version(step.wording, speech), *texts(step.proof.texts, speech)):
        if line:
            yield f"{'':6}{line}"


def _hidden(step: Hidden, look: Look) -> Iterator[str]:
    said = look.speech.words(N_("(not for everybody)"))
    yield f"{step.number:>4}  {said}"


def _record(found: Replay) -> dict[str, object]:
    return {
        "ref": found.ref,
        "checkpoint": _checkpoint(found.checkpoint),
        "withheld": found.withheld,
        "steps": [_step(step) for step in found.steps],
    }


def _step(step: Shown) -> dict[str, object]:
    from adapters.audit.replay import Hidden

    proved = {
        "held": step.proof.held,
        "checkpoint": _checkpoint(step.proof.checkpoint),
        "inclusion": [each.hex() for each in step.proof.hashes],
    }
    if isinstance(step, Hidden):
        number, entry = step.number, step.entry
        return {"number": number, "entry": entry, "withheld": True, "proof": proved}
    names = [name for name in type(step).__dataclass_fields__ if name != "proof"]
    plain = {name: getattr(step, name) for name in names}
    plain["sentence"] = step.sentence.plain
    return {**plain, "texts": step.proof.texts, "proof": proved}


def _checkpoint(one: Checkpoint | None) -> dict[str, object] | None:
    if one is None:
        return None
    return {"size": one.size, "root": one.root.hex(), "digits": one.digits()}
