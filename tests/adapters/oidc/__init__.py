"""Tests of signing in elsewhere, against a provider of our own on loopback."""
