# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is done to whole paragraphs, in any order: no word goes unsaid, and names stay in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from annexed import WITH_ANNEXES, WITH_PARTS, drafted, version
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from restructured import PICTURES, drawn
from small import small_draft

from drafting.comparing.paragraphs import align
from drafting.draft import (
    Draft,
    DraftParagraph,
    Step,
    add_annex,
    add_part,
    bring_back,
    delete,
    demote,
    insert,
    insert_heading,
    insert_note,
    landing,
    make_heading,
    make_operative,
    make_preambular,
    move_down,
    move_to,
    move_up,
    promote,
    remove_note,
    removed,
    restart_numbers,
)
from drafting.draft.blocks import orphans, parents, whole
from drafting.draft.breaking import Half, break_at, join
from drafting.draft.labels import labels_of
from drafting.draft.styling import restyled
from drafting.errors import DraftError
from drafting.project import open_project, save_project
from drafting.resolution import Kind, Part
from drafting.writing.tracked import write_tracked

REPEATED = """
PP1 | | Recalling the Charter,
PP2 | | Recalling also the Covenant,
PP3 | | Noting the seminar held in Geneva,
OP1 | 1 | Urges States to ratify the Covenant;
OP2 | 2 | Also urges States to attend the seminar;
OP3 | 3 | Decides to continue its consideration of the matter.
"""
STARTS = (
    drafted(version(REPEATED)),
    *map(drawn, PICTURES),
    drafted(version(WITH_ANNEXES)),
    drafted(version(WITH_PARTS)),
    small_draft(),
)


def landed(draft: Draft, keys: list[str]) -> Step:
    """Paragraphs let go at a place that follows from the last of them."""
    found = landing(draft, keys[:-1] or keys, draft.position(keys[-1]))
    if found.step is None:
        raise DraftError(found.words)
    return replace(found.step, name=found.step.name or "nothing")


KEEPING: tuple[Callable[[Draft, list[str]], Step], ...] = (
    move_up,
    move_down,
    promote,
    demote,
    make_operative,
    make_preambular,
    make_heading,
    lambda draft, keys: move_to(draft, keys[:1], keys[-1]),
    lambda draft, keys: move_to(draft, keys[:1], keys[-1], after=True),
    landed,
    lambda draft, keys: restart_numbers(draft, keys[0]),
)
"""Acts that take no word out and put none in."""


@st.composite
def _acts(draw: st.DrawFn, draft: Draft) -> list[str]:
    return draw(st.lists(st.sampled_from([one.key for one in draft.paragraphs]), min_size=1, max_size=3))


def _content(draft: Draft, keys: set[str] | None = None) -> Counter[object]:
    """Everything that a paragraph is, but its place, kind and level."""
    return Counter(_held(one) for one in draft.paragraphs if keys is None or one.key in keys)


def _held(paragraph: DraftParagraph) -> object:
    real = [one for one in paragraph.choices if not one.proposal.startswith("style:")]
    notes = [(note.key, note.offset, note.text, note.origin) for note in paragraph.notes]
    return paragraph.key, paragraph.origin, paragraph.text, tuple(notes), tuple(real)


def _assert_in_order(draft: Draft, start: Draft) -> None:
    assert len({one.key for one in draft.paragraphs}) == len(draft.paragraphs)
    assert restyled(draft) is draft
    assert len(draft.note_numbers) == sum(len(one.notes) for one in draft.paragraphs)
    labels = labels_of(draft.paragraphs)
    assert {one.key: draft.label(one.key) for one in draft.paragraphs} == labels
    assert len({label.id for label in labels.values()}) == len(draft.paragraphs)
    assert orphans(draft.paragraphs) <= orphans(start.paragraphs)
    units = [unit for unit, _ in groupby(one.unit for one in draft.paragraphs)]
    assert len(set(units)) == len(units)
    for line in (one for one in draft.paragraphs if one.opens_unit):
        assert line is next(one for one in draft.paragraphs if one.unit == line.unit)
    annexed = [one.part is Part.ANNEX for one in draft.paragraphs]
    assert annexed == sorted(annexed)
    seen: dict[str, Part] = {}
    for one in (one for one in draft.paragraphs if not one.opens_unit):
        assert not (seen.get(one.unit) is Part.OPERATIVE and one.part is Part.PREAMBLE)
        seen[one.unit] = one.part
        assert one.kind is not Kind.SUBPARAGRAPH or parents(draft.paragraphs)[one.key]
    assert [one.id for one in draft.resolution.paragraphs] == [labels[one.key].id for one in draft.paragraphs]


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_acts_that_rearrange_keep_everything(data: st.DataObject) -> None:
    start = draft = data.draw(st.sampled_from(STARTS))
    for _ in range(data.draw(st.integers(1, 12))):
        act, keys = data.draw(st.sampled_from(KEEPING)), data.draw(_acts(draft))
        try:
            step = act(draft, keys)
        except DraftError:
            continue
        assert step.name
        assert _content(step.draft) == _content(draft)
        differ = {one.key for one in step.draft.paragraphs if draft.paragraph(one.key) != one}
        assert differ <= step.changed | _restyled(draft, step.draft)
        draft = step.draft
        _assert_in_order(draft, start)


