# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a document for the shelf: a resolution as ever, anything else by its first page and its citations.

First pages print, in this order: symbol, distribution, date, language; organ, session, its dates; the agenda
item with its title; title and author; then summary, contents or text (Editorial Manual, masthead documents).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from drafting.citing import DATE, MONTH
from drafting.data import load
from drafting.errors import FileError, NotForShelf, ReadingStopped
from drafting.glyphs import squeezed
from drafting.reading.dates import date_in
from drafting.reading.formats import format_of
from drafting.reading.loading import load_document
from drafting.reading.masthead import read_masthead
from drafting.reading.recognise import recognise
from drafting.reading.source import Source
from drafting.reading.watch import UNWATCHED, Watch
from drafting.resolution import Resolution
from drafting.translation import tr
from drafting.updating.calendar import session_of
from drafting.updating.facts import item_of
from drafting.updating.mentions import MentionKind, find
from drafting.updating.shelf.records import Passage, Shelf, ShelfKind, Shelved

_HEAD = 60  # lines in which the first page has told what a document is
_LONGEST = 400  # characters of a line that may still belong to it
_ITEM = re.compile(r"(?:agenda\s)?items?\s\d", re.IGNORECASE)
_ANCHOR = re.compile(rf"^(?:{_ITEM.pattern})|\bsession\b|^original:|{DATE}$", re.IGNORECASE)
_ASIDE = re.compile(rf"\*\s|\d[^a-z]*?–.*\d{{4}}$|{DATE}$")
CITING = (MentionKind.RESOLUTION, MentionKind.DECISION, MentionKind.SYMBOL)


def read_shelf(paths: Sequence[Path], watch: Watch = UNWATCHED) -> Shelf:
    """The documents in these files, in their order; a bad file stands in `refused` and never raises.

    ReadingStopped when `watch` says to stop.
    """
    documents: dict[str, Shelved] = {}
    refused: list[FileError] = []
    seen: set[str] = set()
    for path in paths:
        try:
            if (real := os.path.realpath(path)) in seen:
                raise NotForShelf(path, tr("this file is on the shelf already; it is used once."))
            seen.add(real)
            found = shelved(path, watch)
            if any(one.source == found.source for one in documents.values()):
                found = replace(found, source=f"{path.parent.name}/{path.name}")
            numbered = found.number and f"{found.organ} {found.number}"
            twin = documents.setdefault(found.symbol or numbered or real, found)
            if twin is not found:
                raise NotForShelf(
                    path,
                    tr("this is the same document as {source}; it is used once.").format(source=twin.source),
                )
        except ReadingStopped:
            raise
        except FileError as error:
            refused.append(error)
    return Shelf(tuple(documents.values()), tuple(refused))


def shelved(path: Path, watch: Watch = UNWATCHED) -> Shelved:
    """The document in a file, of any format that is read; of a PDF that is no resolution its first pages.

    Raises UnreadableFile as reading a resolution does, and NotForShelf when nothing in it can answer a fact.
    """
    document = load_document(path, watch)
    source = format_of(document).source_of(document)
    resolution = recognise(source, path.name)
    found = of_resolution(resolution) if resolution else _of_source(source, path.name)
    if not (found.symbol or found.number or found.passages):
        raise NotForShelf(
            path,
            tr(
                "nothing in this file answers a question: neither a symbol on its first page, nor a "
                "citation, nor the dates of a session. The file was not changed. Choose the document itself."
            ),
        )
    return found


def of_resolution(resolution: Resolution) -> Shelved:
    """A resolution as a document of the shelf; a draft is one whose number is not known."""
    head = resolution.masthead
    adopted = bool(head.number) and not resolution.is_draft and "\u2026" not in head.number
    reported = not adopted and _is_document(head.symbol)
    kind = ShelfKind.RESOLUTION if adopted else ShelfKind.DOCUMENT if reported else ShelfKind.DRAFT
    special = _is_special(head.symbol or f"/{head.number}")
    return Shelved(
        resolution.source,
        kind,
        head.symbol,
        head.number if adopted else "",
        head.title,
        head.body,
        None if special else session_of(resolution),
        head.adopted,
        "" if special else head.session_dates,
        item_of(head) if head.agenda_item is not None else "",
        head.agenda_title,
        tuple(_passages(_texts(resolution))),
    )


def _is_special(symbol: str) -> bool:
    """Whether it is of a special session ("A/HRC/S-36/2"), which no calendar counts."""
    return re.search(r"/E?S-\d", symbol) is not None


