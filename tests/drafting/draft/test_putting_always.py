# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is cut, pasted, copied and moved, anywhere: nothing is lost, and what comes back is the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace

import clipboards
from annexed import WITH_ANNEXES, WITH_PARTS, drafted, version
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from restructured import PICTURES, drawn
from small import small_draft

from drafting.draft import Draft, DraftParagraph
from drafting.draft.blocks import orphans
from drafting.draft.clips import Place, clip_from, clip_of
from drafting.draft.labels import Counted, labels_of
from drafting.draft.putting import cut, move, paste
from drafting.errors import DraftError
from drafting.reading.pasting import clipping_of
from drafting.resolution import Part


def with_memos(draft: Draft) -> Draft:
    """The draft with a private note on every paragraph."""
    noted = (replace(one, memo=f"note on {one.key}") for one in draft.paragraphs)
    return replace(draft, paragraphs=tuple(noted))


def beside_one_another(draft: Draft) -> Draft:
    """The draft with paragraphs numbered "1 alt" and "1 bis" in its operative part."""
    counts = {2: Counted.ON, 3: Counted.ALT, 5: Counted.BIS}
    made = (replace(one, counted=counts.get(at, one.counted)) for at, one in enumerate(draft.paragraphs))
    return replace(draft, paragraphs=tuple(made))


STARTS = (
    *map(drawn, PICTURES),
    drafted(version(WITH_ANNEXES)),
    drafted(version(WITH_PARTS)),
    small_draft(),
    with_memos(small_draft()),
    beside_one_another(small_draft()),
)


def place_in(draft: Draft, at: int, share: float, mark: int) -> Place:
    """A place in the paragraph at an index; among several marks at one offset, before or behind `mark`."""
    paragraph = draft.paragraphs[at % len(draft.paragraphs)]
    offset = round(share * len(paragraph.text))
    offsets = sorted(note.offset for note in paragraph.notes)
    before, through = sum(at < offset for at in offsets), sum(at <= offset for at in offsets)
    return Place(paragraph.key, offset, min(before + mark, through))


shares = st.sampled_from((0.0, 1.0)) | st.floats(0, 1)
places = st.tuples(st.integers(0, 30), shares, st.integers(0, 1))
starts = st.integers(0, len(STARTS) - 1)


def span(
    draft: Draft, one: tuple[int, float, int], length: int, to: tuple[int, float, int]
) -> tuple[Place, Place]:
    """Two places in order, not more than `length` paragraphs apart."""
    first = place_in(draft, *one)
    at = min(draft.position(first.key) + length, len(draft.paragraphs) - 1)
    last = place_in(draft, at, *to[1:])
    ends = sorted((first, last), key=lambda p: (draft.position(p.key), p.offset, p.marks))
    return ends[0], ends[1]


def differences(one: Draft, other: Draft) -> list[str]:
    """Where two drafts differ, but for the counter of their keys."""
    found = [] if len(one.paragraphs) == len(other.paragraphs) else [f"{drawn_as(one)} and {drawn_as(other)}"]
    for mine, theirs in zip(one.paragraphs, other.paragraphs, strict=False):
        for field in fields(DraftParagraph):
            values = [getattr(paragraph, field.name) for paragraph in (mine, theirs)]
            if values[0] != values[1]:
                found.append(f"{mine.key}.{field.name}: {values[0]!r} and {values[1]!r}")
    rest = [replace(draft, paragraphs=(), last_key=0) for draft in (one, other)]
    return found if rest[0] == rest[1] else [*found, "the rest"]


def drawn_as(draft: Draft) -> str:
    return " ".join(one.key for one in draft.paragraphs)


def words(draft: Draft) -> Counter[str]:
    texts = [text for one in draft.paragraphs for text in (one.text, *(note.text for note in one.notes))]
    return Counter(letters(*texts))


def assert_sound(draft: Draft, start: Draft) -> None:
    keys = [one.key for one in draft.paragraphs]
    notes = [note.key for one in draft.paragraphs for note in one.notes]
    assert len(set(keys)) == len(keys)
    assert len(set(notes)) == len(notes)
    carried = [one.origin for one in draft.paragraphs if one.origin]
    assert len(set(carried)) == len(carried)
    decided = [choice.proposal for one in draft.paragraphs for choice in one.choices]
    assert len(set(decided)) == len(decided)
    for one in draft.paragraphs:
        held = {note.key for note in one.notes}
        assert all(0 <= note.offset <= len(one.text) for note in one.notes)
        for choice in one.choices:
            draft.proposal(choice.proposal)
            text = one.text if choice.note is None else one.note(choice.note).text
            assert 0 <= choice.start <= choice.end <= len(text)
            assert choice.note is None or choice.note in held
    labels = labels_of(draft.paragraphs)
    assert len({label.id for label in labels.values()}) == len(keys)
    before = {one.key for one in start.paragraphs}
    assert orphans(start.paragraphs) or not orphans(draft.paragraphs) - before


