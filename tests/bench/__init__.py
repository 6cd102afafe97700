"""Figures: each a ratio between our cost and a peer's in the same run, with a limit it must keep."""
