"""Projections remember: the present, computed from the journal (*Ansichten*).

May be deleted at any time: every table here is rebuilt from what was recorded.
"""
