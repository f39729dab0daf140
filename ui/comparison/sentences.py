# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison in words: for screen readers, for the head of the columns, and for what is copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from drafting.comparing.records import Change, Edit, Op, Pair, Reason
from drafting.reading.kinship import same_series
from drafting.resolution import Kind, Paragraph, Part
from drafting.updating.wording import listed
from drafting.writing.text import DIFFERENT
from ui.comparison.marking import quoted, reason_of, shown_edits
from ui.comparison.rows import WORDS, Cell, Comparison, Layer, Layers, Passage, Row, Version


def title(row: Row) -> str:
    """The names of a row's paragraphs: "OP30", or "PP13, now PP12" where the number changed."""
    names = [name for name in row.names if name]
    return ", now ".join(name for at, name in enumerate(names) if not at or name != names[at - 1])


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
        return f"{title(row)}, unchanged in all"
    return f"{title(row)}. " + ". ".join(f"{comparison.versions[at].spoken}, {told[at]}" for at in changed)


def _told(row: Row, at: int, comparison: Comparison, shown: Layers) -> str:
    against = comparison.columns[at].against
    assert against is not None
    old, new = comparison.versions[against], comparison.versions[at]
    parts: list[str] = []
    for pair in () if row.ghost else row.pairs[at]:
        parts += [*_words(pair, old, new, shown), *_footnotes(pair, old, new, shown)]
    return f"{row.said[at]}: {'; '.join(parts)}" if parts else row.said[at]


def texts(row: Row, versions: Sequence[Version]) -> str:
    """The whole wording of a row, column by column, for whoever wants to hear it after the sentence."""
    said = [
        f"{version.name}: {' '.join(_plain(passage) for passage in cell.passages)}"
        for version, cell in zip(versions, row.cells, strict=True)
        if cell
    ]
    return "\n".join(said)


def folded(count: int, hidden: int = 0) -> str:
    """The line that stands for rows folded away; in `hidden` of them something differs that is not shown."""
    if not count:
        return "The place that a moved paragraph left"
    paragraphs = "1 paragraph" if count == 1 else f"{count} paragraphs"
    if not hidden:
        return f"{paragraphs} unchanged"
    return f"{paragraphs} folded, {hidden} of them with changes that are hidden"


def size(version: Version) -> str:
    """The extent of a version: "33 preambular, 37 operative", and "2 annexes" where it has some."""
    text = version.resolution.paragraphs
    kinds = [paragraph.kind for paragraph in text if paragraph.part is not Part.ANNEX]
    annexes = len({paragraph.unit for paragraph in text if paragraph.part is Part.ANNEX})
    size = f"{kinds.count(Kind.PREAMBULAR)} preambular, {kinds.count(Kind.OPERATIVE)} operative"
    return size + (f", {annexes} annex{'es' if annexes > 1 else ''}" if annexes else "")


def summary(comparison: Comparison, column: int) -> str:
    """What a version did to the one it is compared with: "20 changed, 1 new, 2 left out, 1 moved"."""
    pairs = comparison.pairs(column)
    kinds = Counter(pair.change for pair in pairs)
    came, left = kinds[Change.ADDED], kinds[Change.REMOVED]
    moved = sum(pair.change.moved for pair in pairs)
    notes = sum(pair.change is Change.UNCHANGED and bool(pair.notes) for pair in pairs)
    changed = len(pairs) - kinds[Change.UNCHANGED] + notes - came - left - moved
    counts = {"changed": changed, "new": came, "left out": left, "moved": moved}
    return ", ".join(f"{number} {what}" for what, number in counts.items() if number) or "nothing changed"


def verdict(comparison: Comparison) -> str:
    """The word to be said over the rows when nothing differs, or when all does."""
    if comparison.changes:
        texts = [version.resolution for version in comparison.versions]
        return "" if all(same_series(one, other) for one, other in pairwise(texts)) else DIFFERENT
    if len(comparison.columns) > 2:
        return "The versions are the same: every paragraph, word and footnote."
    if comparison.old == comparison.new:
        return f"{comparison.old.name} is compared with itself: choose another version on either side."
    return (
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
    return "\n\n".join(f"{'; '.join(names)}\n{text}" for names, text in blocks)


def _words(pair: Pair, old: Version, new: Version, shown: Layers) -> list[str]:
    before = "\n".join(old.resolution.paragraph(one).text for one in pair.old)
    after = "\n".join(new.resolution.paragraph(one).text for one in pair.new)
    if not (pair.old and pair.new):
        version, ids = (old, pair.old) if pair.old else (new, pair.new)
        return [" ".join(_spoken(version.resolution.paragraph(one)) for one in ids)]
    said = [_edit(edit, before, after) for edit in shown_edits(pair.words, shown)]
    return said + [f"{len(pair.glyphs)} of glyphs or spaces"] * (Layer.GLYPHS in shown and bool(pair.glyphs))


def _footnotes(pair: Pair, old: Version, new: Version, shown: Layers) -> Iterator[str]:
    before, after = (
        [note for one in ids for note in version.resolution.paragraph(one).footnotes]
        for version, ids in ((old, pair.old), (new, pair.new))
    )
    for edit in pair.notes:
        if edit.old is None and edit.new is not None:
            yield f"footnote {after[edit.new].number} added: {quoted(after[edit.new].text)}"
        elif edit.new is None and edit.old is not None:
            yield f"footnote {before[edit.old].number} removed: {quoted(before[edit.old].text)}"
        elif edit.old is not None and edit.new is not None:
            texts = before[edit.old].text, after[edit.new].text
            words = ", ".join(_edit(word, *texts) for word in shown_edits(edit.words, shown))
            if words:
                yield f"footnote {after[edit.new].number}: {words}"


def _spoken(paragraph: Paragraph) -> str:
    notes = [f"Footnote {note.number}: {note.text}" for note in paragraph.footnotes]
    return " ".join([paragraph.text, *notes])


def _edit(edit: Edit, old: str, new: str) -> str:
    why = "" if edit.reason is Reason.WORDING else f" ({reason_of(edit)})"
    if edit.op is Op.INSERT:
        return f"{quoted(edit.new.of(new))} added{why}"
    if edit.op is Op.DELETE:
        return f"{quoted(edit.old.of(old))} removed{why}"
    return f"{quoted(edit.old.of(old))} replaced by {quoted(edit.new.of(new))}{why}"


def _plain(passage: Passage) -> str:
    notes = [f"Footnote {note.number}: {note.text}" for note in passage.notes]
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
