# SPDX-License-Identifier: GPL-3.0-or-later
"""Which function applies which rule: every rule of `resources/checks.json` has exactly one, and no other.

Each module of rules has two tables by rule id: `PARAGRAPH_CHECKS` for what can be said of a paragraph alone,
`TEXT_CHECKS` for what compares places.
"""

from __future__ import annotations

from collections.abc import Mapping

from drafting.checking import (
    abbreviations,
    ages,
    agreement,
    blanks,
    budget,
    citation_form,
    dates,
    described,
    drift,
    endings,
    first_mention,
    footnotes,
    names,
    numbering,
    numbers,
    openings,
    references,
    sequence,
    sources,
    times,
    titles,
    twins,
    typography,
    words,
)
from drafting.checking.records import Check, ParagraphCheck

_MODULES = (  # one a line, in the order of the groups in resources/checks.json
    openings,
    sequence,
    endings,
    typography,
    numbers,
    first_mention,
    citation_form,
    abbreviations,
    titles,
    footnotes,
    numbering,
    blanks,
    twins,
    drift,
    ages,
    dates,
    sources,
    references,
    described,
    agreement,
    words,
    names,
    budget,
    times,
)

PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    rule_id: check for module in _MODULES for rule_id, check in module.PARAGRAPH_CHECKS.items()
}
TEXT_CHECKS: Mapping[str, Check] = {
    rule_id: check for module in _MODULES for rule_id, check in module.TEXT_CHECKS.items()
}
