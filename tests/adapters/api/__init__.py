"""The interface for other software, by real HTTP on a loopback port."""
