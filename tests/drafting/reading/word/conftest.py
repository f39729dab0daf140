# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reader makes of small Word files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from word_xml import word_package

from drafting.reading.source import Document, Source
from drafting.reading.word import source_of


@pytest.fixture(scope="session")
def read_word() -> Callable[..., Source]:
    """Reads a file made of a body and further parts."""

    def reading(body: str, **parts: str) -> Source:
        return source_of(Document(Path("test.docx"), word_package(body, **parts)))

    return reading
