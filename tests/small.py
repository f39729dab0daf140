# SPDX-License-Identifier: GPL-3.0-or-later
"""A small draft for tests: two versions of six paragraphs, four proposals, two facts.

No room but the records is needed.
"""

from __future__ import annotations

from drafting.comparing.records import Lineage, Mark, State, Thread
from drafting.draft import Draft, start_draft
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution
from drafting.updating.records import CarryOver, Certainty, Fact, FactKind, FactPart, Proposal

PP1 = "Recalling General Assembly resolution 77/1 of 1 December 2022 and its resolution 50/4 of 7 July 2022,"
PP2 = "Recalling also the Charter, and the seminar held in 2020,"
OP1 = "Reaffirms that States cooperate;"
OP2 = "Takes note of the report of the High Commissioner;"
OP2A = "The duty to cooperate;"
OP3 = "Decides to continue its consideration at its fifty-sixth session, and recalls resolution 77/1."

FACTS = (
    Fact(
        "topic",
        "General Assembly resolution on cooperation, seventy-eighth session",
        (
            FactPart("number", "number", kind=FactKind.NUMBER, form="78/{}"),
            FactPart("date", "date", "[…] December 2023", "19", FactKind.DATE),
        ),
        ("PP1", "OP3"),
    ),
    Fact(
        "report",
        "Symbol of the report of the High Commissioner",
        (FactPart("serial", "number", kind=FactKind.SYMBOL, form="A/HRC/56/{}"),),
        ("OP2",),
    ),
)


def small_versions() -> tuple[Resolution, Resolution]:
    """The version before and the base, by hand."""
    base = Resolution(
        Masthead(
            "Human Rights Council",
            "A/HRC/RES/53/11",
            "53/11",
            "Cooperation",
            53,
            "19 June–14 July 2023",
            3,
            "Item",
        ),
        (
            Paragraph("PP1", Kind.PREAMBULAR, Part.PREAMBLE, PP1, "", "Recalling"),
            Paragraph(
                "PP2",
                Kind.PREAMBULAR,
                Part.PREAMBLE,
                PP2,
                "",
                "Recalling also",
                0,
                (Footnote(1, 27, "Art. 1."),),
            ),
            Paragraph("OP1", Kind.OPERATIVE, Part.OPERATIVE, OP1, "1", "Reaffirms"),
            Paragraph(
                "OP2",
                Kind.OPERATIVE,
                Part.OPERATIVE,
                OP2,
                "2",
                "Takes note",
                0,
                (Footnote(2, 50, "A/HRC/53/46."),),
            ),
            Paragraph("OP2(a)", Kind.SUBPARAGRAPH, Part.OPERATIVE, OP2A, "(a)", "", 1),
            Paragraph("OP3", Kind.OPERATIVE, Part.OPERATIVE, OP3, "3", "Decides"),
        ),
        source="53-11.txt",
    )
    before = Resolution(
        Masthead(
            "Human Rights Council",
            "A/HRC/RES/50/4",
            "50/4",
            "Cooperation",
            50,
            "13 June–8 July 2022",
            3,
            "Item",
        ),
        base.paragraphs[1:],
        source="50-4.txt",
    )
    return before, base


def small_lineage() -> Lineage:
    """PP1 is new in the base, OP3 changed there, the rest is stable."""
    before, base = small_versions()
    same = (Mark.SAME, Mark.SAME)
    threads = [Thread((p.id, p.id), same, "50/4", 1.0, State.STABLE) for p in base.paragraphs]
    threads[0] = Thread((None, "PP1"), (Mark.ABSENT, Mark.FIRST), "53/11", 0.5, State.NEW)
    threads[5] = Thread(("OP3", "OP3"), (Mark.SAME, Mark.CHANGED), "53/11", 0.5, State.CHANGED)
    return Lineage((before, base), (), tuple(threads))


def small_carry(session: int = 56) -> CarryOver:
    """Proposals for the next session: one certain in PP1, one certain in OP3, three that need a fact."""
    own, consideration = "53/11 of 12 July 2023", "fifty-ninth" if session == 56 else "sixty-second"
    topic = "78/{number} of {date}"
    return CarryOver(
        session,
        Masthead(
            "Human Rights Council",
            "A/HRC/56/L.[…]",
            f"{session}/[…]",
            "Cooperation",
            session,
            "[…] 2024",
            3,
            "Item",
        ),
        (),
        (
            _proposal("PP1", PP1, "77/1 of 1 December 2022", topic, "topic"),
            _proposal("PP1", PP1, "50/4 of 7 July 2022", own),
            _proposal("OP2", "A/HRC/53/46.", "A/HRC/53/46", "A/HRC/56/{serial}", "report", footnote=2),
            _proposal("OP3", OP3, "fifty-sixth", consideration),
            _proposal("OP3", OP3, "77/1", "78/{number}", "topic"),
        ),
        FACTS,
    )


def _proposal(
    where: str, text: str, old: str, pattern: str, fact: str | None = None, footnote: int | None = None
) -> Proposal:
    start = text.index(old)
    new = pattern
    for part in [part for item in FACTS if item.id == fact for part in item.parts]:
        new = new.replace("{" + part.name + "}", part.placeholder)
    certainty = Certainty.FACT if fact else Certainty.CERTAIN
    name = f"{where}:{'n' if footnote else ''}{start}"
    reason = "as in 50/4 and 53/11"
    return Proposal(
        name,
        where,
        start,
        start + len(old),
        old,
        new,
        certainty,
        "resolution",
        reason,
        footnote,
        fact,
        pattern if fact else "",
    )


def small_draft() -> Draft:
    """The draft for the 56th session, all proposals open."""
    return start_draft(small_lineage(), small_carry())
