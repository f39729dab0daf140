# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed before headings, annexes and parts, counted anew when an act changed their order.

Headings count as those of the base do: "I", "II" in one row, "A", "B" in another one that begins anew under
each heading of the first. The line of a single annex prints "Annex", those of several "Annex I", "Annex II".
Where the order is as before, what the base prints stays, slips too. Sources: Editorial Manual on headings;
rules 1.8 and 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from drafting.data import load
from drafting.draft.labels import letters, roman
from drafting.draft.paragraph import DraftParagraph
from drafting.reading.structure.letters import values_of
from drafting.resolution import Kind, Part

Paragraphs = Sequence[DraftParagraph]
SECTIONS = "I"
"""How the sections of a text count that has none yet (rule 1.8)."""
_SIGN = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\s?(?:[IVXLC]{1,6}|\d{1,2}|[A-Z]|[一二三四五六七八九十]{1,3})$")
_USUAL = {"roman": "i", "letter": "a", "figure": "1"}


def recounted(before: Paragraphs, after: Paragraphs) -> tuple[DraftParagraph, ...]:
    """The paragraphs with the names of their annexes and parts, and the numbers of their headings, in order.

    Only what the act that led from `before` to `after` put into another order is touched.
    """
    made = tuple(after)
    if _openers(before) != _openers(made):
        made = _named(before, made)
    if _headings(before) != _headings(made):
        made = _numbered(before, made)
    return made


def changed_keys(before: Paragraphs, after: Paragraphs) -> frozenset[str]:
    """The keys of the paragraphs that differ, new ones among them."""
    known = {one.key: one for one in before}
    return frozenset(one.key for one in after if known.get(one.key) != one)


def is_section(paragraph: DraftParagraph) -> bool:
    """Whether it is a heading within its text, not the line that opens it."""
    return paragraph.kind is Kind.HEADING and not paragraph.opens_unit


# ------------------------------------------------------------------------------------ annexes and parts


def _openers(paragraphs: Paragraphs) -> list[tuple[str, str]]:
    return [(one.key, one.unit) for one in paragraphs if one.opens_unit]


def _named(before: Paragraphs, after: Paragraphs) -> tuple[DraftParagraph, ...]:
    """Annexes named A1, A2 …, parts A, B … in their order, and what their lines print."""
    groups = [list(group) for _, group in groupby(after, key=lambda one: one.unit)]
    annexes = [group for group in groups if group[0].unit and group[0].part is Part.ANNEX]
    parts = [group for group in groups if group[0].unit and group[0].part is not Part.ANNEX]
    names = {id(group): f"A{number}" for number, group in enumerate(annexes, start=1)}
    names |= {id(group): letters(number).upper() for number, group in enumerate(parts, start=1)}
    titles = dict(zip(map(id, annexes), _annex_titles(before, annexes), strict=True))
    titles |= {id(group): names[id(group)] for group in parts}
    return tuple(
        _under(one, names[id(group)], titles[id(group)]) if id(group) in names else one
        for group in groups
        for one in group
    )


def _under(paragraph: DraftParagraph, name: str, title: str) -> DraftParagraph:
    opener = paragraph.opens_unit
    if paragraph.unit == name and not (opener and paragraph.title != title):
        return paragraph
    return replace(
        paragraph,
        unit=name,
        title=title if opener else paragraph.title,
        opens=opener and paragraph.origin != name,
    )


def _annex_titles(before: Paragraphs, annexes: Sequence[Sequence[DraftParagraph]]) -> Iterator[str]:
    """What the lines of the annexes print; a word of another name ("Appendix") keeps its own count."""
    usual = next((one.title for one in before if one.opens_unit and one.part is Part.ANNEX), "")
    words = [_NUMBER.sub("", group[0].title or usual) or ANNEX for group in annexes]
    for at, word in enumerate(words):
        number = words[: at + 1].count(word)
        yield word if words.count(word) == 1 else _with_number(word, number)


def _with_number(word: str, number: int) -> str:
    """The name of an annex of several: "Annex II"; in Chinese the number is written behind the word."""
    if word[-1] < "\u3000":
        return f"{word} {roman(number).upper()}"
    signs = next(row["signs"] for row in load("labels")["rows"] if row["name"] == "chinese")
    return f"{word}{signs[number - 1] if number <= len(signs) else number}"


ANNEX = str(load("labels")["units"][0])


# --------------------------------------------------------------------------------------------- headings


@dataclass(frozen=True, slots=True)
class _Form:
    """How a heading counts: its first sign in its place ("I", "A."), and the name of its row."""

    first: str
    row: str


