# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a series while it is put together: which version each holds, where that stands in time.

And the sentences that tell a drafter why a file is not used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drafting.data import language_name
from drafting.errors import FileError
from drafting.ordinals import counted
from drafting.reading.kinship import Runs, plain
from drafting.resolution import Act, Masthead, Resolution
from drafting.sessions import Count, opening_day, organ, usual_day

_BEST_FIRST = ("XML", "Word", "older Word", "web page", "text", "PDF")
"""Formats by how much they tell of the structure; a format that is not here comes last."""

_MOST_NAMED = 5  # paragraphs named in a sentence

Key = tuple[date, int, tuple[int, ...], str]


@dataclass(frozen=True, slots=True)
class Found:
    """A file that could be read, its resolution, and the runs of words it is known by."""

    path: Path
    resolution: Resolution
    runs: Runs

    @property
    def head(self) -> Masthead:
        """The masthead of its resolution."""
        return self.resolution.masthead

    @property
    def version(self) -> str:
        """What two files of the same version have in common: number or symbol, without them the text."""
        numbered = "" if self.resolution.is_draft else self.head.number
        named = self.head.symbol if self.resolution.is_tabled else numbered
        return named or plain("\n".join(p.text for p in self.resolution.paragraphs))

    @property
    def key(self) -> Key:
        """Its place in time: its date, else what its session and number tell.

        A draft stands at the opening of its session, so before every text adopted there; in an organ that
        numbers by years, which renews a text within the year, at the end of its year.
        """
        head, draft = self.head, self.resolution.is_draft
        named = head.symbol if draft else head.number
        numbers = tuple(int(number) for number in re.findall(r"\d+", named or head.symbol))
        early = draft and organ(head.body).count is not Count.YEARS
        day = head.adopted or (opening_day if early else usual_day)(head.body, head.session)
        if day is None:
            years = [number for number in numbers if 1945 < number < 2200]
            month = 1 if early else 12 if draft else 7
            day = date(years[0], month, 1) if years else date.min
        return day, head.session or 0, numbers, self.path.name


def best_first(item: Found) -> tuple[int, int, int, int, str, str]:
    """The order among files of one version: the better format, the fewer doubts, the fuller text.

    Before all that comes a file without tracked changes: with them it is a proposal, not the version.
    """
    form = item.resolution.format
    # web page and text tell equally much
    rank = _BEST_FIRST.index("text" if form == "web page" else form) if form in _BEST_FIRST else 99
    looks = sum(warning.needs_look for warning in item.resolution.warnings)
    changed = bool(_tracked(item.resolution))
    return changed, rank, looks, -len(item.resolution.paragraphs), item.path.name, str(item.path)


def _tracked(resolution: Resolution) -> int:
    """How many tracked changes of words a file holds."""
    return sum(one.act is not Act.FORMAT for one in resolution.revisions)


def of_another_series(item: Found, chosen: Sequence[Found]) -> FileError:
    """Why a file of another resolution is left out."""
    latest = max(chosen, key=lambda one: one.key).resolution
    mine, theirs = item.head, latest.masthead
    if mine.body != theirs.body and mine.body and theirs.body:
        why = f"it is a resolution of the {mine.body}, the others are of the {theirs.body}"
    else:
        why = f"its title and text have little in common with {latest.number}"
    named = f"{item.resolution.number}, “{mine.title}”" if mine.title else item.resolution.number
    reason = (
        f"this is another series ({named}): {why}. It is left out; open it by itself, or with its own series."
    )
    return FileError(item.path, reason)


def in_another_language(item: Found, chosen: Sequence[Found]) -> FileError:
    """Why a translation is left out: words of two languages cannot be held against each other."""
    mine, theirs = language_name(item.head.language), language_name(chosen[0].head.language)
    same = next((one for one in chosen if _one_text(item.head, one.head)), None)
    if same is None:
        what = f"this text is in {mine}, the others are in {theirs}"
    else:
        what = f"this is {same.resolution.number} in {mine}, which {same.path.name} gives in {theirs}"
    reason = (
        f"{what}. Words of two languages cannot be compared, so it is left out; "
        f"to use it, open the texts in {mine} by themselves."
    )
    return FileError(item.path, reason)


def _one_text(one: Masthead, other: Masthead) -> bool:
    """Whether two mastheads are of one text, whatever its language."""
    numbers = one.body == other.body and one.number and one.number == other.number
    return bool(numbers or (one.symbol and one.symbol == other.symbol))


def overtaken_draft(item: Found, by: Found) -> FileError:
    """Why a draft is left out when the text that came of it, or a later draft, is there."""
    since = "a later draft is" if by.resolution.is_draft else "a text adopted since is"
    reason = (
        f"this is a draft{_as_tabled(item.resolution)} ({item.resolution.number}), and {since} given with it "
        f"({by.resolution.number}, {by.path.name}). A series holds adopted texts, and after the last of them "
        "one draft; to see what became of this one, compare the two files."
    )
    return FileError(item.path, reason)


def _as_tabled(draft: Resolution) -> str:
    return " as it was tabled" if draft.is_tabled else ""


def not_adopted(draft: Resolution) -> str:
    """What is to be said of a series whose latest text is a draft."""
    draft_of = f"{draft.number} is a draft{_as_tabled(draft)}"
    return f"{draft_of}; if it was adopted since, open the adopted text instead"


def double(item: Found, used: Found) -> FileError:
    """Why a file is left out whose version another file gives."""
    name = used.path.name if used.path.name != item.path.name else str(used.path)
    reason = (
        f"this is {item.resolution.number} again, which {name} already gives. {_differing(item, used)}; "
        f"{_why_used(item, used, name)}. To use this file instead, leave the other out."
    )
    return FileError(item.path, reason)


def _differing(item: Found, used: Found) -> str:
    """In which paragraphs two texts of one version differ."""
    mine, theirs = ([(p.id, plain(p.text)) for p in side.resolution.paragraphs] for side in (item, used))
    if [text for _, text in mine] == [text for _, text in theirs]:
        return "The texts are the same"
    shared = {text for _, text in mine} & {text for _, text in theirs}
    ids = list(dict.fromkeys(name for name, text in (*theirs, *mine) if text not in shared))
    if not ids:
        return "The texts differ in the order or the number of their paragraphs"
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return f"The texts differ in {', '.join(ids[:_MOST_NAMED])}{more}"


def _why_used(item: Found, used: Found, name: str) -> str:
    """Which of two files of one version is used, and what the other has against it."""
    tracked, comments = _tracked(item.resolution), len(item.resolution.comments)
    if tracked and not _tracked(used.resolution):
        beside = f" and {counted(comments, 'comment')}" if comments else ""
        held = f"it holds {counted(tracked, 'tracked change')}{beside}"
        return f"{held}; the file without changes is used"
    better = best_first(used)[1] < best_first(item)[1]
    why = f", because {used.resolution.format} tells more than {item.resolution.format}" if better else ""
    return f"{name} is used{why}"
