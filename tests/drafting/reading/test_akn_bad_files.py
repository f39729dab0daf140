# SPDX-License-Identifier: GPL-3.0-or-later
"""XML that is damaged, of another kind, or made to do harm: refused at once, with what to do."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import FileError, ReadingStopped, UnreadableFile
from drafting.reading.akn import source_of
from drafting.reading.akn.parsing import DEEPEST, MOST_ATTRIBUTES, MOST_ELEMENTS, MOST_TEXT
from drafting.reading.source import Document
from drafting.reading.watch import Watch

HEAD = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><mainBody>'
TAIL = "</mainBody></statement></akomaNtoso>"
NOTE = '<authorialNote marker="1"><p>A/1.</p></authorialNote>'
GOOD = f'{HEAD}<p><span class="italic">Notes</span> the sea.{NOTE}</p>{TAIL}'
DEFINED = '<!DOCTYPE a [<!ENTITY a "{0}"><!ENTITY b "{1}"><!ENTITY c "{2}">]>'
LAUGHS = DEFINED.format("ha" * 1000, "&a;" * 1000, "&b;" * 1000)


def document(text: str | bytes, watch: Watch | None = None) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return Document(Path("x.xml"), data, watch or Watch())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{LAUGHS}{HEAD}<p>&c;</p>{TAIL}", "DOCTYPE"),
        (f'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">{GOOD}', "DOCTYPE"),
        (f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]>{HEAD}<p>&x;</p>{TAIL}', "DOCTYPE"),
        (f'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>{GOOD}', "DOCTYPE"),
        (f"{HEAD}<p>&nowhere;</p>{TAIL}", "damaged"),
        (GOOD[:-20], "breaks off"),
        (GOOD[:40], "breaks off"),
        (f"{GOOD}<more/>", "damaged"),
        (GOOD.replace("sea", "s\0ea"), "damaged"),
        (GOOD.encode().replace(b"sea", b"\xff\xfe"), "damaged"),
        ('<?xml version="1.0" encoding="nonsense"?>' + GOOD, "damaged"),
        ("<rss><channel/></rss>", "of a kind that Penholder does not know"),
        (HEAD + "<p>" * (DEEPEST + 1), "nested"),
        (HEAD + "<p/>" * MOST_ELEMENTS, "far more"),
        (f"{HEAD}<p>{'sea ' * (MOST_TEXT // 4)}more</p>", "far more"),
        (HEAD + '<p a="1"/>' * MOST_ATTRIBUTES, "far more"),
    ],
)
def test_refused_with_what_to_do(text, told):
    with pytest.raises(UnreadableFile) as caught:
        source_of(document(text))
    assert told in caught.value.reason
    assert "The file was not changed." in caught.value.reason
    assert caught.value.reason.endswith(("same resolution.", "instead.", "another file."))


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode("utf-16"),
        b"\xef\xbb\xbf" + GOOD.encode(),
        b'\n \n<?xml version="1.0" encoding="utf-8"?>' + GOOD.encode(),
        GOOD.replace("akomaNtoso xmlns", "x:akomaNtoso xmlns:x").replace("</akoma", "</x:akoma").encode(),
    ],
)
def test_read_however_it_is_written(data):
    assert [block.text for block in source_of(document(data)).body] == ["A/1.", "Notes the sea."]


@pytest.mark.parametrize(
    "inner",
    [
        "<p>a<sup>1</sup></p>",
        "<p>a<authorialNote><p>b</p></authorialNote></p>",
        "<paragraph><num>1.</num></paragraph>",
        "<docDate>1</docDate>",
        "<p>a<span class='italic'>b</span></p>",
        "<tr><td>a</td></tr>",
        "<eol/>",
    ],
)
def test_time_grows_with_the_size_alone(inner):
    count = MOST_ELEMENTS // (inner.count("<") + 1)
    start = time.process_time()
    source_of(document(f"{HEAD}<p>{inner * count}</p>{TAIL}"))
    assert time.process_time() - start < 5


def test_reading_can_be_stopped():
    with pytest.raises(ReadingStopped):
        source_of(document(GOOD, Watch(stopped=lambda: True)))


@given(st.integers(0, len(GOOD)), st.integers(0, 30), st.binary(max_size=12))
def test_damaged_files_raise_nothing_else(at, length, filling):
    data = GOOD.encode()
    with suppress(FileError):
        source_of(document(data[:at] + filling + data[at + length :]))
