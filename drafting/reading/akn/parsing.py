# SPDX-License-Identifier: GPL-3.0-or-later
"""XML read safely: no entities, no network, and an end to whatever no resolution needs.

The parser keeps no tree; it tells what it finds as it goes, so that memory stays small and the reading can
be stopped at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

from drafting.errors import UnreadableFile
from drafting.reading.source import Document
from drafting.translation import marked, tr

# The longest resolutions have some 12,000 elements, 400,000 letters, and are 12 elements deep.
MOST_ELEMENTS = 40_000
MOST_ATTRIBUTES = 300_000  # signs "=" in the file, counted before the parser makes anything of them
MOST_TEXT = 1_200_000  # code points
DEEPEST = 100
_STEP = 1 << 16  # bytes between two looks at whether the reading should stop
_REASONS = {
    "doctype": marked(
        "this XML file brings definitions of its own (a DOCTYPE). The files of the United Nations have none, "
        "and they can do harm, so it was not opened any further. The file was not changed. Download the file "
        "again, or open the Word or PDF file of the same resolution."
    ),
    "other": marked(
        "this XML file is of a kind that Penholder does not know. Of XML it reads the files in which the "
        "United Nations publish resolutions (Akoma Ntoso). The file was not changed. Open the Word or PDF "
        "file instead."
    ),
    "deep": marked(
        "this XML file is nested far deeper than any resolution. The file was not changed. Download the file "
        "again, or open the Word or PDF file of the same resolution."
    ),
    "large": marked(
        "this XML file holds far more than any resolution. The file was not changed. Choose another file."
    ),
}


class Listener(Protocol):
    """Who is told what the parser finds; `tag` is the name with its namespace in braces."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def data(self, text: str) -> None:
        """Text comes, perhaps in several pieces."""

    def end(self, tag: str) -> None:
        """An element ends."""


def parse(document: Document, listener: Listener) -> None:
    """Tell the listener all elements and texts in their order.

    Raises UnreadableFile when the file is damaged, no Akoma Ntoso, has a DOCTYPE, or holds more than any
    resolution; ReadingStopped when the drafter no longer waits.
    """
    guard = _Guard(document, listener)
    parser = etree.XMLParser(
        target=guard,  # type: ignore[arg-type]  # the stubs ask for handlers that lxml does not need
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
    )
    data = document.data.lstrip(b" \t\r\n")  # blank lines above the XML declaration are a common slip
    if data.count(b"=") > MOST_ATTRIBUTES:
        guard.refuse("large")
    try:
        for at in range(0, len(data), _STEP):
            document.watch.step(document.path, at, len(data))
            parser.feed(data[at : at + _STEP])
        parser.close()
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(document.path, _damaged(error, guard.begun)) from error


def _damaged(error: etree.XMLSyntaxError, begun: bool) -> str:
    line = error.lineno if begun and error.lineno else 0
    told = (
        tr(
            "this XML file is damaged or breaks off before its end (line {line}). The file was not changed. "
            "Download the file again, or open the Word or PDF file of the same resolution."
        )
        if line
        else tr(
            "this XML file is damaged or breaks off before its end. The file was not changed. Download the "
            "file again, or open the Word or PDF file of the same resolution."
        )
    )
    return told.format(line=line)


@dataclass(slots=True)
class _Guard:
    """Stands between parser and listener and refuses what no resolution needs."""

    document: Document
    listener: Listener
    depth: int = 0
    elements: int = 0
    letters: int = 0
    begun: bool = False

    def doctype(self, *_names: str | bytes | None) -> None:
        self.refuse("doctype")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if not self.begun and tag.rpartition("}")[2] != "akomaNtoso":
            self.refuse("other")
        self.begun = True
        if self.depth > DEEPEST:
            self.refuse("deep")
        if self.elements > MOST_ELEMENTS:
            self.refuse("large")
        self.listener.start(tag, attributes)

    def data(self, text: str) -> None:
        self.letters += len(text)
        if self.letters > MOST_TEXT:
            self.refuse("large")
        self.listener.data(text)

    def end(self, tag: str) -> None:
        self.depth -= 1
        self.listener.end(tag)

    def close(self) -> None:
        """Nothing remains to be done."""

    def refuse(self, reason: str) -> None:
        raise UnreadableFile(self.document.path, tr(_REASONS[reason]))
