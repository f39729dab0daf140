# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs numbered beside others: "7 bis", "7 alt", and what becomes of them when others come and go.

A paragraph that is another wording of one stands for that one: when the first wording goes, the next takes
its number. So does one numbered beside it, so that no other number shifts. Source: rule 1.9.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from drafting.draft.blocks import called, depth, parents, refused, roots, whole
from drafting.draft.labels import NUMBERED, Counted
from drafting.draft.record import Draft, DraftParagraph
from drafting.draft.step import Step
from drafting.resolution import Kind
from drafting.translation import marked, tr

Paragraphs = Sequence[DraftParagraph]
_NAMES: Mapping[Counted, str] = {
    Counted.ON: marked("Number {what} straight through"),
    Counted.BIS: marked("Number {what} as bis"),
    Counted.ALT: marked("Number {what} as alternative"),
}


def number_as(draft: Draft, keys: Collection[str], counted: Counted) -> Step:
    """Number paragraphs beside the one before them, as other wordings of it, or straight through again.

    Their points go on as they are. Raises DraftError for what has no number, and where nothing stands before
    a paragraph beside which it could be numbered.
    """
    heads = roots(draft, whole(draft, keys))
    for key in heads:
        paragraph, name = draft.paragraph(key), draft.label(key).id
        if paragraph.kind not in NUMBERED or paragraph.opens_unit:
            raise refused(tr("{what} has no number.").format(what=name))
        if counted is not Counted.ON and key in _firsts(draft.paragraphs):
            told = tr("{what} is the first of its row: there is none before it.")
            raise refused(told.format(what=name))
    name = tr(_NAMES[counted]).format(what=called(draft, heads))
    return _with(draft, dict.fromkeys(heads, counted), name)


def number_straight(draft: Draft) -> Step:
    """Number the whole draft straight through, as it is before submission.

    Raises DraftError when it is numbered so already.
    """
    beside = {one.key: Counted.ON for one in draft.paragraphs if one.counted is not Counted.ON}
    if not beside:
        raise refused(tr("All numbers run straight through already."))
    return _with(draft, beside, tr("Number all paragraphs straight through"))


def _with(draft: Draft, counted: Mapping[str, Counted], name: str) -> Step:
    changed = {key for key, wanted in counted.items() if draft.paragraph(key).counted is not wanted}
    return Step(replace(draft, paragraphs=_counted(draft.paragraphs, counted)), frozenset(changed), name)


def _counted(paragraphs: Paragraphs, counted: Mapping[str, Counted]) -> tuple[DraftParagraph, ...]:
    other = {one.key for one in paragraphs if counted.get(one.key, one.counted) is not one.counted}
    return tuple(replace(one, counted=counted[one.key]) if one.key in other else one for one in paragraphs)


# ------------------------------------------------------------------- when others come and go


def after_deleting(before: Paragraphs, left: Paragraphs) -> tuple[DraftParagraph, ...]:
    """What is left, where the first that stood beside a paragraph taken out has the number of that one."""
    standing = {one.key for one in left}
    heirs: dict[str, Counted] = {}
    for row in _rows(before):
        due = None
        for one in row:
            if one.key not in standing:
                ends = one.counted is Counted.ON or (one.counted is Counted.BIS and due is None)
                due = one.counted if ends else due
            elif one.counted is Counted.ON or (one.counted is Counted.BIS and due is Counted.BIS):
                due = None
            elif due is not None:
                heirs[one.key], due = due, None
    return _counted(left, heirs)


def after_moving(before: Paragraphs, after: Paragraphs, moved: Collection[str]) -> tuple[DraftParagraph, ...]:
    """The paragraphs after a move, where other wordings of a paragraph stay such.

    One that is moved before the wording it belonged to changes places with it; where the first wording is
    moved away, the next takes its number.
    """
    was, now = _wordings(before), _wordings(after)
    by_key = {one.key: one for one in before}
    taken: dict[str, Counted] = {}
    for key, head in was.items():
        if now.get(key) == head or head in taken or (key in moved and not _meets(after, key, head, was)):
            continue
        taken[key] = by_key[head].counted
        taken[head] = Counted.ALT if _meets(after, key, head, was) else by_key[head].counted
    return _counted(after, taken)


def _meets(paragraphs: Paragraphs, key: str, head: str, wordings: Mapping[str, str]) -> bool:
    """Whether the first wording stands behind another one of it now, with none but such in between."""
    row = next(row for row in _rows(paragraphs) if any(one.key == key for one in row))
    keys = [one.key for one in row]
    if head not in keys or keys.index(head) < keys.index(key):
        return False
    return all(wordings.get(one) == head for one in keys[keys.index(key) : keys.index(head)])


def _wordings(paragraphs: Paragraphs) -> dict[str, str]:
    """By the key of each other wording, that of the paragraph it is one of."""
    found: dict[str, str] = {}
    for row in _rows(paragraphs):
        head = ""
        for one in row:
            if one.counted is not Counted.ALT or not head:
                head = one.key
            else:
                found[one.key] = head
    return found


def _firsts(paragraphs: Paragraphs) -> set[str]:
    """The paragraphs that are the first of their rows."""
    return {row[0].key for row in _rows(paragraphs)}


def _rows(paragraphs: Paragraphs) -> Iterator[list[DraftParagraph]]:
    """What is numbered in one row: of one kind in one text, or points of one level under one paragraph."""
    above = parents(paragraphs)
    rows: dict[tuple[object, ...], list[DraftParagraph]] = {}
    section = 0
    for one in paragraphs:
        section += one.restarts and one.kind is Kind.HEADING
        if one.kind in NUMBERED and not one.opens_unit:
            held: tuple[object, ...] = (section if one.kind is Kind.OPERATIVE else 0,)
            held = (above[one.key], depth(one), one.title) if depth(one) else held
            rows.setdefault((one.unit, one.kind, *held), []).append(one)
    yield from rows.values()
