# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions of updating, in a drafter's words: which resolution or document is to be found out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting import ordinals
from drafting.comparing.tokens import squeezed
from drafting.resolution import Resolution
from drafting.updating.calendar import season
from drafting.updating.organs import Count, organ
from drafting.updating.strands import Place, Strand

_LONGEST = 200  # characters of a description

# "resolution 76/175 of …, on access for all, in which the Assembly …": the subject ends where a clause begins
_SUBJECT = re.compile(
    r",?\s(entitled\s“[^”]+”|on\s.+?)(?=,\s(?:in\b|by\b|as\b|adopted\b|which\b|and\b|\d)|[;.]|,?$)"
)
_LEADING = re.compile(
    r"(?:(?:also|further|and|in|this|regard|takes?|taking|notes?|noting|welcomes?|welcoming|recalls?|recalling|considered"
    r"|with|appreciation|interest|of),?\s)+(?=(?:the|its|his|her|their|all)\s)",
    re.IGNORECASE,
)


def resolution_question(fellows: Sequence[Strand], versions: Sequence[Resolution], session: int) -> str:
    """Organ, subject as the texts have it, session and season of a resolution or decision to be found out."""
    place = fellows[0].latest
    name = place.organ or ""
    what = f"{name} {place.mention.kind} {_subject(fellows, versions)}"
    if organ(name).count is Count.YEARS:
        return f"{what}, {session}"
    when = season(name, session)
    return f"{what}, {ordinals.in_words(session)} session" + (f" ({when})" if when else "")


def _subject(fellows: Sequence[Strand], versions: Sequence[Resolution]) -> str:
    places = [place for fellow in fellows for place in reversed(fellow.present)]
    for place in places:
        if told := _SUBJECT.match(place.text, place.mention.span.end):
            return _cut(told[1])
    for place in places:
        if title := _series_title(place, versions):
            return title
    place = places[0]
    rest = re.sub(r"^[\s,;.]*(?:in which\s)?", "", place.text[place.mention.span.end :])
    return f"cited in {place.paragraph}" + (f" (“{_cut(rest, 150)}”)" if rest else "")


def _series_title(place: Place, versions: Sequence[Resolution]) -> str | None:
    """A text cited in one breath with the title of the series has its subject."""
    title, text = squeezed(versions[place.version].masthead.title), squeezed(place.text)
    at = text.casefold().find(title.casefold()) if title else -1
    if at < 0:
        return None
    return f"on {'the ' if text[:at].endswith('the ') else ''}{text[at : at + len(title)]}"


def symbol_question(place: Place, versions: Sequence[Resolution], blank: str) -> str:
    """The document as its paragraph describes it, and the symbol with its blank."""
    return f"Symbol of {_described(place, versions)}: {blank}"


def _described(place: Place, versions: Sequence[Resolution]) -> str:
    paragraph = versions[place.version].paragraph(place.paragraph)
    at = place.mention.span.start
    if place.footnote is not None:
        at = next(note.offset for note in paragraph.footnotes if note.number == place.footnote)
    before = paragraph.text[len(paragraph.opening) : at].strip(" ,;.(")
    clauses = [clause for clause in re.split(r"[,;]\s", before) if len(clause.split()) > 2]
    if not clauses:
        return f"the document cited in {place.paragraph}"
    ends = (
        len(paragraph.text) - at < 2
    )  # a mark at the end speaks of the whole, one inside of the words before it
    told = clauses[0] if ends else clauses[-1]
    if leading := _LEADING.match(told):
        told = told[leading.end() :]
    return f"{_cut(told)} ({place.paragraph})"


def _cut(text: str, length: int = _LONGEST) -> str:
    if len(text) <= length:
        return text.rstrip(" ,;.")
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;.") + " …"
