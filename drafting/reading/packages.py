# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in a packed file (zip, OLE), told from its directory alone: nothing is unpacked."""

from __future__ import annotations

import re
import struct
from itertools import islice

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK"
_MOST = 4_000_000  # bytes of a directory that are looked at; that of a Word file has some four thousand
_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_HEAD = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
_STREAM = re.compile(rb"(?:[\x01-\x7e]\x00){4,32}")


def zip_entries(data: bytes) -> frozenset[str]:
    """The names of the entries of a zip archive, of a cut one those that are left; empty for other files."""
    if not data.startswith(ZIP):
        return frozenset()
    at = data.rfind(b"PK\x05\x06", max(len(data) - 66_000, 0))
    if at < 0 or len(data) - at < _END.size:
        return _left(data)
    size, start = _END.unpack_from(data, at)[5:7]
    directory = data[start : start + min(size, _MOST)]
    return frozenset(_names(directory)) or _left(data)


def _names(directory: bytes) -> list[str]:
    """The names in a central directory as far as it is whole. Source: the ZIP format, section 4.3.12."""
    names: list[str] = []
    at = 0
    while at + _ENTRY.size <= len(directory) and directory.startswith(b"PK\x01\x02", at):
        name, extra, comment = _ENTRY.unpack_from(directory, at)[10:13]
        at += _ENTRY.size
        names.append(directory[at : at + name].decode("utf-8", errors="replace").replace("\\", "/"))
        at += name + extra + comment
    return names


def _left(data: bytes) -> frozenset[str]:
    """The names before the entries themselves, where the directory at the end is lost."""
    found = islice(_HEAD.finditer(data), 1000)
    return frozenset(
        data[head.end() : head.end() + int.from_bytes(head[1], "little")].decode("utf-8", errors="replace")
        for head in found
    )


def ole_streams(data: bytes) -> frozenset[str]:
    """The names of the streams in an OLE file ("WordDocument", "EncryptedPackage"), empty for other files.

    Names are found by their letters in any sector that begins as an entry of the directory does, so that a
    damaged file allocation table hides none. Source: Compound File Binary Format, section 2.6.1.
    """
    if not data.startswith(OLE):
        return frozenset()
    found: set[str] = set()
    for at in range(512, min(len(data), 60_000_000), 128):
        match = _STREAM.match(data, at)
        if match and int.from_bytes(data[at + 64 : at + 66], "little") == len(match.group()) + 2:
            found.add(match.group().decode("utf-16-le"))
    return frozenset(found)
