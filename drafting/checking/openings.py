# SPDX-License-Identifier: GPL-3.0-or-later
"""The opening words of paragraphs: their form, whether they are known, and their italics.

Sources: Editorial Manual on resolutions; rules 1.3, 1.4, 1.6 and 1.7.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot, Subject
from drafting.checking.rules import finding
from drafting.reading.openings import opening_of, opens_paragraph
from drafting.resolution import Kind, Paragraph, Part
from drafting.translation import tr


def form(paragraph: Paragraph) -> Iterator[Finding]:
    """A paragraph that opens as one of the other part does, or as none."""
    if not _opens(paragraph) or _known(paragraph) or opens_paragraph(paragraph.text, paragraph.part):
        return
    words = paragraph.opening or paragraph.text.split(maxsplit=1)[0]
    start = paragraph.text.index(words)
    message = (
        tr(
            "“{words}” does not open a paragraph of this part: preambular paragraphs open with a participle "
            "or an adjective."
        )
        if paragraph.part is Part.PREAMBLE
        else tr(
            "“{words}” does not open a paragraph of this part: operative paragraphs open with a verb in the "
            "third person."
        )
    ).format(words=words)
    yield finding("opening-form", Spot(paragraph.id, start, start + len(words)), words, message)


def unknown(paragraph: Paragraph) -> Iterator[Finding]:
    """An opening of the right form whose verb is not in the list of those that resolutions use."""
    if not _opens(paragraph) or _known(paragraph) or not paragraph.opening:
        return
    if not opens_paragraph(paragraph.text, paragraph.part):
        return
    words = paragraph.opening
    message = tr("“{words}” is not among the openings that resolutions use: is it spelled as meant?").format(
        words=words
    )
    yield finding("opening-unknown", Spot(paragraph.id, 0, len(words)), words, message)


def capital(paragraph: Paragraph) -> Iterator[Finding]:
    """A point that begins with a small letter."""
    text = paragraph.text
    if paragraph.kind is not Kind.SUBPARAGRAPH or not text[:1].islower():
        return
    spot, letter = Spot(paragraph.id, 0, 1), text[0]
    message = tr("Points begin with a capital letter: “{word}”.").format(
        word=letter.upper() + text[1:].partition(" ")[0]
    )
    yield finding("point-capital", spot, letter, message, fix=[Mend(spot, letter, letter.upper())])


def _opens(paragraph: Paragraph) -> bool:
    """Whether the paragraph is one that has an opening; one in square brackets is still disputed."""
    kinds = (Kind.PREAMBULAR, Kind.OPERATIVE)
    words = paragraph.text.strip()
    return paragraph.kind in kinds and paragraph.part is not Part.ANNEX and words[:1] not in ("", "[")


def _known(paragraph: Paragraph) -> bool:
    """Whether it opens with a listed verb of its part, as nearly all do."""
    return _opens_known(paragraph.text, paragraph.part)


@lru_cache(maxsize=1024)
def _opens_known(text: str, part: Part) -> bool:
    return opens_paragraph(text, part, known=True)


def italics(subject: Subject) -> Iterator[Finding]:
    """Italics of the source that cover more or less than the opening phrase."""
    body = subject.text.masthead.body
    for paragraph in subject.text.paragraphs:
        printed = paragraph.opening
        if not printed or not _opens(paragraph):
            continue
        phrase = _phrase(paragraph.text, paragraph.part, body)
        if phrase and phrase != printed:
            words = max(phrase, printed, key=len)
            message = tr("“{words}” is in italics here; the opening phrase is “{phrase}”.").format(
                words=printed, phrase=phrase
            )
            yield finding("opening-italics", Spot(paragraph.id, 0, len(words)), words, message)


@lru_cache(maxsize=4096)
def _phrase(text: str, part: Part, body: str) -> str:
    return opening_of(text, part, body)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    "opening-form": form,
    "opening-unknown": unknown,
    "point-capital": capital,
}
TEXT_CHECKS: Mapping[str, Check] = {"opening-italics": italics}
