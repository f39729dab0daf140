# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of a paragraph, in words: under its cell, and for whoever hears the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.comparing.records import Change, Pair, Pairings
from drafting.resolution import Part, Resolution
from drafting.translation import listed, tr
from drafting.writing.text import CHANGE_NAMES, change_name
from ui.comparison.grouping import Group
from ui.comparison.rows import Column, Tag, Tint, name_of


def tags_of(group: Group, at: int, columns: Sequence[Column]) -> tuple[Tag, ...]:
    """What is to be said under a cell: how it came there, what became of it later, how sure the pair is."""
    tags = [tag for pair in group.pairs[at] for tag in _came(pair, group, at, columns)]
    tags += [tag for pair in group.pairs[at] for tag in _remark(pair, columns[at])]
    gone: list[str] = []
    later: list[Tag] = []
    for other, column in enumerate(columns):
        if column.against == at:
            for pair in group.pairs[other]:
                if not pair.new:
                    gone.append(column.version.spoken)
                    later += _remark(pair, column)
                later += _went(pair, at, column, columns)
    if gone:
        tags.append(Tag(tr("not in {versions}").format(versions=listed(gone)), Tint.REMOVED))
    return tuple(dict.fromkeys([*tags, *later]))


def verdict(group: Group, at: int, columns: Sequence[Column]) -> str:
    """What became of a group in one column, "" where it is compared with none or has no part in it."""
    against = columns[at].against
    if against is None:
        return ""
    return tr("; ").join(_verdict(pair, group, at, columns) for pair in group.pairs[at])


def _verdict(pair: Pair, group: Group, at: int, columns: Sequence[Column]) -> str:
    remarks = [tag.text.removeprefix("? ") for tag in _remark(pair, columns[at])]
    words = [tag.text for tag in _came(pair, group, at, columns)]
    if not pair.new:
        words = [tr("not in {versions}").format(versions=columns[at].version.spoken)]
    elif pair.change is Change.MOVED_REWORDED:
        words = [tr("{moved} and reworded").format(moved=words[0])]
    elif pair.change in (Change.UNCHANGED, Change.REWORDED):
        words = [tr("footnote changed") if _only_notes(pair) else tr(CHANGE_NAMES[pair.change])]
    elif pair.change in (Change.SPLIT, Change.MERGED):
        words = _told(pair, columns, at)
    return ", ".join([*words, *remarks])


def _told(pair: Pair, columns: Sequence[Column], at: int) -> list[str]:
    """A split is told by its parts, a merger by its result."""
    became = _names(pair.new, columns[at].version.resolution)
    return [tr("{change} into {became}").format(change=change_name(pair), became=became)]


def _only_notes(pair: Pair) -> bool:
    return pair.change is Change.UNCHANGED and bool(pair.notes)


def _came(pair: Pair, group: Group, at: int, columns: Sequence[Column]) -> Iterator[Tag]:
    against, version = columns[at].against, columns[at].version
    assert against is not None
    old = columns[against].version
    was = _names(pair.old, old.resolution)
    if pair.change is Change.ADDED:
        back = at in group.back
        words = tr("back in {version}") if back else tr("new in {version}")
        yield Tag(words.format(version=version.spoken), Tint.BACK if back else Tint.ADDED)
    elif pair.change in (Change.SPLIT, Change.MERGED):
        yield Tag(
            tr("{change} from {was} of {version}").format(
                change=change_name(pair), was=was, version=old.spoken
            ),
            Tint.JOINED,
        )
    elif pair.change.moved:
        yield Tag(
            tr("moved from {place} of {version}").format(
                place=_place(old.resolution, pair.old[0]), version=old.spoken
            ),
            Tint.MOVED,
        )


def _went(pair: Pair, at: int, later: Column, columns: Sequence[Column]) -> Iterator[Tag]:
    """What became of a cell in a column compared with it; in which one is said where there are several."""
    several = sum(column.against == at for column in columns) > 1
    named = several or len(columns) > 2
    became = _names(pair.new, later.version.resolution)
    if pair.change in (Change.SPLIT, Change.MERGED):
        words = tr("{change} into {became} in {version}") if named else tr("{change} into {became}")
        told = words.format(change=change_name(pair), became=became, version=later.version.spoken)
        yield Tag(told, Tint.JOINED)


def _remark(pair: Pair, column: Column) -> Iterator[Tag]:
    """A word on how a pair came about, where that is worth one."""
    fixed = column.fixed
    if any(one in pair.old and other in pair.new for one, other in fixed.made):
        yield Tag(tr("paired by hand"), Tint.HAND)
    elif not (pair.old and pair.new) and _parted(pair, fixed):
        yield Tag(tr("unpaired by hand"), Tint.HAND)
    elif pair.guess:
        yield Tag(tr("? paired by guess, {share} alike").format(share=f"{pair.score:.0%}"), Tint.GUESS)


def _parted(pair: Pair, fixed: Pairings) -> bool:
    return any(one in pair.old or other in pair.new for one, other in fixed.broken)


def _place(resolution: Resolution, paragraph_id: str) -> str:
    """Where a paragraph stands, told by the one before it."""
    at = next(at for at, paragraph in enumerate(resolution.paragraphs) if paragraph.id == paragraph_id)
    if at:
        return tr("after {paragraph}").format(paragraph=name_of(resolution.paragraphs[at - 1]))
    part = resolution.paragraphs[0].part
    return tr("the beginning") if part is Part.PREAMBLE else tr("the beginning of the operative part")


def _names(ids: Sequence[str], resolution: Resolution) -> str:
    return listed([name_of(resolution.paragraph(paragraph_id)) for paragraph_id in ids])
