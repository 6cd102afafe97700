"""The Book's statements on summaries, and on who follows what."""

from __future__ import annotations

from sqlalchemy import Integer, String, bindparam, select, text

from storage import team_rhythms
from storage.helping import FOLLOW
from storage.queries.terms import limit, of_workspace, person
from storage.rows import POST
from storage.team_rhythms import NEXT_POST_COLUMNS

NEXT_POST = select(*NEXT_POST_COLUMNS).where(
    team_rhythms.TEAM_RHYTHM.c.workspace == of_workspace,
    team_rhythms.TEAM_RHYTHM.c.team == bindparam("team", type_=Integer),
)

FOLLOWING = (
    select(FOLLOW.c.kind, FOLLOW.c.target)
    .where(FOLLOW.c.workspace == of_workspace, FOLLOW.c.person == person)
    .order_by(FOLLOW.c.kind.desc(), FOLLOW.c.target)
)

_posts = select(
    POST.c.team, POST.c.at, POST.c.lead_in, POST.c.by, POST.c.door, POST.c.place, POST.c.occurrence, POST.c.thread
).where(POST.c.workspace == of_workspace)

POSTS = (
    _posts.where(POST.c.team == bindparam("team", type_=Integer))
    .order_by(POST.c.at.desc(), POST.c.id.desc())
    .limit(limit)
)

POSTED_AS = _posts.where(POST.c.occurrence == bindparam("occurrence", type_=String), text("post.occurrence <> ''"))
