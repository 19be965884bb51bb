"""Adapters: the only folder that touches sockets, clocks, SQL engines and files."""
