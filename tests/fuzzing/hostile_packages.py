# SPDX-License-Identifier: GPL-3.0-or-later
"""Word files and other packages made to do harm."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial

from tests.fuzzing.made_up import DOCTYPES, MEGABYTE, NOWHERE, SMALL, Hostile
from tests.made_files import MAKERS

_DOCUMENT = "word/document.xml"
_FILLINGS = {
    "zeros": b"\0",
    "spaces": b" ",
    "runs": b"<w:r><w:t>word </w:t></w:r>",
    "paragraphs": b"<w:p/>",
}


def packages() -> Iterator[Hostile]:
    """Packages that unpack to gigabytes, nest, refer in circles or outwards, or are encrypted."""
    for name, (doctype, reference) in DOCTYPES.items():
        yield Hostile(f"Word with {name}", ".docx", partial(_with_entity, doctype, reference))
    for depth in (1000, 100_000):
        yield Hostile(f"Word {depth} deep", ".docx", partial(_deep, depth))
    for name, filling in _FILLINGS.items():
        what = f"Word that unpacks to a gigabyte of {name}"
        yield Hostile(what, ".docx", partial(_bomb, filling), refused=True)
    yield Hostile("package of 60,000 parts", ".docx", _many_parts)
    yield Hostile("package with a part twice", ".docx", _twice)
    outwards = {"../../../tmp/x": b"x", "/etc/x": b"x", "C:\\x": b"x"}
    yield Hostile("package with paths outwards", ".docx", partial(_package, outwards))
    yield Hostile("encrypted package", ".docx", _flagged, refused=True)
    yield Hostile("encrypted Word file", ".docx", _encrypted_word, refused=True)
    yield Hostile("package without a document", ".docx", partial(_package, {_DOCUMENT: b""}), refused=True)
    yield Hostile(
        "package with another document", ".docx", partial(_package, {_DOCUMENT: b"<a/>"}), refused=True
    )
    relations = {"word/_rels/document.xml.rels": _relations()}
    yield Hostile("Word that refers to itself and outwards", ".docx", partial(_package, relations))
    yield Hostile("Word with styles in a circle", ".docx", partial(_package, {"word/styles.xml": _STYLES}))


def _relations() -> bytes:
    outside = ' TargetMode="External"'
    targets = (
        ("footnotes", "document.xml", ""),
        ("header", "document.xml", ""),
        ("comments", "../../../../etc/passwd", ""),
        ("styles", f"http://{NOWHERE}/styles.xml", outside),
        ("attachedTemplate", f"file://{NOWHERE}/share/x.dotm", outside),
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{office}/{kind}" Target="{target}"{mode}/>'
        for kind, target, mode in targets
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{package}">{relations}</Relationships>'.encode()


_STYLES = (
    b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:link w:val="A"/></w:style>'
    b'<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
)


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(MAKERS[".docx"](SMALL))) as package:
        return {name: package.read(name) for name in package.namelist()}


def _package(changed: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (_parts() | changed).items():
            package.writestr(name, content)
    return target.getvalue()


def _with_entity(doctype: str, reference: str) -> bytes:
    document = _parts()[_DOCUMENT].replace(b"?>", b"?>" + doctype.encode(), 1)
    return _package({_DOCUMENT: document.replace(b"Urges", b"Urges " + reference.encode(), 1)})


def _deep(depth: int) -> bytes:
    document = _parts()[_DOCUMENT].replace(b"<w:body>", b"<w:body>" + b"<w:sdt><w:sdtContent>" * depth)
    document = document.replace(b"</w:body>", b"</w:sdtContent></w:sdt>" * depth + b"</w:body>")
    return _package({_DOCUMENT: document})


def _many_parts() -> bytes:
    return _package({f"word/header{number}.xml": b"<x/>" for number in range(60_000)})


def _twice() -> bytes:
    target = io.BytesIO(_package({}))
    with zipfile.ZipFile(target, "a") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package.writestr(_DOCUMENT, b"<a/>")
    return target.getvalue()


def _flagged() -> bytes:
    """Every header of the package says that its part is encrypted."""
    changed = bytearray(_package({}))
    for sign, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = changed.find(sign)
        while at >= 0:
            changed[at + flags] |= 1
            at = changed.find(sign, at + 4)
    return bytes(changed)


def _encrypted_word() -> bytes:
    """The head of a compound file as Word makes it of a document with a password."""
    names = "\0".join(("Root Entry", "EncryptionInfo", "EncryptedPackage", ""))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names.encode("utf-16-le") + bytes(4096)


def _bomb(filling: bytes) -> bytes:
    """A package with a document part of a gigabyte, of which only a megabyte was ever packed."""
    before, after = _parts()[_DOCUMENT].split(b"</w:p>", 1)
    packed, size, check = b"", 0, 0
    for piece, times in (before, 1), (filling * (MEGABYTE // len(filling)), 1024), (b"</w:p>" + after, 1):
        packed += repeatable(piece) * times
        size += len(piece) * times
        for _ in range(times):
            check = zlib.crc32(piece, check)
    return _one_part(_DOCUMENT.encode(), packed + LAST, size, check)


LAST = b"\x03\x00"
"""The empty block that ends packed data."""


def repeatable(data: bytes) -> bytes:
    """Packed data that stands for the same wherever it is repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)


def _one_part(name: bytes, packed: bytes, size: int, check: int) -> bytes:
    """A zip package of one part that is packed already."""
    what = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x5A21, check, len(packed), size, len(name), 0)
    part = b"PK\3\4" + what + name + packed
    entry = b"PK\1\2" + struct.pack("<H", 20) + what + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return part + entry + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(part), 0)
