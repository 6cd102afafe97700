"""What the Book's statements are put together from. Each of them is served by an index whose first column is the workspace, and none
counts or reads what it does not return.
"""

from __future__ import annotations

from sqlalchemy import Integer, String, and_, bindparam, or_, text

from storage.rows import KEY_RESULT, OBJECTIVE

AT_MOST = 500

of_workspace = bindparam("workspace", type_=String)

viewer = bindparam("viewer", type_=Integer)

after = bindparam("after", type_=Integer)

limit = bindparam("limit", type_=Integer)

skip = bindparam("skip", type_=Integer)

person = bindparam("person", type_=Integer)

# Conditions of partial indexes are written out, with no bound value in them: else no planner knows that the index may
# be used.
active = and_(OBJECTIVE.c.workspace == of_workspace, text("objective.state = 'active'"))

seen = and_(
    OBJECTIVE.c.workspace == of_workspace,
    or_(
        text("objective.state IN ('active', 'closed')"),
        and_(text("objective.state = 'draft'"), OBJECTIVE.c.author == viewer),
    ),
)

measures = and_(
    KEY_RESULT.c.workspace == of_workspace,
    text("NOT key_result.dropped"),
    OBJECTIVE.c.id == KEY_RESULT.c.objective,
)
