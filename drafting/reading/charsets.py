# SPDX-License-Identifier: GPL-3.0-or-later
"""In what letters a file is written: by its first bytes, or by the name a page or a message gives."""

from __future__ import annotations

import codecs
import re

from drafting.glyphs import NO_LETTERS

# Marks for breaking lines and for editing programs: nothing is printed for them. The joiners of Arabic
# letters (U+200C, U+200D) are no such marks: they change how the letters beside them look.
UNSEEN = dict.fromkeys((*NO_LETTERS, *map(ord, "\ufeff\u200b\u2060\u00ad")))
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers take these names for. Source: Encoding Standard (WHATWG), names and labels.
_TAKEN_FOR = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "utf8": "utf-8",
    "utf-8": "utf-8",
    "utf-16": "utf-8",  # a name that could be read in narrow letters does not stand in wide ones
    "unicode": "utf-8",
}
_SAME = re.compile(r"windows-125[0-8]|iso-8859-(?:[2-8]|1[03-6])|koi8-[ru]")


def told_by_bytes(data: bytes) -> str:
    """The encoding a file shows by its mark, or as UTF-16 without one; "" when its bytes do not tell."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "") or _wide(data)


def told_by_name(name: str) -> str:
    """The encoding behind a name ("iso-8859-1", "windows-1251") as browsers take it; "" for any other."""
    label = name.strip(" \t\r\n\"'").lower()
    if _SAME.fullmatch(label):
        return label
    return _TAKEN_FOR.get(label, "")


def narrow_head(data: bytes, length: int = 8000) -> bytes:
    """The first bytes of a file, in narrow letters (UTF-8) when it is written in wide ones."""
    encoding = told_by_bytes(data)
    if encoding in {"", "utf-8-sig"}:
        return data[:length].removeprefix(codecs.BOM_UTF8)
    text = data[:length].decode(encoding, errors="ignore")
    return text.removeprefix("\ufeff").encode("utf-8", errors="ignore")


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: nearly every second byte of Western text is zero."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = len(sample) * 0.3
    return "utf-16-be" if even > enough > odd else "utf-16-le" if odd > enough > even else ""
