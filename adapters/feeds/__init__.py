"""Feeds: what calendars and readers fetch from an address of their own (*Abonnement*).

::

    address --> feed --> person --mandates today--> viewer --> rows --> file
                              --no mandate any more--> gone

The address stands for its person: it shows what that person may see today, no more.
"""
