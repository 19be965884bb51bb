"""Courtesy: greetings, thanks and goodbyes are answered in kind (*Umgangsformen*)."""

from __future__ import annotations

from bots.conversation.talk import Talk
from bots.grammar.manners import greets, leaves, thanks, thanks_for, wishes_well
from bots.locale import N_
from bots.message import Choice, Choices, Message


def answered(talk: Talk) -> bool:
    """Answer a line that is nothing but kind; ``False`` if this is none."""
    said, text = talk.text, talk.speaker.speech.text
    if greets(said):
        _greet(talk)
    elif thanks(said):
        talk.say(text(N_("You are welcome.")))
    elif wishes_well(said):
        talk.say(text(N_("Thank you, the same to you!")))
    elif leaves(said):
        talk.say(text(N_("Goodbye!")))
    elif thanks_for(said):
        _pass_on(talk)
    else:
        return False
    return True


def _pass_on(talk: Talk) -> None:
    """Offer to write down what thanks somebody, as nobody else reads it here."""
    speech = talk.speaker.speech
    said = speech.text(
        N_("How kind! Here only I read it. If all are to read it, press the button:")
    )
    twin = speech.words(N_("info: {text}"), text=talk.text)
    label = speech.translate(N_("Tell the forum"))
    option = Choice(id="tell", label=label, twin=twin, fill=True)
    talk.messages.append(Message(parts=(said, Choices(options=(option,)))))


def _greet(talk: Talk) -> None:
    """Greet back, and say what one can begin with."""
    speech = talk.speaker.speech
    open_, help_me = (
        speech.translate(twin) for twin in (N_("What is open?"), N_("Help"))
    )
    options = (
        Choice(id="open", label=open_, twin=open_),
        Choice(id="help", label=help_me, twin=help_me),
    )
    hello = speech.text(
        N_("Good day! Write to me what is to be done, or begin with one of these:")
    )
    talk.messages.append(Message(parts=(hello, Choices(options=options))))
