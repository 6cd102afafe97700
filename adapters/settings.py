"""Settings: the environment over a ``.env`` file over defaults. What is wrong with them is said in words."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Final, Literal, Self
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX: Final = "MEASURED_"
ENV_FILE: Final = ".env"
SHORTEST_KEY: Final = 32

_DIRECTORY_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TOKENS_BEGIN: Final = {"slack_bot_token": "xoxb-", "slack_app_token": "xapp-", "slack_signing_secret": ""}
_TOKENS_STAND: Final = {
    "slack_bot_token": "OAuth & Permissions",
    "slack_app_token": "Basic Information, App-Level Tokens",
    "slack_signing_secret": "Basic Information, App Credentials",
}


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
    local_chat: bool | None = None
    """The local chat: on, off, or, where it is not said, on while no platform is connected."""
    public_url: str | None = None
    """Where this server is reached from outside, without a slash at its end."""
    encryption_keys: SecretStr | None = None
    """What seals tokens at rest: one key or several, separated by commas; the first one seals, all of them open."""
    slack_bot_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_client_id: str | None = None
    slack_client_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    """Slack's Web API; another one only for trying things out."""
    teams_app_id: str | None = None
    teams_app_password: SecretStr | None = None
    teams_tenants: str | None = None
    """The organisations that may use the bot in Teams, by their directory ids, separated by commas."""
    teams_multi_tenant: bool = False
    """The bot is registered for accounts in any organisation; `teams_tenants` still says which may use it."""
    teams_anonymous: bool = False
    """Take what says it comes from Teams without a token: for Microsoft's playground on this machine alone."""
    host: str = "127.0.0.1"
    port: int = Field(default=8137, ge=1, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_any_case(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("host")
    @classmethod
    def _reachable(cls, value: str, fields: ValidationInfo) -> str:
        platforms = ("slack_bot_token", "slack_client_id", "teams_app_id", "teams_anonymous")
        connected = any(fields.data.get(name) for name in platforms)
        chat_here = fields.data.get("local_chat")
        if fields.data.get("teams_anonymous") and not is_loopback(value):
            raise PydanticCustomError(
                "loopback",
                "MEASURED_TEAMS_ANONYMOUS takes whatever comes, so only this machine may reach it: 127.0.0.1, ::1, localhost",
            )
        if (chat_here or (chat_here is None and not connected)) and not is_loopback(value):
            raise PydanticCustomError(
                "loopback",
                "in the local chat anybody can be anyone, so only this machine may reach it: 127.0.0.1, ::1, localhost",
            )
        if not is_host(value):
            raise PydanticCustomError("host", "it is an address of this machine: 127.0.0.1, ::1, localhost, 0.0.0.0")
        return value

    @field_validator("public_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("https", "http") or not parts.hostname or parts.query or parts.fragment:
            raise PydanticCustomError("address", "it is an address like https://okr.example.org")
        if parts.scheme == "http" and not is_loopback(parts.hostname):
            raise PydanticCustomError("address", "it begins with https://")
        return value.rstrip("/")

    @field_validator("slack_bot_token", "slack_app_token", "slack_signing_secret")
    @classmethod
    def _token(cls, value: SecretStr | None, field: ValidationInfo) -> SecretStr | None:
        begins = _TOKENS_BEGIN[field.field_name or ""]
        if value is not None and not value.get_secret_value().strip().startswith(begins):
            where = "Slack's app page has it under " + _TOKENS_STAND[field.field_name or ""]
            begin = f"it begins with {begins}; " if begins else ""
            raise PydanticCustomError("token", "{words}", {"words": begin + where})
        return value if value is None else SecretStr(value.get_secret_value().strip())

    @field_validator("teams_app_id", "teams_tenants")
    @classmethod
    def _directory_ids(cls, value: str | None, field: ValidationInfo) -> str | None:
        ids = [] if value is None else [one.strip().lower() for one in value.split(",")]
        if not all(_DIRECTORY_ID.fullmatch(one) for one in ids) or (
            field.field_name == "teams_app_id" and len(ids) > 1
        ):
            raise PydanticCustomError(
                "directory_id",
                "it looks like 1b4e28ba-2fa1-11d2-883f-0016d3cca427; Azure's page of the bot has it under Configuration",
            )
        return ",".join(ids) or None

    @field_validator("encryption_keys")
    @classmethod
    def _keys(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and any(len(key.strip()) < SHORTEST_KEY for key in value.get_secret_value().split(",")):
            raise PydanticCustomError(
                "key", "each key has at least 32 characters that nobody can guess; `python app.py new-key` makes one"
            )
        return value

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if problem := self._missing() or self._missing_for_teams():
            raise PydanticCustomError("together", "{words}", {"words": problem})
        return self

    def _missing(self) -> str | None:
        """What one setting needs of another, in words."""
        if bool(self.slack_client_id) != bool(self.slack_client_secret):
            name = "MEASURED_SLACK_CLIENT_SECRET" if self.slack_client_id else "MEASURED_SLACK_CLIENT_ID"
            return f"{name}: it is missing; Slack's app page has both under Basic Information, App Credentials"
        if self.slack_bot_token and not (self.slack_app_token or self.slack_signing_secret):
            return (
                "MEASURED_SLACK_APP_TOKEN: with it Measured calls Slack (Socket Mode); or set "
                "MEASURED_SLACK_SIGNING_SECRET, and Slack calls Measured. A bot token alone does neither"
            )
        if self.slack_client_id:
            needed = (("encryption_keys", "`python app.py new-key` makes one"), ("public_url", "people install there"))
            for name, why in needed:
                if not getattr(self, name):
                    return f"{PREFIX}{name.upper()}: it is missing, and installing in many workspaces needs it; {why}"
            if not (self.slack_app_token or self.slack_signing_secret):
                return "MEASURED_SLACK_SIGNING_SECRET: it is missing; without it nobody knows what is Slack's"
        if (self.slack_app_token or self.slack_signing_secret) and not (self.slack_bot_token or self.slack_client_id):
            return (
                "MEASURED_SLACK_BOT_TOKEN: it is missing; Slack's app page has it under OAuth & Permissions once the "
                "app is installed. For many workspaces set MEASURED_SLACK_CLIENT_ID and MEASURED_SLACK_CLIENT_SECRET"
            )
        return None

    def _missing_for_teams(self) -> str | None:
        """The same for Teams. Without all of it nobody could tell friend from stranger."""
        if self.teams_anonymous and self.teams_app_id:
            return "MEASURED_TEAMS_ANONYMOUS: it is for trying things out without an app id; take one of the two away"
        needed = {
            "teams_app_id": "Azure's page of the bot has it under Configuration, Microsoft App ID",
            "teams_app_password": "it is a client secret of the app, made under Certificates & secrets",
            "teams_tenants": "it is the directory id of your organisation; nobody else may use the bot",
        }
        given = [name for name in needed if getattr(self, name)]
        for name, why in needed.items():
            if given and name not in given:
                return f"{PREFIX}{name.upper()}: it is missing; {why}"
        if given and not self.public_url:
            return "MEASURED_PUBLIC_URL: it is missing; Microsoft calls Measured there"
        if len(self.tenants) > 1 and not self.teams_multi_tenant:
            return "MEASURED_TEAMS_TENANTS: several organisations need MEASURED_TEAMS_MULTI_TENANT=on, and such a bot"
        return None

    @property
    def tenants(self) -> frozenset[str]:
        """The organisations that may use the bot in Teams."""
        return frozenset(self.teams_tenants.split(",")) if self.teams_tenants else frozenset()

    @property
    def teams(self) -> bool:
        """Whether Teams is connected."""
        return bool(self.teams_app_id or self.teams_anonymous)

    @property
    def slack(self) -> bool:
        """Whether Slack is connected."""
        return bool(self.slack_bot_token or self.slack_client_id)

    @property
    def chat_here(self) -> bool:
        """Whether the local chat is served."""
        return not (self.slack or self.teams) if self.local_chat is None else self.local_chat

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


def is_host(host: str) -> bool:
    """Whether a server can listen there."""
    try:
        ip_address(host)
    except ValueError:
        return host == "localhost"
    return True


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
    if kind == "together":
        return f"{message}."
    name = str(location[0]) if location else ""
    setting = name if name.isupper() else f"{PREFIX}{name.upper()}"
    match kind:
        case "int_parsing" | "greater_than_equal" | "less_than_equal":
            words = "it is a whole number from 1 to 65535"
        case "literal_error":
            words = "it is one of debug, info, warning, error"
        case "bool_parsing":
            words = "it is on or off; leave it out to have it on while no platform is connected"
        case _:
            words = message
    return f"{setting}: {words}."
