# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft: an immutable record, and the operations that give the next one."""

from drafting.draft.decisions import Step, accept, accept_all, keep, reopen, reword, set_fact
from drafting.draft.editing import Rewritten, edit_note, rewrite
from drafting.draft.findings import Located
from drafting.draft.labels import Label
from drafting.draft.ready import Blocker, Obstacle
from drafting.draft.record import (
    Choice,
    Decision,
    Draft,
    DraftNote,
    DraftParagraph,
    Ignored,
    Standing,
    standing,
)
from drafting.draft.runs import Role, Run, note_runs, paragraph_runs
from drafting.draft.start import retarget, start_draft

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
    "edit_note",
    "keep",
    "note_runs",
    "paragraph_runs",
    "reopen",
    "retarget",
    "reword",
    "rewrite",
    "set_fact",
    "standing",
    "start_draft",
]
