"""The local chat: a little chat platform in a browser, on this machine only, and a door on the core beside it."""
