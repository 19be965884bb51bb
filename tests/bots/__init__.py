"""Tests of what people say to the program and what it says to them."""
