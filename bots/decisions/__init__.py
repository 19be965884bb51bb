"""Decisions in words: cards, echoes, replies, what others are told (*Beschluss*)."""
