# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands inside the paragraphs of a Word file: runs of text, breaks, fields, marks, wrappers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafting.reading.word.fields import Fields
from drafting.reading.word.lines import Line
from drafting.reading.word.names import (
    ALTERNATIVES,
    CHART,
    DIAGRAM,
    IMAGE,
    MATH,
    PICTURE,
    Element,
    W,
    alternative,
    child,
    local,
    value,
)
from drafting.reading.word.reader import Reader
from drafting.reading.word.signs import sign_of, visible
from drafting.reading.word.styles import Look
from drafting.reading.word.tracked import Tracked, View, reformatted, tracked

ANCHORS = {"commentRangeStart": "<", "commentRangeEnd": ">"}
_INSIDE = frozenset({"hyperlink", "smartTag", "sdtContent", "sdt", "customXml", "fldSimple", "dir", "bdo"})
_WHITE = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_PICTURES = frozenset({"drawing", "pict", "object"})
_DRAWN = (PICTURE, IMAGE, CHART, DIAGRAM)  # what is seen there and not read


class Runs:
    """Reads what is inside paragraphs; fields reach over several. `boxed` reads the lines of a text box."""

    def __init__(self, reader: Reader, boxed: Callable[[Element], list[Line]]) -> None:
        self._reader = reader
        self._boxed = boxed
        self._fields = Fields()

    def inside(self, container: Element, line: Line, change: Tracked | None) -> None:
        """Add the content of a paragraph, or of a wrapper in it, to its line; `change` is what tracks it."""
        for element in container.iterchildren():
            name = local(element)
            if name == "r":
                self._run(element, line, change)
            elif name in _INSIDE:
                self.inside(element, line, change)
            elif (wrapped := tracked(element)) is not None:
                hidden = change is not None and change.act is self._reader.view.hidden
                self.inside(element, line, change if hidden else wrapped)
            elif name in ANCHORS:
                self.anchor(line, value(element, "id"), ANCHORS[name])
            elif element.tag == ALTERNATIVES and (branch := alternative(element)) is not None:
                self.inside(branch, line, change)
            elif str(element.tag).startswith(MATH):
                self._show("".join(_mathematics(element)), Look(), line, change)

    def _run(self, run: Element, line: Line, change: Tracked | None) -> None:
        reader = self._reader
        properties = child(run, "rPr")
        before = reformatted(properties, "rPr")
        if before is not None and reader.view is View.ORIGINAL:
            properties = before[1]
        look = reader.styles.look(properties, line.look.style)
        start = line.length
        self._signs(run, look, line, change)
        if before is not None and reader.record is not None and line.length > start:
            reader.record.inserted(line, before[0], start)

    def _signs(self, run: Element, look: Look, line: Line, change: Tracked | None) -> None:
        """What stands in a run: text, breaks, notes, fields, pictures."""
        marked = _custom_mark(run)
        for element in run.iterchildren():
            name = local(element)
            if name in {"t", "delText"}:
                if marked is None:  # else it is the mark itself
                    self._show(visible(element.text or ""), look, line, change)
            elif name in _WHITE:
                self._show(_WHITE[name], look, line, change)
            elif name == "sym":
                self._show(self._symbol(element), look, line, change)
            elif name == "fldChar":
                self._fields.step(value(element, "fldCharType"))
            elif name in _REFERENCES:
                self._note((_REFERENCES[name], value(element, "id")), marked or "", line, change)
            else:
                self._other(element, name, look, line, change)

    def _other(self, element: Element, name: str, look: Look, line: Line, change: Tracked | None) -> None:
        if name == "commentReference":
            for side in ANCHORS.values():  # a comment without a range stands where its mark is
                self.anchor(line, value(element, "id"), side)
        elif name in _PICTURES:
            self._picture(element, line)
        elif name == "ruby":
            for base in element.iterchildren(f"{W}rubyBase"):
                self.inside(base, line, change)
        elif element.tag == ALTERNATIVES and (branch := alternative(element)) is not None:
            self._signs(branch, look, line, change)

    def _symbol(self, element: Element) -> str:
        sign = sign_of(value(element, "char"), value(element, "font"))
        if not sign:
            self._reader.aside.unknown_signs += 1
        return sign or "\ufffd"

    def _show(self, text: str, look: Look, line: Line, change: Tracked | None) -> None:
        """Text of a run: into the line, or into what this view does not show."""
        reader = self._reader
        if not text or self._fields.in_code:
            return
        if change is not None and change.act is reader.view.hidden:
            if reader.record is not None:
                reader.record.removed(line, change, " " if text == "\n" else text)
            return
        if look.hidden:
            reader.aside.hidden.append((line.place, text))
            return
        reader.aside.struck += look.struck and bool(text.strip())
        line.write_on(text)
        start = line.length
        line.write(text, look)
        if change is not None and reader.record is not None:
            reader.record.inserted(line, change, start)

    def _note(self, note: tuple[str, str], mark: str, line: Line, change: Tracked | None) -> None:
        reader = self._reader
        if change is not None and change.act is reader.view.hidden:
            if reader.record is not None:
                gone = reader.deleted(*note)
                reader.record.note_removed(line, change, gone.number, gone.text)
        elif label := reader.refer(*note, mark):
            line.mark(label)

    def anchor(self, line: Line | None, comment: str, side: str) -> str:
        """Set the beginning or end of a comment, once; between paragraphs its name is for the next line."""
        number = self._reader.comments.get(comment)
        name = f"c{number}{side}"
        if number is None or self._reader.record is None or name in self._reader.anchored:
            return ""
        self._reader.anchored.add(name)
        if line is not None:
            line.anchor(name)
        return name if line is None else ""

    def _picture(self, element: Element, line: Line) -> None:
        """A drawing: its text boxes are stretches of their own, pictures are counted."""
        for box in _without_fallback(element, f"{W}txbxContent"):
            line.boxes.extend(self._boxed(box))
        self._reader.aside.pictures += any(True for _ in _without_fallback(element, *_DRAWN))


def _custom_mark(run: Element) -> str | None:
    """The mark a run gives its footnote itself ("*"), None when Word counts or there is no note."""
    marks = (mark for name in _REFERENCES for mark in run.iterchildren(W + name))
    if not any(value(mark, "customMarkFollows") in {"1", "true", "on"} for mark in marks):
        return None
    return (
        "".join(visible(text.text or "") for text in run.iterchildren(f"{W}t", f"{W}delText")).strip() or "*"
    )


def _without_fallback(element: Element, *tags: str) -> Iterator[Element]:
    """The outermost elements of these names, in one branch of alternatives only."""
    for part in element.iterchildren():
        if part.tag in tags:
            yield part
        elif part.tag == ALTERNATIVES:
            branch = alternative(part)
            if branch is not None:
                yield from _without_fallback(branch, *tags)
        else:
            yield from _without_fallback(part, *tags)


def _mathematics(element: Element) -> Iterator[str]:
    for part in element.iter(f"{MATH}t", f"{W}t"):
        yield visible(part.text or "")
