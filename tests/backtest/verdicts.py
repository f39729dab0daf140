# SPDX-License-Identifier: GPL-3.0-or-later
"""Proposals held against what was really adopted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from drafting.comparing.records import Span
from drafting.glyphs import squeezed
from drafting.updating.mentions import find
from drafting.updating.records import PLACEHOLDER, Fact, FactPart, Proposal
from tests.backtest.kept import Kept, touches
from tests.backtest.words import standing, turned


class Verdict(StrEnum):
    """What the adopted text says of a proposal."""

    RIGHT = "right"  # the proposed words stand there; of a fact, words that its placeholder fits
    KEPT = "kept"  # the old words stand there
    OTHER = "other"  # other words of the same kind stand there
    GONE = "gone"  # the sponsors dropped the paragraph or the words around it: nothing is told


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal with its verdict and what stands at its place in the adopted text."""

    proposal: Proposal
    verdict: Verdict
    stands: str = ""


def judged(proposal: Proposal, kept: Kept | None, fact: Fact | None) -> Judged:
    """The verdict of the adopted text on a proposal; `kept` is its paragraph or footnote there, if any."""
    if kept is None:
        return Judged(proposal, Verdict.GONE)
    span = Span(proposal.start, proposal.end)
    found = kept.touching(span)
    stands = standing(kept.old, kept.new, span)
    if proposal.remark or not found:
        return Judged(proposal, Verdict.OTHER if found else Verdict.KEPT, stands)
    if fact is None and _reads(kept, proposal, proposal.new):
        return Judged(proposal, Verdict.RIGHT, proposal.new)
    if fact is not None and (fit := _fitting(kept, proposal, fact)):
        return Judged(proposal, Verdict.RIGHT, fit)
    whole = any(one.old.start <= span.start and span.end <= one.old.end for one in found)
    kinds = {mention.kind for mention in find(stands)}
    if whole and proposal.kind not in kinds and not re.search(r"\d", stands):
        return Judged(proposal, Verdict.GONE, stands)
    return Judged(proposal, Verdict.OTHER, stands)


def _reads(kept: Kept, proposal: Proposal, words: str) -> bool:
    """Whether the adopted text is what the base would be with these words, as far as they reach."""
    made = kept.old[: proposal.start] + words + kept.old[proposal.end :]
    span = Span(proposal.start, proposal.start + len(words))
    return not any(touches(one.old, span) for one in turned(made, kept.new))


def _fitting(kept: Kept, proposal: Proposal, fact: Fact) -> str:
    """Words of the adopted text, where the old ones stood, that the pattern with its blanks fits."""
    due = re.escape(squeezed(proposal.pattern or proposal.new))
    for part in fact.parts:
        due = due.replace(re.escape("{" + part.name + "}"), _values(part))
    before = r"(?<![\w/])" if due[0].isalnum() else ""
    found = [match[0] for match in re.finditer(rf"{before}{due}(?![\w/])", squeezed(kept.new))]
    return next((words for words in found if _reads(kept, proposal, words)), "")


def _values(part: FactPart) -> str:
    """What a blank may stand for: a whole day, day and month, or day of a date; else figures of a number."""
    rest = part.placeholder.partition(PLACEHOLDER)[2]
    value = r"[\w/-]+(?:\.\w+)*"
    if part.name == "date":
        value = {0: r"\d{1,2} [A-Z][a-z]+ \d{4}", 1: r"\d{1,2} [A-Z][a-z]+"}.get(
            len(rest.split()), r"\d{1,2}"
        )
    return re.escape(squeezed(part.placeholder)).replace(re.escape(PLACEHOLDER), value)
