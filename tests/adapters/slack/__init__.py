"""Slack as we render and reach it."""
