# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison in words: for screen readers, for the head of the columns, and for what is copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from drafting.comparing.records import Change, Edit, Op, Pair, Reason
from drafting.reading.kinship import same_series
from drafting.resolution import Kind, Paragraph, Part
from drafting.translation import listed, marked_plural, tr, trn
from drafting.writing.text import DIFFERENT
from ui.comparison.marking import quoted, reason_of, shown_edits
from ui.comparison.rows import WORDS, Cell, Comparison, Layer, Layers, Passage, Row, Version


def title(row: Row) -> str:
    """The names of a row's paragraphs: "OP30", or "PP13, now PP12" where the number changed."""
    names = [name for name in row.names if name]
    now = tr(", now {name}")
    return "".join(
        now.format(name=name) if at else name
        for at, name in enumerate(names)
        if not at or name != names[at - 1]
    )


def describe(row: Row, comparison: Comparison, shown: Layers = WORDS) -> str:
    """What became of a row, in one sentence: "OP30, reworded: “2022” replaced by “2024” (routine: date)".

    Of the words that differ, those of the classes that are shown. With several columns, each that differs is
    told by the name of its version.
    """
    compared = [at for at, column in enumerate(comparison.columns) if column.against is not None]
    told = {at: _told(row, at, comparison, shown) for at in compared if row.said[at]}
    if len(compared) == 1 or row.ghost:
        return f"{title(row)}, {next(iter(told.values()))}"
    changed = [at for at in told if row.changed(at)]
    if not changed:
        return tr("{paragraph}, unchanged in all").format(paragraph=title(row))
    return f"{title(row)}. " + ". ".join(f"{comparison.versions[at].spoken}, {told[at]}" for at in changed)


def _told(row: Row, at: int, comparison: Comparison, shown: Layers) -> str:
    against = comparison.columns[at].against
    assert against is not None
    old, new = comparison.versions[against], comparison.versions[at]
    parts: list[str] = []
    for pair in () if row.ghost else row.pairs[at]:
        parts += [*_words(pair, old, new, shown), *_footnotes(pair, old, new, shown)]
    return _headed(row.said[at], tr("; ").join(parts)) if parts else row.said[at]


def _headed(head: str, text: str) -> str:
    return tr("{head}: {text}").format(head=head, text=text)


def texts(row: Row, versions: Sequence[Version]) -> str:
    """The whole wording of a row, column by column, for whoever wants to hear it after the sentence."""
    said = [
        _headed(version.name, " ".join(_plain(passage) for passage in cell.passages))
        for version, cell in zip(versions, row.cells, strict=True)
        if cell
    ]
    return "\n".join(said)


def folded(count: int, hidden: int = 0) -> str:
    """The line that stands for rows folded away; in `hidden` of them something differs that is not shown."""
    if not count:
        return tr("The place that a moved paragraph left")
    if not hidden:
        return trn("{n} paragraph unchanged", "{n} paragraphs unchanged", count)
    return trn(
        "{n} paragraph folded, {hidden} of them with changes that are hidden",
        "{n} paragraphs folded, {hidden} of them with changes that are hidden",
        count,
    ).format(hidden=hidden)


def size(version: Version) -> str:
    """The extent of a version: "33 preambular, 37 operative", and "2 annexes" where it has some."""
    text = version.resolution.paragraphs
    kinds = [paragraph.kind for paragraph in text if paragraph.part is not Part.ANNEX]
    annexes = len({paragraph.unit for paragraph in text if paragraph.part is Part.ANNEX})
    size = tr("{preambular} preambular, {operative} operative").format(
        preambular=kinds.count(Kind.PREAMBULAR), operative=kinds.count(Kind.OPERATIVE)
    )
    return f"{size}, {trn('{n} annex', '{n} annexes', annexes)}" if annexes else size


def summary(comparison: Comparison, column: int) -> str:
    """What a version did to the one it is compared with: "20 changed, 1 new, 2 left out, 1 moved"."""
    pairs = comparison.pairs(column)
    kinds = Counter(pair.change for pair in pairs)
    came, left = kinds[Change.ADDED], kinds[Change.REMOVED]
    moved = sum(pair.change.moved for pair in pairs)
    notes = sum(pair.change is Change.UNCHANGED and bool(pair.notes) for pair in pairs)
    changed = len(pairs) - kinds[Change.UNCHANGED] + notes - came - left - moved
    counts = (
        (marked_plural("{n} changed", "{n} changed"), changed),
        (marked_plural("{n} new", "{n} new"), came),
        (marked_plural("{n} left out", "{n} left out"), left),
        (marked_plural("{n} moved", "{n} moved"), moved),
    )
    return ", ".join(trn(*what, number) for what, number in counts if number) or tr("nothing changed")


