"""Digests on their way, from the hour to the letter."""
