# SPDX-License-Identifier: GPL-3.0-or-later
"""Two small versions with everything that can become of a paragraph, aligned by hand."""

from __future__ import annotations

from datetime import date

from drafting.comparing.records import (
    Alignment,
    Change,
    Edit,
    NoteEdit,
    Op,
    Pair,
    Reason,
    Span,
    Verdict,
    Weight,
)
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution


def paragraph(name: str, text: str, *notes: Footnote, opening: str = "") -> Paragraph:
    kind = Kind.PREAMBULAR if name.startswith("PP") else Kind.OPERATIVE
    return Paragraph(name, kind, Part.PREAMBLE, text, "", opening, 0, notes)


ROUTINE = Verdict(Weight.ROUTINE, Reason.CITATION)
FALLS = Verdict(Weight.SUBSTANCE, Reason.FALLS, "requests → invites")


def replaced(old: str, new: str, gone: str, come: str, verdict: Verdict) -> Edit:
    """The edit of `gone` into `come`; one of them may be empty."""
    op = Op.REPLACE if gone and come else Op.DELETE if gone else Op.INSERT
    first = old.index(gone) if gone else new.index(come)
    second = new.index(come) if come else first
    return Edit(op, Span(first, first + len(gone)), Span(second, second + len(come)), lambda: verdict)


PP1_OLD, PP1_NEW = "Recalling resolution 50/4 of 7 July 2022,", "Recalling resolution 53/11 of 7 July 2022,"
OP2_OLD, OP2_NEW = "Requests <all> & some States to act;", "Requests <all> & some States to act now;"

OLD = Resolution(
    Masthead("Human Rights Council", "A/HRC/RES/53/11", "53/11", "Cooperation", adopted=date(2023, 7, 12)),
    (
        paragraph("PP1", PP1_OLD, Footnote(1, len(PP1_OLD), "A/HRC/1."), opening="Recalling"),
        paragraph("PP2", "Gone,", Footnote(2, 5, "A/HRC/2.")),
        paragraph("OP1", "Moves;"),
        paragraph("OP2", OP2_OLD),
        paragraph("OP3", "Stays."),
    ),
)
NEW = Resolution(
    Masthead(
        "Human Rights Council", "A/HRC/RES/56/2", "56/2", "Cooperation & peace", adopted=date(2024, 7, 10)
    ),
    (
        paragraph("PP1", PP1_NEW, Footnote(1, len(PP1_NEW), "A/HRC/9."), opening="Recalling"),
        paragraph("OP1", OP2_NEW),
        paragraph("OP2", "Moves;"),
        paragraph("OP3", "New words;"),
        paragraph("OP4", "Stays."),
    ),
)
RENEWED = replaced(PP1_OLD, PP1_NEW, "50/4", "53/11", ROUTINE)
NOTE = NoteEdit(0, 0, (Edit(Op.REPLACE, Span(6, 7), Span(6, 7), lambda: ROUTINE),))
ALIGNED = Alignment(
    OLD,
    NEW,
    (
        Pair(
            ("PP1",),
            ("PP1",),
            Change.REWORDED,
            0.9,
            (replaced(PP1_OLD, PP1_NEW, "50/4", "53/11", ROUTINE),),
            (NOTE,),
        ),
        Pair(("PP2",), (), Change.REMOVED, 0.0),
        Pair(("OP2",), ("OP1",), Change.REWORDED, 0.9, (replaced(OP2_OLD, OP2_NEW, "", " now", FALLS),)),
        Pair(("OP1",), ("OP2",), Change.MOVED, 1.0),
        Pair((), ("OP3",), Change.ADDED, 0.0),
        Pair(("OP3",), ("OP4",), Change.UNCHANGED, 1.0),
    ),
)
