# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading of pages set in a test, in the process of the test itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typeset import Sheet, pdf_of

from drafting.reading.pdf.layout import source_of
from drafting.reading.source import Document, Source

ReadSheets = Callable[..., Source]


@pytest.fixture
def read_sheets() -> ReadSheets:
    """What stands on some pages."""

    def reading(*sheets: Sheet) -> Source:
        return source_of(Document(Path("test.pdf"), pdf_of(*sheets)))

    return reading
