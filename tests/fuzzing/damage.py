# SPDX-License-Identifier: GPL-3.0-or-later
"""Which damage a file of each kind takes."""

from __future__ import annotations

from tests.fuzzing.any_damage import Damage
from tests.fuzzing.package_damage import PACKAGE, PACKAGE_BOMB
from tests.fuzzing.pdf_damage import PDF, pdf_bomb
from tests.fuzzing.text_damage import TEXT
from tests.fuzzing.xml_damage import PAGE, XML

WAYS: dict[str, tuple[Damage, ...]] = {
    ".xml": XML,
    ".docx": PACKAGE,
    ".pdf": PDF,
    ".html": PAGE,
    ".txt": TEXT,
}
BOMBS: dict[str, Damage] = {".docx": PACKAGE_BOMB, ".pdf": pdf_bomb}
