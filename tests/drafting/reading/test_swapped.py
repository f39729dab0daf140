# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines in the wrong order are put right only where nothing else can be meant, and always told."""

from __future__ import annotations

import pytest

from drafting.reading.text.markup import lines_of
from drafting.reading.text.swapped import in_order

FIRST = "Decides to continue its consideration of the question at its"


def test_the_last_line_of_a_paragraph_goes_behind_its_first() -> None:
    lines, remarks = in_order(lines_of(f"human rights;\n17.\nsession.\n\n{FIRST}\n\n50th meeting"))
    assert [line.text for line in lines] == ["human rights;", "17.", FIRST, "session.", "50th meeting"]
    assert [(remark.place, remark.needs_look) for remark in remarks] == [("line 2", True)]
    assert "paragraph 17" in remarks[0].message


@pytest.mark.parametrize(
    "text",
    [
        f"17.\n{FIRST}\nsession.",
        f"17.\nSession.\n{FIRST}",
        f"17. Decides\nsession.\n{FIRST}",
        "17.\nsession.\nDecides to meet;",
        f"17.\nsession,\n{FIRST}",
    ],
)
def test_other_lines_stay_where_they_are(text: str) -> None:
    lines = lines_of(text)
    assert in_order(lines) == (lines, [])
