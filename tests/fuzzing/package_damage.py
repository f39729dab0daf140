# SPDX-License-Identifier: GPL-3.0-or-later
"""Damage of zip packages such as Word files: their parts, and what their headers say."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzzing.any_damage import ANY, BOMB, Damage, flip
from tests.fuzzing.xml_damage import ELEMENTS, XML, place


def _unpacked(data: bytes) -> list[tuple[str, bytes]] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return [(name, package.read(name)) for name in package.namelist()]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, zlib.error, EOFError):
        return None


def _packed(parts: Sequence[tuple[str, bytes]], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a part that stands there twice
        for name, content in parts:
            package.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content, compression)
    return target.getvalue()


def _on_parts(change: Callable[[list[tuple[str, bytes]], Random], None]) -> Damage:
    def damage(data: bytes, chance: Random) -> bytes:
        parts = _unpacked(data)
        if not parts:
            return flip(data, chance)
        change(parts, chance)
        return _packed(parts)

    damage.__name__ = change.__name__.strip("_")
    return damage


def _a_part(parts: list[tuple[str, bytes]], chance: Random) -> int:
    """Mostly one that holds text."""
    texts = [at for at, (name, _) in enumerate(parts) if re.fullmatch(r"word/[a-z]+\d*\.xml", name)]
    return chance.choice(texts) if texts and chance.random() < 0.85 else chance.randrange(len(parts))


def _damage_part(parts: list[tuple[str, bytes]], chance: Random) -> None:
    at = _a_part(parts, chance)
    name, content = parts[at]
    parts[at] = (name, chance.choice(XML)(content, chance))


def _damage_text(parts: list[tuple[str, bytes]], chance: Random) -> None:
    for at, (name, content) in enumerate(parts):
        if name == chance.choice(("word/document.xml", "word/footnotes.xml")):
            parts[at] = (name, chance.choice(ELEMENTS)(content, chance))


def _drop_part(parts: list[tuple[str, bytes]], chance: Random) -> None:
    del parts[_a_part(parts, chance)]


def _swap_parts(parts: list[tuple[str, bytes]], chance: Random) -> None:
    one, other = _a_part(parts, chance), _a_part(parts, chance)
    (name, content), (other_name, other_content) = parts[one], parts[other]
    parts[one], parts[other] = (name, other_content), (other_name, content)


def _rename_part(parts: list[tuple[str, bytes]], chance: Random) -> None:
    at = _a_part(parts, chance)
    parts[at] = (chance.choice(("../../evil.xml", "/abs.xml", parts[at][0].upper(), "x" * 300)), parts[at][1])


def _blow_up_part(parts: list[tuple[str, bytes]], chance: Random) -> None:
    at = _a_part(parts, chance)
    name, content = parts[at]
    end = place(content, chance)
    filling = chance.choice((b" ", b"x", b"<w:p/>", b"<w:r><w:t>word </w:t></w:r>"))
    parts[at] = (
        name,
        content[:end] + filling * (BOMB // len(filling) // chance.choice((1, 3, 10))) + content[end:],
    )


def _many_parts(parts: list[tuple[str, bytes]], chance: Random) -> None:
    parts += [(f"word/header{number}.xml", b"<x/>") for number in range(chance.choice((1000, 20_000)))]


def headers(data: bytes, chance: Random) -> bytes:
    """A package whose headers say what is not so: encrypted, packed in another way, of another size."""
    changed = bytearray(data)
    starts = [match.start() for match in re.finditer(rb"PK\x01\x02|PK\x03\x04", data)]
    if not starts:
        return flip(data, chance)
    for start in chance.sample(starts, min(len(starts), chance.choice((1, 2, 50)))):
        shift = 2 if data[start : start + 4] == b"PK\x01\x02" else 0
        field, value = chance.choice(
            ((6, 1), (8, 99), (8, 0), (14, 0), (18, 7), (22, 0xFFFFFFF0), (26, 0xFFFF))
        )
        size = 4 if field in {14, 18, 22} else 2
        at = start + field + shift
        if at + size <= len(changed):
            struct.pack_into("<I" if size == 4 else "<H", changed, at, value)
    return bytes(changed)


PACKAGE: tuple[Damage, ...] = (
    *[_on_parts(_damage_part)] * 6,
    *[_on_parts(_damage_text)] * 6,
    *[_on_parts(_drop_part)] * 2,
    _on_parts(_swap_parts),
    _on_parts(_rename_part),
    _on_parts(_many_parts),
    headers,
    headers,
    *ANY,
)
PACKAGE_BOMB: Damage = _on_parts(_blow_up_part)
