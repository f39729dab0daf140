# SPDX-License-Identifier: GPL-3.0-or-later
"""Printed numbers: operative paragraphs in one run, points and sections in rows without a gap.

Sources: Editorial Manual on paragraphs and headings; rules 1.5, 1.7 and 1.8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafting.checking.records import Check, Finding, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.reading.structure.letters import values_of
from drafting.resolution import Kind, Paragraph, Part
from drafting.translation import tr

_SIGN = re.compile(r"\w+")


def paragraphs(subject: Subject) -> Iterator[Finding]:
    """Operative paragraphs whose number is not the next; they may begin anew behind a heading."""
    reached: dict[str, int] = {}
    for paragraph in subject.text.paragraphs:
        if paragraph.kind is Kind.HEADING:
            reached[f"{paragraph.unit} anew"] = 0
        if paragraph.kind is not Kind.OPERATIVE or not paragraph.label.isdecimal():
            continue
        number, before = int(paragraph.label), reached.get(paragraph.unit, 0)
        anew = number == 1 and f"{paragraph.unit} anew" in reached
        if number != before + 1 and not anew:
            message = (
                tr("The paragraph is numbered {number} where {next} comes next.")
                if before
                else tr("The paragraph is numbered {number} where {next} comes first.")
            ).format(number=number, next=before + 1)
            yield _told("paragraph-number", paragraph, message)
        reached[paragraph.unit] = number


def points(subject: Subject) -> Iterator[Finding]:
    """Points whose letter is not the next of their row."""
    rows: list[dict[str, int]] = []
    for paragraph in subject.text.paragraphs:
        if paragraph.kind is not Kind.SUBPARAGRAPH:
            if paragraph.kind is not Kind.TEXT:
                rows = []
            continue
        level = max(paragraph.level, 1)
        if _is_inserted(paragraph.label):
            rows = rows[:level]  # the row goes on after it
            continue
        before = rows[level - 1] if len(rows) >= level else {}
        values = _values(paragraph.label)
        rows = [*rows[: level - 1], *({} for _ in range(level - 1 - len(rows))), values]
        if values and not _follows(before, values):
            message = tr("The point is marked {label} where another comes next in its row.").format(
                label=paragraph.label
            )
            yield _told("point-letter", paragraph, message)


def _values(label: str) -> dict[str, int]:
    """The rows a label may belong to, with its place in each; empty for bullets and inserted points."""
    signs = _SIGN.findall(label.casefold())
    return dict(values_of(signs[0])) if len(signs) == 1 else {}


def _is_inserted(label: str) -> bool:
    """Whether a point was put in beside another ("(a bis)")."""
    return len(_SIGN.findall(label)) > 1


def _follows(before: Mapping[str, int], values: Mapping[str, int]) -> bool:
    """Whether a sign is the next one, or the first of a row, which may begin anew under each paragraph."""
    return any(value == before.get(row, 0) + 1 for row, value in values.items()) or 1 in values.values()


def sections(subject: Subject) -> Iterator[Finding]:
    """Headings whose number is not the next, and a first one without a second."""
    rows: dict[tuple[str, str], list[tuple[int, Paragraph]]] = {}
    for paragraph in subject.text.paragraphs:
        if paragraph.kind is not Kind.HEADING or paragraph.part is Part.ANNEX or paragraph.opens_unit:
            continue
        for row, value in _section(paragraph.label).items():
            rows.setdefault((paragraph.unit, row), []).append((value, paragraph))
    for (_, row), found in rows.items():
        yield from _row(row, found)


def _section(label: str) -> dict[str, int]:
    """The row of a heading: roman numerals or capital letters; a single letter I, V or X is a numeral."""
    sign = label.strip().rstrip(".")
    if not re.fullmatch("[A-Z]{1,6}", sign):
        return {}
    values = values_of(sign.casefold())
    row = "roman" if "roman" in values else "letter"
    return {row: values[row]} if row in values and (row == "roman" or len(sign) == 1) else {}


def _row(row: str, found: list[tuple[int, Paragraph]]) -> Iterator[Finding]:
    reached = 0
    for at, (value, paragraph) in enumerate(found):
        if value != reached + 1 and value != 1:
            message = tr("Section {label} stands where another number comes next.").format(
                label=paragraph.label
            )
            yield _told("section-number", paragraph, message)
        reached = value
        alone = value == 1 and (at + 1 == len(found) or found[at + 1][0] == 1)
        if alone and row == "roman":
            message = tr("There is a section {label} and no other: a level has two headings or none.").format(
                label=paragraph.label
            )
            yield _told("section-number", paragraph, message)


def _told(rule_id: str, paragraph: Paragraph, message: str) -> Finding:
    """A finding on a paragraph as such: at its first word."""
    word = re.match(r"\S*", paragraph.text)
    words = word[0] if word else ""
    return finding(rule_id, Spot(paragraph.id, 0, len(words)), words, message)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {
    "paragraph-number": paragraphs,
    "point-letter": points,
    "section-number": sections,
}
