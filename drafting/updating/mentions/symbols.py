# SPDX-License-Identifier: GPL-3.0-or-later
"""Document symbols ("A/HRC/55/78"), with the session or year and the serial number in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafting.citing import SYMBOL
from drafting.comparing.records import Span
from drafting.data import load
from drafting.updating.mentions.records import Mention, MentionKind

_SYMBOL = re.compile(SYMBOL)


def symbols(text: str) -> Iterator[Mention]:
    """Every document symbol in the text."""
    if "/" not in text:
        return
    for match in _SYMBOL.finditer(text):
        if re.search(r"/\S*\d", match[0]):
            yield _symbol(match)


def _symbol(match: re.Match[str]) -> Mention:
    words = match[0]
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
