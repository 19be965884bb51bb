"""Helping: what can be typed, by example: all, of a topic or of an item (*Hilfe*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bots.conversation import asking
from bots.conversation.talk import Talk
from bots.grammar.fold import fold, rx
from bots.grammar.inquiries import Help
from bots.lines import LABEL, clipped
from bots.locale import N_
from bots.message import Choice, Choices, Message, Part


def help_(talk: Talk, intent: Help) -> bool:
    """Show what can be typed; ``False`` if the item cannot be seen."""
    if intent.ref:
        return _of_item(talk, intent.ref)
    lines = list(_about(intent.text))
    speech = talk.speaker.speech
    place = speech.neighbour(talk.speaker.orgs)
    known = lines or [line for _, some in _TOPICS for line in some]
    parts: list[Part] = [speech.text(N_("**This is how it works:**"))]
    parts += [speech.text(line, place=place) for line in known]
    if lines:
        parts.append(speech.text(N_("“help” shows everything.")))
    else:
        parts.append(speech.text(_BINDING))
    if intent.text and not lines:
        twin = speech.words(N_("emergency: {text}"), text=intent.text)
        need = speech.text(N_("If hands are needed at once, call for help:"))
        call = Choice(id="call", label=clipped(twin, LABEL), twin=twin, fill=True)
        parts += [need, Choices(options=(call,))]
    talk.messages.append(Message(parts=tuple(parts)))
    return True


def _of_item(talk: Talk, ref: str) -> bool:
    """Say what the speaker can answer to ``ref`` now, and show its card."""
    before, speech = len(talk.messages), talk.speaker.speech
    if not asking.status(talk, ref):
        return False
    parts = talk.messages[-1].parts
    options = [o for part in parts if isinstance(part, Choices) for o in part.options]
    twins = [speech.words(N_("“{name}”"), name=_open_end(one)) for one in options]
    sentence = N_("On {ref} you can write now: {twins}.") if twins else _NOTHING
    said = speech.text(sentence, ref=ref, twins=", ".join(twins))
    talk.messages.insert(before, Message(parts=(said,)))
    return True


def _open_end(option: Choice) -> str:
    return f"{option.twin.rstrip()} …" if option.fill else option.twin


def _about(topic: str) -> Iterator[str]:
    for words, lines in _TOPICS:
        if words.search(fold(topic)):
            yield from lines


_NOTHING: Final = N_(
    "On {ref} nothing is wanted of you just now. This is how it stands:"
)
_BINDING: Final = N_(
    "What binds your organisation I always say back first; nothing happens without "
    "your yes. The handbook is under /hilfe."
)
_TOPICS: Final = (
    (
        rx(r"bitten?\b|anfrage|request"),
        (N_("request to {place}: sludge quantities 2024–26 by 30 April"),),
    ),
    (
        rx(r"zusage|zusagen|promise|commitment|termin|frist"),
        (
            N_("Z34 we will · Z34 not before 15 May · Z34 not possible, …"),
            N_("Z34 done: … · Z34 is fine · Z34 still missing: …"),
        ),
    ),
    (rx(r"angebot|offer"), (N_("offer: we lend the flusher until the end of May"),)),
    (
        rx(r"frage|abfrag|umfrage|antwort|ask|survey|answer"),
        (
            N_(
                "ask all: who plans a new sweeper by 2030? year and amount, by 30 April"
            ),
            N_(
                "F12: yes, 2028, about 180,000 € · F12 nothing to report · F12 to Mrs Y"
            ),
        ),
    ),
    (
        rx(r"beschl|abstimm|konsent|einwand|position|decision|vote|proposal|objection"),
        (
            N_("proposal: … by consent, by 12 May, review 2 years"),
            N_("B7 agreed · B7 objection: … · B7 abstention · B7 recused"),
        ),
    ),
    (
        rx(r"beschl|gremi|\brat\b|räte|vertretung\b|council|decision"),
        (
            N_("B7 subject to municipal council until 12 June"),
            N_("B7 municipal council: approved on 3 June, item 7"),
        ),
    ),
    (
        rx(r"info|wissen|sorge|bedenken|concern|knowledge"),
        (N_("info: … · concern: …"),),
    ),
    (
        rx(r"offen|suche|stand\b|frage|question|search|status|open"),
        (
            N_("What is open? · Who does …? · What do we know about …? · status Z34"),
            N_("What has {place} promised? · What did we decide on …?"),
        ),
    ),
    (
        rx(r"sitzung|treffen|protokoll|meeting|minutes"),
        (
            N_("meeting on 12 October at 14:00 in the town hall"),
            N_("When is the next meeting?"),
        ),
    ),
    (
        rx(r"urlaub|krank|abwesen|vertret|weg\b|holiday|absen|sick|leave|deputy"),
        (N_("holiday until 30 April, deputy Mrs Y · sick today · I am back"),),
    ),
    (
        rx(r"überblick|übersicht|zusammenfass|erinner|ruhe|digest|remind|quiet"),
        (
            N_("digest · digest forum … · digest daily · quiet this week"),
            N_("Z34 later in two days · remind me on Monday of Z34"),
        ),
    ),
    (
        rx(r"notfall|gerät|emergency|device"),
        (N_("emergency: … · devices: …"),),
    ),
    (
        rx(r"zurück|rückgäng|fehler|korrig|undo|take\sback|mistake|correct"),
        (N_("take back · help"),),
    ),
)
