"""Tests of what touches the world, by adapter."""
