# SPDX-License-Identifier: GPL-3.0-or-later
"""Akoma Ntoso: small files written by hand, and what must come out of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drafting.reading import read
from drafting.reading.akn import source_of
from drafting.reading.akn.labels import label_in
from drafting.reading.blocks import Mark
from drafting.reading.source import Document
from drafting.resolution import Kind, Part

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
META = """<meta><identification><FRBRWork><FRBRdate date="2030-07-09" name="adoption"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification>
<classification><keyword value="x" showAs="KEYWORD NOBODY PRINTS"/></classification>
<references><TLCOrganization eId="source" showAs="DGACM"/>
<TLCOrganization eId="hrc" showAs="Human Rights Council"/></references>
<presentation><docketNumber>30-00001</docketNumber><img alt="bar code"/></presentation></meta>"""
COVER = """<coverPage>
<p><span><docAuthority refersTo="#publisher">United Nations</docAuthority></span></p>
<p><docNumber refersTo="#symbol">A/HRC/RES/90/1</docNumber></p>
<p><img src="logo.jpg"/><docAuthority refersTo="#issuingBody">General Assembly</docAuthority></p>
<p><session refersTo="#humanRightsCouncil" value="90">Ninetieth session</session></p>
<p><event refersTo="#session">
  <date refersTo="#startDate">18 June</date>
  <date refersTo="#endDate">12 July 2030</date></event></p>
<p><inline title="3" name="agenda item">Agenda item 3 (b)</inline></p>
<p><inline name="agenda item name">Promotion and protection of all human rights</inline></p>
<p><docTitle>Resolution adopted by the Human Rights Council
  on<docDate date="2030-07-09" refersTo="#adoptionDate">9 July 2030</docDate></docTitle></p>
</coverPage>
<preface><p><docNumber>90/1.</docNumber> <docTitle refersTo="#resolutionTitle">
  <span class="bold">\tQuiet harbours<authorialNote marker="*"><p>* Reissued.</p></authorialNote></span>
</docTitle></p></preface>"""
FORMULA = (
    '<formula name="enactingFormula"><p><span class="italic">The Human Rights Council</span>,</p></formula>'
)
PREAMBLE = f"""<preamble>{FORMULA}
<container name="Recalling"><p xml:space="preserve">
  <span class="italic">\t\tRecalling </span>the Charter,<authorialNote marker="2" eId="n2"><p>\t\tSee </p><p>
  A/90/2.</p></authorialNote> and the\u00a0Covenants,</p></container></preamble>"""
BODY = """<mainBody>
<paragraph class="H23"><num>I</num><subheading>Ships</subheading></paragraph>
<paragraph class="SingleTxt"><num>\t1.</num><list>
  <intro><p>\t<span class="italic">Calls upon</span> States:</p></intro>
  <point><num>(a)</num><content><p>To build;</p></content></point>
  <point><num>(b)</num><list><intro><p>To repair:</p></intro>
    <point><num>(i)</num><content><p>Hulls;</p></content></point></list></point></list></paragraph>
<paragraph><content><p><span class="bold">II</span></p></content></paragraph>
<paragraph><content><p><span class="bold">Harbours</span></p></content></paragraph>
<paragraph><num>2.</num><content><p><span class="italic">Decides</span> to rest.<authorialNote
  marker="3" eId="n3"><p>A/90/3.</p></authorialNote></p></content></paragraph></mainBody>"""
CONCLUSIONS = """<conclusions><p><event refersTo="#adoption">
  <location refersTo="#adoptionMeeting">34th meeting</location><eol/>
  <docDate date="2030-07-09" refersTo="#adoptionDate">9 July 2030</docDate></event></p>
