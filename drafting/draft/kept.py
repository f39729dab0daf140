# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from each paragraph by itself, kept from one state of the draft to the next.

An act changes few paragraphs, and a paragraph that was not changed is the same object as before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from drafting.draft.paragraph import DraftParagraph

if TYPE_CHECKING:
    from drafting.draft.record import Draft

T = TypeVar("T")


class PerParagraph(Generic[T]):
    """What `make` finds in each paragraph, worked out anew only for those the draft asked last had not.

    It may depend on the paragraph, the loaded versions and what is carried over from them, and on nothing
    else; for what depends on more, `again` gets what was found before and says what it is now. One draft is
    remembered. Safe to ask from any thread.
    """

    def __init__(
        self,
        make: Callable[[Draft, DraftParagraph], T],
        again: Callable[[Draft, DraftParagraph, T], T] | None = None,
    ) -> None:
        self._make, self._again = make, again
        self._last: tuple[object, object, dict[int, tuple[DraftParagraph, T]]] = None, None, {}

    def of(self, draft: Draft) -> list[T]:
        """What is found, in the order of the paragraphs."""
        lineage, carry, known = self._last
        if lineage is not draft.lineage or carry is not draft.carry:
            known = {}
        # By identity: the paragraph stands beside what was found in it, so that its id stays its own.
        now = {
            id(paragraph): (paragraph, self._found(draft, paragraph, known)) for paragraph in draft.paragraphs
        }
        self._last = draft.lineage, draft.carry, now  # at once, for whoever asks on another thread
        return [found for _, found in now.values()]

    def _found(
        self, draft: Draft, paragraph: DraftParagraph, known: dict[int, tuple[DraftParagraph, T]]
    ) -> T:
        before = known.get(id(paragraph))
        if before is None:
            return self._make(draft, paragraph)
        return self._again(draft, paragraph, before[1]) if self._again else before[1]
