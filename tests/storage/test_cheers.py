"""Who hears of what others say of a check-in: once, and of all of it."""

from __future__ import annotations

from datetime import timedelta

from bot.chat.cards import Card
from bot.okr.model import Comment
from bot.ports.changes import AddComment
from bot.ports.unit import Noticed, Tell, ToPerson
from storage import Storage
from tests.storage.world import NOW, World, key_result

LATER = NOW + timedelta(hours=1)


def test_what_is_said_while_a_notice_is_written_is_in_the_next_one(world: World, storage: Storage) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    world.check_in(1, "5", person=world.ada)
    elsewhere = ((world.ben, NOW),)
    world.turn(AddComment(Comment(1, 1, world.cleo, NOW, "first"), NOW, elsewhere))
    due = storage.units.due_notices(NOW)
    assert {one.person for one in due} == {world.ada, world.ben}
    noticed = []
    for one in due:
        with world.book(one.person) as book:
            likes, comments = book.unheard()
        told = Tell(ToPerson(one.person), Card("said", ()), f"notice {one.person}")
        noticed.append(Noticed(one, told, likes, comments))
    world.turn(AddComment(Comment(2, 1, world.cleo, NOW, "second"), LATER, ((world.ben, LATER),)))
    storage.units.commit_noticed(tuple(noticed), NOW)
    assert storage.units.due_notices(NOW) == ()
    again = storage.units.due_notices(LATER)
    assert {one.person for one in again} == {world.ada, world.ben}
    for one in again:
        with world.book(one.person) as book:
            assert [comment.words for comment in book.unheard()[1]] == ["second"]
    storage.units.commit_noticed(tuple(map(Noticed, again)), LATER)
    assert storage.units.due_notices(LATER + timedelta(days=9)) == ()
