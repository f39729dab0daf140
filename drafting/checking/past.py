# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of a text and of the versions before it, looked up by their runs of words.

An adopted version never changes: its runs are put in order once. A draft changes with every key press, and by
little: it is looked up in what was put in order for it shortly before, less the paragraphs that went, and
beside those that came. Which old paragraph became which new one is told by the runs they share, so that
nobody has to align the versions first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise
from typing import Protocol, TypeVar

from drafting.checking.clauses import runs
from drafting.checking.records import Subject
from drafting.checking.versions import OfVersion
from drafting.resolution import Kind, Paragraph, Resolution
from drafting.translation import tr

FORGOTTEN = 3
"""Versions in which a change may have been forgotten in places: what stays longer is meant."""

_FORMULA = 40  # paragraphs: a run that stands in more of them tells none of them apart
_APART = 24  # paragraphs that a draft and what was put in order for it may have different
_ORDERED = 4  # drafts that are worked on by turns
_KEPT = 8192

Pair = tuple[str, str]
T = TypeVar("T")


def _texts(version: Resolution) -> Iterable[str]:
    """The different paragraphs that are no headings, in order."""
    texts = (paragraph.text for paragraph in version.paragraphs if paragraph.kind is not Kind.HEADING)
    return dict.fromkeys(texts)