<p><vote><outcome refersTo="#adoptedRecordedVote">[Adopted by a recorded vote of <quantity>2</quantity> to
  <quantity>1</quantity>, with <quantity>0</quantity> abstentions. The voting was as
  follows:<outcome>In favour:<eol/><organization>Chad, Fiji</organization></outcome>
  <outcome>Against:<eol/><organization>Peru]</organization></outcome></outcome></vote></p></conclusions>"""


def written(*parts: str, language: str = "eng") -> str:
    inner = META.format(language=language) + "".join(parts)
    return f'<akomaNtoso xmlns="{NAMESPACE}"><statement>{inner}</statement></akomaNtoso>'


def source(*parts: str, language: str = "eng"):
    return source_of(Document(Path("x.xml"), written(*parts, language=language).encode()))


def blocks(*parts: str):
    return [block for block in source(*parts).body if not block.note]


@pytest.fixture
def whole(tmp_path):
    path = tmp_path / "named-otherwise.txt"
    path.write_text(written(COVER, PREAMBLE, BODY, CONCLUSIONS), encoding="utf-8")
    return read(path)


def test_masthead_lines_and_what_the_data_tell():
    found = source(COVER, PREAMBLE, BODY, CONCLUSIONS)
    assert [line for line in found.masthead if line] == [
        "United Nations",
        "A/HRC/RES/90/1",
        "General Assembly",
        "Ninetieth session",
        "18 June–12 July 2030",
        "Agenda item 3 (b)",
        "Promotion and protection of all human rights",
        "Resolution adopted by the Human Rights Council on 9 July 2030",
        "90/1. Quiet harbours",
    ]
    assert (found.organ, found.formulas) == ("Human Rights Council", ("The Human Rights Council,",))
    assert found.masthead_notes == ("* Reissued.",)
    told = found.told
    assert (told.symbol, told.number, told.title) == ("A/HRC/RES/90/1", "90/1", "Quiet harbours")
    assert (told.session, told.session_dates) == (90, "18 June–12 July 2030")
    assert (told.agenda_item, told.agenda_points) == (3, "(b)")
    assert (told.adopted, told.meeting) == (date(2030, 7, 9), "34th meeting")
    assert (told.body, told.language) == ("Human Rights Council", "en")


def test_whole_file_reads_as_a_resolution(whole):
    assert whole.format == "XML"
    assert [(p.id, p.label, p.text) for p in whole.paragraphs] == [
        ("PP1", "", "Recalling the Charter, and the Covenants,"),
        ("H1", "I", "Ships"),
        ("OP1", "1", "Calls upon States:"),
        ("OP1(a)", "(a)", "To build;"),
        ("OP1(b)", "(b)", "To repair:"),
        ("OP1(b)(i)", "(i)", "Hulls;"),
        ("H2", "II", "Harbours"),
        ("OP2", "2", "Decides to rest."),
    ]
    assert [p.opening for p in whole.paragraphs if p.kind in {Kind.PREAMBULAR, Kind.OPERATIVE}] == [
        "Recalling",
        "Calls upon",
        "Decides",
    ]
    assert whole.vote.in_favour.states == ("Chad", "Fiji")
    assert whole.masthead.adopted == date(2030, 7, 9)


def test_footnotes_count_from_one_and_join_their_paragraphs(whole):
    notes = [(p.id, n.number, n.offset, n.text) for p in whole.paragraphs for n in p.footnotes]
    assert notes == [("PP1", 1, 22, "See A/90/2."), ("OP2", 2, 16, "A/90/3.")]
    assert any("counts its footnotes from 2" in warning.message for warning in whole.warnings)


@pytest.mark.parametrize(
    ("markers", "remark"),
    [
        (("1", "2", "3"), ""),
        (("2", "3", "4"), "counts its footnotes from 2"),
        (("1", "3", "4"), "some numbers do not follow"),
        (("", "", ""), ""),
    ],
)
def test_footnote_numbers_are_those_of_their_order(markers, remark):
    text = "".join(f'a<authorialNote marker="{marker}"><p>x</p></authorialNote> ' for marker in markers)
    found = source(f"<mainBody><p>{text}</p></mainBody>")
    assert [block.note for block in found.body] == ["1", "2", "3", ""]
    told = " ".join(warning.message for warning in found.warnings)
    assert remark in told
    assert bool(told) == bool(remark)


@pytest.mark.parametrize(
    ("inner", "text", "labels"),
    [
        ("Rights<sup>1</sup> and more", "Rights and more", ["1"]),  # an earlier footnote marked once more
        ("Rights,<noteRef href='#n1'/> and more", "Rights, and more", ["1"]),
        ("Rights<sup>7</sup> and more", "Rights7 and more", []),  # there is no such footnote
        ("40 km<sup>1</sup> of sea, 10<sup>12</sup> waves", "40 km\u00b9 of sea, 10\u00b9\u00b2 waves", []),
        ("du 1<sup>er</sup> avril, du 1<sup>er </sup>mai", "du 1er avril, du 1er mai", []),
        ("one<sup> </sup>two<sup> 1</sup>", "one two", ["1"]),
        ("the <i>sea</i>, <a href='x'>70</a><a href='x'>/1</a>", "the sea, 70/1", []),
        ("one<eol/>two<br/>three\tfour", "one two three four", []),
        ("no\u00a0break and non\u2011binding", "no break and non\u2011binding", []),
        ("a <unknown>word <deeper>kept</deeper></unknown> too", "a word kept too", []),
    ],
)
def test_running_text(inner, text, labels):
    note = '<container><p>Noting,<authorialNote marker="1" eId="n1"><p>x</p></authorialNote></p></container>'
    block = blocks(f"<preamble>{note}</preamble><mainBody><p>{inner}</p></mainBody>")[-1]
    assert (block.text, [mark.label for mark in block.marks]) == (text, labels)


def test_raised_number_without_footnote_is_told():
    found = source("<mainBody><p>Rights<sup>7</sup> of 5 km<sup>2</sup></p></mainBody>")
    assert [("raised 7" in warning.message, warning.needs_look) for warning in found.warnings] == [
        (True, True)
    ]


def test_brackets_round_arabic_footnote_numbers_are_no_text():
    inner = "باريس<sup>(</sup><authorialNote marker='1'><p>()\tانظر A/1.</p></authorialNote><sup>)</sup>،"
    note, block = source(f"<mainBody><p>{inner}</p></mainBody>", language="ara").body
    assert (block.text, block.marks, note.text) == ("باريس،", (Mark(5, "1"),), "انظر A/1.")


def test_mark_stands_behind_the_word_though_a_blank_is_between():
    (block,) = blocks("<mainBody><p>sea <authorialNote marker='1'/>, and land</p></mainBody>")
    assert (block.text, block.marks) == ("sea , and land", (Mark(3, "1"),))


def test_preambular_paragraph_in_a_main_body_between_two_preambles():
    first = "<preamble><container><p>Noting,</p></container></preamble>"
    found = blocks(first, "<mainBody><p>Stressing,</p></mainBody>", first, BODY)
    assert [block.part for block in found[:3]] == [Part.PREAMBLE] * 3
    assert {block.part for block in found[3:]} == {Part.OPERATIVE}


def test_chinese_bold_is_what_italics_are_elsewhere():
    inner = "<preamble><container><p><span class='bold'>重申</span>致力于</p></container></preamble>"
    assert source(inner, language="chi").body[0].italics == ((0, 2),)
    assert source(inner, language="eng").body[0].italics == ()


def test_missing_blank_after_the_opening_words_is_told():
    found = source("<mainBody><p><i>Calls upon</i>all States</p></mainBody>")
    assert [warning.needs_look for warning in found.warnings if "“uponall”" in warning.message] == [True]


ANNEX = """<attachments><attachment><doc name="annex"><meta><identification/></meta><mainBody>
<paragraph class="H23"><subheading>Annex</subheading></paragraph>
<paragraph class="H23"><subheading>Rules</subheading></paragraph>
<paragraph><num>1.</num><content><p>Ships wait.</p></content></paragraph>
<paragraph><content><table><caption>Dues</caption><tr><th><p>Ship</p></th><th><p>Due</p></th></tr>
<tr><td><p>Brig</p><p>or sloop</p></td><td>5<authorialNote><p>Per day.</p></authorialNote></td></tr>
</table></content></paragraph></mainBody></doc></attachment></attachments>"""


def test_annex_and_its_table():
    found = blocks(COVER, PREAMBLE, BODY, CONCLUSIONS, ANNEX)
    rows = [(block.part, block.label, block.text, block.table) for block in found[-6:]]
    assert rows == [
        (Part.ANNEX, "", "Annex", False),
        (Part.ANNEX, "", "Rules", False),
        (Part.ANNEX, "1", "Ships wait.", False),
        (Part.ANNEX, "", "Dues", True),
        (Part.ANNEX, "", "Ship | Due", True),
        (Part.ANNEX, "", "Brig or sloop | 5", True),
    ]
    assert [block.heading for block in found[-6:-3]] == [True, True, False]
    assert [mark.label for mark in found[-1].marks] == ["3"]


def test_annex_that_stands_in_the_main_body():
    body = BODY.replace(
        "</mainBody>", "<paragraph><content><p>Annex</p></content></paragraph><p>Rules.</p></mainBody>"
    )
    assert [block.part for block in blocks(PREAMBLE, body)[-2:]] == [Part.ANNEX, Part.ANNEX]


def component(letter: str, title: str) -> str:
    preface = f"<preface><p><docNumber>{letter}</docNumber> <docTitle>{title}</docTitle></p></preface>"
    return f"<component><statement><meta/>{preface}{PREAMBLE}{BODY}{CONCLUSIONS}</statement></component>"


def test_resolution_in_parts(tmp_path):
    collection = (
        f"<documentCollection>{META.format(language='eng')}{COVER}<collectionBody/></documentCollection>"
    )
    parts = component("A", "Ships") + component("B", "Shores")
    path = tmp_path / "a-b.xml"
    path.write_text(
        f'<akomaNtoso xmlns="{NAMESPACE}">{collection}<components>{parts}</components></akomaNtoso>',
        encoding="utf-8",
    )
    found = read(path)
    assert found.masthead.title == "Quiet harbours"
    openers = [(p.id, p.label, p.text) for p in found.paragraphs if p.id == p.unit]
    assert openers == [("A", "A", "Ships"), ("B", "B", "Shores")]
    assert found.paragraph("B.OP2").text == "Decides to rest."


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("\t12.", "12"),
        ("12 bis.", "12 bis"),
        ("3-", "3"),
        ("3、", "3"),
        ("(a)", "(a)"),
        ("a)", "a)"),
        ("IV.", "IV"),
        ("Article one", ""),
        ("", ""),
    ],
)
def test_labels(words, label):
    assert label_in(words) == label


def test_number_that_is_no_label_stays_in_the_text():
    found = blocks(
        "<mainBody><paragraph><num>Goal the first</num><content><p>Rest.</p></content></paragraph></mainBody>"
    )
    assert [(block.label, block.text) for block in found] == [("", "Goal the first Rest.")]


def test_number_without_text_is_kept():
    found = blocks("<mainBody><paragraph><num>7.</num></paragraph><p>Rest.</p></mainBody>")
    assert [(block.label, block.text) for block in found] == [("7", ""), ("", "Rest.")]


def test_text_outside_every_region_is_told():
    found = source("<stray>Lost and <b>found</b></stray>", COVER, PREAMBLE, "<num>9.</num>")
    told = [(warning.text, warning.needs_look) for warning in found.warnings if warning.text]
    assert told == [("Lost and found", True), ("9.", True)]
    assert [block.text for block in found.body if not block.note] == [
        "Recalling the Charter, and the Covenants,"
    ]


def test_numbers_inside_notes_and_cells_are_text():
    point = "<list><point><num>1.</num><content><p>Sea</p></content></point></list>"
    row = "<table><tr><td><num>2.</num> Land</td></tr></table>"
    found = source(f"<mainBody><p>Notes<authorialNote>{point}</authorialNote> all</p>{row}</mainBody>").body
    assert [(block.note, block.label, block.text) for block in found] == [
        ("1", "", "1. Sea"),
        ("", "", "Notes all"),
        ("", "", "2. Land"),
    ]


def test_note_with_an_asterisk_has_no_number():
    star = '<authorialNote marker="1"><p>* Reissued.</p></authorialNote>'
    found = source(f'<mainBody><p>a{star} b<authorialNote marker="2"><p>x</p></authorialNote></p></mainBody>')
    assert [(block.note, block.text) for block in found.body] == [("*", "Reissued."), ("1", "x"), ("", "a b")]


def test_signs_never_printed_are_out_and_joiners_stay():
    found = blocks("<mainBody><p>co\u00adoperation\u200b of \u0647\u200d</p></mainBody>")
    assert [block.text for block in found] == ["cooperation of \u0647\u200d"]


def test_picture_is_told():
    (warning,) = source("<mainBody><p>See:</p><p><img alt='A map' src='x.png'/></p></mainBody>").warnings
    assert (warning.text, warning.needs_look) == ("A map", True)
