"""What can be asked at a shell."""

from __future__ import annotations

import argparse
from pathlib import Path

READABLE = ("key-results", "okr-sets", "checkins")


PLATFORMS = ("slack", "teams")


def parser() -> argparse.ArgumentParser:
    """The commands, and what each takes."""
    asked = argparse.ArgumentParser(
        prog="app.py",
        description="Measured: objectives and key results by chat. Without a command it serves the local chat.",
        epilog="Settings come from the environment or from .env; .env.example says what each is for.",
    )
    commands = asked.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("serve", help="serve the local chat; what happens without a command")
    commands.add_parser("migrate", help="bring the database to the tables of this version; serve does it too")
    playing = commands.add_parser("play", help="play conversations from files, each on an empty memory")
    playing.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a transcript, or a folder of them")
    way = playing.add_mutually_exclusive_group()
    way.add_argument("--check", action="store_true", help="compare with what the files say; 1 where they differ")
    way.add_argument("--write", action="store_true", help="put into the files what is said now")
    reading = commands.add_parser("read", help="print what is read from a file of JSON lines, one prediction a line")
    reading.add_argument("what", choices=READABLE, help="what the items are")
    reading.add_argument("file", type=Path, metavar="FILE", help='items like {"id": ..., "text": ...}, one a line')
    telling = commands.add_parser(
        "manifest", help="what a platform makes the app from: print Slack's, write Teams' package"
    )
    telling.add_argument("platform", choices=PLATFORMS, help="which platform's")
    telling.add_argument("--to", type=Path, metavar="FILE", help="where Teams' package is written: measured-teams.zip")
    commands.add_parser("new-key", help="make a key for MEASURED_ENCRYPTION_KEYS")
    commands.add_parser("doctor", help="say what is set up, what is missing, and what to do about it")
    return asked
