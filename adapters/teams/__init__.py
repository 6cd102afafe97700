"""Microsoft Teams. It translates and decides nothing."""
