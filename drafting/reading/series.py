# SPDX-License-Identifier: GPL-3.0-or-later
"""Several files as the versions of one series, whatever order they come in."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import Levenshtein

from drafting.errors import FileError
from drafting.reading import read
from drafting.resolution import ReadWarning, Resolution

_TITLES_ALIKE = 0.75  # Levenshtein ratio; a title reworded a little is the same title
_TEXTS_ALIKE = 0.2  # share of four-word runs in common; other resolutions share a few formulas only
_GLYPHS = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-", "\u00a0": " "}
)
_Key = tuple[date, int, tuple[int, ...], str]


@dataclass(frozen=True, slots=True)
class SeriesReading:
    """The versions of one series oldest first, and every file that could not be used, with the reason.

    Files are refused when they cannot be read, belong to another series, or hold a version that another file
    already gives. The result does not depend on the order of the files.
    """

    versions: tuple[Resolution, ...]
    refused: tuple[FileError, ...]
    warnings: tuple[ReadWarning, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    resolution: Resolution
    runs: frozenset[tuple[str, ...]]


def read_series(paths: Sequence[Path]) -> SeriesReading:
    """Read all files and use the largest group that makes one series; on a tie, that with the latest version.

    Never raises for a bad file: it stands in `refused`. No version at all when none could be read.
    """
    refused: list[FileError] = []
    found: list[_Found] = []
    for path in _distinct(paths, refused):
        try:
            resolution = read(path)
        except FileError as error:
            refused.append(error)
        else:
            found.append(_Found(path, resolution, _runs(resolution)))
    groups = _groups(found)
    if not groups:
        return SeriesReading((), _sorted(refused), ())
    chosen = max(groups, key=lambda group: (len(_numbers(group)), max(_key(item) for item in group)))
    for group in groups:
        if group is not chosen:
            refused += [_of_another_series(item, chosen) for item in group]
    versions = _told_apart(sorted(_without_doubles(chosen, refused), key=_key))
    warnings = _unnumbered(versions)
    return SeriesReading(tuple(item.resolution for item in versions), _sorted(refused), warnings)


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


def _key(item: _Found) -> _Key:
    """The place of a version in time: its date, else what its session and number tell."""
    head = item.resolution.masthead
    numbers = tuple(int(number) for number in re.findall(r"\d+", head.number))
    day = head.adopted or _about(head.body, head.session, numbers)
    return day, head.session or 0, numbers, item.path.name


def _about(body: str, session: int | None, numbers: tuple[int, ...]) -> date:
    """A day in the middle of the session, for a text without a date; only used to put versions in order.

    Three Council sessions a year (session 10 in March 2009), one Assembly session (session 1 in 1946).
    """
    if session and body == "Human Rights Council":
        year, slot = divmod(session - 10, 3)
        return date(max(2009 + year, 1), (3, 6, 9)[slot], 15)
    if session and body == "General Assembly":
        return date(1945 + session, 12, 15)
    years = [number for number in numbers if 1945 < number < 2200]
    return date(years[0], 7, 1) if years else date.min


def _runs(resolution: Resolution) -> frozenset[tuple[str, ...]]:
    """All runs of four words of the text."""
    found: set[tuple[str, ...]] = set()
    for paragraph in resolution.paragraphs:
        words = re.findall(r"\w+", paragraph.text.lower())
        found.update(zip(words, words[1:], words[2:], words[3:], strict=False))
    return frozenset(found)


def _groups(found: Sequence[_Found]) -> list[list[_Found]]:
    """The files sorted into series: those alike, and those alike to them."""
    groups: list[list[_Found]] = []
    for item in found:
        near = [group for group in groups if any(_alike(item, other) for other in group)]
        merged = [item, *(other for group in near for other in group)]
        groups = [group for group in groups if group not in near] + [sorted(merged, key=_key)]
    return groups


def same_series(one: Resolution, two: Resolution) -> bool:
    """Whether two texts can be versions of one resolution.

    They are of one organ and have the title or a good part of the text in common; texts without a title and
    with too few words to tell may be.
    """
    if not _one_organ(one, two):
        return False
    if _titles_alike(one, two):
        return True
    runs = _runs(one), _runs(two)
    titled = bool(one.masthead.title and two.masthead.title)
    return _texts_alike(*runs) if all(runs) else not titled


def _alike(first: _Found, second: _Found) -> bool:
    one, two = first.resolution, second.resolution
    return _one_organ(one, two) and (_titles_alike(one, two) or _texts_alike(first.runs, second.runs))


def _one_organ(one: Resolution, two: Resolution) -> bool:
    bodies = {one.masthead.body, two.masthead.body} - {""}
    return len(bodies) < 2


def _titles_alike(one: Resolution, two: Resolution) -> bool:
    titles = (_plain(one.masthead.title), _plain(two.masthead.title))
    return all(titles) and Levenshtein.ratio(*titles) >= _TITLES_ALIKE


def _texts_alike(one: frozenset[tuple[str, ...]], two: frozenset[tuple[str, ...]]) -> bool:
    smaller = min(len(one), len(two))
    return bool(smaller) and len(one & two) >= smaller * _TEXTS_ALIKE


def _of_another_series(item: _Found, chosen: Sequence[_Found]) -> FileError:
    latest = max(chosen, key=_key).resolution
    mine, theirs = item.resolution.masthead, latest.masthead
    if mine.body != theirs.body and mine.body and theirs.body:
        why = f"it is a resolution of the {mine.body}, the others are of the {theirs.body}"
    else:
        why = f"its title and text have little in common with {latest.number}"
    named = f"{item.resolution.number}, “{mine.title}”" if mine.title else item.resolution.number
    reason = (
        f"this is another series ({named}): {why}. It is left out; open it by itself, or with its own series."
    )
    return FileError(item.path, reason)


def _numbers(group: Sequence[_Found]) -> set[str]:
    return {_version(item) for item in group}


def _version(item: _Found) -> str:
    """What two files of the same version have in common: the number, or without one the text."""
    return item.resolution.masthead.number or _plain("\n".join(p.text for p in item.resolution.paragraphs))


def _without_doubles(group: Sequence[_Found], refused: list[FileError]) -> list[_Found]:
    """One file for each version: the one read with the fewest doubts, then the fullest."""
    kept: dict[str, _Found] = {}
    for item in sorted(group, key=_doubts):
        first = kept.setdefault(_version(item), item)
        if first is not item:
            refused.append(_double(item, first))
    return list(kept.values())


def _doubts(item: _Found) -> tuple[int, int, str, str]:
    looks = sum(warning.needs_look for warning in item.resolution.warnings)
    return looks, -len(item.resolution.paragraphs), item.path.name, str(item.path)


def _double(item: _Found, used: _Found) -> FileError:
    mine, theirs = (
        [_plain(paragraph.text) for paragraph in side.resolution.paragraphs] for side in (item, used)
    )
    different = len(set(mine) ^ set(theirs))
    if mine == theirs:
        same = "The texts are the same"
    else:
        same = (
            f"The texts differ ({different} paragraphs are not the same in both)"
            if different
            else "The texts differ"
        )
    name = used.path.name if used.path.name != item.path.name else str(used.path)
    reason = (
        f"this is {item.resolution.number} again, which {name} already gives. {same}; "
        f"{name} is used. To use this file instead, leave the other out."
    )
    return FileError(item.path, reason)


def _plain(text: str) -> str:
    return " ".join(text.translate(_GLYPHS).casefold().split())


def _told_apart(versions: Sequence[_Found]) -> list[_Found]:
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


def _unnumbered(versions: Sequence[_Found]) -> tuple[ReadWarning, ...]:
    """A remark for each version without a number: its place in the series rests on its date or session."""
    found = []
    for item in versions:
        head = item.resolution.masthead
        if not head.number and len(versions) > 1:
            known = "its date" if head.adopted else "its session" if head.session else "its file name"
            name = item.resolution.source
            message = f"{name} has no resolution number; it was put in order by {known}"
            found.append(ReadWarning(message, name, needs_look=True))
    return tuple(found)
