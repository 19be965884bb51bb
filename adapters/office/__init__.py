"""Office: what is on its way, in and out (German: *Geschäftsstelle*).

Inbox and outbox of every channel, addresses on platforms and the codes that link
them, echoes that wait for a yes, what is left lying, one-time links, sessions, feeds,
tokens. All writing goes through the one writer: a method that writes returns a future.
Reading methods block shortly and belong into a thread. Rows carry personal texts
and are thrown away after their period (``purge``).
"""

from __future__ import annotations

from concurrent.futures import Future
from datetime import datetime

from adapters.journal.database import Database
from adapters.journal.writer import Writer
from adapters.office.addresses import Addresses
from adapters.office.apart import Apart
from adapters.office.api_tokens import Scope, Token, Tokens
from adapters.office.aside import Stuck, StuckRows
from adapters.office.codes import Codes
from adapters.office.delivery import Deliveries
from adapters.office.echoes import Echo, Echoes
from adapters.office.feeds import Feed, FeedKind, Feeds
from adapters.office.filters import Filters, Saved
from adapters.office.held import Held
from adapters.office.hooks import Hook, Hooks
from adapters.office.identities import Identities
from adapters.office.inbox import Arrival, Inbox, Stored
from adapters.office.lookups import Lookup, Lookups
from adapters.office.mailboxes import Confirmed, Mailboxes
from adapters.office.outbox import Letter, Outbox, Posted
from adapters.office.pseudonyms import Pseudonyms
from adapters.office.purge import purge
from adapters.office.sessions import Sessions
from adapters.office.signins import SignIns
from adapters.office.stuck import Kind
from adapters.office.waiting import Waiting

__all__ = [
    "Addresses",
    "Arrival",
    "Codes",
    "Confirmed",
    "Deliveries",
    "Echo",
    "Echoes",
    "Feed",
    "FeedKind",
    "Feeds",
    "Filters",
    "Held",
    "Hook",
    "Hooks",
    "Identities",
    "Inbox",
    "Kind",
    "Letter",
    "Lookup",
    "Lookups",
    "Mailboxes",
    "Office",
    "Outbox",
    "Posted",
    "Pseudonyms",
    "Saved",
    "Scope",
    "Sessions",
    "SignIns",
    "Stored",
    "Stuck",
    "StuckRows",
    "Token",
    "Tokens",
    "Waiting",
]


class Office:
    """All desks of the office on one store."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._writer = writer
        self.addresses = Addresses(database, writer)
        self.apart = Apart(database, writer)
        self.codes = Codes(database, writer)
        self.filters = Filters(database, writer)
        self.inbox = Inbox(database, writer)
        self.lookups = Lookups(database, writer)
        self.outbox = Outbox(database, writer)
        self.deliveries = Deliveries(database, writer)
        self.held = Held(database, writer)
        self.echoes = Echoes(database, writer)
        self.stuck = StuckRows(database, writer)
        self.sessions = Sessions(database, writer)
        self.feeds = Feeds(database, writer)
        self.hooks = Hooks(database, writer)
        self.signins = SignIns(database, writer)
        self.identities = Identities(database, writer)
        self.mailboxes = Mailboxes(database, writer)
        self.waiting = Waiting(database, writer)
        self.tokens = Tokens(database, writer)
        self.pseudonyms = Pseudonyms(database, writer)

    def purge(self, now: datetime) -> Future[int]:
        """Throw away whatever is past its period; return how many rows went."""
        return self._writer.run(lambda connection: purge(connection, now))
