# SPDX-License-Identifier: GPL-3.0-or-later
"""What is still open in a draft, told as comments at its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from drafting.draft import Draft, asked_with, beside
from drafting.draft.negotiating import stage_note
from drafting.draft.record import Choice, Decision, DraftParagraph
from drafting.files import write_atomically
from drafting.resolution import Comment, Resolution
from drafting.translation import tr
from drafting.updating.records import MASTHEAD
from drafting.writing.beside import NOWHERE, Origins
from drafting.writing.official.comments import commented
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.tracked.stamp import NOBODY, Signature, Stamps
from drafting.writing.word import word_bytes

__all__ = ["Comment", "open_comments", "with_notes", "write_commented"]


def write_commented(
    resolution: Resolution,
    path: Path,
    options: WordOptions = DEFAULTS,
    comments: Sequence[Comment] = (),
    signature: Signature = NOBODY,
    *,
    origins: Origins = NOWHERE,
) -> None:
    """Write the clean file with these comments to `path`, whole or not at all; raises WriteFailed."""
    clean = word_bytes(resolution, options, origins)
    write_atomically(path, commented(clean, resolution, comments, Stamps(signature)))


def open_comments(draft: Draft) -> tuple[Comment, ...]:
    """The proposals without a decision, each with its reason, and the facts that are not known yet.

    In the order of the text; what is open above it stands first and names no paragraph. `[start, end)` are
    the words in the text of the draft; what is open in a footnote stands at the word before its mark. Nobody
    signs: author and time are those of the file they are written into. What is asked with another remark is
    told there, so that a proposal that waits is one comment.
    """
    asked = asked_with(draft)
    told: dict[str, list[str]] = {}
    for paragraph, choice in draft.choices():
        if leader := asked.get(choice.proposal):
            told.setdefault(leader, []).append(beside(draft, paragraph, choice, leader))
    above = (
        Comment(f"Not known yet: {fact.question}.")
        for fact in draft.missing_facts
        if MASTHEAD in fact.used_in
    )
    inside = (one for paragraph in draft.paragraphs for one in _of(draft, paragraph, told, asked))
    return (*above, *inside)


def with_notes(draft: Draft, comments: Iterable[Comment] = ()) -> tuple[Comment, ...]:
    """These comments, and what the room said of paragraphs with the drafter's private notes on them.

    Only for a drafter who asked for it: nothing else that is written holds any of it. Each stands at the
    first word of its paragraph, before what is open there.
    """
    order = {draft.label(one.key).id: at for at, one in enumerate(draft.paragraphs, start=1)}
    told = (Comment(said, paragraph=name, end=end) for name, end, said in _noted(draft))
    return tuple(sorted((*told, *comments), key=lambda one: (order.get(one.paragraph, 0), one.start)))


def _noted(draft: Draft) -> Iterator[tuple[str, int, str]]:
    for paragraph in draft.paragraphs:
        said = stage_note(paragraph)
        parts = [f"{said[:1].upper()}{said[1:]}."] if said else []
        parts += [tr("Note: {words}").format(words=paragraph.memo)] if paragraph.memo else []
        if parts:
            words = paragraph.text.split(maxsplit=1)
            end = paragraph.text.index(words[0]) + len(words[0]) if words else 0
            yield draft.label(paragraph.key).id, end, " ".join(parts)


def _of(
    draft: Draft, paragraph: DraftParagraph, told: Mapping[str, Sequence[str]], asked: Collection[str]
) -> Iterator[Comment]:
    found = [
        (*_place(draft, paragraph, choice), said)
        for choice in paragraph.choices
        if choice.proposal not in asked and (said := _said(draft, choice, told.get(choice.proposal, ())))
    ]
    for start, end, note, said in sorted(found):
        text = f"Footnote {note}: {said}" if note else said
        yield Comment(text, paragraph=draft.label(paragraph.key).id, start=start, end=end)


def _said(draft: Draft, choice: Choice, besides: Sequence[str]) -> str:
    """What is open at a place, and with it `besides`; empty where nothing is."""
    proposal = draft.proposal(choice.proposal)
    blank = proposal.fact is not None and bool(draft.blanks(proposal.fact))
    unknown = f"Not known yet: {draft.fact(proposal.fact).question}." if blank and proposal.fact else ""
    if choice.decision is Decision.ACCEPTED:
        return unknown
    if choice.decision is not Decision.OPEN:
        return ""
    words = draft.replacement(proposal.id)
    offer = "" if proposal.remark else f"Proposed: {_quoted(words)} instead of {_quoted(proposal.old)}."
    too = f"The same is asked of {', '.join(besides)}." if besides else ""
    return " ".join(filter(None, (offer, proposal.reason, unknown, too)))


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def _place(draft: Draft, paragraph: DraftParagraph, choice: Choice) -> tuple[int, int, int]:
    """Where a comment stands in the text of the paragraph, and the number of the footnote it speaks of."""
    if choice.note is None:
        return choice.start, choice.end, 0
    end = min(paragraph.note(choice.note).offset, len(paragraph.text))
    start = paragraph.text.rfind(" ", 0, max(end - 1, 0)) + 1
    return start, end, draft.note_numbers[choice.note]
