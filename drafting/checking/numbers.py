# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and dates as they are printed.

Sources: Editorial Manual on numbers, dates and time; rules 5.1, 5.2, 5.4 and 5.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot
from drafting.checking.rules import finding
from drafting.citing import MONTH, MONTHS
from drafting.data import load
from drafting.ordinals import HIGHEST, cardinal, in_words
from drafting.resolution import Paragraph
from drafting.translation import tr

# Patterns begin with a figure or a month and not with a look behind: so they are looked for where one stands.
_FIGURE = re.compile(r"[1-9]\s(?P<after>[a-z][\w-]{2,})")
_BEFORE = re.compile(r"(?:(?P<word>[\w’'-]+),?\s)?\Z")
_SHORT = "|".join(sorted({month[:3] for month in MONTHS if len(month) > 3} | {"Sept"}, key=len, reverse=True))
_YEAR = r"(?:19|20)\d{2}\b"
_DAY_FIRST = re.compile(
    rf"(?P<day>\d\d?)(?:(?P<ending>(?:st|nd|rd|th)(?:\sof)?\s)(?P<month>{MONTH})\b"
    rf"|(?P<comma>\s)(?P<c_month>{MONTH}),\s(?P<c_year>{_YEAR})"
    rf"|(?P<short>\s)(?P<s_month>{_SHORT})\.?\s(?P<s_year>{_YEAR})"
    rf"|(?P<figures>[./])\d\d?[./]{_YEAR})"
)
_MONTH_FIRST = re.compile(rf"(?P<month>{MONTH})\s(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})\b")
_RANGE = re.compile(
    rf"\d\d?(?:\s(?:{MONTH}))?(?:\s\d{{4}})?(?P<dash>\s?[-–\u2011]\s?)(?=\d{{1,2}}\s(?:{MONTH})\b)"
)
_RANGE_WORD = re.compile(r"\b(?P<word>from|between)\s\Z", re.IGNORECASE)


def figures(paragraph: Paragraph) -> Iterator[Finding]:
    """Numbers below ten in figures before what they count."""
    text, words = paragraph.text, _number_words()
    for match in _FIGURE.finditer(text):
        stands = _BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
        assert stands
        before, after = (stands["word"] or "").casefold(), match["after"].casefold()
        if before in words["before"] or after in words["after"] or not _noun(before, after):
            continue
        if not before and match.start():  # a figure inside a number, a symbol, a bracket
            continue
        spot, figure = Spot(paragraph.id, match.start(), match.start() + 1), match[0][0]
        word = cardinal(int(figure))
        message = tr("Numbers below ten are written in words: “{words}”.").format(
            words=f"{word} {match['after']}"
        )
        yield finding("number-in-words", spot, figure, message, fix=[Mend(spot, figure, word)])


_REACH = 40  # code points in which the word before a number is looked for


def _noun(before: str, after: str) -> bool:
    """Whether the number counts something: neither a number nor a range stands before it."""
    return not before[-1:].isdigit() and not re.fullmatch(r"\w*(?:ing|ly)|\d.*", after)


@cache
def _number_words() -> dict[str, frozenset[str]]:
    data = load("house_style")["figures"]
    return {name: frozenset(data[name]) for name in ("before", "after")}


def dates(paragraph: Paragraph) -> Iterator[Finding]:
    """Dates in another form than "16 December 2021"."""
    found = [
        (match, new)
        for pattern, form in ((_DAY_FIRST, _from_day), (_MONTH_FIRST, _from_month))
        for match in pattern.finditer(paragraph.text)
        if not _inside(paragraph.text, match.start())
        for new in (form(match),)
    ]
    for match, new in sorted(found, key=lambda one: one[0].start()):
        spot = Spot(paragraph.id, *match.span())
        message = tr("Dates are written “{date}”: day, month and year, without comma or ending.").format(
            date=new or "16 December 2021"
        )
        fix = [Mend(spot, match[0], new)] if new else []
        yield finding("date-form", spot, match[0], message, fix=fix)


def _inside(text: str, at: int) -> bool:
    """Whether what stands here is the end of a longer number, word or symbol."""
    before = text[at - 1 : at]
    return before.isalnum() or (bool(before) and before in "/.-")


