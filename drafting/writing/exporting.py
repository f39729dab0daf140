# SPDX-License-Identifier: GPL-3.0-or-later
"""One way out for a draft: clean, with its changes marked, or written into an official file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drafting.draft import Draft
from drafting.errors import ChangedFile, OtherResolution, UnreadableFile
from drafting.reading import read
from drafting.reading.kinship import same_series
from drafting.resolution import Resolution
from drafting.translation import marked, tr
from drafting.writing.against import against
from drafting.writing.akn import write_akn
from drafting.writing.comments import Comment, open_comments, with_notes, write_commented
from drafting.writing.official import write_official
from drafting.writing.options import DEFAULTS, WordOptions
from drafting.writing.otherwise import base_remarks, other_place
from drafting.writing.page import write_page
from drafting.writing.plain import write_plain
from drafting.writing.provenance import provenance
from drafting.writing.redline import Marks, write_redline
from drafting.writing.targets import check_target
from drafting.writing.tracked import Signature, write_tracked
from drafting.writing.tracked.stamp import NOBODY
from drafting.writing.word import write_word

_NOT_WORD = marked(
    "changes can be written only into a Word file (.docx), and this is none. The file and the draft are as "
    "they were. Choose the official file for Word, or write the changes to a file of their own."
)
_CHANGED = marked(
    "it has changed since it was read: {place} reads otherwise now. Nothing was written, and the draft is "
    "safe. Open the series again to draft on the text as it is, or choose a copy of the file as it was."
)

_OTHER = marked(
    "it holds {number}, another resolution than the one that is drafted: all of it would be struck out. "
    "Nothing was written. Choose the official file of one of the versions."
)


@dataclass(frozen=True, slots=True)
class Export:
    """What is wanted: with neither `base` nor `official` the clean draft.

    `base` is the version against which changes are marked in a file we lay out, `official` the .docx file of
    a version into a copy of which they are written; `accept_first` accepts the changes that are in it. With
    both, `official` is the file `base` was read from, and has to say the same still. `marks` says how changes
    are shown, `moves` that what moved is tracked as a move, `comments` that open proposals are written as
    comments of Word with their reason, `notes` that the drafter's private notes and what the room said of
    paragraphs are: without it nothing of them stands in any file. `forms.why_not` tells which of these fit
    together; those that do not are passed over.
    """

    base: Resolution | None = None
    official: Path | None = None
    signature: Signature = NOBODY
    accept_first: bool = False
    options: WordOptions = DEFAULTS
    marks: Marks = Marks.TRACKED
    moves: bool = False
    comments: bool = False
    notes: bool = False


def export(draft: Draft, path: Path, wanted: Export, loaded: Iterable[Path] = ()) -> tuple[str, ...]:
    """Write the draft to `path`, whole and proved, or not at all; what kind of file, its suffix says.

    What a drafter should know of the text that changes are marked against is given back, in sentences.
    Nothing is written over the official file, nor over the files of `loaded`. Raises WriteFailed,
    TrackingFailed, ChangedFile, OtherResolution, and for an official file what `write_official` raises.
    """
    check_target(path, wanted.official, loaded)
    if wanted.official is not None:
        return _write_official(draft, path, wanted.official, wanted)
    if wanted.base is None:
        _write_clean(draft, path, wanted)
        return ()
    if wanted.marks is Marks.PLAIN:
        write_redline(against(draft, wanted.base), path, wanted.options)
    else:
        alignment, said = against(draft, wanted.base), _comments(draft, wanted)
        signature, options, moves = wanted.signature, wanted.options, wanted.moves
        write_tracked(alignment, path, signature, options, comments=said, moves=moves)
    return base_remarks(draft, wanted.base)


def read_official(path: Path, then: Resolution | None = None) -> Resolution:
    """The text of an official Word file as it is now, which is also that of `then` when this is given.

    Raises UnreadableFile when it cannot be read or is no .docx, NotAResolution, and ChangedFile when it no
    longer says what `then` says.
    """
    now = read(path)
    if now.format != "Word":
        raise UnreadableFile(path, tr(_NOT_WORD))
    if then is not None and (place := other_place(now, then)):
        raise ChangedFile(path, tr(_CHANGED).format(place=place))
    return now


def official_text(draft: Draft, path: Path, then: Resolution | None = None) -> Resolution:
    """The text of the official file that the changes of a draft can be written on.

    Raises OtherResolution when it is no version of what is drafted, and what `read_official` raises.
    """
    now = read_official(path, then)
    if not same_series(now, draft.base):
        raise OtherResolution(path, tr(_OTHER).format(number=now.number))
    return now


def _comments(draft: Draft, wanted: Export) -> tuple[Comment, ...]:
    said = open_comments(draft) if wanted.comments else ()
    return with_notes(draft, said) if wanted.notes else said


def _write_official(draft: Draft, path: Path, official: Path, wanted: Export) -> tuple[str, ...]:
    base = official_text(draft, official, wanted.base)
    write_official(
        official,
        against(draft, base),
        path,
        wanted.signature,
        accept_first=wanted.accept_first,
        comments=_comments(draft, wanted),
        moves=wanted.moves,
        highlight=wanted.options.highlight_placeholders,
    )
    return base_remarks(draft, base, official.name)


def _write_clean(draft: Draft, path: Path, wanted: Export) -> None:
    suffix, options, text = path.suffix.lower(), wanted.options, draft.resolution
    origins = provenance(draft) if options.provenance else {}
    if suffix == ".xml":
        write_akn(text, path)
    elif suffix in {".html", ".htm"}:
        write_page(text, path, options, origins)
    elif suffix == ".txt":
        write_plain(text, path, options, origins)
    elif said := _comments(draft, wanted):
        write_commented(text, path, options, said, wanted.signature, origins=origins)
    else:
        write_word(text, path, options, origins)