@settings(max_examples=400)
@given(starts, places, st.integers(0, 4) | st.integers(0, 30), places)
def test_cut_and_pasted_back_the_draft_is_the_same(number, one, length, to):
    draft = STARTS[number]
    start, end = span(draft, one, length, to)
    assume(start != end)
    try:
        out = cut(draft, start, end)
    except DraftError:
        return
    assert_sound(out.step.draft, draft)
    back = paste(out.step.draft, out.place, out.place, clip_of(draft, start, end))
    assert differences(back.step.draft, draft) == []
    assert back.labels == ()


@settings(max_examples=400)
@given(starts, places, st.integers(0, 4) | st.integers(0, 30), places, places)
def test_moved_words_are_all_there_with_their_footnotes(number, one, length, to, target):
    draft = STARTS[number]
    start, end = span(draft, one, length, to)
    goal = place_in(draft, *target)
    order = [(draft.position(p.key), p.offset, p.marks) for p in (start, end, goal)]
    assume(start != end and not order[0] <= order[2] <= order[1])
    try:
        moved = move(draft, start, end, goal)
    except DraftError:
        return
    after = moved.step.draft
    assert words(after) == words(draft)
    notes = {(note.key, note.text, note.origin) for p in draft.paragraphs for note in p.notes}
    assert {(note.key, note.text, note.origin) for p in after.paragraphs for note in p.notes} == notes
    assert_sound(after, cut(draft, start, end).step.draft)
    changed = {p.key for p in after.paragraphs if p not in draft.paragraphs}
    assert changed <= moved.step.changed


@settings(max_examples=300)
@given(starts, places, st.integers(0, 4) | st.integers(0, 30), places, places)
def test_copied_words_come_in_as_new_ones(number, one, length, to, target):
    draft = STARTS[number]
    start, end = span(draft, one, length, to)
    assume(start != end)
    clip, goal = clip_of(draft, start, end), place_in(draft, *target)
    after = paste(draft, goal, goal, clip).step.draft
    assert_sound(after, draft)
    taken = Counter(letters(*(p.paragraph.text for p in clip.parts)))
    taken += Counter(letters(*(n.text for p in clip.parts for n in p.paragraph.notes)))
    assert words(after) == words(draft) + taken
    assert {p.key for p in draft.paragraphs} <= {p.key for p in after.paragraphs}
    twice = paste(after, goal, goal, clip).step.draft
    assert_sound(twice, draft)


@settings(max_examples=200)
@given(starts, places, places)
def test_parts_of_a_text_stay_in_their_order(number, one, target):
    draft = STARTS[number]
    start, end = span(draft, one, 2, one)
    assume(start != end)
    goal = place_in(draft, *target)
    after = paste(draft, goal, goal, clip_of(draft, start, end)).step.draft
    reached: dict[str, Part] = {}
    for paragraph in after.paragraphs:
        assert not (reached.get(paragraph.unit) is Part.OPERATIVE and paragraph.part is Part.PREAMBLE)
        reached[paragraph.unit] = paragraph.part


CLIPBOARDS = {
    "Word": (clipboards.WORD, clipboards.WORD_PLAIN),
    "Word as text": ("", clipboards.WORD_PLAIN),
    "bullets": (clipboards.WORD_BULLETS, ""),
    "tracked": (clipboards.WORD_TRACKED, ""),
    "a table": (clipboards.WORD_TABLE, ""),
    "LibreOffice": (clipboards.LIBREOFFICE, ""),
    "a browser": (clipboards.BROWSER, ""),
    "Google Docs": (clipboards.GOOGLE_DOCS, ""),
    "a PDF": ("", clipboards.PDF_TEXT),
    "a mail": ("", clipboards.MAIL_TEXT),
    "sections": (
        "",
        "II. Bells\nPP3. Noting the bells,\nOP4 Requests silence:\n(a) At night;\n(i) Or noon;\n",
    ),
    "a word": ("", "bells "),
}


@settings(max_examples=400)
@given(starts, places, st.integers(0, 3), places, st.sampled_from(sorted(CLIPBOARDS)))
def test_every_word_of_a_clipboard_is_in_the_draft_or_told(number, one, length, to, name):
    draft = STARTS[number]
    start, end = span(draft, one, length, to)
    clipping = clipping_of(*CLIPBOARDS[name])
    try:
        put = paste(draft, start, end, clip_from(clipping))
        without = cut(draft, start, end).step.draft if start != end else draft
    except DraftError:
        return
    assert_sound(put.step.draft, without)
    came = Counter(letter for item in clipping.paragraphs for letter in letters(item.text, item.label))
    came += Counter(
        letter for item in clipping.paragraphs for _, note in item.notes for letter in letters(note)
    )
    titles = [one.title for one in put.step.draft.paragraphs]
    assert words(without) + came <= words(put.step.draft) + Counter(letters(*put.labels, *titles))


def letters(*texts: str) -> str:
    """Letters and figures, without the signs around them."""
    return "".join(filter(str.isalnum, "".join(texts)))
