# SPDX-License-Identifier: GPL-3.0-or-later
"""Replacing what was found: one place after the other, or many as one act after a look at them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from drafting.draft import Draft, Step
from drafting.errors import DraftError
from drafting.searching.fields import fields
from drafting.searching.records import Found, Place
from drafting.searching.replacing import replace_places
from drafting.translation import tr, trn
from ui.editor.find_bar import FindBar
from ui.editor.lines import Spot
from ui.editor.page import Page
from ui.editor.readback import Caret
from ui.prompts import Prompts

MOST_NAMED = 12
"""Paragraphs that are named after a replacement; of more, how many there are."""


class Replacing(QObject):
    """Does what the buttons of the bar say, each as a step on the desk of the page."""

    def __init__(self, bar: FindBar, page: Page, prompts: Prompts) -> None:
        super().__init__(bar)
        self._bar, self._finder, self._page, self._prompts = bar, bar.finder, page, prompts
        bar.replace_one.connect(self.one)
        bar.skip.connect(self._finder.forward)
        bar.replace_all.connect(self.all)
        bar.remark.connect(page.remark)

    def one(self) -> None:
        """Replace the place in hand and go to the next; where none is in hand, go to one first."""
        hit, draft = self._finder.hit, self._page.draft
        if draft is None or self._page.isReadOnly():
            return
        if hit is None or not self._finder.in_hand:
            self._finder.forward()
            return
        within = [one for one in fields(draft) if one.block == hit.block]

        def put_in(found: Found) -> None:
            place = next((one for one in found if (one.start, one.end) == (hit.start, hit.end)), None)
            if place is None or self._page.draft is None:
                self._finder.look(None, go=True)
                return
            self._page.typist.bursts.end()
            if self._do(self._page.draft, (place,)) is not None:
                end = place.start + len(place.new or "")
                self._page.show_caret(Caret(place.key, place.note, Spot(end)))
                self._finder.look(None, go=True)

        self._finder.seek(put_in, self._bar.template, within)

    def all(self) -> None:
        """Show every place with its words before and after, and replace those that the drafter leaves on."""
        if self._page.draft is None or self._page.isReadOnly():
            return
        if not self._finder.words:
            self._finder.open()
            return
        self._finder.seek(self._offer, self._bar.template)

    def _offer(self, found: Found) -> None:
        draft = self._page.draft
        places = [one for one in found if one.new != one.old]
        if draft is None or not places:
            if not self._bar.problem.text():
                self._page.remark.emit(tr("There is nothing to replace."))
            return
        chosen = self._prompts.replacements(self._bar.window(), draft, places)
        if not chosen:
            return
        self._page.typist.bursts.end()
        step = self._do(draft, chosen)
        if step is not None:
            self._page.remark.emit(_told(step.draft, chosen))

    def _do(self, draft: Draft, places: Sequence[Place]) -> Step | None:
        try:
            step = replace_places(draft, places)
        except DraftError as error:
            self._page.remark.emit(str(error))
            return None
        self._page.desk.do(step)
        return step


def _told(draft: Draft, places: Sequence[Place]) -> str:
    """How many places were replaced, and in which paragraphs."""
    keys = list(dict.fromkeys(place.key for place in places))
    count = trn("{n} place replaced", "{n} places replaced", len(places))
    if len(keys) > MOST_NAMED:
        where = trn("in {n} paragraph", "in {n} paragraphs", len(keys))
    else:
        where = tr("in {paragraphs}").format(paragraphs=", ".join(draft.label(key).id for key in keys))
    return tr("{count} {where}. Undo takes them back together.").format(count=count, where=where)
