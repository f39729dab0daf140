# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a paragraph: breaks, signs, fields, wrappers, looks."""

from __future__ import annotations

import pytest
from word_xml import HOME, ORGAN, RAISED, computed, field, line, run

CHART = f'<c:chart xmlns:c="{HOME}/drawingml/2006/chart"/>'
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>"


def body(content: str, properties: str = "") -> str:
    return f"{ORGAN}<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a b", id="soft line break"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b", id="tab"),
        pytest.param("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "a b", id="carriage return"),
        pytest.param('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a b", id="page break"),
        pytest.param(
            run("non") + "<w:r><w:noBreakHyphen/></w:r>" + run("State"), "non\u2011State", id="hyphen"
        ),
        pytest.param(run("co") + "<w:r><w:softHyphen/></w:r>" + run("op\u00aderate"), "cooperate", id="soft"),
        pytest.param(run("a\u00a0 \u2003b "), "a b", id="spaces"),
        pytest.param(run("Char") + run("ter"), "Charter", id="a word in two runs"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥", id="symbol"),
        pytest.param('<w:r><w:sym w:font="Arial" w:char="2013"/></w:r>', "–", id="sign by its code"),
        pytest.param(computed("PAGE", run("7")), "7", id="field"),
        pytest.param(
            run("a") + field("begin") + CODE.format("TC x") + field("end") + run("b"),
            "ab",
            id="field without result",
        ),
        pytest.param(
            field("begin")
            + CODE.format("IF")
            + computed("REF x", run("inner"))
            + CODE.format("= 1")
            + field("separate")
            + run("outer")
            + field("end"),
            "outer",
            id="field in the code of a field",
        ),
        pytest.param(
            f'<w:fldSimple w:instr="REF x">{run("result")}</w:fldSimple>', "result", id="simple field"
        ),
        pytest.param(f'<w:hyperlink r:id="x">{run("60/251")}</w:hyperlink>', "60/251", id="link"),
        pytest.param(
            f"<w:smartTag><w:smartTag>{run('Geneva')}</w:smartTag></w:smartTag>", "Geneva", id="tag"
        ),
        pytest.param(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('x')}</w:sdtContent></w:sdt>", "x", id="control"),
        pytest.param("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1", id="mathematics"),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice>{run('new')}</mc:Choice><mc:Fallback>{run('old')}</mc:Fallback>"
            "</mc:AlternateContent>",
            "new",
            id="alternatives",
        ),
        pytest.param(
            "<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r>",
            "base",
            id="ruby",
        ),
        pytest.param(run("m/s") + run("2", RAISED), "m/s2", id="power"),
    ],
)
def test_what_stands_in_a_paragraph(read_word, content, text):
    assert [block.text for block in read_word(body(content)).body] == [text]


def style(name: str, content: str = "", title: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{title or name}"/>{content}</w:style>'


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + style("It", "<w:rPr><w:i/></w:rPr>")
    + style("Sub", '<w:basedOn w:val="It"/>')
    + style("Loop", '<w:basedOn w:val="Loop"/>')
    + style("Em", "<w:rPr><w:i/></w:rPr>", kind="character")
    + style("T2", title="heading 2")
    + style("H23", title="_ H_2/3")
    + style("Out", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
)


@pytest.mark.parametrize(
    ("paragraph", "content", "italic"),
    [
        pytest.param("", run("Recalling", "<w:i/>") + run(" it"), ["Recalling"], id="of its own"),
        pytest.param(
            "",
            run("Re", "<w:i/>") + run("calls ", '<w:i w:val="1"/>') + run("it"),
            ["Recalls"],
            id="two runs",
        ),
        pytest.param("", run("also", '<w:rStyle w:val="Em"/>') + run(" it"), ["also"], id="character style"),
        pytest.param("Sub", run("all of it"), ["all of it"], id="inherited paragraph style"),
        pytest.param("It", run("not", '<w:i w:val="false"/>') + run(" it"), ["it"], id="switched off"),
        pytest.param("It", run("not ", '<w:rStyle w:val="Em"/>') + run("it"), ["it"], id="two styles toggle"),
        pytest.param("Loop", run("it"), [], id="a style based on itself"),
    ],
)
def test_italics(read_word, paragraph, content, italic):
    (block,) = read_word(body(content, f'<w:pStyle w:val="{paragraph}"/>'), styles=STYLES).body
    assert [block.text[start:end] for start, end in block.italics] == italic


@pytest.mark.parametrize(
    ("properties", "content", "heading"),
    [
        ('<w:pStyle w:val="T2"/>', run("Follow-up"), True),
        ('<w:pStyle w:val="H23"/>', run("I") + "<w:r><w:br/></w:r>" + run("Sustainable fisheries"), True),
        ('<w:pStyle w:val="Out"/>', run("Follow-up"), True),
        ('<w:outlineLvl w:val="0"/>', run("Follow-up"), True),
        ('<w:outlineLvl w:val="9"/>', run("Follow-up"), False),
        ('<w:jc w:val="center"/>', run("Follow-up"), True),
        ("", run("Follow-up", "<w:b/>"), True),
        ("", run("Follow-up"), False),
        ("", run("New", "<w:b/>") + run(" words"), False),
        ("", run("Recalls all of it;", "<w:b/>"), False),
        ('<w:pStyle w:val="T2"/>', run("1. Recalls all of it;"), False),
    ],
)
def test_headings(read_word, properties, content, heading):
    (block,) = read_word(body(content, properties), styles=STYLES).body
    assert block.heading is heading


DRAWN = f"<w:txbxContent>{line('boxed')}</w:txbxContent>"
BOX = (
    f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{DRAWN}</w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox>{DRAWN}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("content", "words", "place"),
    [
        (run("secret", "<w:vanish/>"), "secret", "paragraph 2 of the file"),
        (BOX, "boxed", "paragraph 2 of the file"),
    ],
)
def test_what_is_not_text_is_told(read_word, content, words, place):
    source = read_word(body(run("Recalling it,") + content))
    assert [block.text for block in source.body] == ["Recalling it,"]
    assert [(warning.text, warning.place) for warning in source.warnings] == [(words, place)]


UNKNOWN = "1 sign of a symbol font not known, shown as “\ufffd”"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<w:r><w:drawing><pic:pic/></w:drawing></w:r>", "1 picture left out"),
        (f"<w:r><w:drawing>{CHART}</w:drawing></w:r>", "1 picture left out"),
        (run("gone", "<w:strike/>"), "words that are struck through by hand (not tracked) are read as text"),
        ('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>', ""),
        ('<w:r><w:sym w:font="Wingdings" w:char="F061"/></w:r>', UNKNOWN),
    ],
)
def test_remarks(read_word, content, message):
    source = read_word(body(run("Recalling it,") + content))
    assert [warning.message for warning in source.warnings] == ([message] if message else [])
