# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions of updating, in a drafter's words: which resolution or document is to be found out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafting import ordinals
from drafting.data import load
from drafting.glyphs import squeezed
from drafting.resolution import Resolution
from drafting.sessions import Count, organ
from drafting.updating.calendar import season
from drafting.updating.records import Sought, SoughtKind
from drafting.updating.strands import Place, Strand

_LONGEST = 200  # characters of a description

# "resolution 76/175 of …, on access for all, in which the Assembly …": the subject ends where a clause begins
_SUBJECT = re.compile(
    r",?\s(entitled\s“[^”]+”|on\s.+?)(?=,\s(?:in\b|by\b|as\b|adopted\b|which\b|and\b|\d)|[;.]|,?$)"
)


def resolution_question(fellows: Sequence[Strand], versions: Sequence[Resolution], session: int) -> str:
    """Organ, subject as the texts have it, session and season of a resolution or decision to be found out."""
    place = fellows[0].latest
    name = place.organ or ""
    what = f"{name} {place.mention.kind} {subject_of(fellows, versions) or _cited_in(fellows)}"
    if organ(name).count is Count.YEARS:
        return f"{what}, {session}"
    when = season(name, session)
    return f"{what}, {ordinals.in_words(session)} session" + (f" ({when})" if when else "")


def subject_of(fellows: Sequence[Strand], versions: Sequence[Resolution]) -> str:
    """The subject of a cited text as the series has it ("on …", "entitled …"); empty where none is told."""
    places = [place for fellow in fellows for place in reversed(fellow.present)]
    for place in places:
        if told := subject_told(place):
            return _cut(told)
    for place in places:
        if title := _series_title(place, versions):
            return title
    return ""


def subject_told(place: Place) -> str:
    """The subject that the words directly after a cited text give it; empty where they give none."""
    told = _SUBJECT.match(place.text, place.mention.span.end)
    return told[1] if told else ""


def sentence_after(place: Place) -> str:
    """What the sentence says behind the number of a cited text."""
    return re.sub(r"^[\s,;.]*(?:in which\s)?", "", place.text[place.mention.span.end :])


def _cited_in(fellows: Sequence[Strand]) -> str:
    place = next(place for fellow in fellows for place in reversed(fellow.present))
    rest = sentence_after(place)
    return f"cited in {place.paragraph}" + (f" (“{_cut(rest, 150)}”)" if rest else "")


def _series_title(place: Place, versions: Sequence[Resolution]) -> str | None:
    """A text cited in one breath with the title of the series has its subject."""
    title, text = squeezed(versions[place.version].masthead.title), squeezed(place.text)
    at = text.casefold().find(title.casefold()) if title else -1
    if at < 0:
        return None
    return f"on {'the ' if text[:at].endswith('the ') else ''}{text[at : at + len(title)]}"


def sought_text(fellows: Sequence[Strand], versions: Sequence[Resolution], session: int) -> Sought:
    """The resolution or decision due at a session, told so that it can be looked up."""
    place = fellows[0].latest
    kind = SoughtKind(place.mention.kind)
    subject = subject_of(fellows, versions)
    contexts = tuple(dict.fromkeys(sentence_after(fellow.latest) for fellow in fellows))
    return Sought(kind, place.organ or "", session, subject, contexts, cited=_cited(fellows))


def sought_document(fellows: Sequence[Strand], versions: Sequence[Resolution], session: int) -> Sought:
    """The document of a session whose symbol is asked for, told so that it can be looked up."""
    place = fellows[0].latest
    told = described(place, versions) or ""
    return Sought(SoughtKind.SYMBOL, place.organ or "", session, told, cited=_cited(fellows))


def _cited(fellows: Sequence[Strand]) -> tuple[str, ...]:
    places = sorted((place for one in fellows for place in one.present), key=lambda place: place.version)
    return tuple(dict.fromkeys(place.mention.value for place in places))


def symbol_question(place: Place, versions: Sequence[Resolution], blank: str) -> str:
    """The document as its paragraph describes it, else its place; and the symbol with its blank."""
    told = described(place, versions)
    if told is not None:
        return f"Symbol of {_cut(told)} ({place.paragraph}): {blank}"
    note = "" if place.footnote is None else f" footnote {place.footnote}"
    return f"Symbol cited in {place.paragraph}{note}: {blank}"


def described(place: Place, versions: Sequence[Resolution]) -> str | None:
    """The document as the words before the symbol or its mark name it: "the report of … on …"."""
    paragraph = versions[place.version].paragraph(place.paragraph)
    at = place.mention.span.start
    if place.footnote is not None:
        at = next(note.offset for note in paragraph.footnotes if note.number == place.footnote)
    phrases = list(_documents(paragraph.text[:at]))
    if not phrases:
        return None
    # a mark at the end speaks of the whole, one inside of the words before it
    told = phrases[0] if len(paragraph.text) - at < 2 else phrases[-1]
    return _past_session().sub("", told)


@cache
def _past_session() -> re.Pattern[str]:
    """Where a document was submitted before: to the organ, at the session of the text."""
    ordinal = rf"(?:{ordinals.pattern()})"
    return re.compile(
        rf"(?:\sto\sthe\s[A-Z][\w\s]*?)?\sat\s(?:its|their)\s{ordinal}(?:\sand\s{ordinal})?\ssessions?$"
    )


@cache
def _document() -> re.Pattern[str]:
    nouns = "|".join(load("organs")["documents"])
    begins = r"\b(?:the|its|his|her|their|all|an?)\s"
    between = r"(?!(?:the|its|his|her|their|an?|of|for|to|on|in|by|with|from|that|which)\s)[^\s,;()]+\s"
    return re.compile(rf"{begins}(?:{between}){{0,6}}?(?:{nouns})\b[^,;(]*", re.IGNORECASE)


def _documents(text: str) -> Iterator[str]:
    """The phrases that name documents, each with its subject: "the report of …, on …"."""
    for match in _document().finditer(text):
        subject = re.compile(r",\s(?:entitled|on)\s[^,;(]*").match(text, match.end())
        yield (match[0] + (subject[0] if subject else "")).strip()


def _cut(text: str, length: int = _LONGEST) -> str:
    if len(text) <= length:
        return text.rstrip(" ,;.")
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;.") + " …"
