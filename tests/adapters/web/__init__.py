"""The pages over real HTTP."""
