# SPDX-License-Identifier: GPL-3.0-or-later
"""What an edit on the page means for the draft; without Qt.

Every edit, however it was made (keys, input method, paste, drop, a screen reader), is one stretch of the page
that gave way to other characters. It becomes an operation of `drafting.draft`, or a sentence why not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drafting.draft import Draft, Rewritten, Step, rewrite
from drafting.draft.breaking import Broken, Half, break_at, join
from drafting.draft.editing import edited_note, rewritten
from drafting.draft.splice import between
from drafting.translation import marked, tr, trn
from ui.editor.lines import HEAD, OBJECT, Line, Sort, Spot

PROPOSED = marked(
    "These words are only proposed and cannot be typed in. Accept them first, or put your own words there: "
    "Edit proposed words"
)
"""The name of an act stands at its end, so that its keys can follow."""
ABOVE = marked("The lines above the text follow from the session and the series; they cannot be typed in.")
NOTE_ENTER = marked("A footnote is one paragraph. Nothing was changed.")
NOTE_EDGE = marked("A footnote cannot be joined with the text. Delete its mark in the text to remove it.")
MIXED = marked("Select within the text or within one footnote, not across both. Nothing was changed.")
HIDDEN = marked(
    "Paragraphs that are not shown lie in between. Show all paragraphs first. Nothing was changed."
)
LAST = marked("There is no paragraph after this one.")


class _RefusedError(Exception):
    """Why an edit cannot be done; never leaves this module."""

    def __init__(self, why: str, proposal: str = "") -> None:
        super().__init__(why)
        self.proposal = proposal


@dataclass(frozen=True, slots=True)
class Typed:
    """An edit: the page from `start` in line `first` to `end` in line `last` gave way to `text`.

    A line feed in `text` begins a new paragraph.
    """

    first: int
    start: int
    last: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Caret:
    """A place for the caret: in the footnote `note` of paragraph `key`, or in its text."""

    key: str
    note: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an edit: its step and the caret after it, or no step; `remark` is for the drafter.

    `proposal` is the one whose words the edit would have changed. With `words_alone` the step changes words
    within one paragraph or footnote, and its style proposals are still to come.
    """

    step: Step | None = None
    caret: Caret | None = None
    remark: str = ""
    proposal: str = ""
    words_alone: bool = False


def typed(lines: Sequence[Line], first: int, last: int, now: str, at: int) -> Typed | None:
    """What was typed over lines `first` to `last`, which read `now`; None when nothing was.

    Line feeds part the blocks. `at` is where in them the edit began, as far as known.
    """
    region = lines[first : last + 1]
    splice = between("\n".join(line.shown for line in region), now, at)
    if not splice.removed and not splice.added:
        return None
    text = now[splice.start : splice.start + splice.added].replace(OBJECT, "")
    start_line, start = _located(region, splice.start)
    end_line, end = _located(region, splice.start + splice.removed)
    return Typed(first + start_line, start, first + end_line, end, text)


def _located(region: Sequence[Line], at: int) -> tuple[int, int]:
    for number, line in enumerate(region):
        if at <= len(line.shown):
            return number, at
        at -= len(line.shown) + 1
    return len(region) - 1, len(region[-1].shown)


def outcome(
    draft: Draft, lines: Sequence[Line], edit: Typed, caret: int, hidden: Callable[[str], bool]
) -> Outcome:
    """The operation that an edit stands for.

    `caret` is the line in which the caret was before; `hidden` says which paragraphs are not shown.
    """
    try:
        if edit.first == edit.last and lines[edit.first].sort is Sort.NOTE:
            return _in_note(draft, lines[edit.first], edit)
        return _in_text(draft, lines, _within_text(lines, edit, caret), hidden)
    except _RefusedError as why:
        return Outcome(remark=str(why), proposal=why.proposal)


def _in_note(draft: Draft, line: Line, edit: Typed) -> Outcome:
    if edit.text and not edit.text.strip("\n"):
        raise _RefusedError(tr(NOTE_ENTER))
    _refuse_proposed(line, edit)
    left, right = line.before(edit.start)[0], line.after(edit.end)[0]
    put_in = edit.text.replace("\n", " ")
    step = edited_note(draft, line.key, line.note, left + put_in + right, len(left))
    caret = Caret(line.key, line.note, Spot(len(left + put_in), past=_past(line, edit)))
    return Outcome(step, caret, words_alone=True)


def _refuse_proposed(line: Line, edit: Typed) -> None:
    """Words that are not in the draft can neither be deleted nor typed into."""
    if not line.only_proposed(edit.start, edit.end):
        return
    if edit.start < edit.end or line.within_proposed(edit.start):
        raise _RefusedError(tr(PROPOSED), line.proposal_at(edit.start))


def _past(line: Line, edit: Typed) -> bool:
    """Whether the caret stays behind proposed words."""
    return not edit.text and line.spot(edit.start).past


