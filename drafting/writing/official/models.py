# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of a file that those which come, or become something else, are made after."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from drafting.errors import OfficialFileError
from drafting.resolution import Kind, Paragraph, Part
from drafting.writing.official import counting, looks
from drafting.writing.official.places import Place
from drafting.writing.official.printed import Printed
from drafting.writing.ooxml import Element, w


def kind_of(paragraph: Paragraph) -> tuple[Kind, int]:
    """What decides how a paragraph looks; the line of an annex or part is unlike the headings in it."""
    return paragraph.kind, -1 if paragraph.opens_unit else paragraph.level


class Models:
    """How each kind of paragraph looks and begins in one file, as it was before anything was changed."""

    def __init__(self, places: Mapping[str, Place], printed: Printed) -> None:
        self._printed = printed
        self._places = list(places.values())
        self._order = {place.paragraph.id: at for at, place in enumerate(self._places)}
        self._shapes = [looks.shape(place.elements[-1]) for place in self._places]
        self._at = -1
        # Paragraphs that Word counts no more: none is a model for those that are counted.
        straight = [one for one in self._places if not counting.stands_beside(one.paragraph.label)]
        self._known = straight or self._places

    def passed(self, paragraph: Paragraph) -> None:
        """What comes next stands behind this paragraph of the file."""
        self._at = self._order.get(paragraph.id, self._at)

    def model(self, new: Paragraph) -> Place:
        """A paragraph of the same kind, the nearest one before it or else the first; failing that, any."""
        alike = [one for one in self._known if kind_of(one.paragraph) == kind_of(new)]
        lower = [one for one in self._known if one.paragraph.part is new.part]
        found = alike or lower or self._known
        if not found:
            raise OfficialFileError(new.id)
        before = [one for one in found if self._order[one.paragraph.id] <= self._at]
        return before[-1] if before else found[0]

    def shape(self, new: Paragraph) -> Element:
        """The properties of a paragraph that comes."""
        made = deepcopy(self._shapes[self._order[self.model(new).paragraph.id]])
        if self.types(new):
            counting.uncounted(made, self._printed)
        if self.is_title(new):
            counting.put(made, w("keepNext"), w("ind", left=0, right=0, firstLine=0), w("jc", val="center"))
        return made

    def words(self, new: Paragraph) -> Element:
        """A run that looks as the words of a paragraph that comes do."""
        model = self.model(new)
        run = next((one for one in model.atoms[model.start :] if not one.raised), model.atoms[0]).run
        return looks.bold(run) if self.is_title(new) else run

    def is_title(self, new: Paragraph) -> bool:
        """Whether it is a heading, or the line of an annex or part, and the file has none to make it after.

        Then it is bold and stands in the middle, and so can be told from the text (rules 1.8 and 10).
        """
        return new.kind is Kind.HEADING and kind_of(self.model(new).paragraph) != kind_of(new)

    def types(self, new: Paragraph) -> bool:
        """Whether the number of a paragraph is typed where Word counts the others.

        So it is beside another, and where the file has no paragraph of its kind (a heading, the line of an
        annex, a point), after which it could be made: it would be counted as one of another kind.
        """
        model = self.model(new)
        if types_numbers(model):
            return False
        strange = kind_of(model.paragraph) != kind_of(new)
        elsewhere = new.part is Part.ANNEX and model.paragraph.unit != new.unit  # it counts for itself
        unlike = strange and bool(model.paragraph.label or new.label)
        return counting.stands_beside(new.label) or unlike or (elsewhere and bool(new.label))

    def before(self, new: Paragraph) -> str:
        """What is typed before a paragraph of this kind, with its own number; numbers Word counts are not."""
        if self.types(new):
            return counting.typed(new)
        model = self.model(new)
        typed, label = model.before, model.paragraph.label
        alike = kind_of(model.paragraph) == kind_of(new)
        if not label or label not in typed:
            return typed if alike else "\t"
        if self.is_title(new):
            return counting.typed(new)
        head, _, tail = typed.partition(label)
        if alike and new.label:
            return f"{head}{new.label}{tail}"
        return f"{head}{counting.stopped(new)}{tail.lstrip('.')}" if new.label else "\t"

    def differ(self, was: Paragraph, now: Paragraph) -> bool:
        """Whether a paragraph of the file has to look otherwise, or to be counted otherwise, than it does."""
        if kind_of(was) != kind_of(now):
            return True
        beside = counting.stands_beside(was.label) != counting.stands_beside(now.label)
        return (beside or was.unit != now.unit) and not types_numbers(self.model(now))


def types_numbers(model: Place) -> bool:
    """Whether the number of a paragraph is typed, and not counted by Word."""
    return bool(model.paragraph.label) and model.paragraph.label in model.before
