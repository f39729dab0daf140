# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved pages: what stands in them, block by block, whoever saved them."""

from __future__ import annotations

import base64
import plistlib
import quopri
from collections.abc import Callable
from pathlib import Path

import pytest

from drafting.errors import FileError, ReadingStopped, UnreadableFile
from drafting.reading import Watch, read
from drafting.reading.html import source_of
from drafting.reading.source import Document, Source
from drafting.resolution import Resolution

ReadPage = Callable[[str], Resolution]
FIRST = "<p>The General Assembly,</p><p><i>Recalling</i> the Charter,</p>"


def source(page: str) -> Source:
    return source_of(Document(Path("page.html"), page.encode()))


def blocks(inner: str) -> list[str]:
    """The text of each block behind the line of the organ."""
    return [block.text for block in source(f"<html><body>{FIRST}{inner}</body></html>").body[1:]]


@pytest.fixture
def read_page(tmp_path: Path) -> ReadPage:
    def reading(page: str) -> Resolution:
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        return read(path)

    return reading


@pytest.mark.parametrize(
    ("inner", "texts"),
    [
        ("<p>one<p>two</p>three", ["one", "two", "three"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>one\n  two\tthree</p>", ["one two three"]),
        ("<p>A &amp; B &lt; C, 5&nbsp;km, &eacute;</p>", ["A & B < C, 5\u00a0km, é"]),
        ("<p>wide &nbsp; &nbsp;gap</p>", ["wide gap"]),
        ("<p>half<b>bold</b>word <span> and </span> more</p>", ["halfboldword and more"]),
        ("<p>soft&shy;hyphen&#8203;zero</p>", ["softhyphenzero"]),
        ("<p>\u0647\u200d joined</p>", ["\u0647\u200d joined"]),
        ("<p>one<script>no()</script><style>p{}</style><!-- no --><template>no</template></p>", ["one"]),
        ("<p>one</p></body></html><p>behind the end</p>", ["one", "behind the end"]),
        ("<span style='display:block'>one</span><span style='display: block'>two</span>", ["one", "two"]),
        ("<p>5 < 6 and <unknown>seen</unknown></p>", ["5 < 6 and seen"]),
        ("<pre>one\ntwo\n\nthree</pre>", ["one two", "three"]),
        ("<p>In favour:<br>Peru, Chad</p>", ["In favour:", "Peru, Chad"]),
        ("<dl><dt>a</dt><dd>b</dd></dl>", ["a", "b"]),
        ("<table><tr><td>1.</td><td>Decides so;</td></tr><tr><td>2.</td><td>Urges;</td></tr></table>",
         ["1.", "Decides so;", "2.", "Urges;"]),
        ("<table><tr><th>State</th><th>Share</th></tr><tr><td>Peru</td><td><p>1</p><p>2</p></td></tr></table>",
         ["State | Share", "Peru | 1 2"]),
        ("<p>the 10<sup>th</sup> of 3 km<sup>2</sup> and CO<sub>2</sub></p>", ["the 10th of 3 km² and CO2"]),
    ],
)  # fmt: skip
def test_blocks_are_what_a_reader_sees(inner: str, texts: list[str]) -> None:
    assert blocks(inner) == texts


def test_what_a_page_shows_as_deleted_is_left_out_and_told() -> None:
    changed = "<p>all<del cite='x'> old <b>words</b></del> new <ins>ones</ins></p>"
    found = source(f"<html><body>{FIRST}{changed}</body></html>")
    assert found.body[-1].text == "all new ones"
    (remark,) = found.warnings
    assert (remark.text, remark.needs_look) == ("old words", True)


@pytest.mark.parametrize(
    ("inner", "struck"),
    [
        ("<s>much</s>", True),
        ("<strike> </strike>", False),
        ("<span style='text-decoration:line-through'>much</span>", True),
        ("<s style='text-decoration:none'>much</s>", False),
        ("<u>much</u>", False),
    ],
)
def test_words_struck_through_are_read_and_told(inner: str, struck: bool) -> None:
    found = source(f"<html><body>{FIRST}<p>so {inner}</p></body></html>")
    assert found.body[-1].text == ("so much" if "much" in inner else "so")
    assert [remark.place for remark in found.warnings] == ["struck through"] * struck


def test_a_masthead_set_in_a_table_is_read_cell_by_cell(read_page: ReadPage) -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>"
    first = row.format("United Nations", "A/HRC/RES/60/5")
    table = f"<table>{first}{row.format('General Assembly', 'Distr.: General<br>12 October 2025')}</table>"
    found = read_page(f"<html><body>{table}<p>Sixtieth session</p>{FIRST}<p>1. Decides so.</p></body></html>")
    assert (found.masthead.symbol, found.masthead.session) == ("A/HRC/RES/60/5", 60)
    assert [warning.message for warning in found.warnings if warning.needs_look] == []


ANNEXES = """<html><body><div><p>79/300. Quiet harbours</p><p><i>The General Assembly</i>,</p>
<p><i>Recalling</i> it,</p><ol><li><i>Decides</i> so.</li></ol><p>54th plenary meeting<br>19 December 2024</p>
<h2>Annex I</h2><h3>Guidelines</h3><h4>A. Scope</h4><ol><li>These apply.</li><li>Not to:
<ol type=a><li>Rivers;</li><li>Lakes.</li></ol></li></ol><h4>B. Use</h4><ol start=3><li>Voluntary.</li></ol>
<h2>Annex II<br>List of harbours</h2><ul><li>Lagos</li><li>Lima</li></ul>
<table><tr><th>State</th><th>Share</th></tr><tr><td>Peru</td><td>1</td></tr></table></div></body></html>"""


def test_annexes_in_a_page(read_page: ReadPage) -> None:
    found = [paragraph for paragraph in read_page(ANNEXES).paragraphs if paragraph.unit]
    first = ["A1", "A1.H1", "A1.OP1", "A1.OP2", "A1.OP2(a)", "A1.OP2(b)", "A1.H2", "A1.OP3"]
    assert [paragraph.id for paragraph in found] == [*first, "A2", "A2(•1)", "A2(•2)", "A2.T1", "A2.T2"]
    assert [(p.label, p.text) for p in found if p.opens_unit] == [
        ("Annex I", "Guidelines"),
        ("Annex II", "List of harbours"),
    ]
    assert found[-1].text == "Peru | 1"


def test_no_break_spaces_between_all_words_are_blanks() -> None:
    page = FIRST.replace(" ", "\u00a0") + "<p>of\u00a010\u00a0July\u00a02024</p>"
    assert source(f"<html><body>{page}</body></html>").body[-1].text == "of 10 July 2024"


def test_lists_count_in_letters_and_numerals_as_far_as_browsers_do() -> None:
    listed = "<ol type={} start={}><li>Ports;</li></ol>"
    labels = [("a", 28, "(bb)"), ("i", 94, "(xciv)"), ("A", 3, "C"), ("a", 0, "0"), ("i", 4001, "4001")]
    page = "".join(listed.format(kind, start) for kind, start, _ in labels)
    found = source(f"<html><body>{FIRST}{page}<ul><li value=900>Ports;</li></ul></body></html>").body[1:]
    assert [block.label for block in found] == [*(label for *_, label in labels), "\u2022"]


@pytest.mark.parametrize(
    ("inner", "labels"),
    [
        ("<ol><li>a<li>b</ol>", [("1", 1), ("2", 1)]),
        ("<ol start=4><li>a<li value=9>b<li>c</ol>", [("4", 1), ("9", 1), ("10", 1)]),
        ("<ol reversed><li>a</li><li>b</li></ol>", [("2", 1), ("1", 1)]),
        ("<ol type=a><li>a<ol type=i><li>b</li></ol></li></ol>", [("(a)", 1), ("(i)", 2)]),
        ("<ol style='list-style-type:lower-latin' start=27><li>a</ol>", [("(aa)", 1)]),
        ("<ol type=I><li>a</li><li>b</li><li>c</li><li>d</li></ol>",
         [("I", 1), ("II", 1), ("III", 1), ("IV", 1)]),
        ("<ol><li>1. typed</li></ol>", [("", 1)]),
        ("<ul><li>a</li></ul>", [("\u2022", 1)]),
        ("<ul style='list-style: none'><li>a</li></ul>", [("", 1)]),
        ("<ol><li><p>a</p><p>b</p></li></ol>", [("1", 1), ("", 1)]),
    ],
)  # fmt: skip
def test_lists_give_labels(inner: str, labels: list[tuple[str, int]]) -> None:
    body = source(f"<html><body>{FIRST}{inner}</body></html>").body[1:]
    assert [(block.label, block.depth) for block in body] == labels


def test_numbers_that_go_on_in_the_style_sheet_of_google_docs() -> None:
    style = (
        "ol.lst-kix_x-0{list-style-type:none}"
        '.lst-kix_x-0>li:before{content:"" counter(lst-ctn-kix_x-0,decimal) ". "}'
        '.lst-kix_x-1>li:before{content:"(" counter(lst-ctn-kix_x-1,lower-latin) ") "}'
    )
    page = (
        f"<html><head><style>{style}</style></head><body>{FIRST}"
        "<ol class='lst-kix_x-0 start' start=1><li>a</li></ol><ol class='lst-kix_x-1 start'><li>b</li></ol>"
        "<p>c</p><ol class='lst-kix_x-0'><li>d</li></ol></body></html>"
    )
    assert [block.label for block in source(page).body[1:]] == ["1", "(a)", "", "2"]


@pytest.mark.parametrize(
    "markup",
    [
        "<i>Recalling</i>",
        "<em>Recal</em><em>ling</em>",
        "<span style='font-style:italic'>Recalling</span>",
        "<span style='font: italic 12pt serif'>Recalling</span>",
        "<span class='c1 c3'>Recalling</span>",
        "<b><span class=c3>Recalling</span></b>",
    ],
)
def test_italics_however_they_are_made(markup: str) -> None:
    style = "<style>p.x{color:red} .c3{font-style:italic}</style>"
    (block,) = source(f"<html>{style}<body><p>The General Assembly,</p><p>{markup} it,").body
    assert (block.text, block.italics[0][0], block.italics[-1][1]) == ("Recalling it,", 0, 9)


def test_what_a_page_hides_is_told_and_not_read() -> None:
    page = (
        "<html><head><style>.gone{display:none} @media print{p{display:none}}</style></head><body>"
        f"{FIRST}"
        "<p class=gone>secret</p><p hidden>unseen</p><p style='mso-hide:all;display:none'>veiled</p></body>"
    )
    read_in = source(page)
    assert [block.text for block in read_in.body] == ["Recalling the Charter,"]
    assert [warning.text for warning in read_in.warnings] == ["secret / unseen / veiled"]


WORD = """<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>
<span>[1]</span><![endif]></span></span></a>|<div
style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title="">
<span class=MsoFootnoteReference><![if !supportFootnotes]><span>[1]</span><![endif]></span>
</a> See it.</p></div></div>"""
LIBREOFFICE = """<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>|<div
id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
href="#sdfootnote1anc">1</a> See it.</p></div>"""
GOOGLE = """<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>|<hr><div><p><a
href="#ftnt_ref1" id="ftnt1">[1]</a><span> See it.</span></p></div>"""
PANDOC = """<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>|<section
class="footnotes"><hr /><ol><li id="fn1"><p>See it.<a href="#fnref1"
class="footnote-back">\u21a9\ufe0e</a></p></li></ol></section>"""
MARKDOWN = """<sup id="fnref:n"><a class="footnote-ref" href="#fn:n">1</a></sup>|<div
class="footnote"><hr><ol><li id="fn:n"><p>See it.&#160;<a class="footnote-backref" href="#fnref:n"
title="Jump">\u21a9</a></p>
</li></ol></div>"""
BARE = "<sup>1</sup>|<p><sup>1</sup> See it.</p>"
STYLED = (
    "<span style='vertical-align:super'>1</span>|<p><span style='vertical-align:super'>1</span> See it.</p>"
)
ONE_WAY = "<sup><a href='#fn1'>1</a></sup>|<p id=fn1>1. See it.</p>"
PLAIN = "1|<p>1 See it.</p>"


@pytest.mark.parametrize(
    "pieces", [WORD, LIBREOFFICE, GOOGLE, PANDOC, MARKDOWN, BARE, STYLED, ONE_WAY, PLAIN]
)
def test_footnotes_of_every_maker(pieces: str, read_page: ReadPage) -> None:
    mark, text = pieces.split("|")
    resolution = read_page(
        f"<html><body><p>The General Assembly,</p><p>Recalling the Charter,{mark} and more,</p>"
        f"<p>1. Decides to remain seized of the matter.</p>{text}</body></html>"
    )
    first, second = resolution.paragraphs
    assert first.text == "Recalling the Charter, and more,"
    assert [(note.number, note.offset, note.text) for note in first.footnotes] == [(1, 22, "See it.")]
    assert second.text == "Decides to remain seized of the matter."
    assert not [warning for warning in resolution.warnings if warning.needs_look]


def test_links_that_are_no_footnotes_stay_text() -> None:
    links = '<a href="#p1">1</a> and <a href="/A/RES/70/1">70/1</a>'
    inner = f"<p>see paragraph {links}</p><p id=p1>1. Decides so.</p>"
    assert blocks(inner) == ["see paragraph 1 and 70/1", "1. Decides so."]


PAGE = """<!DOCTYPE html><html><head><title>Library</title></head><body>
<header><a href="/">Digital Library</a><nav><ul><li><a href="/s">Search</a></li></ul></nav></header>
<form id="aspnet"><div class="breadcrumb">Home &gt; Documents</div>
<main><div class="share-buttons"><a href="x">Share</a></div>
<table><tr><td>United Nations</td><td>A/RES/99/2</td></tr><tr><td>General Assembly</td>
<td>Distr.: General<br>12 July 2044</td></tr></table>
<p>Ninety-ninth session</p><p>Agenda item 71</p>
<p>Resolution adopted by the General Assembly on 19 December 2044</p>
<p>99/2. Protection of migrants</p><p>The General Assembly,</p><p>Recalling the Charter,</p>
<aside class="related">Related documents</aside>
<p>1. Decides to remain seized of the matter.</p><p>60th plenary meeting<br>19 December 2044</p></main>
<div>Rate this page</div></form><footer>Contact</footer></body></html>"""


def test_what_stands_around_the_resolution_is_told_and_not_read(read_page: ReadPage) -> None:
    resolution = read_page(PAGE)
    head = resolution.masthead
    assert (head.symbol, head.number, head.title) == ("A/RES/99/2", "99/2", "Protection of migrants")
    assert (head.session, head.agenda_item, head.meeting) == (99, 71, "60th plenary meeting")
    assert [paragraph.id for paragraph in resolution.paragraphs] == ["PP1", "OP1"]
    (around,) = [warning.text for warning in resolution.warnings if "around" in warning.message]
    told = (
        "Digital Library",
        "Search",
        "Home > Documents",
        "Share",
        "Related documents",
        "Rate this page",
        "Contact",
    )
    assert [words for words in told if words not in around] == []
    assert not [warning for warning in resolution.warnings if warning.needs_look]


def test_lines_of_a_converted_pdf_become_paragraphs(read_page: ReadPage) -> None:
    words = (
        "international cooperation in the field of human rights and fundamental freedoms for all people of"
    )
    lines = [f"Recalling {words}", *(f"the world, {words}" for _ in range(30)), "this world,"]
    page = "".join(
        f"<div class=t>{line}</div>" for line in ["The General Assembly,", *lines, "1. Decides so."]
    )
    resolution = read_page(f"<html><body>{page}</body></html>")
    assert [paragraph.id for paragraph in resolution.paragraphs] == ["PP1", "OP1"]
    assert resolution.paragraphs[0].text == " ".join(lines)


def _message(coding: str, body: bytes) -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n\r\n------b\r\n'
        b"Content-Type: image/png\r\n\r\nx\r\n"
        b"------b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: "
        + coding.encode()
        + b"\r\n\r\n"
        + body
        + b"\r\n------b\r\nContent-Type: text/html\r\n\r\n<p>a frame</p>\r\n------b--\r\n"
    )


_INNER = f"<html><body>{FIRST}<p>1. <i>Decides</i> on this café.</p></body></html>"
PACKED = {
    "quoted-printable": _message("quoted-printable", quopri.encodestring(_INNER.encode("cp1252"))),
    "base64": _message("BASE64", base64.encodebytes(_INNER.encode("cp1252"))),
    "8bit": _message("8bit", _INNER.encode("cp1252")),
    "Safari": plistlib.dumps(
        {"WebMainResource": {"WebResourceData": _INNER.encode(), "WebResourceTextEncodingName": "UTF-8"}},
        fmt=plistlib.FMT_BINARY,
    ),
    "UTF-16": _INNER.encode("utf-16"),
    "UTF-16 without mark": _INNER.encode("utf-16-le"),
    "named in the page": _INNER.replace("<body>", "<meta charset='iso-8859-1'><body>").encode("cp1252"),
    "named as in older pages": _INNER.replace(
        "<body>", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><body>'
    ).encode("cp1252"),
    "XHTML": b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>' + _INNER.encode(),
}


@pytest.mark.parametrize("kind", PACKED)
def test_pages_packed_and_written_in_any_way(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "page.doc"
    path.write_bytes(PACKED[kind])
    resolution = read(path)
    assert resolution.format == "web page"
    assert [paragraph.text for paragraph in resolution.paragraphs] == [
        "Recalling the Charter,",
        "Decides on this café.",
    ]
    assert not [warning for warning in resolution.warnings if warning.needs_look]


def test_letters_that_are_not_of_the_named_encoding_are_told(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(_INNER.replace("<body>", "<meta charset=utf-8><body>").encode("cp1252"))
    assert any("encoding" in warning.message and warning.needs_look for warning in read(path).warnings)


HOSTILE = {
    "deep": "<div>a" * 100_000,
    "deep emphasis": "<i>" * 300_000,
    "too many elements": "<p>x<b>y</b>" * 500_000,
    "one long text": FIRST + "word " * 1_000_000,
    "attributes": "<p " + "x=y " * 500_000 + ">x",
    "styles": "<style>" + "a{b:c;}" * 200_000 + "@media x{" * 50_000 + "</style>" + FIRST,
    "braces": "<style>" + "{" * 500_000 + "</style>" + FIRST,
    "links": FIRST + "<p><a href=#x>1</a> <a id=x href=#x>1</a></p>" * 5_000,
    "marks": FIRST + "<p>" + "x<sup>1</sup>" * 20_000,
    "tables": FIRST + "<table><tr><td>x" * 600,
    "rows": FIRST + "<table>" + "<tr><td>x<td>y" * 20_000,
    "lists": FIRST + "<ol><li>x" * 900,
    "unclosed": "<html><body><p><table><tr><td><ul><li><b><i><a href='x",
    "lines": FIRST + "x<br>" * 50_000,
    "references": FIRST + "&#x110000;&#0;&bogus;&#xD800;" * 1_000,
    "parts": "MIME-Version: 1.0\nContent-Type: multipart/x; boundary=b\n\n" + "--b\n\n" * 100_000,
    "message in message": "MIME-Version: 1.0\nContent-Type: multipart/x; boundary=b\n\n--b\n" * 1_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pages_are_read_or_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    start = "" if kind in {"parts", "message in message"} else "<html><body>"
    path.write_text(start + HOSTILE[kind], encoding="utf-8", newline="")
    try:
        resolution = read(path)
    except FileError:
        return
    assert resolution.paragraphs


def test_a_long_reading_is_told_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{FIRST}" + "<p>1. Decides so.</p>" * 5_000, encoding="utf-8")
    steps: list[tuple[int, int]] = []
    with pytest.raises(ReadingStopped):
        read(path, Watch(lambda done, total: steps.append((done, total)), lambda: len(steps) >= 2))
    _, (done, total) = steps
    assert 0 < done < total


def test_an_archive_whose_page_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "page.webarchive"
    path.write_bytes(plistlib.dumps({"WebMainResource": {}}, fmt=plistlib.FMT_BINARY))
    with pytest.raises(UnreadableFile, match="no page"):
        read(path)
