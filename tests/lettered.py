# SPDX-License-Identifier: GPL-3.0-or-later
"""Versions written as a row of letters, each a paragraph of its own, and alignments drawn the same way.

A' is A with two small edits, A^ rewritten so that one clause of it survives, A1 and A2 its two halves, A+B
both in one paragraph. Small letters are preambular, "(A)" is a subparagraph, "#A" a heading.
"""

from __future__ import annotations

from drafting.comparing.records import Alignment, Change
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution

SENTENCES = {
    "A": "Welcomes the report of the High Commissioner on coastal erosion, and requests a summary of its "
    "findings in all official languages before the next session of the Council;",
    "B": "Urges States to lower the tariffs on solar lanterns imported by landlocked countries, and to "
    "exempt schools from customs duties on textbooks, microscopes and maps;",
    "C": "Decides to convene a panel of midwives and village doctors during the high-level segment, with "
    "sign language interpretation, and to broadcast its discussions on the radio;",
    "D": "Invites the Bank to forgive the debt of islands struck by two hurricanes within a single year, "
    "on terms to be agreed with the finance ministers concerned;",
    "E": "Condemns the destruction of libraries and manuscripts in armed conflict, whoever commits it, and "
    "calls for the return of stolen parchments to their cities;",
    "F": "Encourages orchards and fisheries run by cooperatives of widows to share their methods of cold "
    "storage, and asks the regional commissions to publish them;",
    "R": "Also invites States to consider the matter further;",
    "X": "Takes note of the tunnel surveys carried out beneath the northern glaciers by seismologists of "
    "nine universities, and looks forward to their second atlas;",
    "Y": "Appeals to airlines to carry donated insulin free of charge, under seal and refrigerated, "
    "wherever a ministry of health so certifies;",
}
_OTHER_WORDS = (
    "Recognizes that pensions of miners, lighthouse keepers and postal couriers deserve to be reviewed, "
)
_SIGNS = {
    Change.UNCHANGED: "=",
    Change.REWORDED: "~",
    Change.ADDED: "+",
    Change.REMOVED: "-",
    Change.MOVED: ">",
    Change.MOVED_REWORDED: ">~",
    Change.SPLIT: "/",
    Change.MERGED: "*",
}


def version(row: str, number: str = "1") -> Resolution:
    """The version in a row of letters; its paragraphs are called by their place and what they are: "2.A'"."""
    paragraphs = [_paragraph(f"{place}.{what}", what) for place, what in enumerate(row.split(), start=1)]
    return Resolution(Masthead(number=number), tuple(paragraphs))


def drawn(alignment: Alignment) -> str:
    """One sign and the letters for each pair; the letters of the old version where it is there."""
    return " ".join(
        _SIGNS[pair.change] + "".join(name.split(".")[1].strip("()#'^12") for name in pair.old or pair.new)
        for pair in alignment.pairs
    )


def _paragraph(name: str, what: str) -> Paragraph:
    letters = what.strip("()#")
    if what.startswith("#"):
        kind, text = Kind.HEADING, SENTENCES[letters.upper()].split(",", 1)[0]
    else:
        kind = Kind.SUBPARAGRAPH if what.startswith("(") else Kind.OPERATIVE
        text = " ".join(_text(letter.upper()) for letter in letters.split("+"))
    if letters[0].islower():
        kind = Kind.PREAMBULAR
    part = Part.PREAMBLE if kind is Kind.PREAMBULAR else Part.OPERATIVE
    return Paragraph(name, kind, part, text)


def _text(letter: str) -> str:
    sentence = SENTENCES[letter[0]]
    words = sentence.split()
    half = len(words) // 2
    if letter.endswith("'"):
        return " ".join([*words[:3], "also", *words[4:-2], "near", *words[-2:]])
    if letter.endswith("^"):
        return _OTHER_WORDS + " ".join(words[half - 3 : half + 6]) + ";"
    if letter.endswith("1"):
        return " ".join(words[:half]) + ";"
    if letter.endswith("2"):
        return " ".join(words[half:])
    return sentence


def with_note(resolution: Resolution, name: str, text: str) -> Resolution:
    """The same version with a footnote at the end of one paragraph."""
    paragraphs = tuple(
        Paragraph(p.id, p.kind, p.part, p.text, footnotes=(Footnote(1, len(p.text), text),))
        if p.id == name
        else p
        for p in resolution.paragraphs
    )
    return Resolution(resolution.masthead, paragraphs)
