"""Alembic migrations: `env` and the versions. A version, once released, is never changed."""