@dataclass(slots=True)
class _Rows:
    """The rows of the headings of one text as far as they have come, outermost first."""

    order: list[str] = field(default_factory=list)
    reached: dict[str, int] = field(default_factory=dict)

    def form(self, title: str) -> _Form | None:
        """How a heading counts that prints this title; None for one that does not count."""
        core = _SIGN.match(title)
        values = dict(values_of(core[0].casefold())) if core else {}
        if not core or not values:
            return None
        follows = [row for row, value in values.items() if value == self.reached.get(row, 0) + 1]
        begins = [row for row in ("roman", *values) if values.get(row) == 1]
        open_row = [row for row in values if row in self.reached]
        row = next(iter([*follows, *begins, *open_row, *values]))
        self.step(row, values[row])
        return _Form(title.replace(core[0], _first(row, upper=core[0].isupper()), 1), row)

    def step(self, row: str, number: int = 0) -> int:
        """Go to the next heading of a row, or to this number; what stands below it begins anew."""
        if row not in self.order:
            self.order.append(row)
        for deeper in self.order[self.order.index(row) + 1 :]:
            self.reached.pop(deeper, None)
        self.reached[row] = number or self.reached.get(row, 0) + 1
        return self.reached[row]


def _first(row: str, *, upper: bool) -> str:
    sign = _USUAL.get(row)
    if sign is None:
        return str(next(one["signs"][0] for one in load("labels")["rows"] if one["name"] == row))
    return sign.upper() if upper else sign


def _sign(form: _Form, number: int) -> str:
    """What the heading of this number prints."""

    def counted(first: re.Match[str]) -> str:
        if form.row == "figure":
            return str(number)
        if form.row in _USUAL:
            sign = roman(number) if form.row == "roman" else letters(number)
            return sign.upper() if first[0].isupper() else sign
        signs = next(one["signs"] for one in load("labels")["rows"] if one["name"] == form.row)
        return str(signs[number - 1]) if number <= len(signs) else str(number)

    return _SIGN.sub(counted, form.first, count=1)


def _headings(paragraphs: Paragraphs) -> list[tuple[str, str]]:
    return [(one.unit, one.key) for one in paragraphs if is_section(one)]


def _forms(paragraphs: Paragraphs) -> dict[str, _Form | None]:
    """How every heading of a text counts, by its key."""
    units: dict[str, _Rows] = {}
    return {
        one.key: units.setdefault(one.unit, _Rows()).form(one.title) for one in paragraphs if is_section(one)
    }


def _numbered(before: Paragraphs, after: Paragraphs) -> tuple[DraftParagraph, ...]:
    known, rows = _forms(before), dict[str, _Rows]()
    there = {one.key: one.unit for one in before}
    anew = _restarting(before, known)
    begun: set[str] = set()
    made = []
    for paragraph in after:
        if is_section(paragraph):
            own = paragraph.key in known and _same_text(paragraph, there)
            form = known[paragraph.key] if own else _like_others(paragraph, after, known)
            title = _sign(form, rows.setdefault(paragraph.unit, _Rows()).step(form.row)) if form else ""
            keeps = form is None and own
            restarts = paragraph.restarts or bool(
                form and (paragraph.unit, form.row) in anew and paragraph.unit in begun
            )
            wanted = replace(paragraph, title=paragraph.title if keeps else title, restarts=restarts)
            made.append(paragraph if wanted == paragraph else wanted)
        else:
            begun |= {paragraph.unit} if paragraph.kind is Kind.OPERATIVE else set()
            made.append(paragraph)
    return tuple(made)


def _same_text(paragraph: DraftParagraph, there: Mapping[str, str]) -> bool:
    return bool(paragraph.title) or there.get(paragraph.key) == paragraph.unit


def _like_others(
    paragraph: DraftParagraph, after: Paragraphs, known: Mapping[str, _Form | None]
) -> _Form | None:
    """How a new heading counts: as the one before it in its text, or the one after it, else as sections do.

    One beside headings that print no number prints none.
    """
    at = next(place for place, one in enumerate(after) if one.key == paragraph.key)
    beside = [*reversed(after[:at]), *after[at + 1 :]]
    near = (one.key for one in beside if one.unit == paragraph.unit and one.key in known)
    key = next(near, None)
    return known[key] if key is not None else _Form(SECTIONS, "roman")


def _restarting(paragraphs: Paragraphs, forms: Mapping[str, _Form | None]) -> set[tuple[str, str]]:
    """The rows, by text, under all of whose headings but the first the numbers begin anew."""
    found: dict[tuple[str, str], list[bool]] = {}
    for one in paragraphs:
        if is_section(one) and (form := forms[one.key]):
            found.setdefault((one.unit, form.row), []).append(one.restarts)
    return {row for row, anew in found.items() if len(anew) > 1 and all(anew[1:])}
