"""What a search by words looks through."""

from __future__ import annotations

from sqlalchemy import select, text

from storage.queries.terms import active, after, of_workspace
from storage.rows import KEY_RESULT, OBJECTIVE, PERSON, TEAM

SEARCHED_OBJECTIVES = (
    select(OBJECTIVE.c.id, OBJECTIVE.c.title, OBJECTIVE.c.owner, OBJECTIVE.c.team)
    .where(active, OBJECTIVE.c.id > after)
    .order_by(OBJECTIVE.c.id)
)

# Those of drafts too: only what is looked up by an active objective is used, and a join lets SQLite's planner go astray.
SEARCHED_KEY_RESULTS = select(KEY_RESULT.c.objective, KEY_RESULT.c.title, KEY_RESULT.c.owner).where(
    KEY_RESULT.c.workspace == of_workspace, text("NOT key_result.dropped"), KEY_RESULT.c.objective > after
)

SEARCHED_PEOPLE = select(PERSON.c.id, PERSON.c.name, PERSON.c.handle).where(PERSON.c.workspace == of_workspace)

SEARCHED_TEAMS = select(TEAM.c.id, TEAM.c.name).where(TEAM.c.workspace == of_workspace)
