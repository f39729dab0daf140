# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks a running LibreOffice to compare two Word files; run by a Python that has LibreOffice's bridge `uno`.

Called as a module with the pipe LibreOffice listens on, both files, and where to write the result; prints the
milliseconds of opening and of comparing.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]

WORD = "MS Word 2007 XML"
_PATIENCE = 60  # seconds for LibreOffice to answer


def _context(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    latest = time.monotonic() + _PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            if time.monotonic() > latest:
                raise
            time.sleep(0.1)


def _value(name: str, value: object) -> object:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def main(pipe: str, old: str, new: str, result: str) -> None:
    """Open the new file, compare it with the old, write it with its tracked changes, end LibreOffice."""
    context = _context(pipe)
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    start = time.perf_counter()
    document = desktop.loadComponentFromURL(Path(new).as_uri(), "_blank", 0, (_value("Hidden", True),))
    opened = time.perf_counter()
    settings = (_value("URL", Path(old).as_uri()), _value("NoAcceptDialog", True))
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, settings)
    compared = time.perf_counter()
    print((opened - start) * 1000, (compared - opened) * 1000)
    document.storeToURL(Path(result).as_uri(), (_value("FilterName", WORD),))
    document.close(True)
    desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
