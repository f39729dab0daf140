# SPDX-License-Identifier: GPL-3.0-or-later
"""What a card of the checks panel says: plain rows worked out from the findings, without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from drafting.checking.records import Mend, Rule, Severity
from drafting.draft import Draft
from drafting.translation import marked, tr
from ui.checks.places import Anchor, Passed, Placed, place_of, proposal_over, text_at
from ui.panels.proposal_rows import context, sentence

WORDS = {
    Severity.ERROR: marked("error"),
    Severity.WARNING: marked("warning"),
    Severity.INFO: marked("worth a look"),
}
"""The word for each severity, beside its sign."""
FIRST = marked("A proposal for these words waits: decide on it first")
LONGEST = 90
"""Characters of found words that a card shows in full."""


class Kind(StrEnum):
    """The filters over the list."""

    ALL = marked("All")
    ERRORS = marked("Errors")
    WARNINGS = marked("Warnings")
    LOOKS = marked("Worth a look")
    IGNORED = marked("Ignored")


_KINDS = {Severity.ERROR: Kind.ERRORS, Severity.WARNING: Kind.WARNINGS, Severity.INFO: Kind.LOOKS}


@dataclass(frozen=True, slots=True)
class Change:
    """One replacement of a fix; `before` and `after` are words around a short `old`, else empty."""

    before: str
    old: str
    new: str
    after: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One finding as its card shows it."""

    id: str
    key: str  # of its paragraph
    rule: str
    title: str  # of the rule
    severity: Severity
    passed: Passed
    label: str  # "PP4"
    note: str  # "footnote 4", else empty
    words: str
    message: str
    number: int
    total: int
    fixes: tuple[Change, ...] = ()
    related: tuple[str, ...] = ()  # other places, in words
    proposal: str = ""  # one that is open and would change the words

    @property
    def kind(self) -> Kind:
        """The filter it belongs to, beside ALL."""
        return _KINDS[self.severity] if self.passed is Passed.NOWHERE else Kind.IGNORED

    @property
    def place(self) -> str:
        """Where it is, in words: "PP4" or "OP20, footnote 4"."""
        return f"{self.label}, {self.note}" if self.note else self.label

    @property
    def status(self) -> str:
        """The word on the chip."""
        return tr(self.passed.value or WORDS[self.severity])

    @property
    def shown_words(self) -> str:
        """The found words, the middle of long ones left out."""
        if len(self.words) <= LONGEST:
            return self.words
        half = LONGEST // 2
        return f"{self.words[:half].rpartition(' ')[0]} … {self.words[-half:].partition(' ')[2]}"

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        fixable = f" {tr('Can be fixed.')}" if self.fixes else f" {tr(FIRST)}." if self.proposal else ""
        quoted = f" “{self.shown_words}”." if self.words.strip() else ""
        head = tr("{place}, {status}, {number} of {total}: {title}.").format(
            place=self.place, status=self.status, number=self.number, total=self.total, title=self.title
        )
        return f"{head}{quoted} {self.message}{fixable}"


def rows_of(draft: Draft, placed: Sequence[Placed], rule_of: Callable[[str], Rule]) -> tuple[CheckRow, ...]:
    """A row for every finding, in the order of the text; numbers count those that are not passed over."""
    total = sum(one.passed is Passed.NOWHERE for one in placed)
    rows, number = [], 0
    for one in placed:
        number += one.passed is Passed.NOWHERE
        rows.append(_row(draft, one, rule_of(one.finding.rule), (number, total)))
    return tuple(rows)


def _row(draft: Draft, one: Placed, rule: Rule, count: tuple[int, int]) -> CheckRow:
    finding, proposal = one.finding, proposal_over(draft, one)
    fixes = () if proposal else zip(finding.fix, one.fix, strict=False)
    return CheckRow(
        id=one.id,
        key=one.at.key,
        rule=rule.id,
        title=tr(rule.title),
        severity=finding.severity,
        passed=one.passed,
        label=draft.label(one.at.key).id,
        note=tr("footnote {number}").format(number=draft.note_numbers[one.at.note]) if one.at.note else "",
        words=finding.words,
        message=sentence(finding.message),
        number=count[0],
        total=count[1],
        fixes=tuple(_change(draft, mend, at) for mend, at in fixes),
        related=tuple(_told(draft, one.at, anchor) for anchor in one.related),
        proposal=proposal,
    )


def _change(draft: Draft, mend: Mend, at: Anchor) -> Change:
    text = text_at(draft, at) or ""
    before, after = context(text, at.start, at.end) if len(mend.old.split()) < 2 else ("", "")
    return Change(before, mend.old, mend.new, after)


def _told(draft: Draft, at: Anchor, other: Anchor) -> str:
    """Another place and the words there: "OP12: “States Members”"."""
    place = tr("here") if other.block == at.block else place_of(draft, other)
    words = (text_at(draft, other) or "")[other.start : other.end].strip()
    short = words if len(words) <= LONGEST // 2 else f"{words[: LONGEST // 2].rstrip()}…"
    return tr("{head}: {text}").format(head=place, text=f"“{short}”") if short else place


def counts(rows: Iterable[CheckRow]) -> dict[Kind, int]:
    """How many rows each filter shows; those that are passed over are shown by their own filter alone."""
    found = Counter(row.kind for row in rows)
    everything = sum(number for kind, number in found.items() if kind is not Kind.IGNORED)
    return {kind: found[kind] for kind in Kind} | {Kind.ALL: everything}


def by_rule(rows: Iterable[CheckRow]) -> list[tuple[str, str, int]]:
    """The rules that found something, most first: id, title and count; what is passed over does not count."""
    standing = [row for row in rows if row.passed is Passed.NOWHERE]
    titles = {row.rule: row.title for row in standing}
    found = Counter(row.rule for row in standing)
    return [(rule, titles[rule], number) for rule, number in found.most_common()]


def nothing_here(rows: Sequence[CheckRow], known: bool, words: str = "") -> str:
    """What an empty list says."""
    if not known:
        return tr("Checking …")
    if not rows:
        return tr("No findings.")
    if words:
        return tr("No finding of this kind says “{words}”. Escape shows all.").format(words=words)
    standing = any(row.passed is Passed.NOWHERE for row in rows)
    return tr("Nothing of this kind.") if standing else tr("No findings but those you ignore.")
