"""Every conversation played against a process that is killed with SIGKILL in the middle of what it does."""
