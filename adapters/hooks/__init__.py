"""Hooks: tells other software of every entry, signed (*Meldungen an andere Programme*).

The scheme is that of Standard Webhooks 1.0: ``webhook-id``, ``webhook-timestamp``,
``webhook-signature``. What is told is that something happened and where it can be
read, never a text or a name.
"""
