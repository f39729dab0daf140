# SPDX-License-Identifier: GPL-3.0-or-later
"""Several files as the versions of one series, whatever order they come in."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafting.errors import FileError, ReadingStopped
from drafting.reading import read
from drafting.reading.found import (
    Found,
    Key,
    best_first,
    double,
    in_another_language,
    not_adopted,
    of_another_series,
    overtaken_draft,
)
from drafting.reading.kinship import alike, runs_of
from drafting.reading.watch import UNWATCHED, Watch
from drafting.resolution import ReadWarning, Resolution

_STEPS = 1000  # in which the reading of one file is counted


@dataclass(frozen=True, slots=True)
class SeriesReading:
    """The versions of one series oldest first, and every file that could not be used, with the reason.

    Files are refused when they cannot be read, belong to another series, are in another language, or hold a
    version that another file already gives. Of two the one without tracked changes is used, else the better
    format: XML, then Word, then web page and text, then PDF. The result does not depend on the order of the
    files.

    A draft (an L. document, or one that Penholder wrote) is a version only after the last adopted text, and
    one only: what is drafted next starts from the latest text there is, and a remark says that it was not
    adopted. Drafts from before are refused, because the habits of a series are those of its adopted texts.
    """

    versions: tuple[Resolution, ...]
    refused: tuple[FileError, ...]
    warnings: tuple[ReadWarning, ...]


def read_series(paths: Sequence[Path], watch: Watch = UNWATCHED) -> SeriesReading:
    """Read all files and use the largest group that makes one series.

    On a tie it is the one in English, then that with the latest version. Never raises for a bad file: it
    stands in `refused`. No version at all when none could be read. `watch` is told how far the reading of all
    files is; ReadingStopped when it says to stop.
    """
    refused: list[FileError] = []
    found = _read_all(_distinct(paths, refused), refused, watch)
    groups = _groups(found)
    if not groups:
        return SeriesReading((), _sorted(refused), ())
    chosen = max(groups, key=_worth)
    for group in groups:
        if group is not chosen:
            refused += [_stranger(item, chosen) for item in group]
    single = _without_doubles(chosen, refused)
    versions = _told_apart(sorted(_without_overtaken(single, refused), key=_key))
    warnings = (*_unnumbered(versions), *_not_adopted(versions))
    return SeriesReading(tuple(item.resolution for item in versions), _sorted(refused), warnings)


def _read_all(paths: Sequence[Path], refused: list[FileError], watch: Watch) -> list[Found]:
    found: list[Found] = []
    for index, path in enumerate(paths):
        share = _share(watch, index, len(paths))
        share.step(path, 0, 1)
        try:
            resolution = read(path, share)
        except ReadingStopped:  # by the drafter, and no fault of this file
            raise
        except FileError as error:
            refused.append(error)
        else:
            found.append(Found(path, resolution, runs_of(resolution.paragraphs)))
        share.step(path, 1, 1)
    return found


def _share(watch: Watch, index: int, count: int) -> Watch:
    """The watch of one file among several: what it is told counts on from the files before."""

    def progress(done: int, total: int) -> None:
        within = _STEPS * min(done, total) // total if total > 0 else 0
        watch.progress(index * _STEPS + within, count * _STEPS)

    return replace(watch, progress=progress)


def _distinct(paths: Iterable[Path], refused: list[FileError]) -> list[Path]:
    """Each file once, in an order of its own."""
    seen: dict[str, Path] = {}
    for path in sorted(paths, key=str):
        real = os.path.realpath(path)
        if real in seen:
            reason = f"this is the same file as {seen[real].name}; it is used once. Nothing else is affected."
            refused.append(FileError(path, reason))
        else:
            seen[real] = path
    return list(seen.values())


def _sorted(refused: Iterable[FileError]) -> tuple[FileError, ...]:
    return tuple(sorted(refused, key=lambda error: (error.path.name, str(error.path))))


def _key(item: Found) -> Key:
    return item.key


def _groups(found: Sequence[Found]) -> list[list[Found]]:
    """The files sorted into series: those alike, and those alike to them."""
    groups: list[list[Found]] = []
    for item in found:
        near = [group for group in groups if any(_alike(item, other) for other in group)]
        merged = [item, *(other for group in near for other in group)]
        groups = [group for group in groups if group not in near] + [sorted(merged, key=_key)]
    return groups


def _alike(one: Found, two: Found) -> bool:
    return alike(one.resolution, two.resolution, (one.runs, two.runs))


def _worth(group: Sequence[Found]) -> tuple[int, bool, Key]:
    english = group[0].head.language == "en"
    return len({item.version for item in group}), english, max(map(_key, group))


def _stranger(item: Found, chosen: Sequence[Found]) -> FileError:
    if item.head.language != chosen[0].head.language:
        return in_another_language(item, chosen)
    return of_another_series(item, chosen)


def _without_doubles(group: Sequence[Found], refused: list[FileError]) -> list[Found]:
    """One file for each version, the best there is."""
    kept: dict[str, Found] = {}
    for item in sorted(group, key=best_first):
        first = kept.setdefault(item.version, item)
        if first is not item:
            refused.append(double(item, first))
    return list(kept.values())


def _without_overtaken(versions: Sequence[Found], refused: list[FileError]) -> list[Found]:
    """The adopted texts, and the latest draft where it comes after them; of drafts alone one a session."""
    adopted = [item for item in versions if not item.resolution.is_draft]
    last = max(adopted, key=_key, default=None)
    kept = list(adopted)
    seen: dict[int | None, Found] = {}
    for item in sorted(versions, key=_key, reverse=True):
        if not item.resolution.is_draft:
            continue
        place = None if last is not None else item.head.session
        later = last if last is not None and item.key < last.key else seen.get(place)
        if later is not None:
            refused.append(overtaken_draft(item, later))
        else:
            seen[place] = item
            kept.append(item)
    return kept


def _told_apart(versions: Sequence[Found]) -> list[Found]:
    """Versions without a number from files of one name are called by their folders as well."""
    often = Counter(item.resolution.number for item in versions)
    alike = [item for item in versions if often[item.resolution.number] > 1]
    names = {item.path: f"{item.path.parent.name}/{item.path.name}" for item in alike}
    if len(set(names.values())) < len(names):
        names = {path: str(path) for path in names}
    return [
        replace(item, resolution=replace(item.resolution, source=names[item.path]))
        if item.path in names
        else item
        for item in versions
    ]


def _unnumbered(versions: Sequence[Found]) -> tuple[ReadWarning, ...]:
    """A remark for each version without a number: its place in the series rests on its date or session."""
    found = []
    for item in versions:
        head = item.head
        if not head.number and not item.resolution.is_draft and len(versions) > 1:
            known = "its date" if head.adopted else "its session" if head.session else "its file name"
            name = item.resolution.source
            message = f"{name} has no resolution number; it was put in order by {known}"
            found.append(ReadWarning(message, name, needs_look=True))
    return tuple(found)


def _not_adopted(versions: Sequence[Found]) -> tuple[ReadWarning, ...]:
    """A remark when the latest version is a draft: what comes next would start from the adopted text."""
    if not versions or not versions[-1].resolution.is_draft:
        return ()
    draft = versions[-1].resolution
    return (ReadWarning(not_adopted(draft), draft.number, needs_look=True),)
