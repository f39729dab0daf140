# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a paragraph of the draft in one sentence."""

from __future__ import annotations

from drafting.comparing.records import Mark, Thread
from drafting.draft.asked import waiting_in
from drafting.draft.record import Decision, Draft, DraftParagraph
from drafting.updating.wording import listed


def explain(draft: Draft, paragraph: DraftParagraph) -> str:
    """Where a paragraph comes from and what waits in it.

    For example "PP4: changed in 50/4 and 53/11; 2 proposals open".
    """
    parts = [_history(draft, draft.thread(paragraph))]
    choices = [choice for choice in paragraph.choices if not draft.is_style(choice)]
    accepted = sum(choice.decision is Decision.ACCEPTED for choice in choices)
    overtaken = sum(choice.decision is Decision.OVERTAKEN for choice in choices)
    style = sum(choice.decision is Decision.OPEN and draft.is_style(choice) for choice in paragraph.choices)
    waiting = waiting_in(draft, paragraph) - style
    if paragraph.origin is not None and draft.edited_by_hand(paragraph):
        parts.append("edited in this draft")
    if accepted:
        parts.append(f"{_count(accepted, 'proposal')} accepted")
    if waiting:
        parts.append(f"{_count(waiting, 'proposal')} open")
    if style:
        parts.append(f"{_count(style, 'style proposal')} open")
    if overtaken:
        parts.append(f"{_count(overtaken, 'proposal')} overtaken by your own words")
    return f"{draft.label(paragraph.key).id}: {'; '.join(parts)}"


def _history(draft: Draft, thread: Thread | None) -> str:
    if thread is None:
        return "your own paragraph, new in this draft"
    numbers = [version.number for version in draft.lineage.versions]
    if len(numbers) == 1:
        return f"as in {numbers[0]}"
    came = [at for at, mark in enumerate(thread.marks) if mark is Mark.FIRST]
    changed = [at for at, mark in enumerate(thread.marks) if mark is Mark.CHANGED]
    if not came and not changed:
        return f"unchanged since {thread.since}"
    new = came[0] if came and set(thread.marks[: came[0]]) <= {Mark.ABSENT} else None
    back = [at for at in came if at != new]
    parts = [] if new is None else [f"new in {numbers[new]}"]
    parts += [f"changed in {listed([numbers[at] for at in changed])}"] if changed else []
    parts += [f"brought back in {listed([numbers[at] for at in back])}"] if back else []
    if max(came + changed) < len(numbers) - 1:
        parts.append("unchanged since")
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
