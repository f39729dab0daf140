# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of checking: what is wrong or doubtful in a text, by which rule, and what would mend it.

A finding never changes anything: its fix is offered, and applied when the drafter says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from drafting.comparing.records import Alignment
from drafting.resolution import Resolution


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
    A `blocking` finding stands against *ready to submit*.
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


@dataclass(frozen=True, slots=True)
class Subject:
    """A text to be checked: with the older versions of its series, oldest first.

    `alignment` leads from the last of these to the text. `drafting`: it is being written, so blanks and
    brackets are told as such.
    """

    text: Resolution
    earlier: tuple[Resolution, ...] = ()
    alignment: Alignment | None = None
    drafting: bool = False


Check = Callable[[Subject], Iterable[Finding]]
