"""Tests of the event log, its writer and its readers."""
