# SPDX-License-Identifier: GPL-3.0-or-later
"""A resolution in Akoma Ntoso as the United Nations publish theirs (AKN4UN; rules section 10).

Reading the file back gives the same record. What published files name beside it (keywords, bar codes, web
addresses) is left out: nobody but the secretariat knows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree

from drafting.files import write_atomically
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution
from drafting.updating.mentions import print_date
from drafting.writing.bodies import is_adopted, lines_below, phrase, vote_lines
from drafting.writing.laid import printed
from drafting.writing.masthead import masthead_words
from drafting.writing.ooxml import Element, writable
from drafting.writing.options import DEFAULTS
from drafting.writing.runs import notes_in_order

_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_NAMES: Any = {None: _AKN}  # the stubs know of no namespace without a prefix
_MAKER = etree.XMLParser()
_LANGUAGES = {"ar": "ara", "zh": "chi", "en": "eng", "fr": "fre", "ru": "rus", "es": "spa"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LINES = {
    "body": ("docAuthority", {"refersTo": "#subsidiaryBody"}),
    "session": ("session", {}),
    "session_dates": ("event", {"refersTo": "#session"}),
    "committee": ("docCommittee", {}),
    "agenda_item": ("inline", {"name": "agenda item"}),
    "agenda_title": ("inline", {"name": "agenda item name"}),
}


def akn_bytes(resolution: Resolution) -> bytes:
    """The resolution as an XML file; a draft says that it is one."""
    root = _e("akomaNtoso", _statement(resolution))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def write_akn(resolution: Resolution, path: Path) -> None:
    """Write the resolution to `path`, whole or not at all; raises WriteFailed."""
    write_atomically(path, akn_bytes(resolution))


def _statement(resolution: Resolution) -> Element:
    text = [one for one in resolution.paragraphs if one.part is not Part.ANNEX]
    annexes = [one for one in resolution.paragraphs if one.part is Part.ANNEX]
    name = "resolution" if is_adopted(resolution) else "resolutionDraft"
    parted = bool(text) and text[0].opens_unit
    statement = _e("documentCollection" if parted else "statement", {"name": name})
    statement.extend((_meta(resolution), _cover(resolution), _preface(resolution)))
    made = _Text()
    if parted:
        parts = (_e("component", made.part(members, resolution)) for members in _units(text))
        statement.append(_e("collectionBody", *parts))
    else:
        statement.extend(made.resolution(text, resolution.masthead))
    if closing := list(_conclusions(resolution)):
        statement.append(_e("conclusions", *closing))
    if annexes:
        statement.append(_e("attachments", *map(made.annex, _units(annexes))))
    return statement


# ------------------------------------------------------------------------------------------ what it is


def _meta(resolution: Resolution) -> Element:
    head = resolution.masthead
    language = _LANGUAGES.get(head.language, head.language)
    day = head.adopted.isoformat() if head.adopted else ""
    work = f"/akn/un/statement/deliberation/un/{day}/{head.number.replace('/', '-')}"
    named = [
        _e("FRBRWork", *_names(work, day, "adoption")),
        _e(
            "FRBRExpression",
            *_names(f"{work}/{language}@", day, "adoption"),
            _e("FRBRlanguage", language=language),
        ),
        _e("FRBRManifestation", *_names(f"{work}/{language}@.xml", day, "adoption")),
    ]
    organ = _e("TLCOrganization", eId="organ", href="/akn/ontology/organization/un", showAs=head.body)
    return _e("meta", _e("identification", *named, source="#organ"), _e("references", organ, source="#organ"))


def _names(uri: str, day: str, event: str) -> Iterator[Element]:
    yield _e("FRBRthis", value=f"{uri}/!main")
    yield _e("FRBRuri", value=uri)
    if day:
        yield _e("FRBRdate", date=day, name=event)
    yield _e("FRBRauthor", {"href": "#organ", "as": "author"})


def _cover(resolution: Resolution) -> Element:
    """The lines of the masthead, each in the element that says what it is."""
    head, words = resolution.masthead, masthead_words(resolution, DEFAULTS)
    cover = _e("coverPage", _line("docAuthority", words["united nations"].text, refersTo="#publisher"))
    cover.append(_line("docNumber", head.symbol, refersTo="#symbol"))
    cover.append(_line("docAuthority", words["organ"].text, refersTo="#issuingBody"))
    cover.append(_line("docStatus", words["distribution"].text))
    if original := words["original"].text:
        cover.append(_line("inline", original, name="originalLanguage"))
    known = {name: text for name, text in lines_below(head) if _is_known(head, name)}
    for name, text in known.items():
        tag, attributes = _LINES[name]
        more = {"value": str(head.session)} if name == "session" else {}
        cover.append(_line(tag, text, **attributes, **more))
    return cover


def _is_known(head: Masthead, name: str) -> bool:
    """Whether a line stands in the record; blanks to be filled are printed in Word only."""
    return bool(getattr(head, name, True)) or (name == "agenda_item" and bool(head.agenda_points))


def _preface(resolution: Resolution) -> Element:
    head = resolution.masthead
    preface = _e("preface")
    if head.report:
        preface.append(_line("docProponent", head.report))
    number = f"{head.number}." if head.number and is_adopted(resolution) else head.number
    parts = [_e("docNumber", writable(number))] if number else []
    parts += [
        _e("docTitle", _e("span", {"class": "bold"}, writable(head.title)), refersTo="#resolutionTitle")
    ]
    preface.append(_e("p", *parts))
    return preface


def _line(tag: str, text: str, **attributes: str) -> Element:
    return _e("p", _e(tag, writable(text), **attributes))


# -------------------------------------------------------------------------------------------- its text


class _Text:
    """Makes the elements of one text; `told` are the numbers of the footnotes that stand in it so far."""

    def __init__(self) -> None:
        self.told: set[int] = set()

    def resolution(self, paragraphs: Sequence[Paragraph], head: Masthead) -> Iterator[Element]:
        """The preamble, opened by the organ, and the operative part."""
        organ = phrase("organ", body=head.body)
        formula = _e("formula", _e("p", _e("span", {"class": "italic"}, organ), ","), name="enactingFormula")
        if paragraphs and paragraphs[0].part is not Part.PREAMBLE:
            yield _e("preamble", formula)
        for preamble, inside in groupby(paragraphs, key=lambda one: one.part is Part.PREAMBLE):
            if preamble:
                yield _e("preamble", formula, *map(self._preambular, inside))
            else:
                yield _e("mainBody", *self.operative(list(inside)))

    def part(self, members: Sequence[Paragraph], resolution: Resolution) -> Element:
        """A part, a document of its own: its letter and title, its preamble and operative paragraphs."""
        line, *rest = members
        words = self._words(line, "docTitle")
        letter = _e("docNumber", writable(line.label)) if line.text else writable(line.label)
        preface = _e("preface", _e("p", letter, *([words] if line.text else [])))
        body = self.resolution(rest, resolution.masthead)
        return _e("statement", {"name": "part"}, _meta(resolution), preface, *body)

    def annex(self, members: Sequence[Paragraph]) -> Element:
        """An annex, opened by its name and its title."""
        first, *rest = members
        body = _e("mainBody")
        if first.opens_unit:
            body.extend([_e("p", writable(first.label))] if first.label else [])
            body.extend([self._words(first, "heading")] if first.text else [])
        body.extend(self.operative(rest if first.opens_unit else members))
        return _e("attachment", _e("doc", body, name="annex"))

    def _preambular(self, paragraph: Paragraph) -> Element:
        if paragraph.label:
            return _e("paragraph", _e("num", paragraph.label), _e("content", self._words(paragraph)))
        return _e("container", self._words(paragraph), name=paragraph.opening or "text")

    def operative(self, paragraphs: Sequence[Paragraph]) -> list[Element]:
        """Paragraphs with their points in them, headings and texts between."""
        stack: list[tuple[int, Element]] = []
        top: list[Element] = []
        for one in paragraphs:
            level = max(1, one.level) if one.kind is Kind.SUBPARAGRAPH else 0
            while stack and stack[-1][0] >= level:
                stack.pop()
            made = self._element(one, level)
            if level and stack:
                _into(stack[-1][1], made)
            else:
                top.append(made)
            if one.kind in (Kind.HEADING, Kind.TEXT):
                stack = []
            else:
                stack.append((level, made))
        return top

    def _element(self, one: Paragraph, level: int) -> Element:
        if one.kind is Kind.HEADING:
            number = [_e("num", one.label)] if one.label else []
            return _e("section", *number, self._words(one, "heading"))
        if one.kind is Kind.TEXT and not one.label:
            return _e("hcontainer", _e("content", self._words(one)), name="text")
        tag = "point" if level else "paragraph"
        number = [_e("num", printed(one))] if one.label else []
        return _e(tag, *number, _e("content", self._words(one)))

    def _words(self, one: Paragraph, tag: str = "p") -> Element:
        """The text with its opening in italics and its footnotes at their places."""
        element = _e(tag, {_SPACE: "preserve"})
        opening = len(one.opening) if one.text.startswith(one.opening) else 0
        notes = notes_in_order(one)
        cuts = sorted({0, opening, len(one.text), *(note.offset for note in notes)})
        for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
            element.extend(_note(note, self.told) for note in notes if note.offset == start)
            words = writable(one.text[start:end])
            if words and start < opening:
                element.append(_e("span", {"class": "italic"}, words))
            elif words:
                _append(element, words)
        return element


def _into(outer: Element, point: Element) -> None:
    """Put a point into a paragraph: what was its content becomes the introduction of a list."""
    content = outer.find(f"{{{_AKN}}}content")
    if content is not None:
        content.tag = f"{{{_AKN}}}intro"
        outer.append(_e("list", content))
    outer[-1].append(point)


def _append(element: Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _note(note: Footnote, told: set[int]) -> Element:
    """A footnote; one that was told already is only marked again."""
    number = str(note.number)
    name = f"authorialNote_{number}"
    if note.number in told:
        return _e("noteRef", href=f"#{name}", marker=number)
    told.add(note.number)
    said = _e("p", {_SPACE: "preserve"}, writable(note.text))
    return _e("authorialNote", said, marker=number, placement="bottom", eId=name)


# ------------------------------------------------------------------------------------ below and behind


def _conclusions(resolution: Resolution) -> Iterator[Element]:
    head = resolution.masthead
    if head.meeting:
        yield _e("p", _e("location", writable(head.meeting), refersTo="#adoptionMeeting"))
    if head.adopted:
        yield _e(
            "p",
            _e("docDate", print_date(head.adopted), date=head.adopted.isoformat(), refersTo="#adoptionDate"),
        )
    if head.adoption and resolution.vote is None:
        yield _e("p", _e("outcome", f"[{writable(head.adoption).strip('[]')}]"))
    for label, text in vote_lines(resolution.vote) if resolution.vote else ():
        if label:
            yield _e("p", _e("span", {"class": "italic"}, label))
        yield _e("p", writable(text))


def _units(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    return [list(members) for _, members in groupby(paragraphs, key=lambda one: one.unit)]


def _e(tag: str, *children: Element | str | Mapping[str, str], **attributes: str) -> Element:
    """An element with text, elements and attributes; those whose names Python has for itself in a map."""
    element: Element = _MAKER.makeelement(f"{{{_AKN}}}{tag}", nsmap=_NAMES)
    for child in children:
        if isinstance(child, str):
            _append(element, child)
        elif isinstance(child, Mapping):
            for name, value in child.items():
                element.set(name, value)
        else:
            element.append(child)
    for name, value in attributes.items():
        element.set(name, value)
    return element
