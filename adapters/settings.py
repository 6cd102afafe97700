"""Settings: the environment over a ``.env`` file over defaults. What is wrong with them is said in words."""

from __future__ import annotations

import os
from dataclasses import dataclass
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Final, Literal

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX: Final = "MEASURED_"
ENV_FILE: Final = ".env"


class Settings(BaseSettings):
    """Everything that can be set. `.env.example` says what each is for."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    data: Path = Path("measured-data")
    """The folder of everything that is kept on this machine."""
    database_url: SecretStr | None = None
    """PostgreSQL instead of the SQLite file in ``data``; it may hold a password and is never printed."""
    host: str = "127.0.0.1"
    port: int = Field(default=8137, ge=1, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_any_case(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("host")
    @classmethod
    def _loopback(cls, value: str) -> str:
        if not is_loopback(value):
            raise PydanticCustomError(
                "loopback",
                "in the local chat anybody can be anyone, so only this machine may reach it: 127.0.0.1, ::1, localhost",
            )
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not value.get_secret_value().startswith(("postgresql://", "postgres://", "sqlite://")):
            raise PydanticCustomError(
                "database",
                "it begins with postgresql:// or sqlite:///; leave it out for a SQLite file in the data folder",
            )
        return value

    @property
    def database_file(self) -> Path | None:
        """The SQLite file of the records; None where another database keeps them."""
        return self.data.absolute() / "measured.sqlite" if self.database_url is None else None

    @property
    def storage_url(self) -> str:
        """Where the records are kept, as the storage wants it. May hold a password."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.database_file}"


@dataclass(frozen=True, slots=True)
class BadSettings:
    """Settings that cannot be used: a sentence for each."""

    problems: tuple[str, ...]


def read_settings() -> Settings | BadSettings:
    """The settings of this process, or what is wrong with them."""
    try:
        return Settings()
    except ValidationError as error:
        return BadSettings(tuple(_sentence(one["loc"], one["type"], one["msg"]) for one in error.errors()))


def is_loopback(host: str) -> bool:
    """Whether that address is reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def strangers() -> tuple[tuple[str, str | None], ...]:
    """Names in the environment or ``.env`` that begin like ours and are none of ours, each with the setting it may be
    a slip of.
    """
    known = [name.upper() for name in Settings.model_fields]
    written = {name: name.upper().removeprefix(PREFIX) for name in {*os.environ, *dotenv_values(ENV_FILE)}}
    return tuple(
        (name, next((f"{PREFIX}{meant}" for meant in get_close_matches(rest, known, n=1)), None))
        for name, rest in sorted(written.items())
        if name.upper().startswith(PREFIX) and rest not in known
    )


def _sentence(location: tuple[int | str, ...], kind: str, message: str) -> str:
    name = str(location[0]) if location else ""
    setting = name if name.isupper() else f"{PREFIX}{name.upper()}"
    match kind:
        case "int_parsing" | "greater_than_equal" | "less_than_equal":
            words = "it is a whole number from 1 to 65535"
        case "literal_error":
            words = "it is one of debug, info, warning, error"
        case _:
            words = message
    return f"{setting}: {words}."
