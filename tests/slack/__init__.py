"""A stand-in for Slack that keeps state and judges whatever is sent to it."""
