# SPDX-License-Identifier: GPL-3.0-or-later
"""What stays in a file and is something else now: it looks so, and Word prints the number of the draft.

What is done is found out on a copy in which all changes are accepted, for there alone it is seen what Word
counts: a paragraph that is none of a list any more lets all that follow it count otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.ns import qn

from drafting.resolution import Paragraph, Resolution
from drafting.writing.official import counting, looks
from drafting.writing.official.atoms import lift, runs_of
from drafting.writing.official.models import Models
from drafting.writing.official.places import Place, places
from drafting.writing.official.printed import Printed
from drafting.writing.official.settling import settle
from drafting.writing.ooxml import Element
from drafting.writing.tracked.stamp import Stamps

Number = tuple[str, str, str]
"""What Word prints, what is typed, and what the text says, without stops."""


def number_of(place: Place, printed: Mapping[Element, str]) -> Number:
    """The number of a paragraph where it stands."""
    shown, typed, meant = printed.get(place.elements[0], ""), place.number, place.paragraph.label
    return counting.bare(shown), counting.bare(typed), counting.bare(meant)


def is_right(number: Number) -> bool:
    """Whether a number is there as it should be, once."""
    shown, typed, meant = number
    return (shown or typed) == meant and not (shown and typed)


def wrong_numbers(found: Collection[Place], printed: Mapping[Element, str]) -> set[Number]:
    """The numbers that a file prints otherwise than its text was read."""
    return {number for place in found if not is_right(number := number_of(place, printed))}


@dataclass(frozen=True, slots=True)
class _Twin:
    """The text with all changes accepted, and which of its paragraphs and runs are which of the file's."""

    body: Element
    there: Mapping[Element, Element]
    places: Mapping[str, Place]

    @classmethod
    def of(cls, body: Element, new: Resolution) -> _Twin:
        copy, tags = deepcopy(body), (qn("w:p"), qn("w:r"))
        there = dict(zip(copy.iter(*tags), body.iter(*tags), strict=True))
        settle(copy, accept=True)
        return cls(copy, there, places(new, copy))

    def standing(self, new: Resolution) -> Iterator[tuple[Paragraph, Place]]:
        """The paragraphs of the new text that are found, in their order."""
        return ((one, self.places[one.id]) for one in new.paragraphs if one.id in self.places)


class Straight:
    """Sets right what stays in one file."""

    def __init__(
        self, body: Element, new: Resolution, models: Models, printed: Printed, stamps: Stamps
    ) -> None:
        self._body, self._new = body, new
        self._models, self._printed, self._stamps = models, printed, stamps

    def looks(self, owners: Mapping[Element, Paragraph]) -> None:
        """Let what became something else look so; `owners` are the paragraphs of the file before."""
        twin = _Twin.of(self._body, self._new)
        for new, place in twin.standing(self._new):
            elements = [twin.there[one] for one in place.elements]
            was = owners.get(elements[0])
            if was is None:
                continue
            self._models.passed(was)
            if self._models.differ(was, new):
                self._stamps.next_paragraph()
                for element in elements:
                    self._reshape(element, self._models.shape(new))
                if self._models.is_title(new):
                    kept = [twin.there[run] for one in place.elements for run in runs_of(one)]
                    looks.embolden(kept, self._stamps)

    def numbers(self, usual: Collection[Number]) -> None:
        """Type the numbers that Word would print otherwise; those `usual` in the file are left alone."""
        twin = _Twin.of(self._body, self._new)
        printed = self._printed.labels(twin.body)
        for _, place in twin.standing(self._new):
            number = shown, typed, meant = number_of(place, printed)
            if is_right(number) or number in usual or typed not in {"", meant}:
                continue
            self._stamps.next_paragraph()
            if shown:
                self._uncount(twin.there[place.elements[0]])
                counting.uncounted(looks.properties_of(place.elements[0]), self._printed)
                printed = self._printed.labels(twin.body)
            if not typed and meant:
                self._type(place, twin)

    def _uncount(self, element: Element) -> None:
        self._reshape(element, counting.uncounted(looks.shape(element), self._printed))

    def _reshape(self, element: Element, shape: Element) -> None:
        """Another look of a paragraph, tracked; one that came with this draft has no look before."""
        properties = looks.properties_of(element)
        change = self._stamps.mark("pPrChange", counting.former(properties, self._printed))
        counting.reshape(properties, shape)
        comes = properties.find(f"{qn('w:rPr')}/{qn('w:ins')}") is not None
        if properties.find(qn("w:pPrChange")) is None and not comes:
            properties.append(change)

    def _type(self, place: Place, twin: _Twin) -> None:
        """Type the number before the first letter that stays."""
        before, first = place.before, twin.there[place.atoms[0].run]
        number = counting.typed(place.paragraph)
        made = looks.run(number.rstrip() if before[:1].isspace() else number, place.atoms[place.start].run)
        element = next(first.iterancestors(qn("w:p")))
        with self._stamps.apart():
            lift(first, element).addprevious(self._stamps.mark("ins", made))
