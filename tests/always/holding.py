# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold after every act, and what at the end of a sequence."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from PySide6.QtGui import QTextDocument

from drafting.draft import Decision, Draft
from drafting.draft.labels import labels_of
from drafting.draft.styling import restyled
from drafting.project import open_project, save_project
from drafting.writing.against import against
from drafting.writing.tracked import write_tracked
from tests.always.world import World
from ui.editor.lines import head_lines, paragraph_lines
from ui.editor.picture import Picture
from ui.editor.styles import SIGN


def after_act(world: World) -> None:
    """Page and draft agree, and the draft is in itself as it should be."""
    draft = world.draft
    assert world.hand.agrees()
    page = world.page
    shown = [*head_lines(draft.masthead)]
    for one in draft.paragraphs:
        shown += paragraph_lines(draft, one, page.picture.marked)
    assert page.picture.lines == shown
    assert not page.picture.stale
    _caret_is_where_the_page_says(world)
    in_itself(draft)


def _caret_is_where_the_page_says(world: World) -> None:
    page = world.page
    position = page.textCursor().position()
    assert (page.line, page.index) == page.picture.place(position)
    assert page.here == page.picture.caret(position)
    assert page.current_paragraph == page.here.key
    assert not page.here.key or page.here.key in world.draft


def in_itself(draft: Draft) -> None:
    """What is worked out once and handed on is what it would be worked out to be now; places are places."""
    anew = Draft(**{field.name: getattr(draft, field.name) for field in fields(Draft)})
    keys = [one.key for one in draft.paragraphs]
    assert len(set(keys)) == len(keys)
    labels = labels_of(draft.paragraphs)
    assert {key: draft.label(key) for key in keys} == labels
    assert len({label.id for label in labels.values()}) == len(keys)
    assert draft.note_numbers == anew.note_numbers
    assert len(draft.note_numbers) == sum(len(one.notes) for one in draft.paragraphs)
    assert draft.resolution == anew.resolution
    assert [draft.position(key) for key in keys] == list(range(len(keys)))
    seen: set[str] = set()
    for one in draft.paragraphs:
        _paragraph(draft, one.key)
        names = [choice.proposal for choice in one.choices]
        assert not seen & set(names), "a proposal stands twice"
        seen.update(names)


def _paragraph(draft: Draft, key: str) -> None:
    one = draft.paragraph(key)
    texts = {None: one.text} | {note.key: note.text for note in one.notes}
    assert not any("\n" in text or "\ufffc" in text for text in texts.values())
    assert all(0 <= note.offset <= len(one.text) for note in one.notes)
    for choice in (*one.choices, *one.resting):
        assert 0 <= choice.start <= choice.end <= len(texts[choice.note])
    for choice in one.choices:
        proposal, words = draft.proposal(choice.proposal), texts[choice.note][choice.start : choice.end]
        if choice.decision is Decision.OPEN:
            assert words == proposal.old
        elif choice.decision is Decision.ACCEPTED and not _styled(draft, key):
            assert words == draft.replacement(choice.proposal)


def _styled(draft: Draft, key: str) -> bool:
    """Whether something was taken from the words of a paragraph, or put to them, for the sake of style."""
    decided = (one for one in draft.paragraph(key).choices if one.decision is not Decision.OPEN)
    return any(draft.proposal(one.proposal).certainty == "style" for one in decided)


def looks_as_drawn_anew(world: World) -> None:
    """Every block looks as it would if the page had been drawn from scratch."""
    page = world.page
    fresh = Picture(QTextDocument(), page.picture.styles)
    fresh.document.setDefaultFont(page.document().defaultFont())
    fresh.marked = page.picture.marked
    fresh.draw(world.draft)
    block, other = page.document().begin(), fresh.document.begin()
    while block.isValid() and other.isValid():
        assert block.text() == other.text()
        assert block.blockFormat() == other.blockFormat(), block.text()
        assert _signs(block) == _signs(other), block.text()
        assert block.isVisible() == (not page.hides(page.picture.lines[block.blockNumber()].key))
        block, other = block.next(), other.next()
    assert block.isValid() is other.isValid()


def _signs(block) -> list[tuple[str, str]]:
    found, fragments = [], block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        sign = str(fragment.charFormat().property(SIGN))
        if found and found[-1][1] == sign:
            found[-1] = (found[-1][0] + fragment.text(), sign)
        else:
            found.append((fragment.text(), sign))
        fragments += 1
    return found


def at_the_end(world: World, first: Draft, folder: Path, *, moves: bool) -> None:
    """Style is in step, undo leads to the start and redo back, saving keeps all, the export proves itself."""
    world.desk.settle()
    after_act(world)
    looks_as_drawn_anew(world)
    last, stack, acts = world.draft, world.desk.undo_stack, world.desk.undo_stack.index()
    assert restyled(last) is last
    while stack.canUndo():
        stack.undo()
    world.turn()
    assert world.draft is first
    after_act(world)
    looks_as_drawn_anew(world)
    while stack.index() < acts:
        stack.redo()
    world.turn()
    assert_same(world.draft, last)
    after_act(world)
    save_project(last, folder / "kept.penholder")
    assert_same(open_project(folder / "kept.penholder"), last)
    write_tracked(against(last), folder / "tracked.docx", moves=moves)  # or raises TrackingFailed


def assert_same(found: Draft, wanted: Draft) -> None:
    """Two drafts are the same record, told field by field."""
    for field in fields(Draft):
        assert getattr(found, field.name) == getattr(wanted, field.name), field.name
