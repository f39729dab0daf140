# SPDX-License-Identifier: GPL-3.0-or-later
"""Damage of PDF files: objects, references, streams, numbers."""

from __future__ import annotations

import re
import zlib
from random import Random

from tests.fuzzing.any_damage import ANY, BOMB, Damage, flip

_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def pdf_object(data: bytes, chance: Random) -> bytes:
    """An object is missing, stands there twice, or in the place of another."""
    found = list(_OBJECT.finditer(data))
    if not found:
        return flip(data, chance)
    match, other = chance.choice(found), chance.choice(found)
    new = chance.choice((b"", match[0] * 2, other[0], match[0].split(b"obj", 1)[0] + b"obj null endobj"))
    return data[: match.start()] + new + data[match.end() :]


def pdf_reference(data: bytes, chance: Random) -> bytes:
    """References point to other objects: round in a circle, or to none."""
    found = list(re.finditer(rb"(\d+) 0 R", data))
    if not found:
        return flip(data, chance)
    for match in sorted(
        chance.sample(found, min(len(found), chance.choice((1, 3, 20)))), key=lambda m: -m.start()
    ):
        target = chance.choice((chance.choice(found)[1], b"0", b"99999"))
        data = data[: match.start()] + target + b" 0 R" + data[match.end() :]
    return data


def pdf_stream(data: bytes, chance: Random) -> bytes:
    """What a stream unpacks to is damaged, and packed again."""
    found = list(_STREAM.finditer(data))
    if not found:
        return flip(data, chance)
    match = chance.choice(found)
    try:
        content = zlib.decompressobj().decompress(match[1])
    except zlib.error:
        content = match[1]
    packed = zlib.compress(chance.choice((*ANY, _pdf_operators))(content, chance))
    return data[: match.start(1)] + packed + data[match.end(1) :]


def _pdf_operators(content: bytes, chance: Random) -> bytes:
    extra = (
        b" q" * 50_000,
        b"[" * 20_000,
        b"(" * 20_000,
        b"<<" * 20_000,
        b" 1e308 0 0 1 0 0 cm",
        b" /X Do" * 3000,
    )
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(extra) + content[at:]


def pdf_number(data: bytes, chance: Random) -> bytes:
    """Numbers of lengths, counts, kinds and places are others."""
    found = list(
        re.finditer(rb"/(?:Length|Size|Count|Prev|W|N|First|Columns|Predictor|Root|Kids)\s*\[?\s*(\d+)", data)
    )
    found += list(re.finditer(rb"startxref\s+(\d+)", data))
    if not found:
        return flip(data, chance)
    match = chance.choice(found)
    value = chance.choice((b"0", b"-1", b"4294967295", b"99999999999999999999", b"1"))
    return data[: match.start(1)] + value + data[match.end(1) :]


def pdf_encrypted(data: bytes, chance: Random) -> bytes:
    """The file says that it is encrypted."""
    entry = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") /P -4 >> "
    )
    at = data.rfind(b"/Root")
    return data[:at] + entry + data[at:] if at >= 0 else flip(data, chance)


def pdf_bomb(data: bytes, chance: Random) -> bytes:
    """A stream unpacks to hundreds of megabytes."""
    found = list(_STREAM.finditer(data))
    if not found:
        return flip(data, chance)
    match = chance.choice(found)
    filling = chance.choice((b"\0", b" q", b"BT (x) Tj ET ", b"1 0 0 1 0 0 cm "))
    packer, packed, block = zlib.compressobj(9), b"", filling * (1_000_000 // len(filling))
    for _ in range(BOMB // 1_000_000 // chance.choice((1, 3, 10))):
        packed += packer.compress(block)
    packed += packer.flush()
    if chance.random() < 0.3:
        packed = zlib.compress(packed)
    return data[: match.start(1)] + packed + data[match.end(1) :]


PDF: tuple[Damage, ...] = (
    *[pdf_object] * 3,
    *[pdf_reference] * 3,
    *[pdf_stream] * 4,
    *[pdf_number] * 3,
    pdf_encrypted,
    *ANY,
)
