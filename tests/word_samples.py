# SPDX-License-Identifier: GPL-3.0-or-later
"""A small draft and a small adopted text to be written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafting.resolution import Ballot, Footnote, Kind, Masthead, Paragraph, Part, Resolution, Vote

DRAFT = Masthead(
    "Human Rights Council",
    "A/HRC/59/L.[…]",
    "59/[…]",
    "Enhancement of cooperation",
    59,
    "16 June–[…] July 2025",
    3,
    "Promotion and protection of all human rights",
)
ADOPTED = replace(
    DRAFT,
    symbol="A/HRC/RES/56/2",
    number="56/2",
    session=56,
    adopted=date(2024, 7, 10),
    meeting="34th meeting",
)
TEXT = (
    Paragraph(
        "PP1",
        Kind.PREAMBULAR,
        Part.PREAMBLE,
        "Recalling the Charter,",
        "",
        "Recalling",
        0,
        (Footnote(1, 22, "Art. 1."),),
    ),
    Paragraph("H1", Kind.HEADING, Part.OPERATIVE, "Cooperation", "I"),
    Paragraph("OP1", Kind.OPERATIVE, Part.OPERATIVE, "Takes note of resolution 79/[…]:", "1", "Takes note"),
    Paragraph(
        "OP1(a)",
        Kind.SUBPARAGRAPH,
        Part.OPERATIVE,
        "Its first part;",
        "(a)",
        "",
        1,
        (Footnote(2, 15, "A/HRC/59/[…]."),),
    ),
    Paragraph(
        "OP2", Kind.OPERATIVE, Part.OPERATIVE, "Decides to remain seized of the matter.", "2", "Decides"
    ),
)
VOTE = Vote(
    Ballot(31, ("Algeria", "Viet Nam")),
    Ballot(14, ("Netherlands (Kingdom of the)",)),
    Ballot(1, ("Argentina",)),
)
SMALL = Resolution(DRAFT, TEXT)
