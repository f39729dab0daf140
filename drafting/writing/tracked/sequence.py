# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of two laid out texts in one document: what stays in order, and around it what goes and comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafting.comparing.anchors import keeping_order
from drafting.comparing.records import Alignment, Change
from drafting.writing.laid import Laid


@dataclass(frozen=True, slots=True)
class Item:
    """Laid out paragraphs that stand together: `olds` become `news`; one side is empty when they go or come.

    `move` names a paragraph that stands elsewhere in the other text, at both its places. `there`
    is the paragraph at the other one, where moves are wanted. Where not, one of the places with the same
    words is `parted`: its first words are a change of their own; or the last one is `reshaped`: its look is
    changed to what it is.
    """

    olds: tuple[Laid, ...]
    news: tuple[Laid, ...]
    move: str = ""
    parted: bool = False
    reshaped: bool = False
    there: Laid | None = None


def sequence(
    old: Sequence[Laid], new: Sequence[Laid], alignment: Alignment, *, moves: bool = False
) -> list[Item]:
    """Every paragraph of both texts in one order, which is that of either when the other side is left out.

    What moved goes at one place and comes at another; with `moves` these have a name whatever was reworded,
    and each end of a move knows the other. Paragraphs that were split or merged stay one item where they
    stand together in both texts.
    """
    items = list(_ordered(old, new, alignment, moves=moves))
    if moves:
        ends = {(item.move, bool(item.news)): (item.news or item.olds)[0] for item in items if item.move}
        return [replace(item, there=ends.get((item.move, not item.news))) for item in items]
    twice = {_words(one) for one in items if not one.olds} & {_words(one) for one in items if not one.news}
    parted: set[str] = set()
    for at, item in enumerate(items):
        words = _words(item) if not (item.olds and item.news) else ""
        if words and words in twice and words not in parted and _goes_on_alike(items, at):
            parted.add(words)
            items[at] = replace(item, parted=True)
    last = {_words(one): at for at, one in enumerate(items) if not (one.olds and one.news)}
    for words in twice - parted - {""}:
        items[last[words]] = replace(items[last[words]], reshaped=True)
    return items


def _words(item: Item) -> str:
    return "\n".join(one.paragraph.text.strip() for one in item.news or item.olds)


def _goes_on_alike(items: Sequence[Item], at: int) -> bool:
    """Whether a paragraph of the same style and list follows, in the text in which this one is not.

    LibreOffice takes two changes with one text for a move of its own, and then numbers what follows the
    second as if it were that. Where one of them is two changes it does not; but what follows those two is
    numbered like them, so that it has to be like them. Where more than words changes at the second it does
    not either; but that would be a change more to look at, so that it is left for unlike neighbours.
    """
    item = items[at]
    behind = (one.olds if item.news else one.news for one in items[at + 1 :])
    following = next(filter(None, behind), None)
    own = (item.news or item.olds)[0]
    return following is not None and (following[0].style, following[0].place) == (own.style, own.place)


def _ordered(
    old: Sequence[Laid], new: Sequence[Laid], alignment: Alignment, *, moves: bool
) -> Iterator[Item]:
    groups = _groups(old, new, alignment)
    firsts = keeping_order(sorted((olds[0], news[0]) for olds, news in groups))
    by_first = {(olds[0], news[0]): (olds, news) for olds, news in groups}
    moved = _moves(alignment, reworded=moves)
    i = j = 0
    for first in [*sorted(firsts), None]:
        olds, news = by_first[first] if first else ([len(old)], [len(new)])
        for at in range(i, olds[0]):
            yield Item((old[at],), (), moved.get(("old", old[at].paragraph.id), ""))
        for at in range(j, news[0]):
            yield Item((), (new[at],), moved.get(("new", new[at].paragraph.id), ""))
        if first:
            yield Item(tuple(old[at] for at in olds), tuple(new[at] for at in news))
        i, j = olds[-1] + 1, news[-1] + 1


def _groups(
    old: Sequence[Laid], new: Sequence[Laid], alignment: Alignment
) -> list[tuple[list[int], list[int]]]:
    """What belongs together, by place: the pairs of the alignment, and the lines with one name."""
    olds = {one.paragraph.id: at for at, one in enumerate(old)}
    news = {one.paragraph.id: at for at, one in enumerate(new)}
    found: list[tuple[list[int], list[int]]] = []
    paired: set[str] = set()
    for pair in alignment.pairs:
        before, after = _places(pair.old, olds), _places(pair.new, news)
        paired.update((*pair.old, *pair.new))
        if before and after and not pair.change.moved:
            found.append(_together(before, after))
    known = {one.id for side in (alignment.old, alignment.new) for one in side.paragraphs}
    lines = (name for name in olds.keys() & news.keys() if name not in known | paired)
    found += [([olds[name]], [news[name]]) for name in lines]
    return found


def _places(ids: Sequence[str], places: Mapping[str, int]) -> list[int]:
    return sorted(places[one] for one in ids if one in places)


def _together(before: list[int], after: list[int]) -> tuple[list[int], list[int]]:
    """The group, or its first paragraphs alone where others stand between those of one side."""
    if all(side[-1] - side[0] == len(side) - 1 for side in (before, after)):
        return before, after
    return before[:1], after[:1]


def _moves(alignment: Alignment, *, reworded: bool) -> dict[tuple[str, str], str]:
    """The name of each move at its two places, with or without those that were reworded on the way."""
    names: dict[tuple[str, str], str] = {}
    for pair in alignment.pairs:
        if pair.change.moved if reworded else pair.change is Change.MOVED and not (pair.edits or pair.notes):
            name = f"move{len(names) // 2 + 1}"
            names["old", pair.old[0]] = names["new", pair.new[0]] = name
    return names