def _is_document(symbol: str) -> bool:
    """Whether a symbol is that of a report or note ("A/HRC/59/40"), and not of a draft ("A/HRC/59/L.7")."""
    return bool(re.search(r"/\d+(?:/(?:Add|Rev|Corr)\.\d+)*$", symbol))


def _texts(resolution: Resolution) -> Iterator[Passage]:
    for paragraph in resolution.paragraphs:
        yield Passage(paragraph.text, paragraph.id)
        for note in paragraph.footnotes:
            before = paragraph.text[: note.offset]
            yield Passage(f"{before} {note.text}", f"{paragraph.id} footnote {note.number}")


def _passages(texts: Iterator[Passage]) -> Iterator[Passage]:
    """Those that cite a text or document, or date a session."""
    for passage in texts:
        mentions = find(passage.text)
        kinds = {mention.kind for mention in mentions}
        dated = "ession" in passage.text and re.search(rf"\d\s(?:{MONTH})\b", passage.text)
        if kinds.intersection(CITING) or dated:
            yield passage


# ------------------------------------------------------------------------------------- other documents


def _of_source(source: Source, name: str) -> Shelved:
    lines = [*source.masthead, *(line for block in source.body for line in ("", block.text))]
    head = _head(lines)
    told = read_masthead(head, source.organ).masthead
    symbol, (item_title, title) = told.symbol, _titles(head)
    numbered = re.search(r"/(\d{1,4})/", symbol)
    session = told.session or (int(numbered[1]) if numbered else None)
    special = _is_special(symbol)
    return Shelved(
        name,
        ShelfKind.DOCUMENT if symbol else ShelfKind.OTHER,
        symbol,
        title=title if symbol else next(filter(None, head), ""),
        organ=told.body,
        session=None if special else session,
        date=_issued(head),
        session_dates="" if special else told.session_dates,
        item=_item(head),
        item_title=item_title,
        passages=tuple(_passages(Passage(squeezed(text)) for text in map(" ".join, _groups(lines)))),
    )


def _head(lines: Sequence[str]) -> list[str]:
    """The lines of the first page above summary, contents and text."""
    ends = load("shelf")["head_ends"]
    found: list[str] = []
    for line in lines[:_HEAD]:
        plain = squeezed(line).strip(" *_#.:").casefold()
        if plain in ends or re.match(r"1\.\s", plain) or len(line) > _LONGEST:
            break
        found.append(squeezed(line))
    return found


def _issued(head: Sequence[str]) -> date | None:
    """The day printed under the distribution, above the organ and its session."""
    for line in head:
        if re.search(r"\bsession\b", line, re.IGNORECASE):
            return None
        if match := re.search(rf"(?:^|\s)({DATE})$", line):
            return date_in(match[1])
    return None


def _item(head: Sequence[str]) -> str:
    """The agenda item as printed; none where there are several."""
    for line in head:
        match = re.match(r"(?:agenda\s)?item\s(\d{1,3})((?:\s?\(\w{1,4}\))*)", line, re.IGNORECASE)
        if match and not re.match(r"(?:agenda\s)?items\b", line, re.IGNORECASE):
            return f"{match[1]} {match[2].strip()}".strip()
    return ""


def _titles(head: Sequence[str]) -> tuple[str, str]:
    """The title of the agenda item, where a gap tells it apart, and title and author below it."""
    groups = list(_groups(head))
    at = max((at for at, group in enumerate(groups) if any(map(_ANCHOR.search, group))), default=-1)
    anchored = groups[at] if at >= 0 else []
    line = max((at for at, line in enumerate(anchored) if _ANCHOR.search(line)), default=-1)
    under, below = anchored[line + 1 :], groups[at + 1 :]
    if line >= 0 and _ITEM.match(anchored[line]) and (under or len(below) > 1) and below:
        item = under or below.pop(0)
    else:
        item, below = [], [under, *below]
    return _line(item), ": ".join(filter(None, map(_line, below)))


def _line(lines: Iterable[str]) -> str:
    """Lines as one, without the standing titles of the agenda, dates and notes."""
    known = {
        squeezed(entry["title"]) for body in load("agenda")["bodies"].values() for entry in body["items"]
    }
    kept = [line.strip("*") for line in lines if line not in known and not _ASIDE.match(line)]
    return " ".join(kept)[:_LONGEST]


def _groups(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines between gaps."""
    waiting: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            waiting.append(line)
        elif waiting:
            yield waiting
            waiting = []
