# SPDX-License-Identifier: GPL-3.0-or-later
"""What a drafter is told of a Word file: what was left out of the text, and what may look otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from drafting.ordinals import counted
from drafting.reading.text.markup import STRUCK
from drafting.reading.word.file import Text
from drafting.resolution import Act, Comment, ReadWarning


def remarks(text: Text) -> tuple[ReadWarning, ...]:
    """The remarks on one text of a file, with the words that the record holds nowhere else."""
    aside = text.aside
    found = [
        *_hidden(aside.hidden),
        *text.notes.remarks(),
        *(
            _left_out("a footnote has no mark in the text", "footnotes", words)
            for words in text.unmarked
            if words
        ),
    ]
    if aside.pictures:
        found.append(ReadWarning(f"{counted(aside.pictures, 'picture')} left out", "pictures"))
    if aside.struck:
        found.append(STRUCK)
    if aside.unknown_signs:
        message = f"{counted(aside.unknown_signs, 'sign')} of a symbol font not known, shown as “\ufffd”"
        found.append(ReadWarning(message, "symbols", needs_look=True))
    if aside.parts:
        message = "a document inside the file is not read; open and copy its text in Word"
        found.append(ReadWarning(message, "embedded document", needs_look=True))
    if aside.empty_numbers:
        numbers = ", ".join(aside.empty_numbers[:20])
        found.append(ReadWarning(f"numbers with no text behind them ({numbers}) are left out", "numbering"))
    return (*found, *_changes(text))


def _changes(text: Text) -> list[ReadWarning]:
    """A proposal in tracked changes looks like an adopted text once they are accepted: it has to be said."""
    changes = text.record.changes if text.record is not None else []
    if not changes:
        return []
    worded = [change for change in changes if change.act is not Act.FORMAT]
    count = counted(len(worded or changes), "tracked change") + ("" if worded else " of looks")
    said = f"the file holds {count}{_by(change.author for change in worded or changes)}"
    message = f"{said}; the text is read with all changes accepted, and they are kept beside it"
    return [ReadWarning(message, "tracked changes", needs_look=bool(worded))]


def comments_told(comments: Sequence[Comment]) -> tuple[ReadWarning, ...]:
    """The remark that a file has comments, which are kept beside its text; none where there are none."""
    if not comments:
        return ()
    said = f"the file holds {counted(len(comments), 'comment')}{_by(one.author for one in comments)}"
    message = f"{said}; they are no part of the text, and are kept beside it"
    return (ReadWarning(message, "comments", needs_look=True),)


def _by(names: Iterable[str]) -> str:
    authors = ", ".join(dict.fromkeys(filter(None, names)))
    return f" by {authors}" if authors else ""


def _hidden(pieces: list[tuple[int, str]]) -> list[ReadWarning]:
    found = []
    for place, group in groupby(pieces, key=lambda piece: piece[0]):
        words = " ".join("".join(text for _, text in group).split())
        if words:
            found.append(
                _left_out("hidden text is not part of the text", f"paragraph {place} of the file", words)
            )
    return found


def _left_out(message: str, place: str, words: str) -> ReadWarning:
    return ReadWarning(message, place, needs_look=True, text=words)