def _within_text(lines: Sequence[Line], edit: Typed, caret: int) -> Typed:
    """The same edit with both ends in the text; footnotes in between go or stay with their marks."""
    first, last = lines[edit.first], lines[edit.last]
    if first.sort in HEAD or last.sort in HEAD:
        raise _RefusedError(tr(ABOVE))
    nothing_but_a_border = (
        not edit.text and edit.last == edit.first + 1 and edit.start == len(first.shown) and edit.end == 0
    )
    if nothing_but_a_border:
        return _border(lines, edit, caret)
    if first.sort is Sort.NOTE:
        raise _RefusedError(tr(MIXED))
    if last.sort is Sort.NOTE:
        if 0 < edit.end < len(last.shown):
            raise _RefusedError(tr(MIXED))
        above = edit.last if edit.end else edit.last - 1
        above = _text_line(lines, above)
        return Typed(edit.first, edit.start, above, max(len(lines[above].shown), 0), edit.text)
    return edit


def _border(lines: Sequence[Line], edit: Typed, caret: int) -> Typed:
    """Backspace or Delete between two blocks: joins paragraphs, over the footnotes between them."""
    if lines[min(caret, len(lines) - 1)].sort is Sort.NOTE:
        raise _RefusedError(tr(NOTE_EDGE))
    upper, lower = _text_line(lines, edit.first), edit.last
    while lower < len(lines) and lines[lower].sort is Sort.NOTE:
        lower += 1
    if lower == len(lines):
        raise _RefusedError(tr(LAST))
    return Typed(upper, len(lines[upper].shown), lower, 0, "")


def _text_line(lines: Sequence[Line], index: int) -> int:
    """The text block of the paragraph that the block at `index` belongs to."""
    while lines[index].sort is Sort.NOTE:
        index -= 1
    return index


def _in_text(draft: Draft, lines: Sequence[Line], edit: Typed, hidden: Callable[[str], bool]) -> Outcome:
    first, last = lines[edit.first], lines[edit.last]
    if edit.first == edit.last:
        _refuse_proposed(first, edit)
    keys = [line.key for line in lines[edit.first : edit.last + 1] if line.sort is not Sort.NOTE]
    if any(map(hidden, keys)):
        raise _RefusedError(tr(HIDDEN))
    (left, left_marks), (right, right_marks) = first.before(edit.start), last.after(edit.end)
    if edit.text == "\n" and len(keys) == 1:
        halves = Half(left, left_marks), Half(right, right_marks)
        return _broken(draft, keys, break_at(draft, keys[0], *halves))
    if not edit.text and len(keys) == 2 and edit.start == len(first.shown) and edit.end == 0:
        return _broken(draft, keys, join(draft, *keys))
    texts = edit.text.split("\n")
    texts[0] = left + texts[0]
    caret_at = len(texts[-1])
    right_marks = tuple((key, offset + caret_at) for key, offset in right_marks)
    texts[-1] += right
    marks: list[tuple[tuple[str, int], ...]] = [()] * len(texts)
    marks[0] = left_marks
    marks[-1] += right_marks
    named = _keys(keys, len(texts), bool(left or left_marks), bool(right or right_marks))
    after = [Rewritten(key, text, notes) for key, text, notes in zip(named, texts, marks, strict=True)]
    alone = len(after) == 1 and [after[0].key] == keys
    make = rewritten if alone else rewrite
    step = make(draft, keys, after, _name(draft, keys, edit.text), len(left))
    key = step.draft.paragraphs[draft.position(keys[0]) + len(texts) - 1].key
    behind = len(left_marks) if len(texts) == 1 else 0
    remark = _lost(draft, keys, {name for name, _ in left_marks + right_marks})
    return Outcome(
        step, Caret(key, "", Spot(caret_at, behind, _past(first, edit))), remark, words_alone=alone
    )


def _broken(draft: Draft, keys: Sequence[str], made: Broken) -> Outcome:
    """Enter within one paragraph, or the border between two: what became of it."""
    here = (one for one in made.step.draft.paragraphs if one.key in keys or one.key not in draft)
    left = {note.key for one in here for note in one.notes}
    remark = " ".join(filter(None, (made.remark, _lost(draft, keys, left))))
    return Outcome(made.step, Caret(made.key, "", Spot(made.offset)), remark)


def _keys(keys: Sequence[str], count: int, left: bool, right: bool) -> list[str | None]:
    """Which paragraph each text carries on: the first and the last do, where something of them is left."""
    named: list[str | None] = [None] * count
    if count == 1:
        return [keys[0] if left or not right else keys[-1]]
    if left or not right:
        named[0] = keys[0]
    if right and (len(keys) > 1 or not left):
        named[-1] = keys[-1]
    return named


def _name(draft: Draft, keys: Sequence[str], text: str) -> str:
    label = draft.label(keys[0]).id
    if not text and len(keys) == 2:
        return tr("Join {first} and {second}").format(first=label, second=draft.label(keys[1]).id)
    return tr("Edit {paragraph}").format(paragraph=label)


def _lost(draft: Draft, keys: Sequence[str], left: set[str]) -> str:
    """A sentence on the footnotes that went with their marks."""
    gone = [note.key for key in keys for note in draft.paragraph(key).notes if note.key not in left]
    if not gone:
        return ""
    numbers = sorted(draft.note_numbers[key] for key in gone)
    return trn(
        "Footnote {numbers} went with its mark. Undo brings it back.",
        "Footnotes {numbers} went with their marks. Undo brings them back.",
        len(gone),
    ).format(numbers=", ".join(map(str, numbers)))
