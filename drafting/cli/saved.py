# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a draft that was saved in the window, as it stands."""

from __future__ import annotations

import argparse

from drafting.draft import Draft
from drafting.errors import UsageError
from drafting.project import SUFFIX, read_project


def names_saved(arguments: argparse.Namespace) -> bool:
    """Whether a saved draft is to be written; raises UsageError where other options do not go with it.

    Private notes stand in saved drafts alone, so they can be asked for of these only.
    """
    saved = [path for path in arguments.files if path.suffix.lower() == SUFFIX]
    if not saved:
        if arguments.notes:
            raise UsageError(f"--notes: private notes stand in a saved draft; name its file ({SUFFIX}).")
        return False
    if len(arguments.files) > 1:
        raise UsageError(f"{saved[0].name} holds its whole series: name no other file beside it.")
    for name in ("session", "shelf", "accept"):
        if getattr(arguments, name):
            raise UsageError(f"--{name}: a saved draft is written as it stands. Change it in the window.")
    return True


def saved_draft(arguments: argparse.Namespace) -> tuple[Draft, tuple[str, ...]]:
    """The draft, and what of its file this version does not know; raises what `read_project` raises."""
    [path] = arguments.files
    found = read_project(path)
    unknown = ", ".join(found.unknown)
    remarks = (f"{path.name}: a later Penholder wrote it; not known here: {unknown}.",) if unknown else ()
    return found.draft, remarks
