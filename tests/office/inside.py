# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks LibreOffice, through UNO, how a file reads with all its tracked changes accepted, or rejected.

Runs under a Python that has UNO, beside the tests' own: `python3 inside.py PIPE` takes one JSON list
[file, view] a line, the view "accepted", "rejected" or "as it is", and prints one JSON object for it: a list
of [number, text] with footnotes as "{text}" at their marks.
"""

import json
import sys
import time

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


def hidden():
    """Open without a window."""
    value = PropertyValue()
    value.Name, value.Value = "Hidden", True
    return value


def paragraphs(text):
    """Every paragraph of a text, with its number and its footnotes; tables are passed over."""
    found = []
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        paragraph = walk.nextElement()
        if not paragraph.supportsService("com.sun.star.text.Paragraph"):
            continue
        words, portions = [], paragraph.createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            if portion.TextPortionType == "Text":
                words.append(portion.getString())
            elif portion.TextPortionType == "Footnote":
                words.append("{" + portion.Footnote.getString().strip() + "}")
        found.append([paragraph.ListLabelString, "".join(words)])
    return found


def main():
    """Each line of the input answered in its order."""
    office, dispatcher = desktop(sys.argv[1])
    for line in sys.stdin:
        name, view = json.loads(line)
        document = office.loadComponentFromURL(uno.systemPathToFileUrl(name), "_blank", 0, (hidden(),))
        if view in _COMMANDS:
            frame = document.CurrentController.Frame
            dispatcher.executeDispatch(frame, f".uno:{_COMMANDS[view]}", "", 0, ())
        told = {"file": name, "view": view, "paragraphs": paragraphs(document.Text)}
        document.close(True)
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
    office.terminate()


main()
