"""The text door: whole conversations as files that a person can read, and that the tests hold the core to."""
