# SPDX-License-Identifier: GPL-3.0-or-later
"""Small texts to be checked, written as lines; what a rule finds in them, and what its fixes make of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafting.checking import Finding, Mend, Subject, check, rules
from drafting.reading.openings import opening_of
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution

_LINE = re.compile(
    r"(?P<id>(?:[AB]\d?\.)?(?:PP|OP|H|T)\d+(?:bis|alt)?(?:\(\w+\)(?:bis)?)*)"
    r"(?:\s\[(?P<label>.*?)\])?\s(?P<text>.*)"
)
_KINDS = {"PP": Kind.PREAMBULAR, "OP": Kind.OPERATIVE, "H": Kind.HEADING, "T": Kind.TEXT}


def text_of(lines: str, body: str = "Human Rights Council", language: str = "en") -> Resolution:
    """A text from lines such as "PP2 Recalling also the Charter,^1 as amended,".

    "OP1(a)" is a point of OP1; "OP3 [4] …" is printed with the number 4. "^1" is the mark of footnote 1; its
    text stands in a line of its own: "^1 See A/HRC/1/2."
    """
    rows = [line.strip() for line in lines.strip().splitlines() if line.strip()]
    notes = dict(row[1:].split(" ", 1) for row in rows if row.startswith("^"))
    paragraphs = tuple(_paragraph(row, notes, body, language) for row in rows if not row.startswith("^"))
    return Resolution(Masthead(body=body, number="1/1", language=language), paragraphs)


def _paragraph(row: str, notes: dict[str, str], body: str, language: str) -> Paragraph:
    match = _LINE.fullmatch(row)
    assert match, row
    name, text = match["id"], match["text"]
    footnotes = []
    while mark := re.search(r"\^(\d+)", text):
        text = text[: mark.start()] + text[mark.end() :]
        footnotes.append(Footnote(int(mark[1]), mark.start(), notes.get(mark[1], "")))
    letters = re.findall(r"\(\w+\)", name)
    kind = Kind.SUBPARAGRAPH if letters else _KINDS[re.sub(r"^(?:[AB]\d?\.)|\d.*", "", name)]
    part = Part.PREAMBLE if "PP" in name else Part.ANNEX if name[:2] == "A1" else Part.OPERATIVE
    usual = letters[-1] if letters else re.sub(r"\D", "", name) if kind is Kind.OPERATIVE else ""
    label = match["label"] if match["label"] is not None else usual
    opening = opening_of(text, part, body, language) if kind in {Kind.PREAMBULAR, Kind.OPERATIVE} else ""
    unit = name.split(".")[0] if "." in name else ""
    return Paragraph(name, kind, part, text, label, opening, len(letters), tuple(footnotes), unit)


def only(rule_id: str) -> frozenset[str]:
    """All the other rules, to be left out."""
    return frozenset(one.id for one in rules() if one.id != rule_id)


def found(rule_id: str, text: Resolution, *, drafting: bool = False) -> list[Finding]:
    """What one rule finds in a text, whether or not it is on by default."""
    findings = list(check(Subject(text, drafting=drafting), only(rule_id)))
    for one in findings:
        assert spot_words(text, one) == one.words
        assert all(_stands(text, mend) for mend in one.fix)
    return findings


def said(rule_id: str, text: Resolution, *, drafting: bool = False) -> list[tuple[str, str]]:
    """The places of its findings and their words."""
    return [(one.spot.paragraph, one.words) for one in found(rule_id, text, drafting=drafting)]


def mended(text: Resolution, one: Finding) -> Resolution:
    """The text with the whole fix of a finding applied."""
    for mend in sorted(one.fix, key=lambda mend: -mend.spot.start):
        text = _with(text, mend)
    return text


def assert_fixes_hold(rule_id: str, text: Resolution, *, drafting: bool = False) -> None:
    """Every fix removes its finding and brings no new one of the same rule."""
    before = found(rule_id, text, drafting=drafting)
    for one in before:
        if one.fix:
            after = found(rule_id, mended(text, one), drafting=drafting)
            assert len(after) < len(before), one
            assert {left.words for left in after} <= {left.words for left in before}


def spot_words(text: Resolution, one: Finding) -> str:
    """The words that stand where the finding points."""
    return _source(text, one.spot.paragraph, one.spot.footnote)[one.spot.start : one.spot.end]


def _stands(text: Resolution, mend: Mend) -> bool:
    spot = mend.spot
    return _source(text, spot.paragraph, spot.footnote)[spot.start : spot.end] == mend.old


def _source(text: Resolution, paragraph_id: str, footnote: int | None) -> str:
    paragraph = text.paragraph(paragraph_id)
    if footnote is None:
        return paragraph.text
    return next(note.text for note in paragraph.footnotes if note.number == footnote)


def _with(text: Resolution, mend: Mend) -> Resolution:
    spot = mend.spot

    def spliced(words: str) -> str:
        return words[: spot.start] + mend.new + words[spot.end :]

    def changed(paragraph: Paragraph) -> Paragraph:
        if paragraph.id != spot.paragraph:
            return paragraph
        if spot.footnote is not None:
            return replace(paragraph, footnotes=tuple(_noted(paragraph.footnotes, spot.footnote, spliced)))
        return _respelt(replace(paragraph, text=spliced(paragraph.text)), mend, text.masthead.body)

    return replace(text, paragraphs=tuple(changed(paragraph) for paragraph in text.paragraphs))


def _noted(notes: Iterable[Footnote], number: int, spliced) -> Iterable[Footnote]:
    return (replace(note, text=spliced(note.text)) if note.number == number else note for note in notes)


def _respelt(paragraph: Paragraph, mend: Mend, body: str) -> Paragraph:
    """The paragraph with its opening and its marks where the new text has them."""
    opening = opening_of(paragraph.text, paragraph.part, body) if paragraph.opening else ""
    more = len(mend.new) - (mend.spot.end - mend.spot.start)
    notes = tuple(
        replace(note, offset=note.offset + more) if note.offset >= mend.spot.end else note
        for note in paragraph.footnotes
    )
    return replace(paragraph, opening=opening, footnotes=notes)
