"""Search by words: the titles of a workspace, read once and looked through here.

No index of either database finds a part of a Chinese word, and neither folds letters as the readers do. Ten thousand key results take about
as long to look through as one page takes to be answered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from storage.queries import searching as q
from storage.rows import Records


def matching(read: Callable[..., Sequence[Records]], words: Sequence[str], *, after: int, limit: int) -> list[int]:
    """Ids of the first ``limit`` active objectives above ``after`` that hold every word; none where there are no words.
    ``read`` runs a statement in the turn's own snapshot.
    """
    from bot.reading.markup import fold  # its word lists take long to load, and nothing that only starts needs them

    wanted = [folded for word in words if (folded := fold(word).strip())]
    if not wanted:
        return []
    people = {id: f"{name} @{handle}" for id, name, handle in read(q.SEARCHED_PEOPLE)}
    teams = {id: str(name) for id, name in read(q.SEARCHED_TEAMS)}
    texts: defaultdict[int, list[str]] = defaultdict(list)
    owners: defaultdict[int, set[int | None]] = defaultdict(set)
    for objective, title, owner in read(q.SEARCHED_KEY_RESULTS, after=after):
        texts[objective].append(title)
        owners[objective].add(owner)
    found: list[int] = []
    for id, title, owner, team in read(q.SEARCHED_OBJECTIVES, after=after):
        named = [people.get(one, "") for one in {owner, *owners.get(id, ())} if one is not None]
        text = fold("\n".join([title, *texts.get(id, ()), *named, teams.get(team, "")]))
        if all(word in text for word in wanted):
            found.append(id)
            if len(found) == limit:
                break
    return found
