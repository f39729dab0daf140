# SPDX-License-Identifier: GPL-3.0-or-later
"""Alignments drawn as little pictures, for tests that should not depend on how alignments are found.

= PP1 PP1          unchanged
~ PP2 PP2          reworded
+ -   PP3          added
- PP3 -            removed
> PP5 PP4          moved
>~ PP6 PP5         moved and reworded
/ OP1 OP1,OP2      split
* OP2,OP3 OP3      merged

A "?" after the sign makes it a guess, a "^" says that it stands in another place as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafting.comparing.notes import note_edits
from drafting.comparing.records import Alignment, Change, Pair
from drafting.comparing.words import edits
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution
from ui.comparison.arranging import compare
from ui.comparison.rows import Comparison, Row, Version

SIGNS = {
    "=": Change.UNCHANGED,
    "~": Change.REWORDED,
    "+": Change.ADDED,
    "-": Change.REMOVED,
    ">": Change.MOVED,
    ">~": Change.MOVED_REWORDED,
    "/": Change.SPLIT,
    "*": Change.MERGED,
}
OLD, NEW = "53/11", "56/2"
Texts = Mapping[str, tuple[str, str]]
Notes = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]


def aligned(picture: str, texts: Texts | None = None, notes: Notes | None = None) -> Alignment:
    """The alignment in a picture.

    `texts` gives a pair's texts by its first name ("PP2": (old, new)); others read "Text of PP2" on
    both sides, with a word more where they are reworded. `notes` gives the texts of its footnotes likewise.
    """
    lines = [line.split() for line in picture.strip().splitlines()]
    pairs, old, new = [], [], []
    for sign, left, right in lines:
        change = SIGNS[sign.rstrip("?^")]
        before, after = _paragraphs(left, right, change, texts or {}, notes or {})
        old += before
        new += after
        words = (
            edits("\n".join(p.text for p in before), "\n".join(p.text for p in after))
            if before and after
            else ()
        )
        footnotes = [[note for p in side for note in p.footnotes] for side in (before, after)]
        found = note_edits(*footnotes) if before and after else ()
        ids = [tuple(p.id for p in side) for side in (before, after)]
        guess = sign.endswith("?")
        score, far = 0.31 if guess else 1.0, sign.endswith("^")
        pairs.append(Pair(*ids, change, score, tuple(words), tuple(found), guess, elsewhere=far))
    return Alignment(_resolution(OLD, old), _resolution(NEW, new), tuple(pairs))


def compared(
    picture: str, texts: Texts | None = None, notes: Notes | None = None, draft: bool = False
) -> Comparison:
    """The comparison in a picture."""
    alignment = aligned(picture, texts, notes)
    old = Version(OLD, "12 July 2023", alignment.old)
    new = Version(*(("Draft", "59th session") if draft else (NEW, "10 July 2024")), alignment.new, draft)
    return compare(old, new, alignment)


def drawn(comparison: Comparison) -> list[str]:
    """The rows of a comparison as lines: sign, left, right; a ghost has the sign "o"."""
    return [f"{_sign(row)} {_side(row, 0)} {_side(row, 1)}" for row in comparison.rows]


def _sign(row: Row) -> str:
    signs = {change: sign for sign, change in SIGNS.items()}
    return "o" if row.ghost else signs[row.pairs[1][0].change]


def _side(row: Row, column: int) -> str:
    return ",".join(row.ids[column]) or "-"


def _paragraphs(
    left: str, right: str, change: Change, texts: Texts, notes: Notes
) -> tuple[list[Paragraph], list[Paragraph]]:
    name = right if left == "-" else left
    old_text, new_text = texts.get(name, (f"Text of {name}", f"Text of {name}"))
    if name not in texts and change in {Change.REWORDED, Change.MOVED_REWORDED}:
        new_text = f"Other text of {name}"
    old_notes, new_notes = notes.get(name, ((), ()))
    return _side_of(left, old_text, old_notes), _side_of(right, new_text, new_notes)


def _side_of(ids: str, text: str, notes: tuple[str, ...]) -> list[Paragraph]:
    names = [] if ids == "-" else ids.split(",")
    parts = text.split("\n") if len(names) > 1 and "\n" in text else [text] * len(names)
    return [
        _paragraph(name, part, notes if at == 0 else ())
        for at, (name, part) in enumerate(zip(names, parts, strict=True))
    ]


def _paragraph(name: str, text: str, notes: tuple[str, ...]) -> Paragraph:
    heading, preamble = name.startswith("H"), name.startswith("PP")
    kind = Kind.HEADING if heading else Kind.PREAMBULAR if preamble else Kind.OPERATIVE
    part = Part.PREAMBLE if preamble else Part.OPERATIVE
    footnotes = tuple(Footnote(number, len(text), note) for number, note in enumerate(notes, start=1))
    label = "II" if heading else "" if preamble else name[2:]
    return Paragraph(name, kind, part, text, label, text.split(" ", 1)[0], footnotes=footnotes)


def _resolution(number: str, paragraphs: list[Paragraph]) -> Resolution:
    ordered = sorted(paragraphs, key=lambda paragraph: _order(paragraph.id))
    masthead = Masthead(number=number, symbol=f"A/HRC/RES/{number}", title="Cooperation")
    return Resolution(masthead, tuple(ordered))


def _order(name: str) -> tuple[bool, int]:
    return not name.startswith("PP"), int(re.sub(r"\D", "", name))
