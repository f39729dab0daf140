# SPDX-License-Identifier: GPL-3.0-or-later
"""References of a text to its own paragraphs: to one that is not there, that lies elsewhere, that moved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from drafting.checking import clauses
from drafting.checking.past import became, places_of
from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Severity, Spot, Subject
from drafting.checking.rules import finding
from drafting.checking.versions import OfVersion
from drafting.reading.structure.letters import again_pattern
from drafting.resolution import Kind, Paragraph, Resolution
from drafting.translation import tr
from drafting.updating.mentions import Mention, MentionKind, find

_MANY = 40  # references to one paragraph: no sentence is told by them
_WHERE = re.compile(r"[^;.]{0,40}?\b(?:(above|below)|of\s(?:the\spresent|this)\s\w+)\b")


class Reference(NamedTuple):
    """A paragraph referred to by its number, where it is said to stand, and whether by such words.

    A bare "paragraph 60" may be of a document that is named further on.
    """

    paragraph: Paragraph
    mention: Mention
    where: str
    explicit: bool


def _references_in(version: Resolution) -> tuple[Reference, ...]:
    return tuple(
        _reference(paragraph, mention)
        for paragraph in version.paragraphs
        if "aragraph" in paragraph.text
        for mention in find(paragraph.text)
        if mention.kind is MentionKind.PARAGRAPH and mention.own and mention.count is not None
    )


def _reference(paragraph: Paragraph, mention: Mention) -> Reference:
    found = _WHERE.match(paragraph.text, mention.span.end)
    return Reference(paragraph, mention, (found[1] or "") if found else "", found is not None)


def _number(mention: Mention) -> str:
    """The number of the paragraph referred to, without a point of it: "7", "7 bis"."""
    found = _numbers().match(mention.value)
    return found[0] if found else ""


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(rf"\d+(?:\s(?:{again_pattern()})\b)?")


def _by_number(version: Resolution) -> Mapping[str, Sequence[Reference]]:
    found: dict[str, list[Reference]] = defaultdict(list)
    for one in _references_in(version):
        found[_number(one.mention)].append(one)
    return found


references_to = OfVersion(_by_number)
"""The references of a version by the number of the paragraph they are to."""


def _numbered(version: Resolution) -> Mapping[tuple[str, str], Paragraph]:
    """The numbered paragraphs of a version, by the annex or part they stand in and their number."""
    return {
        (paragraph.unit, paragraph.label): paragraph
        for paragraph in version.paragraphs
        if paragraph.kind is Kind.OPERATIVE and _numbers().fullmatch(paragraph.label)
    }


numbered = OfVersion(_numbered)


def own_paragraphs(subject: Subject) -> Iterator[Finding]:
    """A reference to a paragraph that does not exist, that is not above or below, or that has moved away."""
    referring = _references_in(subject.text)
    there = _numbered(subject.text) if referring else {}
    order = {paragraph.id: at for at, paragraph in enumerate(subject.text.paragraphs)} if referring else {}
    for one in referring if len(there) > 1 else ():
        here, number = one.paragraph, _number(one.mention)
        target = there.get((here.unit, number))
        moved = _moved(one, target, subject)
        if moved:
            yield moved
        elif target is None:
            if one.explicit:
                yield _told(one, tr("There is no paragraph {number} in this text.").format(number=number))
        elif target is here:
            yield _told(one, tr("Paragraph {number} is this paragraph itself.").format(number=number))
        elif one.where and (order[target.id] < order[here.id]) != (one.where == "above"):
            message = (
                tr("Paragraph {number} stands below, not above.")
                if one.where == "above"
                else tr("Paragraph {number} stands above, not below.")
            )
            yield _told(one, message.format(number=number), target)


def _moved(one: Reference, target: Paragraph | None, subject: Subject) -> Finding | None:
    """The finding when the same sentence of the version before meant a paragraph with another number now."""
    if not subject.earlier:
        return None
    before, number = subject.earlier[-1], _number(one.mention)
    same = references_to(before).get(number, ())
    if len(same) > _MANY:
        return None
    meant = [numbered(before).get((old.paragraph.unit, number)) for old in same if _same_sentence(old, one)]
    if len(meant) != 1 or meant[0] is None:
        return None
    now = became(meant[0].text, before, subject)
    places = subject.once(places_of).get(now or "", ())
    if len(places) != 1 or places[0] is target or not _numbers().fullmatch(places[0].label):
        return None
    label = places[0].label
    message = tr(
        "In {version} this was paragraph {number}, “{beginning}”, which is paragraph {label} now."
    ).format(version=before.number, number=number, beginning=_beginning(meant[0].text), label=label)
    return _told(one, message, target, label, Severity.WARNING)


def _same_sentence(old: Reference, one: Reference) -> bool:
    """Whether two references to one number are made in the same words."""
    mine, theirs = (clauses.plain(each.paragraph.text) for each in (one, old))
    if mine == theirs:
        return old.mention.span.start == one.mention.span.start or mine.count("#") == 1
    return bool(set(clauses.runs(mine)) & set(clauses.runs(theirs))) and _about(old) == _about(one)


def _about(one: Reference) -> tuple[str, str]:
    text, span = one.paragraph.text, one.mention.span
    return clauses.plain(text[: span.start])[-20:], clauses.plain(text[span.end :])[:20]


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")


def _told(
    one: Reference,
    message: str,
    target: Paragraph | None = None,
    label: str = "",
    severity: Severity | None = None,
) -> Finding:
    start = one.mention.span.start
    end = start + len(_number(one.mention))
    spot, words = Spot(one.paragraph.id, start, end), one.paragraph.text[start:end]
    return finding(
        "paragraph-reference",
        spot,
        words,
        message,
        related=[Spot(target.id, 0, min(len(target.text), len(target.opening) or 20))] if target else [],
        fix=[Mend(spot, words, label)] if label else [],
        severity=severity,
    )


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {}
TEXT_CHECKS: Mapping[str, Check] = {"paragraph-reference": own_paragraphs}