class Held:
    """Paragraphs by their runs. Most runs stand in one alone: only the others have a list.

    Whoever looks up in it must not change it.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = frozenset(texts)
        self.first: dict[int, str] = {}
        self.several: dict[int, list[str]] = {}
        self._twins: dict[int, Sequence[Pair]] = {}
        for text in texts:
            for run in runs(text):
                before = self.first.setdefault(run, text)
                if before is not text:
                    there = self.several.setdefault(run, [before])
                    if there[-1] is not text:
                        there.append(text)

    def holding(self, run: int) -> Sequence[str]:
        """The paragraphs that hold a run, in order."""
        if run in self.several:
            return self.several[run]
        return (self.first[run],) if run in self.first else ()

    def twins(self, least: int) -> Sequence[Pair]:
        """Each two paragraphs that have so many runs in common, once, the first before the second."""
        if least not in self._twins:
            shared = (texts for texts in self.several.values() if len(texts) <= _FORMULA)
            times = Counter(chain.from_iterable(combinations(texts, 2) for texts in shared))
            self._twins[least] = [pair for pair, count in times.items() if count >= least]
        return self._twins[least]


class Side(Protocol):
    """A version whose paragraphs are looked up by their runs."""

    @property
    def texts(self) -> frozenset[str]:
        """All paragraphs."""

    def holding(self, run: int) -> Sequence[str]:
        """The paragraphs that hold a run, in order."""

    def standing(self, wanted: frozenset[int]) -> frozenset[int]:
        """Those of some runs that stand in it."""

    def twins(self, least: int) -> Sequence[Pair]:
        """Each two paragraphs that have so many runs in common, once, the first before the second."""


class Past(Held):
    """A version that does not change."""

    def __init__(self, version: Resolution) -> None:
        super().__init__(_texts(version))

    def standing(self, wanted: frozenset[int]) -> frozenset[int]:
        """Those of some runs that stand in it."""
        return wanted & self.first.keys()


past_of = OfVersion(Past)


class Present:
    """A text that is being written: `_base` was put in order for it, or for a text much like it."""

    def __init__(self, text: Resolution) -> None:
        self._order = {one: at for at, one in enumerate(_texts(text))}
        self.texts = frozenset(self._order)
        self._base = _bases.nearest(self._order)
        self._come = Held([one for one in self._order if one not in self._base.texts])
        self._gone = self._base.texts - self.texts

    def holding(self, run: int) -> Sequence[str]:
        """The paragraphs that hold a run, in order."""
        order = self._order
        found = [text for text in self._base.holding(run) if text in order]
        found += self._come.holding(run)
        return sorted(found, key=order.__getitem__) if len(found) > 1 else found

    def standing(self, wanted: frozenset[int]) -> frozenset[int]:
        """Those of some runs that stand in it."""
        known = wanted & self._base.first.keys()
        doubtful = known.intersection(chain.from_iterable(map(runs, self._gone)))
        still = (run for run in doubtful if self.holding(run))
        return (known - doubtful).union(still, wanted & self._come.first.keys())

    def twins(self, least: int) -> Sequence[Pair]:
        """Each two paragraphs that have so many runs in common, once, the first before the second."""
        order = self._order
        pairs = [pair for pair in self._base.twins(least) if pair[0] in order and pair[1] in order]
        for text in self._come.texts:
            pairs += [(text, other) for other in self._beside(text, least)]
        return list(dict.fromkeys((a, b) if order[a] < order[b] else (b, a) for a, b in pairs))

    def _beside(self, text: str, least: int) -> Iterator[str]:
        """The other paragraphs that have so many runs in common with one."""
        holding = (there for run in set(runs(text)) if 1 < len(there := self.holding(run)) <= _FORMULA)
        times = Counter(chain.from_iterable(holding))
        return (other for other, count in times.items() if count >= least and other != text)


class _Bases:
    """What was put in order for the drafts looked through last.

    What is found does not depend on it, but for runs that stand in `_FORMULA` paragraphs or about as many.
    """

    def __init__(self) -> None:
        self._kept: tuple[Held, ...] = ()  # exchanged as a whole: several threads may look

    def nearest(self, texts: Mapping[str, int]) -> Held:
        """One that has nearly these texts; made and kept when there is none."""
        for held in self._kept:
            if len(texts.keys() ^ held.texts) <= _APART:
                return held
        made = Held(texts)
        self._kept = (made, *self._kept[: _ORDERED - 1])
        return made

    def clear(self) -> None:
        """Forget all of them."""
        self._kept = ()


_bases = _Bases()


def present(subject: Subject) -> Side:
    """The text as it is looked up; to be asked for `once`."""
    return Present(subject.text) if subject.drafting else past_of(subject.text)


def places_of(subject: Subject) -> Mapping[str, Sequence[Paragraph]]:
    """The paragraphs of the text by their words; to be asked for `once`."""
    found: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in subject.text.paragraphs:
        found[paragraph.text].append(paragraph)
    return found


# --------------------------------------------------------------------------------------------- what became


@lru_cache(maxsize=_KEPT)
def _came_from(text: str, old: Past) -> tuple[str, int] | None:
    """The paragraph of an older version with which a text has most runs in common, and how many."""
    holding = (there for run in runs(text) if len(there := old.holding(run)) <= _FORMULA)
    counts = Counter(chain.from_iterable(holding))
    best = max(counts.items(), key=lambda item: (item[1], item[0]), default=None)
    return best if best is not None and 3 * best[1] >= len(runs(best[0])) else None


def changed(old: Past, new: Side) -> Mapping[str, str]:
    """What became of every changed paragraph: the one that has most of its runs, and a third at least."""
    found: dict[str, tuple[int, str]] = {}
    for text in new.texts - old.texts:
        if (source := _came_from(text, old)) and source[0] not in new.texts:
            found[source[0]] = max(found.get(source[0], (0, "")), (source[1], text))
    return {text: became for text, (_, became) in sorted(found.items())}


@lru_cache(maxsize=64)
def _changed_of_old(old: Past, new: Past) -> Mapping[str, str]:
    return changed(old, new)


def _changed_now(subject: Subject) -> Mapping[str, str]:
    return changed(past_of(subject.earlier[-1]), subject.once(present))


def steps(
    subject: Subject, found: Callable[[Past, Side, Mapping[str, str]], T], kept: Callable[[Past, Past], T]
) -> Iterator[tuple[T, str]]:
    """What is found between each two of the latest versions, with the number of the later.

    `found` works it out from both sides and from what became of the changed paragraphs; `kept` does the same
    for two older versions and remembers it. A draft takes the latest version up, and what was forgotten in
    that is still to be told: it does not count among the versions.
    """
    if not subject.earlier:
        return
    latest = subject.earlier[-FORGOTTEN - subject.drafting :]
    for old, new in pairwise(latest):
        yield kept(past_of(old), past_of(new)), new.number
    now = found(past_of(latest[-1]), subject.once(present), subject.once(_changed_now))
    yield now, tr("this draft") if subject.drafting else subject.text.number


def became(text: str, version: Resolution, subject: Subject) -> str | None:
    """What a paragraph of an older version is in the text, step by step; None where it was lost."""
    at = next(at for at, one in enumerate(subject.earlier) if one is version)
    for old, new in pairwise(subject.earlier[at:]):
        before, after = past_of(old), past_of(new)
        found = text if text in after.texts else _changed_of_old(before, after).get(text)
        if found is None:
            return None
        text = found
    return text if text in subject.once(present).texts else subject.once(_changed_now).get(text)
