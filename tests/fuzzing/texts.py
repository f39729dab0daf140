# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that hypothesis makes up: pieces of resolutions in no order, among signs of every script."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

_PIECES = st.sampled_from(
    (
        "The General Assembly,",
        "Recalling it,",
        "1. Decides so;",
        "(a) ",
        "(ii) ",
        "IV\n",
        "A\n",
        "\n",
        "\n\n",
        "\f",
        "*",
        "**",
        "<sup>1</sup>",
        "²",
        " 3 ",
        "____",
        "---",
        "# ",
        "| a | b |\n",
        "Annex II\n",
        "34th meeting\n10 July 2024",
        "[Adopted by a recorded vote of 1 to 1",
        "Agenda item 3 (b)",
        "A/HRC/59/L.1",
        "Cuba:* draft resolution",
        "\u00a0",
        "\u2028",
        "İ",
        "الجمعية",
        "大会",
        "Генеральная",
    )
)
TEXTS = st.lists(st.one_of(_PIECES, _PIECES, st.text(max_size=15)), max_size=60).map("".join)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A text that was made up; its number makes it again among as many."""

    number: int
    text: str
    suffix: str = ".txt"

    @property
    def name(self) -> str:
        """What it is called in the list of failures."""
        return f"made up {self.number}: {self.text[:200]!r}"

    def content(self) -> bytes:
        """Its bytes."""
        return self.text.encode("utf-8", errors="replace")


def made_up(count: int) -> list[MadeUp]:
    """So many texts, the same every time."""
    texts: list[str] = []
    quiet = list(HealthCheck)

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=quiet,
    )
    @given(TEXTS)
    def collect(text: str) -> None:
        texts.append(text)

    collect()
    return [MadeUp(number, text) for number, text in enumerate(texts[:count])]
