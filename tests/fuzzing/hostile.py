# SPDX-License-Identifier: GPL-3.0-or-later
"""Files made to do harm, by hand: texts, XML and pages; all of them in one list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.fuzzing.hostile_packages import packages
from tests.fuzzing.hostile_pdfs import pdfs
from tests.fuzzing.made_up import DOCTYPES, MEGABYTE, NOWHERE, SMALL, Hostile
from tests.made_files import MAKERS

_FORMULA = b"The General Assembly,\n\n"
_TEXTS = {
    "4 MB in one line": b"Recalling " + b"word, " * 700_000,
    "4 MB of labels": b"(a) (i) 1. " * 360_000,
    "4 MB of stars": b"*a **b " * 600_000,
    "4 MB of raised figures": b"x<sup>1</sup>" * 300_000,
    "4 MB of numbered lines": b"1. Urges;\n" * 400_000,
    "4 MB of rules": b"Recalling it,\n---\n" * 230_000,
}
_LARGE = {
    ".pdf": b"%PDF-1.7\n",
    ".docx": b"PK\3\4",
    ".xml": b"<?xml version='1.0'?><a>",
    ".html": b"<!DOCTYPE html><p>",
    ".txt": _FORMULA,
}


def hostile_files() -> list[Hostile]:
    """All files that were made to do harm."""
    return [*_plain(), *_xml(), *_pages(), *packages(), *pdfs()]


def _plain() -> Iterator[Hostile]:
    yield Hostile("empty", ".docx", bytes, refused=True)
    yield Hostile("white space", ".pdf", partial(_repeated, b" \r\n", 1000), refused=True)
    yield Hostile("any signs", ".txt", partial(_repeated, bytes(range(256)), 4000), refused=True)
    yield Hostile("100 MB of letters", ".txt", partial(_repeated, b"x", 100 * MEGABYTE), refused=True)
    yield Hostile("100 MB of zeros", ".docx", partial(bytes, 100 * MEGABYTE), refused=True)
    for suffix, head in _LARGE.items():
        yield Hostile(f"58 MB of letters as {suffix}", suffix, partial(_large, head, b"x "), refused=True)
        yield Hostile(f"58 MB of zeros as {suffix}", suffix, partial(_large, head, b"\0\0"), refused=True)
        yield Hostile(f"half a file {suffix}", suffix, partial(_half, suffix))
    for name, text in _TEXTS.items():
        yield Hostile(name, ".txt", partial(_repeated, _FORMULA + text, 1))


def _repeated(piece: bytes, times: int) -> bytes:
    return piece * times


def _large(head: bytes, filling: bytes) -> bytes:
    return head + filling * (29 * MEGABYTE)


def _half(suffix: str) -> bytes:
    whole = MAKERS[suffix](SMALL)
    return whole[: len(whole) // 2]


def _replaced(suffix: str, old: bytes, new: bytes) -> bytes:
    return MAKERS[suffix](SMALL).replace(old, new, 1)


def _xml() -> Iterator[Hostile]:
    for name, (doctype, reference) in DOCTYPES.items():
        yield Hostile(f"XML with {name}", ".xml", partial(_with_entity, doctype, reference))
    for depth in (1000, 200_000):
        deep = b"<p>" * depth + b"Urges" + b"</p>" * depth
        yield Hostile(f"XML {depth} deep", ".xml", partial(_replaced, ".xml", b"Urges", deep))
    attributes = b"".join(b" a%d='x'" % number for number in range(100_000))
    many = {
        "with 100,000 attributes": (b"<mainBody", b"<mainBody" + attributes),
        "of 400,000 elements": (b"Urges", b"Urges" + b"<b/>" * 400_000),
        "that includes a file": (b"Urges", _INCLUDE),
        "with a million comments": (b"Urges", b"Urges" + b"<!---->" * 1_000_000),
        "with a name of a megabyte": (b"<mainBody>", b"<mainBody " + b"n" * MEGABYTE + b"='1'>"),
    }
    for name, (old, new) in many.items():
        yield Hostile(f"XML {name}", ".xml", partial(_replaced, ".xml", old, new))


_INCLUDE = (
    b'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>Urges'
)


def _with_entity(doctype: str, reference: str) -> bytes:
    xml = _replaced(".xml", b"Urges", b"Urges " + reference.encode())
    return b'<?xml version="1.0"?>' + doctype.encode() + xml


def _pages() -> Iterator[Hostile]:
    loads = (
        f'<meta http-equiv="refresh" content="0;url=http://{NOWHERE}/"><base href="http://{NOWHERE}/">'
        f'<link rel="stylesheet" href="http://{NOWHERE}/x.css"><script src="http://{NOWHERE}/x.js"></script>'
        f'<iframe src="file:///etc/passwd"></iframe><img src="http://{NOWHERE}/x.png"></head>'
    )
    pages = {
        "that loads": (b"</head>", loads.encode()),
        "1,000 deep": (b"Urges", b"<div><b>" * 500 + b"Urges"),
        "200,000 deep": (b"Urges", b"<div><b>" * 100_000 + b"Urges"),
        "of 300,000 open tags": (b"Urges", b"Urges" + b"<i>" * 300_000),
        "of 300,000 closing tags": (b"Urges", b"Urges" + b"</i>" * 300_000),
        "of 300,000 rows": (b"<hr>", b"<table>" + b"<tr><td>x" * 300_000),
        "of tables in tables": (b"<hr>", b"<table><tr><td>" * 50_000),
        "of open comments": (b"<hr>", b"<!-- " * 400_000),
        "of half entities": (b"Urges", b"Urges " + b"&#x" * 400_000),
    }
    for name, (old, new) in pages.items():
        yield Hostile(f"page {name}", ".html", partial(_replaced, ".html", old, new))
