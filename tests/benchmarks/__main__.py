# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make bench` runs: every figure, its aim, whether it was met. It measures and does not judge."""

from __future__ import annotations

import io
import platform
import sys

import PySide6

from tests.benchmarks import columns, commands, keeping, pairs, window
from tests.benchmarks.comparing import show_comparing
from tests.benchmarks.figures import show
from tests.benchmarks.processes import collect_as_the_program_does


def main() -> None:
    """Print all figures."""
    collect_as_the_program_does()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    print(f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.platform()}")
    print("Medians in milliseconds; a × line compares with something else measured in the same run.")
    show("Whole processes", commands.figures())
    show("Comparing", pairs.figures())
    show_comparing()
    show("Window", window.figures())
    show("Comparison window", columns.figures())
    show("Keeping", keeping.figures())


if __name__ == "__main__":
    main()
