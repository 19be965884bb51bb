"""Conversation: from one thing heard to what is written and answered.

::

    heard --parse--> intent --meaning--> command --echo--> yes --> order --> reply

One module per kind of talk; nothing here knows a platform, a clock or a database.
"""

from __future__ import annotations

from bots.conversation.hearing import Conversation

__all__ = ["Conversation"]
