# SPDX-License-Identifier: GPL-3.0-or-later
"""What an export will mark, worked out off the GUI thread, and the same wishes as the writers take them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.draft import Counted, Draft
from drafting.errors import ChangedFile
from drafting.reading import read
from drafting.resolution import Kind, Resolution
from drafting.translation import marked, tr
from drafting.writing.forms import Choice, Form, why_not
from ui.export.choices import Wanted

if TYPE_CHECKING:  # the Word library is loaded off the GUI thread, when it is first wanted
    from drafting.writing.counts import MarkedCounts
    from drafting.writing.exporting import Export
    from drafting.writing.tracked import Signature

_COUNTED = marked(
    "it has changed since its figures were counted: {place} reads otherwise now. Nothing was written, and "
    "the draft is safe. Look at the new figures, and export again."
)


@dataclass(frozen=True, slots=True)
class Preview:
    """What will be marked, and against what; `counts` is None where nothing is marked at all.

    `remark` is the sentence a drafter should read before the figures. `comments` are those on what is still
    open.
    """

    counts: MarkedCounts | None = None
    base: str = ""
    remark: str = ""
    comments: int = 0
    notes: int = 0
    """Comments with private notes and states."""
    unnumbered: tuple[str, ...] = ()
    """Preambular paragraphs numbered beside others, whose numbers the file does not print."""
    text: Resolution | None = None
    """What changes are marked against."""
    missing: bool = False
    """No official file is chosen yet."""


def previewed(draft: Draft, wanted: Wanted) -> Preview:
    """The figures of an export; raises PenholderError where it could not be made as chosen."""
    comments = _comments(draft) if wanted.choices.has(Choice.COMMENTS) else 0
    notes = _notes(draft) if wanted.choices.has(Choice.NOTES) else 0
    bare = () if wanted.choices.has(Choice.TAGS) else unnumbered(draft)
    if not wanted.form.shows_changes:
        return Preview(comments=comments, notes=notes, unnumbered=bare)
    if wanted.form is Form.OFFICIAL and wanted.official is None:
        return Preview(missing=True)
    from drafting.writing.against import against
    from drafting.writing.counts import marked_counts

    base, remark = _old_text(draft, wanted)
    counts = marked_counts(against(draft, base), moves=wanted.choices.has(Choice.MOVES))
    return Preview(counts, base.number, remark, comments, notes, bare, base)


def export_of(draft: Draft, wanted: Wanted) -> Export:
    """What the writers are asked for; choices that do not fit the form are left out."""
    from drafting.writing.exporting import Export
    from drafting.writing.options import WordOptions
    from drafting.writing.redline import Marks

    choices, form = wanted.choices, wanted.form
    official = wanted.official if form is Form.OFFICIAL else None
    then = read_from(draft, wanted) if official else None
    options = WordOptions(
        highlight_placeholders=choices.has(Choice.HIGHLIGHT),
        paragraph_tags=choices.has(Choice.TAGS),
        provenance=choices.has(Choice.PROVENANCE),
        line_numbers=choices.has(Choice.LINE_NUMBERS),
    )
    return Export(
        then if official else _chosen(draft, wanted) if form.shows_changes else None,
        official,
        _signature(wanted),
        choices.has(Choice.ACCEPT_FIRST),
        options,
        Marks.PLAIN if form is Form.REDLINE else Marks.TRACKED,
        choices.has(Choice.MOVES),
        choices.has(Choice.COMMENTS),
        choices.has(Choice.NOTES),
    )


def read_from(draft: Draft, wanted: Wanted) -> Resolution | None:
    """The version that was read from a Word file of this name; None for another file."""
    name = wanted.official.name if wanted.official else ""
    versions = draft.lineage.versions
    return next((one for one in versions if one.source == name and one.format == "Word"), None)


def _comments(draft: Draft) -> int:
    from drafting.writing.comments import open_comments

    return len(open_comments(draft))


def _notes(draft: Draft) -> int:
    from drafting.writing.comments import with_notes

    return len(with_notes(draft))


def unnumbered(draft: Draft) -> tuple[str, ...]:
    """The names of paragraphs that print no number, though they are numbered beside others: PP2bis."""
    beside = (one for one in draft.paragraphs if one.counted is not Counted.ON)
    return tuple(draft.label(one.key).id for one in beside if one.kind is Kind.PREAMBULAR)


def _old_text(draft: Draft, wanted: Wanted) -> tuple[Resolution, str]:
    """The text that changes are marked against, with what a drafter should know of it."""
    from drafting.writing.exporting import official_text
    from drafting.writing.otherwise import base_remarks

    if wanted.form is not Form.OFFICIAL or wanted.official is None:
        base = _chosen(draft, wanted)
        return base, " ".join(base_remarks(draft, base))
    now = official_text(draft, wanted.official, read_from(draft, wanted))
    return now, " ".join(base_remarks(draft, now, wanted.official.name))


def _chosen(draft: Draft, wanted: Wanted) -> Resolution:
    if wanted.other is not None:
        now = read(wanted.other)
        _still_says(wanted.other, now, wanted.counted)
        return now
    versions = {version.number: version for version in draft.lineage.versions}
    return versions.get(wanted.against, draft.base)


def _still_says(path: Path, now: Resolution, then: Resolution | None) -> None:
    from drafting.writing.otherwise import other_place

    if then is not None and (place := other_place(now, then)):
        raise ChangedFile(path, tr(_COUNTED).format(place=place))


def _signature(wanted: Wanted) -> Signature:
    from drafting.writing.tracked import Signature

    choices = wanted.choices
    if why_not(wanted.form, Choice.AUTHOR):
        return Signature()
    now = datetime.now().astimezone().replace(tzinfo=None)  # Word writes the clock on the wall
    author = choices.author.strip()
    return Signature(author, now if author and choices.dated else None)
