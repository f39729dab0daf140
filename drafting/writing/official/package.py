# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of somebody else's package that hold text, taken out and put back; all others byte for byte."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from drafting.errors import OfficialFileError, StrictFile
from drafting.writing.official.settling import settle
from drafting.writing.ooxml import Element

TEXT, NOTES = "word/document.xml", "word/footnotes.xml"
_SETTINGS = "word/settings.xml"
_HIDDEN = re.compile(rb"<w:revisionView\b[^>]*(?:/>|>\s*</w:revisionView>)")
# https://www.ecma-international.org/publications-and-standards/standards/ecma-376/ part 1, annex A.
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_ROOTS = {TEXT: qn("w:document"), NOTES: qn("w:footnotes")}


def parts(data: bytes) -> tuple[Element, Element]:
    """The text and the footnotes of a package.

    Raises StrictFile when they are written with the names of the strict standard, OfficialFileError when the
    package has none under their usual names.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found = [_parsed(package.read(name)) for name in _ROOTS]
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise OfficialFileError("its text or its footnotes") from error
    if [one.tag for one in found] != list(_ROOTS.values()):
        raise OfficialFileError("its text or its footnotes")
    return found[0], found[1]


def _parsed(data: bytes) -> Element:
    root = parse_xml(data)
    if etree.QName(root).namespace == _STRICT:
        raise StrictFile
    return root


def packed(data: bytes, changed: Mapping[str, Element]) -> bytes:
    """The package with some of its parts changed, and those added that it has not.

    What the settings hide of tracked changes is shown again: the secretariat's files come with their markup
    hidden, and Word would open a draft without a sign of what is new in it.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(result, "w") as target:
        for entry in package.infolist():
            content, part = package.read(entry), changed.get(entry.filename)
            if part is not None:
                content = _serial(part)
            elif entry.filename == _SETTINGS and changed:
                content = _HIDDEN.sub(b"", content)
            target.writestr(entry, content, entry.compress_type)
        for name in changed.keys() - set(package.namelist()):
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0  # as on Windows, everywhere
            target.writestr(entry, _serial(changed[name]), zipfile.ZIP_DEFLATED)
    return result.getvalue()


def _serial(part: Element) -> bytes:
    return etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)


def accepted(data: bytes) -> bytes:
    """The package with all tracked changes of its text and footnotes accepted; without any, as it is."""
    before, after = parts(data), parts(data)
    for root in after:
        settle(root, accept=True)
    changed = {
        name: new
        for name, old, new in zip(_ROOTS, before, after, strict=True)
        if etree.tostring(old) != etree.tostring(new)
    }
    return packed(data, changed) if changed else data
