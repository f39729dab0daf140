# SPDX-License-Identifier: GPL-3.0-or-later
"""What can stand beside the paragraphs of a clean draft: their names, and where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from drafting.resolution import Kind, Paragraph
from drafting.writing.options import WordOptions

Origins = Mapping[str, str]
"""Where paragraphs come from, by their ids (`provenance`)."""

NOWHERE: Origins = MappingProxyType({})
_NAMELESS = (Kind.HEADING, Kind.TEXT)


@dataclass(frozen=True, slots=True)
class Beside:
    """What the options want beside the paragraphs of one text."""

    options: WordOptions
    origins: Origins

    def tag(self, paragraph: Paragraph) -> str:
        """The name delegations have for it ("[PP4]", "[OP12(a)]"); headings and plain text have none."""
        wanted = self.options.paragraph_tags and paragraph.kind not in _NAMELESS
        return f"[{paragraph.id}]" if wanted else ""

    def origin(self, paragraph: Paragraph) -> str:
        """Where it comes from, in square brackets; empty when nothing is known or wanted."""
        said = self.origins.get(paragraph.id, "") if self.options.provenance else ""
        return f"[{said}]" if said else ""
