"""Erasing: what is to go is gone, wherever it was (German: *Löschen*).

First comes the event, then everything that hangs on it. What was begun is gone on
with until it is done, by the next start at the latest; ``audit.md`` says what goes.
"""
