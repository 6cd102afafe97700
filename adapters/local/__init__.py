"""The local chat: a whole little chat platform in a browser, on this machine only, and the third door on the core
beside it.
"""
