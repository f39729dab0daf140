# SPDX-License-Identifier: GPL-3.0-or-later
"""One file, read once: what was kept of it, what was found in it, how long it took."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from drafting.errors import NotAResolution, PenholderError
from drafting.reading import read
from drafting.resolution import Kind, Paragraph, Part, Resolution
from tests.corpus.files import KINDS, NO_RESOLUTION
from tests.corpus.kept import doubled_words, lost_words, told_words
from tests.corpus.printed import Printed, Unprintable, printed

_OPENED = (Kind.PREAMBULAR, Kind.OPERATIVE)


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured of one file.

    `resolution` is None when it was refused with the error `refusal`, or when the reader failed otherwise;
    `fault` says in what. `source` is None where there is no other means to find the words of the file.
    `told` counts the words that stand in a warning's text.
    """

    path: Path
    resolution: Resolution | None
    seconds: float
    refusal: PenholderError | None = None
    fault: str = ""
    source: Printed | None = None
    lost: Counter[str] = field(default_factory=Counter)
    doubled: Counter[str] = field(default_factory=Counter)
    told: int = 0
    unnumbered: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of file, as the tables call it."""
        return KINDS[self.path.suffix]

    @property
    def expected(self) -> bool:
        """Whether it is right that this file was read, or refused."""
        if self.path.name in NO_RESOLUTION:
            return isinstance(self.refusal, NotAResolution)
        return self.resolution is not None

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs that were found."""
        return self.resolution.paragraphs if self.resolution else ()

    @property
    def openable(self) -> list[Paragraph]:
        """The preambular and operative paragraphs of the text itself."""
        return [
            paragraph
            for paragraph in self.paragraphs
            if paragraph.kind in _OPENED and paragraph.part is not Part.ANNEX
        ]

    @property
    def unopened(self) -> list[Paragraph]:
        """Those of them in which no opening was found."""
        return [paragraph for paragraph in self.openable if not paragraph.opening]


def measured(path: Path) -> Measure:
    """Read a file and compare it with its own words."""
    start = time.perf_counter()
    try:
        resolution = read(path)
    except PenholderError as error:
        return Measure(path, None, time.perf_counter() - start, refusal=error)
    except Exception as error:  # noqa: BLE001  # a fault of the reader is one line of the table, not its end
        return Measure(path, None, time.perf_counter() - start, fault=f"{type(error).__name__}: {error}")
    seconds = time.perf_counter() - start
    try:
        source = printed(path)
    except Unprintable:
        return Measure(path, resolution, seconds)
    return Measure(
        path,
        resolution,
        seconds,
        source=source,
        lost=lost_words(source, resolution),
        doubled=doubled_words(source, resolution),
        told=sum(told_words(resolution).values()),
        unnumbered=missing_numbers(source, resolution),
    )


def missing_numbers(source: Printed, resolution: Resolution) -> tuple[str, ...]:
    """The numbers that the source puts before paragraphs and no paragraph of the record bears.

    Where the source does not say which they are, those that are left out in the record's own counting.
    """
    labels = Counter(_bare(paragraph.label) for paragraph in resolution.paragraphs)
    if source.numbers is not None:
        return tuple((Counter(map(_bare, source.numbers)) - labels).elements())
    units = _counted(resolution)
    return tuple(str(number) for unit in units for number in range(1, max(unit)) if number not in unit)


def _counted(resolution: Resolution) -> list[set[int]]:
    """The numbers of the operative paragraphs, unit by unit."""
    units: dict[str, set[int]] = {}
    for paragraph in resolution.paragraphs:
        if paragraph.kind is Kind.OPERATIVE and (number := re.match(r"\d+", paragraph.label)):
            units.setdefault(paragraph.unit, set()).add(int(number[0]))
    return list(units.values())


def _bare(label: str) -> str:
    return re.sub(r"[^\w]+", "", label)