def from_before(comparison: Comparison, column: int, before: str) -> str:
    """The summary of a version with the name of the one it is compared with."""
    return tr("{summary} from {version}").format(summary=summary(comparison, column), version=before)


def verdict(comparison: Comparison) -> str:
    """The word to be said over the rows when nothing differs, or when all does."""
    if comparison.changes:
        texts = [version.resolution for version in comparison.versions]
        return "" if all(same_series(one, other) for one, other in pairwise(texts)) else tr(DIFFERENT)
    if len(comparison.columns) > 2:
        return tr("The versions are the same: every paragraph, word and footnote.")
    if comparison.old == comparison.new:
        return tr("{name} is compared with itself: choose another version on either side.").format(
            name=comparison.old.name
        )
    return tr(
        "The two versions are the same: every paragraph, word and footnote. "
        "Quotation marks, apostrophes and hyphens of another shape do not count."
    )


def copied(row: Row, versions: Sequence[Version], columns: Iterable[int]) -> str:
    """The text of some columns of a row with references, once where the columns read exactly the same."""
    blocks: list[tuple[list[str], str]] = []
    for column in columns:
        cell = row.cells[column]
        if cell is None:
            continue
        reference, text = _reference(versions[column], cell), _copy_text(cell)
        same = next((names for names, known in blocks if known == text), None)
        if same is None:
            blocks.append(([reference], text))
        else:
            same.append(reference)
    return "\n\n".join(f"{tr('; ').join(names)}\n{text}" for names, text in blocks)


def _words(pair: Pair, old: Version, new: Version, shown: Layers) -> list[str]:
    before = "\n".join(old.resolution.paragraph(one).text for one in pair.old)
    after = "\n".join(new.resolution.paragraph(one).text for one in pair.new)
    if not (pair.old and pair.new):
        version, ids = (old, pair.old) if pair.old else (new, pair.new)
        return [" ".join(_spoken(version.resolution.paragraph(one)) for one in ids)]
    said = [_edit(edit, before, after) for edit in shown_edits(pair.words, shown)]
    if Layer.GLYPHS in shown and pair.glyphs:
        said.append(trn("{n} of glyphs or spaces", "{n} of glyphs or spaces", len(pair.glyphs)))
    return said


def _footnotes(pair: Pair, old: Version, new: Version, shown: Layers) -> Iterator[str]:
    before, after = (
        [note for one in ids for note in version.resolution.paragraph(one).footnotes]
        for version, ids in ((old, pair.old), (new, pair.new))
    )
    for edit in pair.notes:
        if edit.old is None and edit.new is not None:
            yield tr("footnote {number} added: {text}").format(
                number=after[edit.new].number, text=quoted(after[edit.new].text)
            )
        elif edit.new is None and edit.old is not None:
            yield tr("footnote {number} removed: {text}").format(
                number=before[edit.old].number, text=quoted(before[edit.old].text)
            )
        elif edit.old is not None and edit.new is not None:
            texts = before[edit.old].text, after[edit.new].text
            words = ", ".join(_edit(word, *texts) for word in shown_edits(edit.words, shown))
            if words:
                yield tr("footnote {number}: {text}").format(number=after[edit.new].number, text=words)


def _spoken(paragraph: Paragraph) -> str:
    notes = [
        tr("Footnote {number}: {text}").format(number=note.number, text=note.text)
        for note in paragraph.footnotes
    ]
    return " ".join([paragraph.text, *notes])


def _edit(edit: Edit, old: str, new: str) -> str:
    if edit.op is Op.INSERT:
        said = tr("{new} added")
    elif edit.op is Op.DELETE:
        said = tr("{old} removed")
    else:
        said = tr("{old} replaced by {new}")
    told = said.format(old=quoted(edit.old.of(old)), new=quoted(edit.new.of(new)))
    return told if edit.reason is Reason.WORDING else f"{told} ({reason_of(edit)})"


def _plain(passage: Passage) -> str:
    notes = [
        tr("Footnote {number}: {text}").format(number=note.number, text=note.text) for note in passage.notes
    ]
    return " ".join([passage.text, *notes])


def _reference(version: Version, cell: Cell) -> str:
    """How the place is cited: "A/HRC/RES/53/11, OP30"; a draft by its name and session."""
    symbol = version.resolution.masthead.symbol
    name = (
        symbol
        if symbol and not version.is_draft
        else ", ".join(filter(None, (version.name, _session(version))))
    )
    return f"{name}, {listed([passage.name for passage in cell.passages])}"


def _session(version: Version) -> str:
    return version.subtitle if version.is_draft else ""


def _copy_text(cell: Cell) -> str:
    lines = []
    for passage in cell.passages:
        lines.append(passage.text)
        lines += [f"{note.number} {note.text}" for note in passage.notes]
    return "\n".join(lines)
