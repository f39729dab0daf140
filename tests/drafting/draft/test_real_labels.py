# SPDX-License-Identifier: GPL-3.0-or-later
"""Real texts: a draft nobody has touched is named and numbered exactly as its base was printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from annexed import drafted

from drafting.reading import read

FILES = (
    "series/ga-sustainable-fisheries/A_RES_80_109.xml",  # 290 numbered paragraphs, sections, deep points
    "series/ga-migrants/A_RES_80_218.xml",
    "series/sc-undof/S_RES_2811_2025.xml",
    "reader/docx/A_RES_72_18.docx",  # numbers begin anew in each section
    "reader/docx/A_RES_72_276.docx",
    "reader/languages/A_HRC_RES_56_8.ar.xml",
    "reader/languages/A_HRC_RES_56_8.es.xml",
    "reader/languages/A_HRC_RES_56_8.zh.xml",
)


@pytest.mark.parametrize("name", FILES)
def test_an_untouched_draft_prints_the_labels_of_its_base(name: str, shared: Path) -> None:
    base = read(shared / "corpus" / name)
    made = drafted(base).resolution.paragraphs
    assert [(p.id, p.label, p.unit, p.opening) for p in made] == [
        (p.id, p.label, p.unit, p.opening) for p in base.paragraphs
    ]
