# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents put on the shelf and taken off: none replaces another one."""

from __future__ import annotations

import pytest
from small import small_draft

from drafting.draft import put_on_shelf, take_from_shelf
from drafting.updating.shelf import ShelfKind, Shelved

REPORT = Shelved("report.pdf", ShelfKind.DOCUMENT, symbol="A/HRC/59/40", title="Tides")
AGAIN = Shelved("report.pdf", ShelfKind.DOCUMENT, symbol="A/HRC/59/40", title="Tides, read again")
OTHER = Shelved("report.pdf", ShelfKind.DOCUMENT, symbol="A/HRC/59/41")
THIRD = Shelved("report.pdf", ShelfKind.DOCUMENT, symbol="A/HRC/59/42")


@pytest.mark.parametrize(
    ("put", "stands"),
    [
        ((REPORT, AGAIN), {"report.pdf": "A/HRC/59/40"}),
        ((REPORT, OTHER), {"report.pdf": "A/HRC/59/40", "report.pdf (2)": "A/HRC/59/41"}),
        ((REPORT, OTHER, OTHER), {"report.pdf": "A/HRC/59/40", "report.pdf (2)": "A/HRC/59/41"}),
        (
            (REPORT, OTHER, THIRD),
            {"report.pdf": "A/HRC/59/40", "report.pdf (2)": "A/HRC/59/41", "report.pdf (3)": "A/HRC/59/42"},
        ),
    ],
)
def test_files_of_one_name(put: tuple[Shelved, ...], stands: dict[str, str]) -> None:
    draft = small_draft()
    for one in put:
        draft = put_on_shelf(draft, [one]).draft
    assert {one.source: one.symbol for one in draft.shelf} == stands
    for name in stands:
        draft = take_from_shelf(draft, name).draft
    assert draft.shelf == ()


def test_a_document_read_again_takes_its_own_place() -> None:
    draft = put_on_shelf(put_on_shelf(small_draft(), [REPORT]).draft, [AGAIN]).draft
    assert [one.title for one in draft.shelf] == ["Tides, read again"]
