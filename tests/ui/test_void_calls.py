# SPDX-License-Identifier: GPL-3.0-or-later
"""PySide6 6.12.0 loses a reference to None with every call that returns nothing: Python 3.11 soon aborts."""

from __future__ import annotations

import os
import subprocess
import sys

VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for number in range(20_000):
    thing.blockSignals(False)
    thing.setObjectName("x")
print(number + 1)
"""


def test_twenty_thousand_void_calls_are_survived() -> None:
    done = subprocess.run(
        [sys.executable, "-c", VOID_CALLS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "20000"), done.stderr
