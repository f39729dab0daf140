# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of every paragraph over a series: since when it stands, when it changed, whether it came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from drafting.comparing.matching import match_again
from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Change, Event, Lineage, Mark, Pair, State, Thread, Turn
from drafting.comparing.words import likeness
from drafting.resolution import Paragraph, Resolution

_STATES = {Mark.SAME: State.STABLE, Mark.CHANGED: State.CHANGED, Mark.FIRST: State.NEW}


@dataclass(slots=True)
class _Life:
    """A thread while it is being spun: its place and its mark in each version so far."""

    places: list[str | None] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)

    def stand(self, place: str, mark: Mark) -> None:
        self.places.append(place)
        self.marks.append(mark)

    def turn(self, event: Event, place: str) -> None:
        """Something befalls it in the version that comes next."""
        self.turns.append(Turn(len(self.places), event, place))

    def rest(self) -> None:
        self.places.append(None)
        self.marks.append(Mark.ABSENT)

    @property
    def last_version(self) -> int:
        return max(index for index, place in enumerate(self.places) if place is not None)


def trace(versions: Sequence[Resolution]) -> Lineage:
    """The threads of all paragraphs of a series, given oldest first; one version is a series too.

    Versions need not be consecutive years. A paragraph that was dropped and comes back with the same or
    nearly the same words takes up its old thread and is marked FIRST again. A changed footnote changes its
    paragraph. Where a paragraph was split or merged, its thread goes on in the part that opens like it, or
    else in the likeliest. A dropped thread keeps the state of its last appearance. Raises ValueError when
    there is no version.
    """
    if not versions:
        raise ValueError("a lineage needs at least one version")
    lives = [_Life([paragraph.id], [Mark.SAME]) for paragraph in versions[0].paragraphs]
    alignments = tuple(align(old, new) for old, new in pairwise(versions))
    for seen, alignment in enumerate(alignments, start=1):
        _spin(lives, alignment, versions, seen)
    threads = [_thread(life, versions) for life in _in_order(lives, versions)]
    return Lineage(tuple(versions), alignments, tuple(threads))


def _spin(lives: list[_Life], alignment: Alignment, versions: Sequence[Resolution], seen: int) -> None:
    """Lead every thread through one more version, after the `seen` ones before it."""
    present = {life.places[-1]: life for life in lives if life.places[-1] is not None}
    absent = [life for life in lives if life.places[-1] is None]
    fresh: dict[str, _Life] = {}
    for pair in alignment.pairs:
        if not pair.old:
            fresh.update({new_id: _fresh(seen, Event.CAME, new_id) for new_id in pair.new})
        elif not pair.new:
            present[pair.old[0]].turn(Event.DROPPED, pair.old[0])
        else:
            old_id, new_id = _main_line(pair, alignment)
            _go_on(present[old_id], pair, new_id)
            for other in pair.old:
                if other != old_id:
                    present[other].turn(Event.MERGED, new_id)
            fresh.update({other: _fresh(seen, Event.SPLIT, old_id) for other in pair.new if other != new_id})
    for new_id, life in _brought_back(absent, list(fresh), alignment.new, versions).items():
        life.turn(Event.RETURNED, new_id)
        life.stand(new_id, Mark.FIRST)
        del fresh[new_id]
    for life in lives:
        if len(life.places) == seen:
            life.rest()
    for new_id, life in fresh.items():
        life.stand(new_id, Mark.FIRST)
    lives.extend(fresh.values())


def _fresh(seen: int, event: Event, place: str) -> _Life:
    """A life that begins after so many versions."""
    return _Life([None] * seen, [Mark.ABSENT] * seen, [Turn(seen, event, place)])


def _go_on(life: _Life, pair: Pair, new_id: str) -> None:
    """Lead a thread through a pair: what was moved, and what was changed, is told."""
    if pair.moved:
        life.turn(Event.MOVED, new_id)
    same = pair.change in (Change.UNCHANGED, Change.MOVED) and not pair.notes
    if not same:
        life.turn(Event.CHANGED, new_id)
    life.stand(new_id, Mark.SAME if same else Mark.CHANGED)


def _main_line(pair: Pair, alignment: Alignment) -> tuple[str, str]:
    """The two paragraphs of a pair that are one thread: they open alike, or else they are the likeliest."""
    if len(pair.old) == len(pair.new) == 1:
        return pair.old[0], pair.new[0]

    def nearness(ids: tuple[str, str]) -> tuple[bool, float]:
        old, new = alignment.old.paragraph(ids[0]).text, alignment.new.paragraph(ids[1]).text
        return old.split()[:2] == new.split()[:2], likeness(old, new)

    return max(product(pair.old, pair.new), key=nearness)


def _brought_back(
    absent: Sequence[_Life], fresh: Sequence[str], new: Resolution, versions: Sequence[Resolution]
) -> dict[str, _Life]:
    """Which of the added paragraphs are dropped ones that came back, most recently dropped first."""
    waiting = sorted(absent, key=lambda life: -life.last_version)
    former = [_last_paragraph(life, versions) for life in waiting]
    added = [new.paragraph(new_id) for new_id in fresh]
    return {added[j].id: waiting[i] for i, j in match_again(former, added)}


def _last_paragraph(life: _Life, versions: Sequence[Resolution]) -> Paragraph:
    version = life.last_version
    place = life.places[version]
    assert place is not None
    return versions[version].paragraph(place)


def _in_order(lives: Sequence[_Life], versions: Sequence[Resolution]) -> list[_Life]:
    """The lives that reach the latest version in its order, then the others by their last place."""
    orders = [{paragraph.id: n for n, paragraph in enumerate(version.paragraphs)} for version in versions]

    def key(life: _Life) -> tuple[bool, int, int]:
        version = life.last_version
        place = life.places[version]
        assert place is not None
        return life.places[-1] is None, version, orders[version][place]

    return sorted(lives, key=key)


def _thread(life: _Life, versions: Sequence[Resolution]) -> Thread:
    last = first = life.last_version
    while life.marks[first] is Mark.SAME and first > 0:
        first -= 1
    stability = (last - first + 1) / len(versions)
    places, marks = tuple(life.places), tuple(life.marks)
    return Thread(places, marks, versions[first].number, stability, _STATES[marks[last]], tuple(life.turns))
