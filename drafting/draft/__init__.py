# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft: an immutable record, and the operations that give the next one."""

from drafting.draft.decisions import accept, accept_all, keep, reopen, reword, set_fact
from drafting.draft.editing import Rewritten, edit_note, rewrite
from drafting.draft.findings import Located, find_all, heed, ignore, mend
from drafting.draft.labels import Label
from drafting.draft.ready import Blocker, Obstacle, blockers
from drafting.draft.record import (
    Choice,
    Decision,
    Draft,
    DraftNote,
    DraftParagraph,
    Ignored,
)
from drafting.draft.retargeting import retarget
from drafting.draft.runs import Role, Run, note_runs, paragraph_runs
from drafting.draft.shelving import put_on_shelf, take_from_shelf
from drafting.draft.standing import Standing, standing
from drafting.draft.start import start_draft
from drafting.draft.step import Step

__all__ = [
    "Blocker",
    "Choice",
    "Decision",
    "Draft",
    "DraftNote",
    "DraftParagraph",
    "Ignored",
    "Label",
    "Located",
    "Obstacle",
    "Rewritten",
    "Role",
    "Run",
    "Standing",
    "Step",
    "accept",
    "accept_all",
    "blockers",
    "edit_note",
    "find_all",
    "heed",
    "ignore",
    "keep",
    "mend",
    "note_runs",
    "paragraph_runs",
    "put_on_shelf",
    "reopen",
    "retarget",
    "reword",
    "rewrite",
    "set_fact",
    "standing",
    "start_draft",
    "take_from_shelf",
]
