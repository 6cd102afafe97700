"""Microsoft on loopback, for every test that wants it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.teams.microsoft import Microsoft, new_key


@pytest.fixture(scope="session")
def signing_key() -> rsa.RSAPrivateKey:
    """The key that the channel signs with."""
    return new_key()


@pytest.fixture(scope="session")
def other_key() -> rsa.RSAPrivateKey:
    """A key that is somebody else's, or the channel's next one."""
    return new_key()


@pytest.fixture
def microsoft(signing_key: rsa.RSAPrivateKey) -> Iterator[Microsoft]:
    """It serves ``signing_key`` as "k1"."""
    microsoft = Microsoft()
    microsoft.publish("k1", signing_key)
    yield microsoft
    microsoft.stop()
