# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks LibreOffice, through UNO, how a file reads with all its tracked changes accepted, or rejected.

Runs under a Python that has UNO, beside the tests' own: `python3 inside.py PIPE` takes one JSON list
[file, view] a line, the view "accepted", "rejected" or "as it is", and prints one JSON list for it: the
footnotes, and behind them the paragraphs as LibreOffice saves them in plain text, with their numbers and the
marks of their footnotes.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import uno  # comes with LibreOffice
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def desktop(pipe):
    """The running office, as soon as it answers."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(600):
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
        else:
            manager = remote.ServiceManager
            return (
                manager.createInstanceWithContext("com.sun.star.frame.Desktop", remote),
                manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", remote),
            )
    raise SystemExit("LibreOffice did not answer")


_COMMANDS = {"accepted": "AcceptAllTrackedChanges", "rejected": "RejectAllTrackedChanges"}


def setting(name, value):
    """One setting of a call, as UNO takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


_HIDDEN = setting("Hidden", True)
_PLAIN = setting("FilterName", "Text (encoded)"), setting("FilterOptions", "UTF8,LF")


def lines(document, path):
    """Its paragraphs and footnotes: saved, because each word asked for over the pipe takes its time."""
    document.storeToURL(path.as_uri(), _PLAIN)
    text = path.read_text(encoding="utf-8-sig").removesuffix("\n")
    notes = document.getFootnotes()
    told = (notes.getByIndex(at).getString().strip() for at in range(notes.getCount()))
    return [*("{" + note + "}" for note in told), *text.split("\n")]


def main():
    """Each line of the input answered in its order."""
    office, dispatcher = desktop(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.txt"
        for line in sys.stdin:
            name, view = json.loads(line)
            document = office.loadComponentFromURL(Path(name).as_uri(), "_blank", 0, (_HIDDEN,))
            if view in _COMMANDS:
                frame = document.CurrentController.Frame
                dispatcher.executeDispatch(frame, f".uno:{_COMMANDS[view]}", "", 0, ())
            told = lines(document, plain)
            document.close(True)
            sys.stdout.write(json.dumps(told) + "\n")
            sys.stdout.flush()
    office.terminate()


main()
