# SPDX-License-Identifier: GPL-3.0-or-later
"""A sign by which a draft is known again: its words, its structure, its decisions and its facts.

Matters of style are left out: which of them are due is worked out anew from the words.
"""

from __future__ import annotations

from hashlib import sha256

import msgspec

from drafting.draft import Draft


def sign_of(draft: Draft) -> str:
    """Equal for drafts that say and decide the same."""
    rows = [
        (
            one.key,
            one.kind,
            one.level,
            one.text,
            one.notes,
            [(choice.proposal, choice.decision) for choice in one.choices if not draft.is_style(choice)],
        )
        for one in draft.paragraphs
    ]
    return sha256(msgspec.json.encode((rows, draft.facts))).hexdigest()[:16]
