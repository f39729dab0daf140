# SPDX-License-Identifier: GPL-3.0-or-later
"""Real Word footnotes: the part that holds their texts. python-docx has no footnotes of its own.

Ids -1 and 0 are the separators Word draws above the notes; the notes count from 1, which is also the number
Word prints, as it numbers by order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafting.resolution import Footnote
from drafting.writing.layout import Layout
from drafting.writing.ooxml import Element, text_elements, w
from drafting.writing.runs import note_mark, note_runs, own_mark, run_elements

SEPARATOR, CONTINUATION = -1, 0
FIRST = 1


def footnotes_xml(notes: Iterable[Element], layout: Layout) -> Element:
    """The footnotes part for notes that are made already."""
    separators = (
        _separator("separator", SEPARATOR, layout),
        _separator("continuationSeparator", CONTINUATION, layout),
    )
    return w("footnotes", *separators, *notes)


def made(notes: Sequence[Footnote], highlight: bool) -> Iterator[Element]:
    """The notes in the order of their marks, nothing in them tracked."""
    for number, note in enumerate(notes, start=FIRST):
        yield footnote(number, run_elements(note_runs(note.text), highlight=highlight), own_mark(note))


def footnote(number: int, text: Iterable[Element], mark: str = "") -> Element:
    """A footnote with this id: its mark, which Word counts when it has none of its own, and its text."""
    # Word wants a mark of its own typed here too; LibreOffice 7.4 then shows it twice.
    sign = w("r", *text_elements(mark)) if mark else note_mark(w("footnoteRef"))
    paragraph = w("p", w("pPr", w("pStyle", val="FootnoteText")), sign, w("r", w("tab")), *text)
    return w("footnote", paragraph, id=number)


def footnote_settings() -> Iterator[Element]:
    """What the settings say of footnotes: which of them are separators."""
    yield w("footnotePr", w("footnote", id=SEPARATOR), w("footnote", id=CONTINUATION))


def _separator(kind: str, number: int, layout: Layout) -> Element:
    """The short rule above the notes: an underlined tab, as in the template of Geneva (rule 9.1)."""
    place = layout["separator"]
    properties = w(
        "pPr",
        w("tabs", w("tab", val="right", pos=place["right"])),
        w("spacing", after=80),
        w("ind", left=place["left"]),
        w("rPr", w("u", val="single")),
    )
    rule = w("r", w("rPr", w("u", val="single")), w("tab"))
    # LibreOffice draws its rule only where it finds Word's sign for one; hidden, Word does not show it too.
    sign = w("r", w("rPr", w("vanish")), w(kind))
    return w("footnote", w("p", properties, rule, sign), type=kind, id=number)
