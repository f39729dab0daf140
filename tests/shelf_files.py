# SPDX-License-Identifier: GPL-3.0-or-later
"""Small documents for the shelf: a resolution, a report, and a letter that answers nothing."""

from __future__ import annotations

from pathlib import Path

GENERAL_ASSEMBLY = """United Nations
A/RES/78/199
General Assembly
Distr.: General
22 December 2023

Seventy-eighth session
Agenda item 71 (b)

Resolution adopted by the General Assembly on 19 December 2023

78/199. Cooperation

The General Assembly,

Recalling its resolution 77/1 of 1 December 2022,

1. Reaffirms that States cooperate;

2. Decides to continue its consideration of the matter at its seventy-ninth session.

50th plenary meeting
19 December 2023
"""

REPORT = """United Nations A/HRC/56/12
General Assembly Distr.: General
21 May 2024
Original: English

Human Rights Council
Fifty-sixth session
18 June–12 July 2024
Agenda items 2 and 3

Report of the High Commissioner

Summary

The present report is submitted pursuant to Human Rights Council resolution 53/11.

I. Introduction

1. The Human Rights Council, in its resolution 53/11, requested a report.
"""

LETTER = "Dear colleague,\n\nplease find the file.\n"


def written(folder: Path, name: str, text: str) -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
