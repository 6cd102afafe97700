"""How people narrow a list down in English."""

from __future__ import annotations

from bot.reading.words.phrases import phrases
from bot.reading.words.talk import ListWords

LISTING = ListWords(
    only=(
        ("off_track", phrases("off track|off-track|far behind|way behind|badly behind|seriously behind")),
        (
            "behind",
            phrases(
                "at risk|at-risk|behind|behind schedule|late|red|yellow|amber|in trouble|slipping|lagging|not on track|struggling|running late",
                "needs attention|need attention|in danger",
            ),
        ),
        (
            "outdated",
            phrases(
                "outdated|out of date|out-of-date|stale|not updated|not up to date|overdue|without news|has not been updated|have not been updated",
                "hasn't been updated|haven't been updated|gone quiet|forgotten",
            ),
        ),
        (
            "pending",
            phrases(
                "never checked in|never updated|without a check-in|with no check-in|no check-in yet|not started|not begun|unstarted|pending",
                "no check-in|no check-ins",
            ),
        ),
        ("done", phrases("done|finished|completed|complete|achieved|reached")),
        ("on_track", phrases("on track|on-track|going well|green|healthy|fine")),
        (
            "unassigned",
            phrases(
                "unassigned|not assigned|unowned|ownerless|without an owner|without owner|without owners|no owner|no owners|has no owner|have no owner",
                "with no owner|nobody owns|no one owns|owned by nobody|owned by no one|nobody's|belongs to nobody|belong to nobody",
            ),
        ),
    ),
    periods=(
        (("quarter", -1), phrases("last quarter|last quarter's|previous quarter|the quarter before|past quarter")),
        (("quarter", 0), phrases("this quarter|this quarter's|current quarter")),
        (("quarter", 1), phrases("next quarter|next quarter's|coming quarter|upcoming quarter")),
        (("year", -1), phrases("last year|last year's|previous year")),
        (("year", 0), phrases("this year|this year's|current year|the whole year")),
        (("year", 1), phrases("next year|next year's|coming year")),
    ),
    questions=phrases("what|what's|what is|what are|which|which are|which is|who|who's|who is|who are|whose|where|where are|where is|are there|is there|is anything|anything|how many|are any|any"),
    verbs=phrases("list|show|show me|see|view|display|open|give me|tell me|get|ls|list out"),
    fillers=phrases("there|or|and|either|stuff|work|items|right now|still|yet|currently|now|ones|things|that's|that have|that has|with|have|has|had|already|by|at|at the moment|own|owned|do|does|i"),
    copulas=phrases("is|are|was|were|am|be|looks|look|seems|seem"),
)
