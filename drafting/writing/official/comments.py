# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments put into a Word file that is made already, whoever made it: the words in it stay as they are."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Sequence
from itertools import count, groupby
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from drafting.errors import OfficialFileError
from drafting.resolution import Comment, Resolution
from drafting.writing.official.atoms import atoms, cut, runs_of
from drafting.writing.official.package import TEXT, packed
from drafting.writing.official.places import Place, places
from drafting.writing.ooxml import Element, text_elements, w, writable

if TYPE_CHECKING:
    from drafting.writing.tracked.stamp import Stamps

_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_NEW = "word/comments.xml"
_ID = qn("w:id")
_ANCHORS = (qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"))
_NOTES = (qn("w:footnoteReference"), qn("w:endnoteReference"))
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def commented(data: bytes, text: Resolution, comments: Sequence[Comment], stamps: Stamps) -> bytes:
    """The file with these comments at their words, stamped; those that are in it stay.

    `text` is what the file says with its tracked changes accepted. A comment on no paragraph, or on one that
    is not found in the file, stands at its beginning and names the paragraph. Raises OfficialFileError when
    the package is built in a way we do not know.
    """
    if not comments:
        return data
    parts = _parts(data)
    name = _comments_part(parts)
    body = next(parts[TEXT].iter(qn("w:body")), None)
    if body is None or parts[name].tag != qn("w:comments"):
        raise OfficialFileError("the place of its comments")
    said = _Said(parts[name], body, stamps)
    found = _among_other_words(text, body) | places(text, body)
    for paragraph_id, some in groupby(comments, key=lambda one: one.paragraph):
        place = found.get(paragraph_id)
        if place is not None:
            _at_words(place, [*some], said)
        else:
            _at_the_beginning(body, [*some], said)
    return packed(data, parts)


class _Said:
    """The part of the comments: new ones go on counting behind those that are there, and behind the notes.

    LibreOffice 7.4 takes a comment for the footnote of the same id: footnotes then say nothing, or what
    another one says. So those that are there are counted behind the notes as well.
    """

    def __init__(self, part: Element, body: Element, stamps: Stamps) -> None:
        noted = max((_id(one) for one in body.iter(*_NOTES)), default=-1)
        self._ids = count(1 + max([noted, *map(_id, part)]))
        new = {one.get(_ID): str(next(self._ids)) for one in part if _id(one) <= noted}
        for one in (*part, *body.iter(*_ANCHORS)):
            one.set(_ID, new.get(one.get(_ID)) or one.get(_ID) or "")
        self._part = part
        self._stamps = stamps

    def add(self, text: str) -> str:
        """A comment that says this; gives its id."""
        words = w("p", w("r", w("annotationRef")), w("r", *text_elements(text)))
        made, name = self._stamps.mark("comment", words), str(next(self._ids))
        author = made.get(qn("w:author")) or ""
        made.set(_ID, name)
        made.set(qn("w:initials"), "".join(word[0] for word in author.split()).upper())
        self._part.append(made)
        return name


def _id(element: Element) -> int:
    name = element.get(_ID) or ""
    return int(name) if name.isdigit() else -1


# --------------------------------------------------------------------------------------------------- places


def _at_words(place: Place, comments: Sequence[Comment], said: _Said) -> None:
    """Comments on one paragraph."""
    spans = [(place.atom(one.start), place.end(max(one.start, one.end))) for one in comments]
    begins = cut(place.atoms, [edge for span in spans for edge in span])
    for one, (start, end) in zip(comments, spans, strict=True):
        name = said.add(one.text)
        runs = [run for element in place.elements for run in runs_of(element)]
        at = runs.index(begins[end]) if end in begins else len(runs)
        marks = [_reference(name)]
        if start < end:
            begins[start].addprevious(w("commentRangeStart", id=name))
            marks.insert(0, w("commentRangeEnd", id=name))
        for mark in reversed(marks):
            if at:
                runs[at - 1].addnext(mark)
            else:
                runs[0].addprevious(mark)


def _among_other_words(text: Resolution, body: Element) -> dict[str, Place]:
    """The places of paragraphs beside which their names, or where they come from, are printed."""
    elements = [(element, tuple(atoms(element))) for element in body.iter(qn("w:p"))]
    found: dict[str, Place] = {}
    at = 0
    for paragraph in text.paragraphs:
        for number, (element, inside) in enumerate(elements[at:], start=at):
            own = [place for place, atom in enumerate(inside) if not atom.raised]
            start = "".join(inside[place].letter for place in own).find(writable(paragraph.text))
            if paragraph.text and start >= 0:
                letters = own[start : start + len(paragraph.text)]
                found[paragraph.id] = Place(paragraph, (element,), inside, tuple(letters), letters[0])
                at = number + 1
                break
    return found


def _at_the_beginning(body: Element, comments: Sequence[Comment], said: _Said) -> None:
    """Comments on the first paragraph that stands in no table and says something."""
    first = next((one for one in body.iterchildren(qn("w:p")) if atoms(one)), None)
    if first is None:
        raise OfficialFileError("a place for its comments")
    for one in comments:
        text = f"{one.paragraph}: {one.text}" if one.paragraph else one.text
        first.append(_reference(said.add(text)))


def _reference(name: str) -> Element:
    return w("r", w("commentReference", id=name))


# -------------------------------------------------------------------------------------------------- package


def _parts(data: bytes) -> dict[str, Element]:
    """The parts that are changed: text, relationships, types, and the comments if there are any."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts: dict[str, Element] = {
                name: parse_xml(package.read(name)) for name in (TEXT, _RELATIONS, _TYPES)
            }
            known = _known(parts[_RELATIONS])
            if known:
                parts[known] = parse_xml(package.read(known))
            return parts
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise OfficialFileError("the place of its comments") from error


def _known(relations: Element) -> str:
    """The name of the part that holds the comments; empty when there is none."""
    for one in relations:
        if (one.get("Type") or "").endswith("/comments"):
            return posixpath.normpath(posixpath.join("/word", one.get("Target") or "")).lstrip("/")
    return ""


def _comments_part(parts: dict[str, Element]) -> str:
    """The name of the part of the comments, which is made where there is none."""
    relations = parts[_RELATIONS]
    known = _known(relations)
    if known:
        return known
    ids = {one.get("Id") for one in relations}
    free = next(name for number in range(1, len(ids) + 2) if (name := f"rId{number}") not in ids)
    relation = {"Id": free, "Type": RT.COMMENTS, "Target": posixpath.basename(_NEW)}
    etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship", relation)
    kind = {"PartName": f"/{_NEW}", "ContentType": CT.WML_COMMENTS}
    etree.SubElement(parts[_TYPES], f"{{{_PACKAGE}/content-types}}Override", kind)
    parts[_NEW] = w("comments")
    return _NEW
