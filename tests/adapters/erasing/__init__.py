"""What is to go is gone, in every file."""
