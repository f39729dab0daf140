# SPDX-License-Identifier: GPL-3.0-or-later
"""Document symbols ("A/HRC/55/78"), with the session or year and the serial number in them.

Addenda and corrigenda named after a symbol are mentions of their own, for a template builds one symbol only:
"A/HRC/47/47 and Corr.1" is A/HRC/47/47 and A/HRC/47/47/Corr.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafting.citing import SYMBOL
from drafting.comparing.records import Span
from drafting.data import load
from drafting.updating.mentions.records import Mention, MentionKind

_SYMBOL = re.compile(rf"{SYMBOL}(?:\s\(\d{{4}}\)(?![\w/]))?")  # S/RES/242 (1967)
_MORE = r"(?:Corr|Add|Rev|Amend)\.\d{1,3}(?:\s?[–-]\s?\d{1,3}|/(?:Corr|Add|Rev)\.\d{1,3})?"
# "document CL 144/9", "document WT/MIN(22)/33": organizations of the system have symbols of their own forms
_OF_PARTIES = re.compile(r"[IVXL]{1,7}/\d{1,3}")  # decision VII/11 is no document
_FOREIGN = re.compile(
    r"\b[Dd]ocuments?\s(?P<symbol>[A-Z][A-Z0-9]{0,6}[\w.()]{0,12}(?:\s\d{2,4})?(?:/[\w.()-]*\w\)?){1,6})"
)
_PART = re.compile(rf"(?:,|\sand|,\sand)\s(?P<part>{_MORE})(?![\w/])")


def symbols(text: str) -> Iterator[Mention]:
    """Every document symbol in the text."""
    if "/" not in text:
        return
    for match in _SYMBOL.finditer(text):
        if any(map(str.isdecimal, match[0].partition("/")[2])) and not _OF_PARTIES.fullmatch(match[0]):
            yield _symbol(match)
            yield from _addenda(match, match[0], match.end())
    for match in _FOREIGN.finditer(text):
        yield Mention(MentionKind.SYMBOL, Span(*match.span("symbol")), match["symbol"])
        yield from _addenda(match, match["symbol"], match.end())


def _addenda(match: re.Match[str], symbol: str, end: int) -> Iterator[Mention]:
    while part := _PART.match(match.string, end):
        end = part.end()
        sort = part["part"].partition(".")[0]
        base = re.sub(rf"/{sort}\.\d+\Z", "", symbol)  # "A/HRC/47/47/Add.1 and Add.2"
        yield Mention(MentionKind.SYMBOL, Span(*part.span("part")), f"{base}/{part['part']}")


def _symbol(match: re.Match[str]) -> Mention:
    words = match[0].replace("\u2011", "-")
    plain = Mention(MentionKind.SYMBOL, Span(*match.span()), words)
    for entry in load("organs")["symbols"]:
        parts = words.split("/")
        at = entry["session_at"]
        if not words.startswith(entry["begins"]) or len(parts) <= at + 1 or not parts[at].isdigit():
            continue
        serial = re.fullmatch(r"((?:[A-Z]+\.)?)(\d+)(.*)", parts[at + 1])
        if serial is None:
            continue
        rest = ["{session}", serial[1] + "{serial}" + serial[3]]
        template = "/".join([*parts[:at], *rest, *parts[at + 2 :]])
        return replace(plain, organ=entry["organ"], session=int(parts[at]), template=template)
    return plain


def serial_of(mention: Mention) -> str:
    """The serial number in a symbol or resolution number, empty where its form is not known."""
    if "{serial}" not in mention.template or mention.session is None:
        return ""
    before, after = mention.template.replace("{session}", str(mention.session)).split("{serial}")
    return mention.value[len(before) : len(mention.value) - len(after)]
