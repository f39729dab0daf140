# SPDX-License-Identifier: GPL-3.0-or-later
"""Small sources for the recogniser, as formats with structure hand them over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from drafting.reading.blocks import Block
from drafting.reading.recognise import recognise
from drafting.reading.source import Source
from drafting.resolution import Resolution

ORGAN = "General Assembly"


def whole(text: str, **told: Any) -> Block:
    """A paragraph that its source calls whole."""
    return Block(text, gap=True, whole=True, **told)


def recognised(*blocks: Block | str, organ: str = ORGAN, **more: Any) -> Resolution:
    """The resolution in these blocks; a text alone is a whole paragraph."""
    body = tuple(whole(block) if isinstance(block, str) else block for block in blocks)
    source = replace(Source((), organ, body), **more)
    found = recognise(source, "small")
    assert found is not None
    return found


def ids(resolution: Resolution) -> str:
    """The ids in order, in one line."""
    return " ".join(paragraph.id for paragraph in resolution.paragraphs)


def looks(resolution: Resolution) -> list[str]:
    """The places that need a look."""
    return [warning.place for warning in resolution.warnings if warning.needs_look]
