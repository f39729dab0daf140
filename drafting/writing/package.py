# SPDX-License-Identifier: GPL-3.0-or-later
"""The Word package around a text: its parts, properties, and a zip that is always the same.

Parts are made from nothing: the template of python-docx would bring 880 kB of styles, a picture and its name.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart

from drafting.writing.layout import Layout, section_properties
from drafting.writing.ooxml import Element, w, writable
from drafting.writing.options import WordOptions
from drafting.writing.parts import fonts_xml, settings_xml, theme_xml
from drafting.writing.styles import styles_xml

if TYPE_CHECKING:
    from docx.oxml.document import CT_Document

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name


def new_document(
    body: Iterable[Element], footnotes: Element, numbering: Element, layout: Layout, options: WordOptions
) -> Document:
    """A document with these parts, the styles, page and settings of the layout, and no properties yet."""
    package = Package()
    text = w("document", w("body", *body, section_properties(layout, line_numbers=options.line_numbers)))
    main = _part(DocumentPart, "/word/document.xml", CT.WML_DOCUMENT_MAIN, text, package)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    for kind, name, content, relation, element in (
        (StylesPart, "styles", CT.WML_STYLES, RT.STYLES, styles_xml(layout)),
        (SettingsPart, "settings", CT.WML_SETTINGS, RT.SETTINGS, settings_xml(layout)),
        (XmlPart, "fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, fonts_xml(layout)),
        (XmlPart, "theme/theme1", CT.OFC_THEME, RT.THEME, theme_xml(layout)),
        (XmlPart, "numbering", CT.WML_NUMBERING, RT.NUMBERING, numbering),
        (XmlPart, "footnotes", CT.WML_FOOTNOTES, RT.FOOTNOTES, footnotes),
    ):
        main.relate_to(_part(kind, f"/word/{name}.xml", content, element, package), relation)
    properties = CT_CoreProperties.new()
    core = _part(CorePropertiesPart, "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, properties, package)
    package.relate_to(core, RT.CORE_PROPERTIES)
    return Document(cast("CT_Document", text), main)


def set_properties(document: Document, title: str, language: str, options: WordOptions) -> None:
    """Title, language and what the options name; nothing else is told of the drafter or the machine."""
    properties = document.core_properties
    properties.title = writable(title)[:255]  # the longest python-docx takes
    properties.language = language
    if options.author:
        properties.author = properties.last_modified_by = writable(options.author)[:255]
    if options.created:
        properties.created = options.created
    if options.modified:
        properties.modified = options.modified


def package_bytes(document: Document) -> bytes:
    """The file: same document, same bytes, whatever the clock and the system."""
    first, result = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(result, "w") as target:
        for entry in source.infolist():
            steady = zipfile.ZipInfo(entry.filename, _EPOCH)
            steady.create_system = 0  # as on Windows, everywhere
            target.writestr(steady, source.read(entry), zipfile.ZIP_DEFLATED)
    return result.getvalue()


_XmlPart = TypeVar("_XmlPart", bound=XmlPart)


def _part(kind: type[_XmlPart], name: str, content: str, element: Element, package: Package) -> _XmlPart:
    # python-docx has classes of its own for the elements it knows, and takes any element all the same.
    return kind(PackURI(name), content, cast("Any", element), package)
