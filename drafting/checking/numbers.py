# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and dates as they are printed.

Sources: Editorial Manual on numbers, dates and time; rules 5.1, 5.2 and 5.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from drafting.checking.records import Check, Finding, Mend, ParagraphCheck, Spot
from drafting.checking.rules import finding
from drafting.citing import MONTH, MONTHS
from drafting.data import load
from drafting.ordinals import cardinal
from drafting.resolution import Paragraph

_FIGURE = re.compile(r"(?:(?P<before>[\w’'-]+),?\s|^)(?P<number>[1-9])\s(?P<after>[a-z][\w-]{2,})")
_DAY = r"(?P<day>\d{1,2})"
_SHORT = "|".join(sorted({month[:3] for month in MONTHS if len(month) > 3} | {"Sept"}, key=len, reverse=True))
_OTHER_DATES = re.compile(
    rf"\b(?P<us>(?P<us_month>{MONTH})\s(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<us_year>\d{{4}}))\b"
    rf"|\b(?P<th>(?P<th_day>\d{{1,2}})(?:st|nd|rd|th)(?:\sof)?\s(?P<th_month>{MONTH}))\b"
    rf"|\b(?P<comma>(?P<c_day>\d{{1,2}})\s(?P<c_month>{MONTH}),\s(?P<c_year>(?:19|20)\d{{2}}))\b"
    rf"|\b(?P<short>(?P<s_day>\d{{1,2}})\s(?P<s_month>{_SHORT})\.?\s(?P<s_year>(?:19|20)\d{{2}}))\b"
    r"|\b(?P<figures>\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2})\b"
)
_RANGE = re.compile(
    rf"(?P<word>\b(?:from|between)\s)?(?<![\d/.-])(?P<first>\d{{1,2}}(?:\s(?:{MONTH}))?(?:\s\d{{4}})?)"
    rf"(?P<dash>\s?[-–\u2011]\s?)(?=\d{{1,2}}\s(?:{MONTH})\b)"
)


def figures(paragraph: Paragraph) -> Iterator[Finding]:
    """Numbers below ten in figures before what they count."""
    words = _number_words()
    for match in _FIGURE.finditer(paragraph.text):
        before, after = (match["before"] or "").casefold(), match["after"].casefold()
        if before in words["before"] or after in words["after"] or not _noun(before, after):
            continue
        spot = Spot(paragraph.id, *match.span("number"))
        word = cardinal(int(match["number"]))
        message = f"Numbers below ten are written in words: “{word} {match['after']}”."
        yield finding(
            "number-in-words", spot, match["number"], message, fix=[Mend(spot, match["number"], word)]
        )


def _noun(before: str, after: str) -> bool:
    """Whether the number counts something: neither a number nor a range stands before it."""
    return not before[-1:].isdigit() and not re.fullmatch(r"\w*(?:ing|ly)|\d.*", after)


@cache
def _number_words() -> dict[str, frozenset[str]]:
    data = load("house_style")["figures"]
    return {name: frozenset(data[name]) for name in ("before", "after")}


def dates(paragraph: Paragraph) -> Iterator[Finding]:
    """Dates in another form than "16 December 2021"."""
    for match in _OTHER_DATES.finditer(paragraph.text):
        kind = str(match.lastgroup and next(name for name in _KINDS if match[name]))
        new = _KINDS[kind].format(
            **{name: _long(words) for name, words in match.groupdict().items() if words}
        )
        spot = Spot(paragraph.id, *match.span())
        form = f"“{new}”" if new else "“16 December 2021”"
        message = f"Dates are written {form}: day, month and year without comma or ending."
        fix = [Mend(spot, match[0], new)] if new else []
        yield finding("date-form", spot, match[0], message, fix=fix)


_KINDS = {
    "us": "{us_day} {us_month} {us_year}",
    "th": "{th_day} {th_month}",
    "comma": "{c_day} {c_month} {c_year}",
    "short": "{s_day} {s_month} {s_year}",
    "figures": "",  # day or month first: only the drafter knows
}


def _long(word: str) -> str:
    """A month in full."""
    return next((month for month in MONTHS if len(word) > 2 and month.startswith(word)), word)


def ranges(paragraph: Paragraph) -> Iterator[Finding]:
    """Ranges of dates: closed-up en dash between days, "to" after "from", "and" after "between"."""
    for match in _RANGE.finditer(paragraph.text) if re.search(r"[-–\u2011]\s?\d", paragraph.text) else ():
        word = (match["word"] or "").strip()
        new = {"from": " to ", "between": " and "}.get(word.casefold(), "–")
        if match["dash"] == new:
            continue
        spot = Spot(paragraph.id, *match.span("dash"))
        after = f"After “{word}” the days are joined by “{new.strip()}”" if word else ""
        message = f"{after or 'Days are joined by an en dash without blanks'}: “{match['first']}{new}…”."
        yield finding("date-range", spot, match["dash"], message, fix=[Mend(spot, match["dash"], new)])


PARAGRAPH_CHECKS: Mapping[str, ParagraphCheck] = {
    "number-in-words": figures,
    "date-form": dates,
    "date-range": ranges,
}
TEXT_CHECKS: Mapping[str, Check] = {}
