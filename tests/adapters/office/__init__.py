"""Tests of inbox, outbox, echoes and sessions."""
