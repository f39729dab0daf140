# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to look at in the recovery screen, and the questions about a file that others have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from main_scenes import until
from PySide6.QtWidgets import QWidget

from drafting.draft import Draft, Rewritten, accept_all, delete, insert, rewrite
from drafting.keeping.recovery import write_copy
from drafting.keeping.stamp import Origin, stamp_of
from drafting.opening import open_sample
from drafting.project import save_project
from ui.comparison.window import ComparisonWindow
from ui.recovery.dialog import RecoveryDialog
from ui.recovery.finding import Found, find
from ui.recovery.words import both


def recovery() -> Iterator[tuple[str, QWidget]]:
    """One draft that differs in a few paragraphs, and two, of which one was never saved."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        draft = open_sample().draft
        saved = place / "Draft 59 Enhancement of international cooperation.penholder"
        save_project(draft, saved)
        (place / "recovery").mkdir()
        origin = Origin(saved.name, str(saved), stamp_of(saved))
        write_copy(worked_on(draft), origin, place / "recovery" / "a.penholder")
        found = _told(find(place / "recovery").found)
        dialog = RecoveryDialog(found)
        yield "one", dialog
        dialog.close()
        window = ComparisonWindow(both(found[0]), 0, 1)
        window.show()
        until(lambda: window.model.comparison is not None)
        yield "both", window
        window.close()
        write_copy(accept_all(draft).draft, Origin("the draft"), place / "recovery" / "b.penholder")
        save_project(accept_all(draft).draft, saved)
        for one in found:
            one.held.lock.unlock()
        dialog = RecoveryDialog(_told(find(place / "recovery").found))
        yield "two", dialog
        dialog.list.setCurrentIndex(dialog.names.index(1))
        yield "changed", dialog
        dialog.close()


def _told(found: Iterable[Found]) -> list[Found]:
    """As if the draft stood where a drafter keeps drafts."""

    def moved(one: Found) -> Found:
        origin = replace(one.copy.origin, path=str(Path("Documents", one.name)))
        return replace(one, copy=replace(one.copy, origin=origin))

    return [moved(one) if one.copy.origin.path else one for one in found]


def worked_on(draft: Draft) -> Draft:
    """The sample with words changed, a paragraph put in and one taken out, and a decision."""
    text = draft.paragraph("p3").text.replace("integral part", "essential part", 1)
    draft = rewrite(draft, ["p3"], [Rewritten("p3", text)]).draft
    draft = insert(draft, "p5").draft
    words = "Welcoming the regional seminars on cooperation held in 2024,"
    draft = rewrite(draft, ["p71"], [Rewritten("p71", words)]).draft
    return accept_all(delete(draft, ["p12"]).draft).draft
