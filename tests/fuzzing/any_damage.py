# SPDX-License-Identifier: GPL-3.0-or-later
"""Damage that any file may take. It takes bytes and chance and gives bytes: the same for the same chance."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, Random], bytes]
BOMB = 300_000_000  # bytes that a few kilobytes unpack to


def stretch(data: bytes, chance: Random, longest: int = 3000) -> tuple[int, int]:
    """A start and an end within the bytes."""
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randint(1, longest))


def flip(data: bytes, chance: Random) -> bytes:
    """Some bytes changed."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, chance: Random) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(len(data) + 1)]


def behead(data: bytes, chance: Random) -> bytes:
    """The beginning is missing."""
    return data[chance.randrange(min(len(data), 2000) + 1) :]


def drop(data: bytes, chance: Random) -> bytes:
    """A stretch is missing."""
    start, end = stretch(data, chance)
    return data[:start] + data[end:]


def double(data: bytes, chance: Random) -> bytes:
    """A stretch stands there twice, or many times."""
    start, end = stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 100)) + data[end:]


def splice(data: bytes, chance: Random) -> bytes:
    """A stretch stands somewhere else too."""
    start, end = stretch(data, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[start:end] + data[at:]


def blank(data: bytes, chance: Random) -> bytes:
    """A stretch is all zeros, as after a failed copy."""
    start, end = stretch(data, chance, 20_000)
    return data[:start] + bytes(end - start) + data[end:]


ANY: tuple[Damage, ...] = (flip, flip, cut, behead, drop, double, splice, blank)
