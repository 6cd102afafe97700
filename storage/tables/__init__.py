"""The tables. Every key begins with the workspace, and so does every foreign key: a row cannot point into another
workspace.

Numbers that people say (O12, KR34) are the second part of the key, counted for each workspace and each sort apart.
"""

from storage.tables import check_ins, joining, okr, people, talk
from storage.tables.base import Row, metadata

__all__ = ["Row", "check_ins", "joining", "metadata", "okr", "people", "talk"]
