# SPDX-License-Identifier: GPL-3.0-or-later
"""Real paragraphs to make versions of: from the samples, and from the corpus where it is present."""

from __future__ import annotations

import functools
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from drafting.glyphs import squeezed
from drafting.reading import read
from drafting.resolution import Kind, Paragraph, Part, Resolution
from tests.corpus.lists import of_list

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "resources" / "samples"
CORPUS = ROOT.parent / "shared" / "corpus"
_READ = (".xml", ".docx", ".json")
_RUN = 6
_SHORT_RUN = 4
_SAYS_THE_SAME = 0.35
_STRANGER = 0.25
_FEWEST_STRANGERS = 60
_GIVES = 0.7


@dataclass(frozen=True, slots=True)
class Stock:
    """A text of the size asked for, and paragraphs that resemble none of its own."""

    base: tuple[Paragraph, ...]
    strangers: tuple[Paragraph, ...]


@functools.cache
def stock(size: int, seed: int = 0, *, alike: bool = False) -> Stock:
    """About `size` real paragraphs, preamble first, the same for a seed; fewer where there are no more.

    Sections are those of the documents, in an order drawn by chance. No two paragraphs of the base are
    versions of one another from different years, unless `alike` or where there are too few others.
    """
    chance = random.Random(seed)  # noqa: S311 - makes test texts, keeps no secret
    documents = list(_documents())
    chance.shuffle(documents)
    documents.sort(key=lambda document: -min(len(document), size))
    runs: set[str] = set()
    texts: set[str] = set()
    fresh = [_fresh(document, runs, texts, _STRANGER) for document in documents]
    strangers, kept = _set_apart(fresh, max(_FEWEST_STRANGERS, size // 3), chance)
    base = [paragraph for document in kept for paragraph in document][:size]
    if alike or len(base) < size:
        apart: set[str] = set()
        _fresh(strangers, apart, set(), _STRANGER)
        versions = [_fresh(document, set(apart), set(), _STRANGER) for document in documents]
        share = len(base) // 2 if alike else 0
        rest = [one for document in documents for one in document]
        base = _once([*base[share:], *chain.from_iterable(versions), *base[:share], *rest])[:size]
    base.sort(key=lambda paragraph: paragraph.part is not Part.PREAMBLE)
    spoken = {run for paragraph in base for run in _runs(paragraph.text, _SHORT_RUN)}
    unlike = [one for one in strangers if _share(_runs(one.text, _SHORT_RUN), spoken) < _SAYS_THE_SAME]
    return Stock(tuple(base), tuple(unlike))


def _set_apart(
    documents: Iterable[Sequence[Paragraph]], count: int, chance: random.Random
) -> tuple[list[Paragraph], list[Sequence[Paragraph]]]:
    """Paragraphs to be inserted, and what is left of the documents: the shortest give theirs."""
    strangers: list[Paragraph] = []
    kept: list[Sequence[Paragraph]] = []
    for document in sorted(documents, key=len):
        if len(strangers) < count and chance.random() < _GIVES:
            strangers += [paragraph for paragraph in document if paragraph.kind is not Kind.HEADING]
        else:
            kept.append(document)
    return strangers, kept[::-1]


def _once(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    return list({squeezed(paragraph.text): paragraph for paragraph in paragraphs}.values())


@functools.cache
def _documents() -> tuple[tuple[Paragraph, ...], ...]:
    """English documents, the newest of every series first."""
    files = sorted((CORPUS / "series").rglob("*"), reverse=True)
    files += sorted((CORPUS / "reader" / "docx").glob("*"))
    chosen = {path.stem: path for path in reversed(files) if path.suffix in _READ}
    paths = [*(SAMPLES / f"{name}.txt" for name in ("56-2", "47-9")), *reversed(chosen.values())]
    return tuple(_paragraphs(of_list(path) if path.suffix == ".json" else read(path)) for path in paths)


def _paragraphs(resolution: Resolution) -> tuple[Paragraph, ...]:
    """Those of the text of the resolution itself that say something."""
    return tuple(
        paragraph
        for paragraph in resolution.paragraphs
        if not paragraph.unit and paragraph.kind is not Kind.TEXT and len(paragraph.text.split()) > 1
    )


def _fresh(
    document: Iterable[Paragraph], seen: set[str], texts: set[str], most: float
) -> Sequence[Paragraph]:
    """The paragraphs of which less than `most` was seen before, six words at a time, and none read alike."""
    fresh = []
    for paragraph in document:
        text = squeezed(paragraph.text).lower()
        runs = _runs(text, _RUN)
        if text not in texts and (_share(runs, seen) < most or not runs & seen):
            fresh.append(paragraph)
        seen |= runs
        texts.add(text)
    return fresh


def _runs(text: str, length: int) -> set[str]:
    """All runs of so many words; of a shorter text the whole."""
    words = squeezed(text).lower().split()
    return {" ".join(words[place : place + length]) for place in range(max(1, len(words) - length + 1))}


def _share(runs: set[str], others: set[str]) -> float:
    return len(runs & others) / len(runs)