def _from_day(match: re.Match[str]) -> str:
    """The right form; none for figures alone: whether day or month comes first only the drafter knows."""
    if match["ending"]:
        return f"{match['day']} {match['month']}"
    if match["comma"]:
        return f"{match['day']} {match['c_month']} {match['c_year']}"
    return f"{match['day']} {_long(match['s_month'])} {match['s_year']}" if match["short"] else ""


def _from_month(match: re.Match[str]) -> str:
    return f"{match['day']} {match['month']} {match['year']}"


def _long(short: str) -> str:
    """A month in full."""
    return next(month for month in MONTHS if month.startswith(short))


def ranges(paragraph: Paragraph) -> Iterator[Finding]:
    """Ranges of dates: closed-up en dash between days, "to" after "from", "and" after "between"."""
    text = paragraph.text
    for match in _RANGE.finditer(text):
        lead = _RANGE_WORD.search(text[max(0, match.start() - 10) : match.start()])
        word = lead["word"] if lead else ""
        new = {"from": " to ", "between": " and "}.get(word.casefold(), "–")
        if match["dash"] == new or _inside(text, match.start()):
            continue
        spot = Spot(paragraph.id, *match.span("dash"))
        message = (
            tr("After “{word}” the days are joined by “{sign}”: “{example}…”.")
            if word
            else tr("Days are joined by an en dash without blanks: “{example}…”.")
        ).format(word=word, sign=new.strip(), example=text[match.start() : match.start("dash")] + new)
        yield finding("date-range", spot, match["dash"], message, fix=[Mend(spot, match["dash"], new)])


def large(paragraph: Paragraph) -> Iterator[Finding]:
    """Numbers from ten on in words."""
    for match in _large().finditer(paragraph.text):
        if _inside(paragraph.text, match.start()):
            continue
        number = load("house_style")["large_numbers"]["words"][match["tens"]] + _ONES.index(
            match["ones"] or ""
        )
        spot = Spot(paragraph.id, *match.span())
        message = tr("Numbers from ten on are written in figures: “{number}”.").format(number=number)
        yield finding("number-in-figures", spot, match[0], message, fix=[Mend(spot, match[0], str(number))])


_ONES = ("", *(cardinal(number) for number in range(1, 10)))


@cache
def _large() -> re.Pattern[str]:
    """Small letters alone: with a capital they begin a sentence or a name."""
    tens = "|".join(load("house_style")["large_numbers"]["words"])
    return re.compile(rf"(?P<tens>{tens})(?:-(?P<ones>{'|'.join(_ONES[1:])}))?(?![\w-])")


def per_cent(paragraph: Paragraph) -> Iterator[Finding]:
    """The sign % where "per cent" is written."""
    for match in _PER_CENT.finditer(paragraph.text) if "%" in paragraph.text else ():
        spot = Spot(paragraph.id, *match.span())
        message = tr("Percentages are written with “per cent”.")
        yield finding("per-cent", spot, match[0], message, fix=[Mend(spot, match[0], " per cent")])


_PER_CENT = re.compile(r"(?<=\d)\s?%")


def sessions(paragraph: Paragraph) -> Iterator[Finding]:
    """Sessions and anniversaries counted in figures, up to the highest that is written in words."""
    for match in _COUNTED.finditer(paragraph.text):
        number = int(match["number"])
        if _inside(paragraph.text, match.start()) or not 0 < number <= HIGHEST:
            continue
        spot, words = Spot(paragraph.id, *match.span("ordinal")), in_words(number)
        message = tr("Sessions and anniversaries are counted in words: “{words}”.").format(
            words=f"{words} {match['noun']}"
        )
        fix = [Mend(spot, match["ordinal"], words)]
        yield finding("session-in-words", spot, match["ordinal"], message, fix=fix)


_COUNTED = re.compile(
    r"(?P<ordinal>(?P<number>\d\d?\d?)(?:st|nd|rd|th))"
    r"(?=(?:,?\s(?:(?:and|or|to)\s)?\d{1,3}(?:st|nd|rd|th)){0,9}"
    r"\s(?:(?:regular|special|resumed|emergency|annual)\s)*(?P<noun>sessions?|anniversar(?:y|ies))\b)"
)


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    "number-in-words": figures,
    "date-form": dates,
    "date-range": ranges,
    "number-in-figures": large,
    "per-cent": per_cent,
    "session-in-words": sessions,
}
TEXT_CHECKS: Mapping[str, Check] = {}