def _restyled(before: Draft, after: Draft) -> set[str]:
    """Points behind a raised one are counted in its row, without having been named."""
    return {
        one.key
        for one in after.paragraphs
        if before.paragraph(one.key).kind is one.kind is Kind.SUBPARAGRAPH
        and before.paragraph(one.key).title != one.title
    }


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_acts_that_put_in_and_take_out_touch_nothing_else(data: st.DataObject) -> None:
    start = draft = data.draw(st.sampled_from(STARTS))
    for _ in range(data.draw(st.integers(1, 10))):
        keys = data.draw(_acts(draft))
        kind = data.draw(st.sampled_from(PUTTING_IN))
        try:
            gone, step = _done(draft, keys, kind)
        except DraftError:
            continue
        kept = {one.key for one in draft.paragraphs if one.text.strip() or one.notes} - gone
        assert _content(step.draft, kept) == _content(draft, kept)
        draft = step.draft
        _assert_in_order(draft, start)


ADDING = {"annex": add_annex, "part": add_part, "heading": insert_heading}
PUTTING_IN = (*ADDING, "insert", "delete", "back", "note", "unnote", "up", "enter", "backspace")


def _done(draft: Draft, keys: list[str], kind: str) -> tuple[set[str], Step]:
    """One act, and the paragraphs in which it may change or take out something."""
    first, at = draft.paragraph(keys[0]), draft.position(keys[0])
    if kind in ADDING:
        return set(), ADDING[kind](draft, keys[0])
    upper = draft.paragraphs[max(at - 1, 0)]
    acts: dict[str, tuple[set[str], Callable[[], Step]]] = {
        "insert": (set(), lambda: insert(draft, keys[0], "x", after=len(keys) > 1)),
        "delete": (set(whole(draft, keys)), lambda: delete(draft, keys)),
        "note": ({first.key}, lambda: insert_note(draft, first.key, len(first.text), "Note.")),
        "enter": ({first.key}, lambda: _entered(draft, first, in_the_middle=len(keys) > 1)),
    }
    if removed(draft):
        acts["back"] = set(), lambda: bring_back(draft, removed(draft)[-1])
    if first.notes:
        acts["unnote"] = {first.key}, lambda: remove_note(draft, first.key, first.notes[0].key)
    if upper is not first:
        acts["backspace"] = {first.key, upper.key}, lambda: join(draft, upper.key, first.key).step
    touched, act = acts.get(kind, (set(), lambda: move_up(draft, keys)))
    return touched, act()


def _entered(draft: Draft, paragraph: DraftParagraph, *, in_the_middle: bool) -> Step:
    at = len(paragraph.text) // 2 if in_the_middle else len(paragraph.text)
    marks = [(note.key, note.offset) for note in paragraph.notes]
    left = Half(paragraph.text[:at], tuple(one for one in marks if one[1] <= at))
    right = Half(paragraph.text[at:], tuple((name, place - at) for name, place in marks if place > at))
    return break_at(draft, paragraph.key, left, right).step


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_draft_of_another_structure_is_saved_and_its_tracked_changes_prove_themselves(
    data: st.DataObject, tmp_path: Path
) -> None:
    draft = data.draw(st.sampled_from(STARTS[-3:]))
    for _ in range(data.draw(st.integers(1, 6))):
        keys = data.draw(_acts(draft))
        try:
            if data.draw(st.booleans()):
                draft = data.draw(st.sampled_from(KEEPING))(draft, keys).draft
            else:
                kind = data.draw(st.sampled_from(PUTTING_IN))
                draft = _done(draft, keys, kind)[1].draft
        except DraftError:
            continue
    save_project(draft, tmp_path / "kept.penholder")
    assert open_project(tmp_path / "kept.penholder").paragraphs == draft.paragraphs
    write_tracked(align(draft.base, draft.resolution), tmp_path / "tracked.docx")  # or raises TrackingFailed
    assert (tmp_path / "tracked.docx").exists()
