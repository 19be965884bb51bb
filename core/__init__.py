"""Core: what members may promise, record and decide, and nothing else.

Everything here is a pure function of its arguments: no clock, no database,
no network, no language. The rest of the program exists to call it.
"""
