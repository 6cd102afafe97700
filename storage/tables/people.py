"""Who is there and where: workspaces, people, their identities on the platforms, places, teams."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKeyConstraint, Index, Text, text
from sqlmodel import Field

from storage.tables.base import Row, within
from storage.types import Utc


class WorkspaceRow(Row, table=True):
    """One organisation. ``number`` only serves to make the next id. ``joined`` is the one that took in its doors and people; nothing
    leads here since.
    """

    __tablename__ = "workspace"

    id: str = Field(primary_key=True)
    number: int = Field(unique=True)
    name: str
    zone: str
    language: str
    fiscal_start: int
    every: int = Field(default=1, sa_column_kwargs={"server_default": text("1")})
    weekday: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    at: time = Field(default=time(9, 0), sa_column_kwargs={"server_default": text("'09:00:00.000000'")})
    cycle_word: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    makers: str = Field(default="anyone", sa_column_kwargs={"server_default": text("'anyone'")})
    holidays: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    by_email: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    joined: str | None = None


class DoorRow(Row, table=True):
    """What a platform calls a workspace. Several doors may lead into one."""

    __tablename__ = "workspace_door"

    door: str = Field(primary_key=True)
    external: str = Field(primary_key=True)
    workspace: str = Field(foreign_key="workspace.id", index=True)


class InstallationRow(Row, table=True):
    """Where a door is installed on its platform, and what it keeps for speaking there, sealed."""

    __tablename__ = "installation"

    door: str = Field(primary_key=True)
    external: str = Field(primary_key=True)
    workspace: str = Field(foreign_key="workspace.id", index=True)
    sealed: str = Field(sa_type=Text)
    active: bool
    at: datetime = Field(sa_type=Utc)


class PersonRow(Row, table=True):
    """Somebody. The ``*_key`` columns are what a name is found by: case-folded handle, full name and first name.
    ``chosen_*`` win over what the platform says. ``joined`` is the person that they are the same as.
    """

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_handle_key", "workspace", "handle_key"),
        Index("ix_person_name_key", "workspace", "name_key"),
        Index("ix_person_first_key", "workspace", "first_key"),
        Index("ix_person_admin", "workspace", "name_key", sqlite_where=text("admin"), postgresql_where=text("admin")),
    )

    workspace: str = Field(primary_key=True, foreign_key="workspace.id")
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    name: str
    handle: str
    language: str
    zone: str
    active: bool
    handle_key: str
    name_key: str
    first_key: str
    chosen_language: str | None = None
    chosen_zone: str | None = None
    admin: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    greeted: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    joined: int | None = None


class IdentityRow(Row, table=True):
    """A person on a platform. Direct messages go to the ``chosen`` one, else to the one seen last, and only where there is
    no other to one that is ``shut``: blocked, removed or left. ``mail`` is the keyed mark of the e-mail that the platform
    vouched for. ``apart``: never joined by it. ``missing_since``: not found by a whole look at the roster at that time.
    """

    __tablename__ = "identity"
    __table_args__ = (
        within("person", "person"),
        Index("ix_identity_person", "workspace", "person", "last_seen"),
        Index(
            "ix_identity_mail",
            "workspace",
            "mail",
            sqlite_where=text("mail IS NOT NULL"),
            postgresql_where=text("mail IS NOT NULL"),
        ),
    )

    workspace: str = Field(primary_key=True)
    door: str = Field(primary_key=True)
    external: str = Field(primary_key=True)
    person: int
    last_seen: datetime = Field(sa_type=Utc)
    mail: str | None = None
    shut: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    apart: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    chosen: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    missing_since: datetime | None = Field(default=None, sa_type=Utc)


class PlaceRow(Row, table=True):
    """A channel that can be posted to; a ``private`` one is offered to those alone who are in it."""

    __tablename__ = "place"
    __table_args__ = (Index("ix_place_name", "workspace", "name"),)

    workspace: str = Field(primary_key=True, foreign_key="workspace.id")
    door: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    name: str
    private: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


class PlaceMemberRow(Row, table=True):
    """Who is in a private channel, by the platform's own id of them: nobody else is offered it."""

    __tablename__ = "place_member"
    __table_args__ = (
        ForeignKeyConstraint(["workspace", "door", "place"], ["place.workspace", "place.door", "place.id"]),
    )

    workspace: str = Field(primary_key=True)
    door: str = Field(primary_key=True)
    place: str = Field(primary_key=True)
    external: str = Field(primary_key=True)


class TeamRow(Row, table=True):
    """People who share objectives."""

    __tablename__ = "team"
    __table_args__ = (
        within("person", "lead"),
        Index("uq_team_name", "workspace", "name", unique=True),
        Index(
            "ix_team_channel",
            "workspace",
            "channel",
            sqlite_where=text("channel IS NOT NULL"),
            postgresql_where=text("channel IS NOT NULL"),
        ),
        Index("ix_team_lead", "workspace", "lead"),
    )

    workspace: str = Field(primary_key=True, foreign_key="workspace.id")
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    name: str
    lead: int | None = None
    channel: str | None = None


class MembershipRow(Row, table=True):
    """Who belongs to which team."""

    __tablename__ = "membership"
    __table_args__ = (
        within("team", "team"),
        within("person", "person"),
        Index("ix_membership_person", "workspace", "person"),
    )

    workspace: str = Field(primary_key=True)
    team: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    person: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class AmendmentRow(Row, table=True):
    """An entry of the log of what holds for everybody. Never changed, never deleted."""

    __tablename__ = "amendment"
    __table_args__ = (within("person", "by"),)

    workspace: str = Field(primary_key=True, foreign_key="workspace.id")
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Utc)
    by: int
    what: str
    before: str
    after: str


class TeamRhythmRow(Row, table=True):
    """What a team has chosen about its week. ``look_at`` is when its own summary has to be looked after next: shown to
    its lead before ``post_due_at``, else posted.
    """

    __tablename__ = "team_rhythm"
    __table_args__ = (
        within("team", "team"),
        within("person", "by"),
        Index(
            "ix_team_rhythm_look",
            "look_at",
            sqlite_where=text("look_at IS NOT NULL"),
            postgresql_where=text("look_at IS NOT NULL"),
        ),
    )

    workspace: str = Field(primary_key=True)
    team: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    every: int | None = None
    weekday: int | None = None
    at: time | None = None
    since: date | None = None
    reminding: bool
    telling: bool
    posting: bool
    post_on: int
    post_at: time
    by: int
    post_due_at: datetime | None = Field(default=None, sa_type=Utc)
    look_at: datetime | None = Field(default=None, sa_type=Utc)
    lead_in: str = Field(sa_type=Text)
    skipped: bool
