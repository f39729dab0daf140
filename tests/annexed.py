# SPDX-License-Identifier: GPL-3.0-or-later
"""Made-up versions with annexes, parts, sections and deep points: a line is "id | label | text"."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from drafting.comparing.lineage import trace
from drafting.draft import Draft, start_draft
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution
from drafting.updating.proposals import propose

_UNIT = re.compile(r"(A\d+|[A-Z])(?=\.|\(|$)\.?")
_NOTE = re.compile(r"\^\{([^}]*)\}")
_KINDS = {"PP": Kind.PREAMBULAR, "OP": Kind.OPERATIVE, "H": Kind.HEADING, "T": Kind.TEXT}

WITH_ANNEXES = """
PP1 | | Recalling its resolution 78/9 of 12 December 2023,
PP2 | | Guided by the Charter,
OP1 | 1 | Adopts the guidelines annexed to the present resolution;
OP1(a) | (a) | With the table;
OP1(a)(i) | (i) | With its rows;
OP1(a)(i)(a) | a. | With its figures;
OP1(a)(i)(a)(i) | i. | With its units;
OP2 | 2 | Decides to continue its consideration at its eighty-second session.
A1 | Annex I | Guidelines for keepers of lighthouses
A1.T1 | | The keepers meet once a year, as decided in resolution 78/9 of 12 December 2023.
A1.H1 | I | General rules
A1.OP1 | 1 | Every keeper polishes the lamp at dusk and writes the weather into the book.
A1.OP2 | 2 | Every keeper:
A1.OP2(a) | (a) | Rests on one day of the week;
A1.OP2(b) | (b) | Reports wrecks to the harbour master.
A1.H2 | II | Table of lamps
A1.T2 | | Harbour | Lamps | Keepers
A1.T3 | | North Cape | 3 | 7
A2 | Annex II | Oath
A2.PP1 | | Mindful of those at sea,
A2.OP1 | 1 | I shall keep the lamp burning in storm and calm.
"""
WITH_PARTS = """
A | A | Boats
A.PP1 | | Recalling the wooden boats of the northern fishing villages,
A.OP1 | 1 | Requests the harbour masters to count the wooden boats every spring;
A.OP2 | 2 | Decides to count them again at its eighty-second session.
B | B | Nets
B.PP1 | | Noting that nets of hemp outlast nets of cotton in cold waters,
B.OP1 | 1 | Invites the weavers to publish their knots;
B.OP1(–1) | – | In drawings;
B.OP1(–2) | – | In words;
B.T1 | | and to teach them to the young;
B.OP2 | 2 | Encourages the exchange of hemp.
"""


def version(text: str, number: str = "80/9", day: str = "2025-12-15", **head: Any) -> Resolution:
    """The version in lines of ids, labels and texts; `^{…}` is a footnote at its place."""
    paragraphs: list[Paragraph] = []
    notes = 0
    for line in filter(str.strip, text.splitlines()):
        name, label, words = (piece.strip() for piece in line.split("|", 2))
        pieces = _NOTE.split(words)
        plain = "".join(pieces[::2])
        made = [
            Footnote(notes + 1 + n, len("".join(pieces[: 2 * n + 1 : 2])), note)
            for n, note in enumerate(pieces[1::2])
        ]
        notes += len(made)
        paragraphs.append(_paragraph(name, label, plain, tuple(made), paragraphs))
    session = int(number.partition("/")[0])
    masthead = Masthead(
        "General Assembly", f"A/RES/{number}", number, "Lighthouses", session, "", 72, "Sea",
        date.fromisoformat(day), "65th plenary meeting", **head,
    )  # fmt: skip
    return Resolution(masthead, tuple(paragraphs), source=f"{number.replace('/', '-')}.txt", format="text")


def _paragraph(
    name: str, label: str, text: str, notes: tuple[Footnote, ...], before: list[Paragraph]
) -> Paragraph:
    found = _UNIT.match(name)
    unit = found[1] if found and not name.startswith(("PP", "OP", "H", "T")) else ""
    local = name[len(unit) :].removeprefix(".")
    level = local.count("(")
    sort = re.match(r"PP|OP|H|T|", local)
    kind = Kind.SUBPARAGRAPH if level else _KINDS.get(sort[0] if sort else "", Kind.HEADING)
    last = before[-1].part if before and before[-1].unit == unit else Part.PREAMBLE
    by_name = {"PP": Part.PREAMBLE, "OP": Part.OPERATIVE}
    part = Part.ANNEX if re.fullmatch(r"A\d+", unit) else by_name.get(sort[0] if sort else "", last)
    opening = (
        text.partition(" ")[0] if kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and part is not Part.ANNEX else ""
    )
    return Paragraph(name, kind, part, text, label, opening, level, notes, unit)


def drafted(*versions: Resolution) -> Draft:
    """The draft for the next session of a series of such versions, oldest first."""
    lineage = trace(versions)
    return start_draft(lineage, propose(lineage))
