# SPDX-License-Identifier: GPL-3.0-or-later
"""Damage of text: pieces of other texts, lines in another order."""

from __future__ import annotations

from random import Random

from tests.fuzzing.any_damage import ANY, Damage
from tests.fuzzing.xml_damage import encoding

_PIECES = (
    *(
        "The General Assembly,",
        "1. ",
        "(a) ",
        "(iv) ",
        "II\n",
        "\n\n",
        "\f",
        "**",
        "*",
        "<sup>1</sup>",
        "¹²",
        "_____",
    ),
    *("Annex\n", "34th meeting", "[Adopted by a recorded vote of 1 to 1", "In favour:", "# ", "|", "&amp;"),
    *("\u2028", "\u202e", "\u0000", "\ufeff", "İ", "ß", "e\u0301" * 50),
    *("[" * 3000, "*" * 5000, "1." * 4000, " " * 100_000, "-" * 20_000),
)


def pieces(data: bytes, chance: Random) -> bytes:
    """Pieces of other texts, and of none, stand in the text."""
    text = data.decode("utf-8", errors="replace")
    for _ in range(chance.choice((1, 3, 40))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(_PIECES) + text[at:]
    return text.encode("utf-8", errors="replace")


def lines(data: bytes, chance: Random) -> bytes:
    """Lines in another order, doubled, joined or parted."""
    kept = data.split(b"\n")
    for _ in range(chance.choice((1, 5, 50))):
        at = chance.randrange(len(kept))
        act = chance.randrange(4)
        if act == 0:
            kept.insert(chance.randrange(len(kept)), kept.pop(at))
        elif act == 1:
            kept[at : at + 2] = [b" ".join(kept[at : at + 2])]
        elif act == 2:
            half = chance.randrange(len(kept[at]) + 1)
            kept[at : at + 1] = [kept[at][:half], kept[at][half:]]
        else:
            kept.insert(at, kept[at])
    return b"\n".join(kept)


TEXT: tuple[Damage, ...] = (*[pieces] * 4, *[lines] * 3, encoding, *ANY)
