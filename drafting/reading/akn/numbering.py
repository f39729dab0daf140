# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of footnotes: as printed, in their order from 1, whatever the file's own markers count from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafting.resolution import ReadWarning

_RAISED = re.compile(r"\d{1,3}")
_UNIT = re.compile(r"(?:\b[kcdm]?m|\d)$")  # what bears an exponent: km², 10³
_EXPONENTS = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


@dataclass(slots=True)
class Numbering:
    """Gives each footnote the label that stands in print.

    The markers of the files are those of the word processor: General Assembly texts count from 1, texts of
    the Human Rights Council from 2 in half of the languages, while print always begins with 1. Asterisks and
    other signs stay as they are.
    """

    last: int = 0
    shift: int | None = None
    labels: dict[str, str] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def label_for(self, marker: str, identity: str) -> str:
        """The label of the next footnote; `identity` is what other elements call it by."""
        label = marker.strip()
        if not label or label.isdecimal():
            self.last += 1
            self.compare(label)
            label = str(self.last)
        if identity:
            self.labels[identity] = label
        return label

    def compare(self, marker: str) -> None:
        """Note when a marker does not follow the one before."""
        if not marker:
            return
        shift = int(marker) - self.last
        if self.shift is None:
            self.shift = shift
        if shift != self.shift:
            self.odd.append(f"{marker} (now {self.last})")
            self.shift = shift

    def repeated(self, raised: str, before: str) -> str:
        """The label of an earlier footnote that raised digits mark once more; empty when they do not."""
        known = _RAISED.fullmatch(raised) and 0 < int(raised) <= self.last
        return str(int(raised)) if known and not _UNIT.search(before) else ""

    def lowered(self, raised: str, before: str) -> str:
        """Raised digits that are no footnote mark, as text: an exponent keeps its form ("km²").

        Others may be a mark whose footnote is missing, which is remarked.
        """
        if not _RAISED.fullmatch(raised):
            return raised
        if _UNIT.search(before):
            return raised.translate(_EXPONENTS)
        self.unknown.append(raised)
        return raised

    def remarks(self) -> list[ReadWarning]:
        """What a drafter should know about the numbers."""
        found = [
            ReadWarning(
                f"a raised {raised} marks no footnote before it; it stands in the text as a number",
                "footnotes",
                needs_look=True,
            )
            for raised in self.unknown
        ]
        if self.odd:
            message = (
                "the footnotes were numbered in their order from 1; in the file some numbers do not follow"
            )
            message = f"{message}: {', '.join(self.odd[:10])}"
            found.append(ReadWarning(message, "footnotes", needs_look=True))
        elif self.shift:
            message = (
                f"the file counts its footnotes from {self.shift + 1}; here they count from 1, as printed"
            )
            found.append(ReadWarning(message, "footnotes"))
        return found
