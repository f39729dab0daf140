# SPDX-License-Identifier: GPL-3.0-or-later
"""All neighbouring versions of the corpus go through the writers of changes, which prove themselves."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from corpus_texts import series

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment
from drafting.writing.options import DEFAULTS
from drafting.writing.redline import write_redline
from drafting.writing.tracked import Signature, write_tracked

SERIES = [
    "ga-intl-cooperation-human-rights",
    "ga-migrants",
    "ga-sustainable-fisheries",
    "hrc-climate-change",
    "hrc-intl-cooperation-human-rights",
    "sc-undof",
]
CUBA = Signature("Cuba")


def tracked(alignment: Alignment, path: Path) -> None:
    write_tracked(alignment, path, CUBA)


def moved(alignment: Alignment, path: Path) -> None:
    write_tracked(alignment, path, CUBA, DEFAULTS, moves=True)


@pytest.mark.parametrize("write", [tracked, moved, write_redline])
@pytest.mark.parametrize("name", SERIES)
def test_changes_between_real_texts_can_be_written(
    shared: Path, tmp_path: Path, name: str, write: Callable[[Alignment, Path], None]
) -> None:
    path = tmp_path / "changes.docx"
    for old, new in pairwise(series(shared / "corpus" / "series" / name)):
        write(align(old, new), path)  # raises if either text would not come back
        assert path.exists()
        path.unlink()
