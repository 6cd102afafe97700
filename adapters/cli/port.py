"""The port a server listens on, and what to say when it cannot be had."""

from __future__ import annotations

import socket


def address(host: str, port: int) -> str:
    """Where a browser finds it."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def listen(host: str, port: int) -> socket.socket | str:
    """A socket that listens there, or in words why there can be none. Whoever gets it closes it."""
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    # A server that has just been stopped leaves its port for a minute to late packets; they do no harm here.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        return f"{address(host, port)} cannot be had just now: {error.strerror}."
    return listening
