"""The Book's statements, by what they are about."""
