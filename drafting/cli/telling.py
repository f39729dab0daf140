# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line says: the proposals and what became of them, the shelf, what needs a look."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from drafting.draft import Draft
from drafting.opening import Opened
from drafting.updating.organs import target_name
from drafting.updating.shelf import Answer


def summary(draft: Draft, opened: Opened) -> list[str]:
    """What was proposed and what became of it, one line a proposal."""
    carry = draft.carry
    names = ", ".join(version.number for version in opened.lineage.versions)
    target = target_name(draft.base.masthead.body, carry.session)
    lines = [f"Draft for {target}, based on {draft.base.number} (read: {names})", ""]
    for paragraph, choice in draft.choices():
        proposal = draft.proposal(choice.proposal)
        place = draft.label(paragraph.key).id + (
            f" footnote {proposal.footnote}" if proposal.footnote else ""
        )
        words = proposal.old if proposal.remark else f"{proposal.old} → {draft.replacement(proposal.id)}"
        lines += [f"{place}  [{proposal.certainty}, {choice.decision}]  {words}", f"    {proposal.reason}"]
    if draft.missing_facts:
        lines += ["", "Still to be found out:"]
        lines += [f"  {fact.question} ({', '.join(fact.used_in)})" for fact in draft.missing_facts]
    return lines


def shelf_lines(draft: Draft, answered: Sequence[Answer], used: Sequence[Answer]) -> list[str]:
    """What the shelf answers, one line a value with its reason; `used` are those that were filled in."""
    if draft.shelf and not answered:
        return ["", "The shelf answers none of the open facts."]
    groups = {
        "Filled in from the shelf:": used,
        "The shelf answers (--accept facts fills this in):": [
            one for one in answered if one.sure and one not in used
        ],
        "The shelf may answer (to be filled in by hand):": [one for one in answered if not one.sure],
    }
    lines = []
    for title, shown in groups.items():
        lines += ["", title] if shown else []
        for one in shown:
            fact = draft.fact(one.fact)
            labels = {part.name: part.label for part in fact.parts}
            values = ", ".join(f"{labels[name]} {value}" for name, value in one.values.items())
            lines += [f"  {fact.question}: {values}", f"    {one.reason}"]
    return lines


def tell(*sentences: str) -> None:
    """Remarks on standard error, one a line."""
    for sentence in sentences:
        print(f"penholder: {sentence}", file=sys.stderr)


def speak_utf8() -> None:
    """Print every character on any system.

    A Windows console or pipe would else refuse arrows and ellipses.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
