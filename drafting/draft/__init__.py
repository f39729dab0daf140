# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft: an immutable record, and the operations that give the next one."""

from drafting.draft.asked import asked_with, beside, waiting, waiting_in
from drafting.draft.decisions import accept, accept_all, keep, reopen, reword, set_fact
from drafting.draft.editing import Rewritten, edit_note, rewrite
from drafting.draft.findings import Located, find_all, heed, ignore, mend
from drafting.draft.labels import Counted, Label
from drafting.draft.levels import can_demote, can_promote, demote, promote
from drafting.draft.moving import Landing, landing, move_down, move_to, move_up
from drafting.draft.naming import Named, find_named, names_of
from drafting.draft.ready import Blocker, Obstacle, blockers
from drafting.draft.record import (
    Choice,
    Decision,
    Draft,
    DraftNote,
    DraftParagraph,
    Ignored,
)
from drafting.draft.restoring import Gone, bring_back, dropped, removed, stood_behind
from drafting.draft.retargeting import retarget
from drafting.draft.runs import Role, Run, note_runs, paragraph_runs
from drafting.draft.shelving import put_on_shelf, take_from_shelf
from drafting.draft.stage import Stage
from drafting.draft.standing import Standing, standing
from drafting.draft.start import start_draft
from drafting.draft.step import Step
from drafting.draft.structure import delete, insert, insert_note, remove_note, told_gone
from drafting.draft.turning import Fitting, fit, fitting, make_heading, make_operative, make_preambular
from drafting.draft.units import add_annex, add_part, insert_heading, restart_numbers, section_of

__all__ = [
    "Blocker",
    "Choice",
    "Counted",
    "Decision",
    "Draft",
    "DraftNote",
    "DraftParagraph",
    "Fitting",
    "Gone",
    "Ignored",
    "Label",
    "Landing",
    "Located",
    "Named",
    "Obstacle",
    "Rewritten",
    "Role",
    "Run",
    "Stage",
    "Standing",
    "Step",
    "accept",
    "accept_all",
    "add_annex",
    "add_part",
    "asked_with",
    "beside",
    "blockers",
    "bring_back",
    "can_demote",
    "can_promote",
    "delete",
    "demote",
    "dropped",
    "edit_note",
    "find_all",
    "find_named",
    "fit",
    "fitting",
    "heed",
    "ignore",
    "insert",
    "insert_heading",
    "insert_note",
    "keep",
    "landing",
    "make_heading",
    "make_operative",
    "make_preambular",
    "mend",
    "move_down",
    "move_to",
    "move_up",
    "names_of",
    "note_runs",
    "paragraph_runs",
    "promote",
    "put_on_shelf",
    "remove_note",
    "removed",
    "reopen",
    "restart_numbers",
    "retarget",
    "reword",
    "rewrite",
    "section_of",
    "set_fact",
    "standing",
    "start_draft",
    "stood_behind",
    "take_from_shelf",
    "told_gone",
    "waiting",
    "waiting_in",
]
