# SPDX-License-Identifier: GPL-3.0-or-later
"""The formatting that stands for a change in a redline: put on, told again, and taken off.

Nothing else that we write is struck through or underlined by hand. What is no word of either text (the sign
of an end, a number that is typed) is left out of the spelling check, and known by that.
"""

from __future__ import annotations

from docx.oxml.ns import qn

from drafting.writing.marked import Mark
from drafting.writing.ooxml import Element, text_elements, w

# https://www.ecma-international.org/publications-and-standards/standards/ecma-376/ part 1, CT_RPr: the order
# of what a run of ours can have.
_ORDER = ("rStyle", "b", "bCs", "i", "iCs", "strike", "noProof", "sz", "szCs", "highlight", "u", "vertAlign")
_PLACES = {qn(f"w:{name}"): place for place, name in enumerate(_ORDER)}
_LOOKS = {Mark.KEPT: (), Mark.DELETED: ("strike",), Mark.INSERTED: ("b", "bCs", "u")}
_STRUCK, _UNDERLINED, _APPARATUS = qn("w:strike"), qn("w:u"), qn("w:noProof")


def marked(run: Element, mark: Mark) -> Element:
    """The run, shown as this mark."""
    if mark is not Mark.KEPT:
        look = run.find(qn("w:rPr"))
        if look is None:
            look = w("rPr")
            run.insert(0, look)
        _put(look, mark)
    return run


def mark_end(properties: Element, mark: Mark) -> None:
    """Show the end of a paragraph as this mark, and with it a number that Word counts."""
    look = w("rPr")
    _put(look, mark)
    properties.append(look)


def apparatus(text: str, mark: Mark, style: str = "") -> Element:
    """A run that is no word of either text; `style` names a character style."""
    look = [w("rStyle", val=style)] if style else []
    return marked(w("r", w("rPr", *look, w("noProof")), *text_elements(text)), mark)


def in_style(run: Element, name: str) -> Element:
    """The run, in this character style."""
    look = run.find(qn("w:rPr"))
    if look is None:
        look = w("rPr")
        run.insert(0, look)
    look.insert(0, w("rStyle", val=name))
    return run


def style_of(run: Element) -> str:
    """The character style of a run, empty without one."""
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return "" if style is None else style.get(qn("w:val")) or ""


def mark_of(element: Element) -> Mark:
    """As what a run, or the end of a paragraph, is shown."""
    look = element.find(qn("w:rPr"))
    found = {child.tag for child in look} if look is not None else set()
    if _STRUCK in found:
        return Mark.DELETED
    return Mark.INSERTED if _UNDERLINED in found else Mark.KEPT


def is_apparatus(run: Element) -> bool:
    """Whether a run is no word of either text."""
    return run.find(f"{qn('w:rPr')}/{_APPARATUS}") is not None


def _put(look: Element, mark: Mark) -> None:
    known = {child.tag for child in look}
    for name in _LOOKS[mark]:
        if qn(f"w:{name}") not in known:
            look.append(w(name, val="single") if name == "u" else w(name))
    look[:] = sorted(look, key=lambda child: _PLACES[child.tag])
