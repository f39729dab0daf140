# SPDX-License-Identifier: GPL-3.0-or-later
"""The zip package of a Word file and its XML parts, read within limits and without following anything.

What a file says of its own sizes is not believed: bytes are counted while they are unpacked. Only the parts
that are asked for are unpacked at all, and only from the package: relationships to the outside are dropped.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import unquote

from lxml import etree

from drafting.errors import UnreadableFile
from drafting.reading.source import Document
from drafting.reading.word.names import Element, W
from drafting.translation import marked, tr

LARGEST_PART = 16_000_000  # bytes unpacked; the longest real resolution has half a million
LARGEST_TOGETHER = 24_000_000
MOST_PARTS = 5_000
MOST_TAGS = 400_000  # of all parts read together; each costs memory far beyond its bytes
DEEPEST = 100
MOST_PARAGRAPHS = 10_000
LONGEST = 2_000_000  # characters of the text; the longest real resolution has 130 thousand

_DAMAGED = marked(
    "the Word file is damaged: {what}. The file was not changed. Choose another copy, or download it again."
)
_TOO_LARGE = marked(
    "the Word file unpacks to far more than a resolution can hold. The file was not changed. Choose another "
    "copy."
)
_PROTECTED = marked(
    "the Word file is protected by a password. The file was not changed. Open it in Word, remove the "
    "password (File, Info, Protect Document), save it, and open that."
)
_UNSAFE = marked(
    "the Word file declares entities of its own, which no Word file does. The file was not changed. Choose "
    "another copy."
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MAIN = "word/document.xml"
_STRICT = re.compile(
    rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|officeDocument|drawingml|schemaLibrary)/"
)
_DEEPER = etree.XPath("boolean(" + "/*" * DEEPEST + ")")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to inside the package: the kind ("footnotes") and the name of the other part."""

    kind: str
    target: str


class Package:
    """The parts of one Word file; every trouble with it is an UnreadableFile that says what to do."""

    def __init__(self, document: Document) -> None:
        self._path = document.path
        self._room = LARGEST_TOGETHER
        self._tags = MOST_TAGS
        if document.data.count(b"PK\x01\x02") > MOST_PARTS:
            self._refuse(_TOO_LARGE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(document.data))
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            # NotImplementedError: a directory that tells of a zip version which does not exist
            raise _damaged(self._path, tr("it was cut off or changed")) from error
        self._names = {name.lower().replace("\\", "/"): name for name in self._zip.namelist()}
        self.main = self._main()
        self.relations = self._relations(self.main)

    def root(self) -> Element:
        """The part that holds the text."""
        found = self.part(self.main)
        if found is None:
            raise _damaged(self._path, tr("the part with the text is missing"))
        length = sum(len(text) for text in found.itertext(f"{W}t", f"{W}delText"))
        if length > LONGEST or sum(1 for _ in found.iter(f"{W}p")) > MOST_PARAGRAPHS:
            self._refuse(_TOO_LARGE)
        return found

    def related(self, kind: str, usual: str = "") -> Element | None:
        """The part of a kind ("styles") that the text refers to, None without it."""
        known = (relation.target for relation in self.relations.values() if relation.kind == kind)
        beside = posixpath.join(posixpath.dirname(self.main), usual or f"{kind}.xml")
        return self.part(next(known, "" if self.relations else beside))

    def part(self, name: str) -> Element | None:
        """A part as its root element, None when the package has none of this name."""
        entry = self._names.get(name.lower())
        return None if entry is None else self._parsed(self._unpacked(entry))

    def _main(self) -> str:
        kinds = self._relations("").values()
        return next((relation.target for relation in kinds if relation.kind == "officeDocument"), _MAIN)

    def _relations(self, of: str) -> dict[str, Relation]:
        """The relationships of a part by their ids; "" asks for those of the package."""
        folder, name = posixpath.split(of)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for entry in root if root is not None else ():
            if entry.get("TargetMode") != "External" and isinstance(entry.tag, str):
                target = posixpath.normpath(posixpath.join("/", folder, unquote(entry.get("Target") or "")))
                kind = (entry.get("Type") or "").rpartition("/")[2]
                found[entry.get("Id") or ""] = Relation(kind, target.lstrip("/"))
        return found

    def _unpacked(self, name: str) -> bytes:
        entry = self._zip.getinfo(name)
        if entry.flag_bits & 1:
            self._refuse(_PROTECTED)
        if entry.file_size > min(LARGEST_PART, self._room):
            self._refuse(_TOO_LARGE)
        if entry.compress_type not in _METHODS:
            raise _damaged(self._path, tr("it is packed in a way Word does not use"))
        most = min(LARGEST_PART, self._room)
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise _damaged(self._path, tr("a part of it cannot be unpacked")) from error
        except (NotImplementedError, RuntimeError) as error:  # other kinds of encryption
            raise UnreadableFile(self._path, tr(_PROTECTED)) from error
        if len(data) > most:
            self._refuse(_TOO_LARGE)
        self._room -= len(data)
        return data

    def _parsed(self, data: bytes) -> Element:
        self._tags -= data.count(b"<")
        if self._tags < 0:
            self._refuse(_TOO_LARGE)
        if b"http://purl.oclc.org/ooxml/" in data:  # "Strict Open XML Document": other names, same elements
            data = _STRICT.sub(_transitional, data)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        try:
            root: Any = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise _damaged(self._path, tr("a part of it is not whole")) from error
        if root.getroottree().docinfo.internalDTD is not None:
            self._refuse(_UNSAFE)
        if _DEEPER(root):
            raise _damaged(self._path, tr("its parts stand in each other without end"))
        element: Element = root
        return element

    def _refuse(self, reason: str) -> NoReturn:
        raise UnreadableFile(self._path, tr(reason))


def _damaged(path: Path, what: str) -> UnreadableFile:
    return UnreadableFile(path, tr(_DAMAGED).format(what=what))


def _transitional(match: re.Match[bytes]) -> bytes:
    year = b"2006/"
    return b"http://schemas.openxmlformats.org/" + match[1] + b"/" + year
