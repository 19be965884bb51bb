"""What is true of every channel through which people talk with Faden."""
