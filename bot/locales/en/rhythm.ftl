rhythm-from-key-result = { $rhythm } (its own)
rhythm-from-team = { $rhythm } (from the team)
rhythm-from-workspace = { $rhythm } (as everybody here)
