"""Migrations: what they build is what the code expects, rows live through them, and a newer database is left alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from bot.okr.model import Initiative
from storage import BrokenKeysError, NewerDatabaseError, Storage, open_storage
from storage.migrate import HEAD, MIGRATIONS, upgrade
from storage.tables import metadata
from tests.storage.test_changes import rows
from tests.storage.test_isolation import answers
from tests.storage.world import AT_ONCE, World, key_result

ROOT = Path(__file__).parents[2]
NEXT = '''
"""A migration to come."""

from alembic import op
import sqlalchemy as sa

revision = "next"
down_revision = "{head}"


def upgrade():
    with op.batch_alter_table("{table}"{recreate}) as batch:
        batch.add_column(sa.Column("colour", sa.String(), nullable=False, server_default="blue"))
    {more}


def downgrade():
    pass
'''


@pytest.fixture
def empty(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Storage]:
    """A database in which there is nothing at all."""
    if backend == "file":
        opened = open_storage(f"sqlite:///{tmp_path}/new/folder/measured.db")
        yield opened
        opened.close()
        return
    address = str(request.getfixturevalue("postgres"))
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS empty WITH (FORCE)")
        connection.execute("CREATE DATABASE empty")
        opened = open_storage(address.replace("/measured?", "/empty?"))
        yield opened
        opened.close()
        connection.execute("DROP DATABASE empty WITH (FORCE)")


def folder_with(tmp_path: Path, table: str, *, recreate: bool = False, more: str = "") -> Path:
    """The migrations, and one more."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    source = NEXT.format(head=HEAD, table=table, recreate=', recreate="always"' if recreate else "", more=more)
    (folder / "versions" / "next.py").write_text(source)
    return folder


def test_the_code_knows_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
def test_tables_and_migrations_do_not_differ(storage: Storage) -> None:
    with storage.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_on_sqlite_every_index_and_column_is_the_same_to_the_letter(empty_file: Path) -> None:
    def schema(url: str) -> dict[str, object]:
        engine = create_engine(url)
        with engine.begin() as connection:
            if url == "sqlite://":
                metadata.create_all(connection)
            found: dict[str, object] = {
                row.name: row.sql
                for row in connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'index'"))
            }
            for table in metadata.tables:
                columns = connection.execute(text(f"PRAGMA table_info({table})")).all()
                keys = connection.execute(text(f"PRAGMA foreign_key_list({table})")).all()
                found[table] = ([tuple(row) for row in columns], sorted(tuple(row[2:]) for row in keys))
        engine.dispose()
        found.pop("sqlite_autoindex_alembic_version_1", None)
        return found

    assert schema(f"sqlite:///{empty_file}") == schema("sqlite://")


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
def test_instances_that_start_together_migrate_once(empty: Storage) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: empty.migrate(), range(4)))
    World(empty)


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
def test_there_and_back_and_there_again(empty: Storage) -> None:
    def tables() -> set[str]:
        return set(inspect(empty.database.engine).get_table_names()) - {"alembic_version"}

    empty.migrate()
    World(empty)
    assert tables() == set(metadata.tables)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with empty.database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert tables() == set()
    empty.migrate()
    World(empty)
    assert tables() == set(metadata.tables)


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
@pytest.mark.parametrize("table", ["objective", "key_result", "person", "workspace"])
def test_rows_live_through_a_migration(
    world: World, storage: Storage, backend: str, table: str, tmp_path: Path
) -> None:
    if backend == "postgres":
        storage = _copy_of_postgres(storage)
        world = World(storage)
    first = world.objective(1)
    world.put(first, key_result(1, 1, world.ada, contributors=(world.ben,)), initiatives=(Initiative(1, 1, "Plan", 1),))
    world.put(world.objective(2, parents=(1,)))
    world.check_in(1, "5.50")
    before, counted = answers(world), rows(storage)
    upgrade(storage.database, "head", HEAD, folder_with(tmp_path, table, recreate=backend == "file"))
    assert (answers(world), rows(storage)) == (before, counted)
    with storage.database.reading() as connection:
        assert set(connection.execute(text(f"SELECT colour FROM {table}")).scalars()) == {"blue"}  # noqa: S608
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        world.put(world.objective(3, owner=99))
    with pytest.raises(NewerDatabaseError):
        storage.migrate()
    if backend == "postgres":
        storage.close()


def _copy_of_postgres(storage: Storage) -> Storage:
    url = storage.database.engine.url
    storage.close()
    with psycopg.connect(url.set(drivername="postgresql").render_as_string(), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS copy WITH (FORCE)")
        connection.execute("CREATE DATABASE copy")
    copy = open_storage(url.set(database="copy").render_as_string(hide_password=False))
    copy.migrate()
    return copy


@pytest.mark.parametrize("backend", ["file"], indirect=True)
def test_a_migration_that_would_break_keys_changes_nothing(world: World, storage: Storage, tmp_path: Path) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    before, counted = answers(world), rows(storage)
    folder = folder_with(tmp_path, "objective", recreate=True, more='op.execute("DELETE FROM objective")')
    with pytest.raises(BrokenKeysError):
        upgrade(storage.database, "head", HEAD, folder)
    assert (answers(world), rows(storage)) == (before, counted)
    storage.migrate()
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        world.put(world.objective(2, owner=99))


@pytest.mark.parametrize("backend", ["file"], indirect=True)
def test_a_newer_database_is_refused_with_advice(storage: Storage) -> None:
    with storage.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError, match=r"newer version of Measured.*9999.*Update Measured"):
        storage.migrate()


@pytest.mark.parametrize("backend", ["file"], indirect=True)
def test_an_up_to_date_database_costs_one_look(url: str) -> None:
    code = (
        "import sys; from storage import open_storage; storage = open_storage(sys.argv[1]); storage.migrate(); "
        "storage.close(); print([name for name in ('alembic', 'psycopg') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, url], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_other_databases_are_refused() -> None:
    with pytest.raises(ValueError, match="SQLite or PostgreSQL"):
        open_storage("mysql://somewhere/measured")
