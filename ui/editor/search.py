# SPDX-License-Identifier: GPL-3.0-or-later
"""Where on the page stands what was found in the draft; without Qt."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.draft import Role, Run
from drafting.searching.plain import find
from drafting.searching.records import Field, Place, Query
from ui.editor.lines import GAP, Line, Spot


def stretch(line: Line, place: Place) -> tuple[int, int]:
    """From where to where in the shown text of its line a place reaches; footnote marks at its ends are out.

    Where it begins, proposed words shown there come before it.
    """
    marks, offset = 0, 0
    for run in line.runs:
        if run.role is Role.MARK:
            marks += offset <= place.start
        elif run.in_draft:
            offset += len(run.text)
    start = line.place(Spot(place.start, marks, past=True))
    return start, max(start, line.place(Spot(place.end)))


def only_in_proposals(lines: Sequence[Line], query: Query) -> bool:
    """Whether the words stand on the page with what is proposed in it, old words left out."""
    shown = ("".join(run.text for run in line.runs if _as_proposed(run)) for line in lines)
    return bool(find([Field("", "", text, 0, len(text)) for text in shown], query))


def _as_proposed(run: Run) -> bool:
    return run.role not in (Role.OLD, Role.MARK) and run.text != GAP
