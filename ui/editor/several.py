# SPDX-License-Identifier: GPL-3.0-or-later
"""Acts on what waits in all the paragraphs selected: proposals decided, findings mended, each as one act."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.draft import Draft, Step
from drafting.draft.several import accept_in, keep_in, mend_all
from drafting.translation import trn
from ui.checks.places import located
from ui.checks.watch import Checker
from ui.editor.page import Page


class Several:
    """Decides and mends in the selection of a page, or of the outline."""

    def __init__(self, page: Page, checker: Checker) -> None:
        self._page, self._checker = page, checker

    def accept(self) -> None:
        """Accept every open proposal in the paragraphs selected."""
        self._page.shaping.keep_selected(accept_in)

    def keep(self) -> None:
        """Keep the old text at every open proposal in them."""
        self._page.shaping.keep_selected(keep_in)

    def fix(self) -> None:
        """Mend what can be mended by rule in them, and say how much that was."""
        counts: list[int] = []

        def mended(draft: Draft, keys: Sequence[str]) -> Step:
            here = [one for one in self._checker.standing if one.at.key in keys and one.fix]
            step, count = mend_all(draft, [located(draft, one) for one in here])
            counts.append(count)
            return step

        self._page.shaping.keep_selected(mended)
        if counts:
            self._page.remark.emit(trn("{n} finding mended.", "{n} findings mended.", counts[0]))
