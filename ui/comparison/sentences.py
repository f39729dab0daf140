# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison in words: for screen readers, for the head of the columns, and for what is copied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafting.comparing.records import Change, Edit, Op, Reason
from drafting.resolution import Kind, Part
from drafting.updating.wording import listed
from drafting.writing.text import CHANGE_NAMES
from ui.comparison.marking import quoted, reason_of, shown_edits
from ui.comparison.rows import WORDS, Cell, Comparison, Layer, Layers, Passage, Row, Version


def title(row: Row) -> str:
    """The names of a row's paragraphs: "OP30", or "PP13, now PP12" where the number changed."""
    old, new = row.names
    if old and new and old != new:
        return f"{old}, now {new}"
    return new or old


def describe(row: Row, shown: Layers = WORDS) -> str:
    """What became of a row, in one sentence: "OP30, reworded: “2022” replaced by “2024” (routine: date)".

    Of the words that differ, those of the classes that are shown.
    """
    head = f"{title(row)}, {_verdict(row)}"
    parts = [*_words(row, shown), *_footnotes(row, shown)]
    return f"{head}: {'; '.join(parts)}" if parts else head


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


def summary(comparison: Comparison) -> str:
    """What the new version did to the old: "20 changed, 1 new, 2 left out, 1 moved"; each row counts once."""
    count = comparison.count
    came, left = count(Change.ADDED), count(Change.REMOVED)
    moved = count(Change.MOVED, Change.MOVED_REWORDED)
    changed = len(comparison.changes) - came - left - moved
    counts = {"changed": changed, "new": came, "left out": left, "moved": moved}
    return ", ".join(f"{number} {what}" for what, number in counts.items() if number) or "nothing changed"


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


def _verdict(row: Row) -> str:
    remarks = (cell.remark.removeprefix("? ") for cell in row.cells if cell and cell.remark)
    return ", ".join([_change(row), *remarks])


def _change(row: Row) -> str:
    tags = [cell.tag for cell in row.cells if cell and cell.tag]
    if row.ghost or row.change in {Change.ADDED, Change.REMOVED}:
        return tags[0]
    if row.change in {Change.MOVED, Change.MOVED_REWORDED}:
        return tags[0] + (" and reworded" if row.change is Change.MOVED_REWORDED else "")
    if row.change in {Change.SPLIT, Change.MERGED}:
        return tags[0]
    if row.change is Change.UNCHANGED and row.note_edits:
        return "footnote changed"
    return CHANGE_NAMES[row.change]


def _words(row: Row, shown: Layers) -> list[str]:
    if row.ghost or not all(row.cells):
        text = next(cell for cell in row.cells if cell).passages
        return [] if row.ghost else [" ".join(_plain(passage) for passage in text)]
    old, new = ("\n".join(passage.text for passage in cell.passages) if cell else "" for cell in row.cells)
    said = [_edit(edit, old, new) for edit in shown_edits(row.edits, shown)]
    return said + [f"{len(row.glyphs)} of glyphs or spaces"] * (Layer.GLYPHS in shown and bool(row.glyphs))


def _footnotes(row: Row, shown: Layers) -> list[str]:
    old, new = ([note for p in cell.passages for note in p.notes] if cell else [] for cell in row.cells)
    parts = []
    for edit in row.note_edits:
        if edit.old is None and edit.new is not None:
            parts.append(f"footnote {new[edit.new].number} added: {quoted(new[edit.new].text)}")
        elif edit.new is None and edit.old is not None:
            parts.append(f"footnote {old[edit.old].number} removed: {quoted(old[edit.old].text)}")
        elif edit.old is not None and edit.new is not None:
            before, after = old[edit.old], new[edit.new]
            words = ", ".join(_edit(word, before.text, after.text) for word in shown_edits(edit.words, shown))
            if words:
                parts.append(f"footnote {after.number}: {words}")
    return parts


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
