# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft that somebody worked on."""

from __future__ import annotations

import pytest

from drafting.draft import Draft, Rewritten, accept_all, keep, rewrite, set_fact
from drafting.opening import open_sample


@pytest.fixture(scope="module")
def worked_on() -> Draft:
    """The sample draft with every kind of decision in it."""
    draft = accept_all(open_sample().draft).draft
    first = draft.paragraphs[0]
    draft = rewrite(draft, [first.key], [Rewritten(first.key, first.text + " 𝔘 and more,")]).draft
    fact = draft.carry.facts[0]
    draft = set_fact(draft, fact.id, {fact.parts[0].name: "199"}).draft
    waiting = next(choice for _, choice in draft.choices() if choice.decision == "open")
    return keep(draft, waiting.proposal).draft
