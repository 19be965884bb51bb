"""Tests of mail, against a real server on loopback."""
