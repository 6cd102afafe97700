"""The records of the field as read-only values.

Short ids are numbers per workspace, counted for each sort apart: objective 12 is said O12, key result 34 is said KR34.
Numbers are exact decimals in the base of their unit (`bot.reading.types` names the units; they are plain text here). Times are aware and UTC.
"""

from __future__ import annotations

from bot.okr.model.histories import (
    Amendment,
    CheckIn,
    Comment,
    Handover,
    HelpRequest,
    Like,
    RevisedField,
    Revision,
)
from bot.okr.model.objectives import (
    AMBITIONS,
    KINDS,
    LEVELS,
    SAID_STATUSES,
    WEIGHINGS,
    Ambition,
    Comparator,
    Contributor,
    Cycle,
    CycleKind,
    Initiative,
    KeyResult,
    Kind,
    Level,
    Objective,
    ObjectiveState,
    SaidStatus,
    Status,
    Weighing,
)
from bot.okr.model.people import (
    MAKERS,
    Absence,
    Follow,
    Language,
    Makers,
    Person,
    Settings,
    Team,
    Workspace,
)
from bot.okr.model.rhythms import (
    Cadence,
    Rhythm,
    RhythmSource,
    TeamRhythm,
)

__all__ = [
    "AMBITIONS",
    "KINDS",
    "LEVELS",
    "MAKERS",
    "SAID_STATUSES",
    "WEIGHINGS",
    "Absence",
    "Ambition",
    "Amendment",
    "Cadence",
    "CheckIn",
    "Comment",
    "Comparator",
    "Contributor",
    "Cycle",
    "CycleKind",
    "Follow",
    "Handover",
    "HelpRequest",
    "Initiative",
    "KeyResult",
    "Kind",
    "Language",
    "Level",
    "Like",
    "Makers",
    "Objective",
    "ObjectiveState",
    "Person",
    "RevisedField",
    "Revision",
    "Rhythm",
    "RhythmSource",
    "SaidStatus",
    "Settings",
    "Status",
    "Team",
    "TeamRhythm",
    "Weighing",
    "Workspace",
]
