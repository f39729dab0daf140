# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes: one run of numbers, each mark once, behind the sign, each source once, with a full stop.

Sources: Editorial Manual on footnotes, chapters 5 and 9; rules 4.2, 4.3, 4.5 and 4.6.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.glyphs import squeezed
from drafting.resolution import Footnote, Paragraph
from drafting.translation import tr, trn

_SIGNS = ",;.:"


def order(subject: Subject) -> Iterator[Finding]:
    """Numbers out of their run."""
    seen: set[int] = set()
    expected = 1
    for paragraph, note in subject.once(_notes):
        if note.number not in seen and note.number != expected:
            spot, words = _at(paragraph, note)
            message = tr("Footnote {number} stands where {next} comes next: they run in one row.").format(
                number=note.number, next=expected
            )
            yield finding("footnote-order", spot, words, message)
        if note.number not in seen:
            expected = note.number + 1
        seen.add(note.number)


def marks_again(subject: Subject) -> Iterator[Finding]:
    """Marks that stand a second time; told once for a text, which follows one edition or the other."""
    seen: dict[int, Spot] = {}
    again: list[tuple[int, Spot, str]] = []
    for paragraph, note in subject.once(_notes):
        spot, words = _at(paragraph, note)
        if seen.setdefault(note.number, spot) is not spot:
            again.append((note.number, spot, words))
    if again:
        (number, spot, words), *others = again
        message = _marked_again(len(again)).format(number=number, paragraph=seen[number].paragraph)
        related = [seen[number], *(other for _, other, _ in others)]
        yield finding("footnote-mark-again", spot, words, message, related=related)


def _marked_again(places: int) -> str:
    if places == 1:
        return tr(
            "The mark of footnote {number} stands in {paragraph} already; a reference that must be repeated "
            "has a footnote of its own."
        )
    return trn(
        "The mark of footnote {number} stands in {paragraph} already (marks are repeated in {n} place of "
        "this text); a reference that must be repeated has a footnote of its own.",
        "The mark of footnote {number} stands in {paragraph} already (marks are repeated in {n} places of "
        "this text); a reference that must be repeated has a footnote of its own.",
        places,
    )


def repeated(subject: Subject) -> Iterator[Finding]:
    """A footnote that says the same as one before it."""
    seen: dict[str, tuple[int, Spot]] = {}
    for paragraph, note in subject.once(_notes):
        said = squeezed(note.text)
        spot = Spot(paragraph.id, 0, len(note.text), note.number)
        number, first = seen.setdefault(said, (note.number, spot))
        if said and number != note.number and not said.casefold().startswith("ibid"):
            message = tr(
                "Footnote {number} says the same as footnote {first}: a source is given once, at its first "
                "mention."
            ).format(number=note.number, first=number)
            yield finding("footnote-again", spot, note.text, message, related=[first])


def before_sign(paragraph: Paragraph) -> Iterator[Finding]:
    """A mark in front of the punctuation that it should follow."""
    for note in paragraph.footnotes:
        sign = paragraph.text[note.offset : note.offset + 1]
        if sign and sign in _SIGNS:
            spot = Spot(paragraph.id, note.offset, note.offset + 1)
            message = tr(
                "The mark of footnote {number} stands behind the sign “{sign}”, not before it."
            ).format(number=note.number, sign=sign)
            yield finding("footnote-before-sign", spot, sign, message)


def empty(paragraph: Paragraph) -> Iterator[Finding]:
    """A footnote without text."""
    for note in paragraph.footnotes:
        if not note.text.strip():
            spot, words = _at(paragraph, note)
            message = tr("Footnote {number} has no text.").format(number=note.number)
            yield finding("footnote-empty", spot, words, message)


def stop(paragraph: Paragraph) -> Iterator[Finding]:
    """A footnote that does not end with a full stop."""
    for note in paragraph.footnotes:
        text = note.text.rstrip()
        if text and not text.rstrip("”\"’')]").endswith((".", "?", "!")):
            start = text.rfind(" ") + 1
            spot = Spot(paragraph.id, start, len(text), note.number)
            end = Spot(paragraph.id, len(text), len(text), note.number)
            message = tr("Footnote {number} ends with a full stop.").format(number=note.number)
            yield finding("footnote-stop", spot, text[start:], message, fix=[Mend(end, "", ".")])


def _notes(subject: Subject) -> tuple[tuple[Paragraph, Footnote], ...]:
    """All footnotes in the order of their marks."""
    return tuple(
        (paragraph, note)
        for paragraph in subject.text.paragraphs
        if paragraph.footnotes
        for note in sorted(paragraph.footnotes, key=lambda note: note.offset)
    )


def _at(paragraph: Paragraph, note: Footnote) -> tuple[Spot, str]:
    """The word before the mark, with its sign."""
    start = paragraph.text.rfind(" ", 0, max(note.offset - 1, 0)) + 1
    return Spot(paragraph.id, start, note.offset), paragraph.text[start : note.offset]


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    "footnote-before-sign": before_sign,
    "footnote-empty": empty,
    "footnote-stop": stop,
}
TEXT_CHECKS: Mapping[str, Check] = {
    "footnote-order": order,
    "footnote-mark-again": marks_again,
    "footnote-again": repeated,
}
