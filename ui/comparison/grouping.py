# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraphs of several versions stand in one row, and the order of the rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafting.comparing.records import Alignment, Change, Pair
from ui.comparison.rows import Column

Node = tuple[int, str]
"""A column and the id of a paragraph there."""
Origin = tuple[int, tuple[str, ...]]
"""A column and the old ids of a pair of its alignment."""
Threads = Sequence[Sequence[str | None]]
"""For each paragraph of a series its ids by column, None where it is absent."""


@dataclass(frozen=True, slots=True)
class Group:
    """One row to be: the ids by column, and by column the pairs with the column it is compared with.

    `back` are the columns in which something stands again that had been dropped before.
    """

    ids: tuple[tuple[str, ...], ...]
    pairs: tuple[tuple[Pair, ...], ...]
    back: frozenset[int] = frozenset()


def grouped(
    columns: Sequence[Column],
    alignments: Mapping[int, Alignment],
    threads: Threads,
    returned: Collection[Node] = (),
) -> list[Group]:
    """Every paragraph of every column in exactly one group, in the order of the rows."""
    heap = _Heap()
    for at, column in enumerate(columns):
        for paragraph in column.version.resolution.paragraphs:
            heap.add((at, paragraph.id))
    for at, alignment in alignments.items():
        for pair in alignment.pairs:
            heap.join(_nodes(pair, at, columns))
    for thread in threads:
        _join_apart([(at, one) for at, one in enumerate(thread) if one is not None], heap, columns)
    ids: dict[Node, list[list[str]]] = {}
    for at, column in enumerate(columns):
        for paragraph in column.version.resolution.paragraphs:
            found = ids.setdefault(heap.root((at, paragraph.id)), [[] for _ in columns])
            found[at].append(paragraph.id)
    pairs: dict[Node, list[list[Pair]]] = {root: [[] for _ in columns] for root in ids}
    for at, alignment in alignments.items():
        for pair in alignment.pairs:
            pairs[heap.root(_nodes(pair, at, columns)[0])][at].append(pair)
    order = _order(columns, alignments, heap)
    return [_group(ids[root], pairs[root], returned) for root in order]


def _group(
    ids: Sequence[Sequence[str]], pairs: Sequence[Sequence[Pair]], returned: Collection[Node]
) -> Group:
    came = [at for at, one in enumerate(pairs) if any(pair.change is Change.ADDED for pair in one)]
    back = frozenset(at for at in came if any(ids[:at]) or any((at, one) in returned for one in ids[at]))
    return Group(tuple(map(tuple, ids)), tuple(map(tuple, pairs)), back)


class _Heap:
    """Paragraphs that belong together, by union and find."""

    def __init__(self) -> None:
        self._parent: dict[Node, Node] = {}
        self._columns: dict[Node, set[int]] = {}

    def add(self, node: Node) -> None:
        self._parent[node] = node
        self._columns[node] = {node[0]}

    def __contains__(self, node: object) -> bool:
        return node in self._parent

    def root(self, node: Node) -> Node:
        while self._parent[node] != node:
            self._parent[node] = node = self._parent[self._parent[node]]
        return node

    def join(self, nodes: Sequence[Node]) -> None:
        first = self.root(nodes[0])
        for node in nodes[1:]:
            other = self.root(node)
            if other != first:
                self._parent[other] = first
                self._columns[first] |= self._columns.pop(other)

    def columns(self, node: Node) -> set[int]:
        """The columns that have something in the group of a node."""
        return self._columns[self.root(node)]


def _nodes(pair: Pair, at: int, columns: Sequence[Column]) -> list[Node]:
    against = columns[at].against
    assert against is not None  # what is aligned is compared with another column
    return [*((against, one) for one in pair.old), *((at, one) for one in pair.new)]


def _join_apart(nodes: Sequence[Node], heap: _Heap, columns: Sequence[Column]) -> None:
    """Put what one thread holds in one row, unless a comparison shown here says that they are two."""
    known = [node for node in nodes if node in heap]
    for first, second in pairwise(known):
        here, there = heap.columns(first), heap.columns(second)
        compared = any(
            (columns[at].against in here and at in there) or (columns[at].against in there and at in here)
            for at in range(len(columns))
            if columns[at].against is not None
        )
        if heap.root(first) != heap.root(second) and not here & there and not compared:
            heap.join([first, second])


def _order(columns: Sequence[Column], alignments: Mapping[int, Alignment], heap: _Heap) -> list[Node]:
    """The order of the last column; what an earlier one has beyond it stands after what it follows there."""
    follows: dict[Node | None, list[Node]] = {}
    seen: set[Node] = set()
    for at in range(len(columns) - 1, -1, -1):
        previous: Node | None = None
        for root in _sequence(at, columns, alignments, heap):
            if root not in seen:
                seen.add(root)
                follows.setdefault(previous, []).insert(0, root)  # before what follows in a later column
            previous = root
    result: list[Node] = []
    waiting = list(reversed(follows.get(None, [])))
    while waiting:
        root = waiting.pop()
        result.append(root)
        waiting += reversed(follows.get(root, []))
    return result


def _sequence(
    at: int, columns: Sequence[Column], alignments: Mapping[int, Alignment], heap: _Heap
) -> list[Node]:
    if at in alignments:
        return [heap.root(_nodes(pair, at, columns)[0]) for pair in alignments[at].pairs]
    return [heap.root((at, paragraph.id)) for paragraph in columns[at].version.resolution.paragraphs]
