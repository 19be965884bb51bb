"""Access: who sees what, by a table written by hand, walked everywhere."""
