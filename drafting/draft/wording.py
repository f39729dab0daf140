# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a paragraph of the draft in one sentence."""

from __future__ import annotations

from drafting.comparing.records import Mark, Thread
from drafting.draft.asked import waiting_in
from drafting.draft.record import Decision, Draft, DraftParagraph
from drafting.translation import listed, tr, trn


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
        parts.append(tr("edited in this draft"))
    if accepted:
        parts.append(trn("{n} proposal accepted", "{n} proposals accepted", accepted))
    if waiting:
        parts.append(trn("{n} proposal open", "{n} proposals open", waiting))
    if style:
        parts.append(trn("{n} style proposal open", "{n} style proposals open", style))
    if overtaken:
        parts.append(
            trn(
                "{n} proposal overtaken by your own words",
                "{n} proposals overtaken by your own words",
                overtaken,
            )
        )
    return tr("{head}: {text}").format(head=draft.label(paragraph.key).id, text=tr("; ").join(parts))


def _history(draft: Draft, thread: Thread | None) -> str:
    if thread is None:
        return tr("your own paragraph, new in this draft")
    numbers = [version.number for version in draft.lineage.versions]
    if len(numbers) == 1:
        return tr("as in {version}").format(version=numbers[0])
    came = [at for at, mark in enumerate(thread.marks) if mark is Mark.FIRST]
    changed = [at for at, mark in enumerate(thread.marks) if mark is Mark.CHANGED]
    if not came and not changed:
        return tr("unchanged since {version}").format(version=thread.since)
    new = came[0] if came and set(thread.marks[: came[0]]) <= {Mark.ABSENT} else None
    back = [at for at in came if at != new]
    told = (
        (tr("new in {version}"), [] if new is None else [new]),
        (tr("changed in {version}"), changed),
        (tr("brought back in {version}"), back),
    )
    parts = [words.format(version=listed([numbers[at] for at in places])) for words, places in told if places]
    if max(came + changed) < len(numbers) - 1:
        parts.append(tr("unchanged since"))
    return ", ".join(parts)
