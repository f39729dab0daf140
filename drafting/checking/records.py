# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of checking: what is wrong or doubtful in a text, by which rule, and what would mend it.

A finding never changes anything: its fix is offered, and applied when the drafter says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from drafting.comparing.records import Alignment
from drafting.resolution import Paragraph, Resolution


class Severity(StrEnum):
    """How sure the rule is, and so how loud: it follows the confidence of its source."""

    ERROR = "error"  # wrong by the texts themselves, or by a rule seen in official sources
    WARNING = "warning"  # most likely wrong
    INFO = "info"  # worth a look


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the checked text: `[start, end)` of a paragraph, or of its footnote with that number."""

    paragraph: str
    start: int
    end: int
    footnote: int | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    """One replacement of a fix: the words `old` at the spot become `new`. Those of one fix never overlap."""

    spot: Spot
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on a text.

    `words` is exactly what stands at `spot`. `message` says in one sentence what is wrong and why, with the
    places it compares. `related` are these other places. `fix` mends it mechanically, all of it at once;
    empty where the drafter has to think.
    """

    rule: str
    severity: Severity
    spot: Spot
    words: str
    message: str
    related: tuple[Spot, ...] = ()
    fix: tuple[Mend, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data (`resources/checks.json`).

    `source` says where the rule comes from, `confidence` how sure that is (H, M, L), `on` whether it is
    applied unless switched off. What a `generated` rule watches over follows from the order of the text
    (also and further, dates at the first mention): its fixes are style proposals, never changes of substance.
    A `blocking` finding stands against *ready to submit*. An `english` rule knows the words of English alone,
    and is silent in texts of other languages; a `drafting` one is silent on texts that were adopted.
    """

    id: str
    title: str
    says: str
    source: str
    confidence: str
    severity: Severity
    on: bool = True
    generated: bool = False
    blocking: bool = False
    english: bool = True
    drafting: bool = False


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Subject:
    """A text to be checked: with the older versions of its series, oldest first.

    `alignment` leads from the last of these to the text; None where nobody aligned them. `drafting`: it is
    being written, so blanks and brackets are told as such.
    """

    text: Resolution
    earlier: tuple[Resolution, ...] = ()
    alignment: Alignment | None = None
    drafting: bool = False
    kept: dict[Callable[[Subject], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, make: Callable[[Subject], T]) -> T:
        """What `make` finds in this subject, worked out once however many rules ask for it."""
        if make not in self.kept:
            self.kept[make] = make(self)
        found: T = self.kept[make]
        return found


Check = Callable[[Subject], Iterable[Finding]]
"""A rule that compares places of the text, or the text with its series."""

ParagraphCheck = Callable[[Paragraph], Iterable[Finding]]
"""A rule that needs the words of one paragraph and its footnotes, whatever its id: what it finds is kept."""
