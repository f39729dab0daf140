# SPDX-License-Identifier: GPL-3.0-or-later
"""The series of the corpus as versions of a recurring text, each version once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from drafting.reading import read
from drafting.reading.masthead import read_masthead
from drafting.reading.masthead.closing import read_closing
from drafting.resolution import Resolution
from tests.corpus.files import CORPUS
from tests.corpus.lists import of_list

SERIES = CORPUS / "series"
# By how surely they hold the whole text: a list has no footnotes, a page in print has to be put together.
_BEST_FIRST = (".xml", ".docx", ".html", ".txt", ".pdf", ".json")

_DRAFT = re.compile(r"_L\.\d")  # files are named after symbols


@dataclass(frozen=True, slots=True)
class Trial:
    """A prefix of a series and the text that was adopted next."""

    series: str
    versions: tuple[Resolution, ...]
    adopted: Resolution

    @property
    def name(self) -> str:
        """What the trial is called in tables and judgements: "50/4 → 53/11 (2 before)"."""
        return f"{self.versions[-1].number} → {self.adopted.number} ({len(self.versions)} before)"


def trials(folder: Path) -> Iterator[Trial]:
    """Every prefix of a series of at least one version, with the text adopted after it."""
    versions = series(folder)
    for count in range(1, len(versions)):
        yield Trial(folder.name, tuple(versions[:count]), versions[count])


def series(folder: Path) -> list[Resolution]:
    """The adopted texts of a folder, oldest first; of several formats of one text the fullest is read."""
    by_symbol: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in _BEST_FIRST and not _DRAFT.search(path.stem):
            best = by_symbol.setdefault(path.stem, path)
            by_symbol[path.stem] = min(best, path, key=lambda one: _BEST_FIRST.index(one.suffix))
    found = [from_list(path) if path.suffix == ".json" else read(path) for path in by_symbol.values()]
    adopted = [one for one in found if not one.is_draft]
    return _in_order(adopted)


def _in_order(versions: Iterable[Resolution]) -> list[Resolution]:
    dated = []
    for one in versions:
        assert one.masthead.adopted is not None, f"{one.source} tells no date of adoption"
        dated.append((one.masthead.adopted, one.number, one))
    ordered = [one for _, _, one in sorted(dated, key=lambda item: item[:2])]
    assert all(old.number != new.number for old, new in pairwise(ordered)), "a text stands twice"
    return ordered


def from_list(path: Path) -> Resolution:
    """A paragraph list with its masthead; it has no footnotes."""
    entries = json.loads(path.read_text(encoding="utf-8"))

    def lines(*kinds: str) -> list[str]:
        return [line for one in entries if one["type"] in kinds for line in one["text"].splitlines()]

    organ = next(one["text"].strip(" ,") for one in entries if one["type"] == "paragraph")
    closing = read_closing(lines("backmatter"))
    head = read_masthead(lines("frontmatter", "title"), organ.removeprefix("The "), closing).masthead
    return replace(of_list(path), masthead=head)
