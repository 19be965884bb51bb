"""Slack: the face of Faden in a workspace; loaded only where one is set up."""
