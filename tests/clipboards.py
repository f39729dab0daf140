# SPDX-License-Identifier: GPL-3.0-or-later
"""What Word, LibreOffice and browsers put on the clipboard: their shape, with words made up here."""

from __future__ import annotations

_WORD_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40"> <head><meta http-equiv=Content-Type content="text/html;
charset=utf-8"><meta name=ProgId content=Word.Document> <meta name=Generator content="Microsoft Word
15"><link rel=File-List href="file:///C:/Temp/clip_filelist.xml"> <!--[if gte mso
9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--> <style><!-- /* Style
Definitions */ p.MsoNormal {margin:0cm;font-size:10.0pt;font-family:"Times New Roman",serif;}
span.msoIns {mso-style-type:export-only; text-decoration:underline;} --></style></head> <body lang=EN-GB
style='tab-interval:36.0pt'> <!--StartFragment--> """
_WORD_END = "<!--EndFragment--></body></html>"


def _numbered(label: str, level: int, words: str, font: str = "") -> str:
    """A list item as Word writes it: the label in a span of its own, between conditional comments."""
    blanks = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
    span = f"<span lang=EN-GB{font}><span style='mso-list:Ignore'>{label}{blanks}</span></span>"
    return (
        f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>"
        f"<![if !supportLists]>{span}<![endif]><span lang=EN-GB>{words}<o:p></o:p></span></p>\n"
    )


def _word_mark(number: int, to: str, name: str) -> str:
    return (
        f'<a style=\'mso-footnote-id:ftn{number}\' href="#{to}" name="{name}" title=""><span\n'
        "class=MsoFootnoteReference><span lang=EN-GB><span style='mso-special-character:footnote'>"
        f"<![if !supportFootnotes]><span class=MsoFootnoteReference>[{number}]</span><![endif]>"
        "</span></span></span></a>"
    )


def _word_notes(*texts: str) -> str:
    divs = "".join(
        f"<div style='mso-element:footnote' id=ftn{at}>\n<p class=MsoFootnoteText>"
        f"{_word_mark(at, f'_ftnref{at}', f'_ftn{at}')}"
        f"<span lang=EN-GB> {text}<o:p></o:p></span></p>\n</div>\n"
        for at, text in enumerate(texts, start=1)
    )
    rule = '<br clear=all>\n<hr align=left size=1 width="33%">'
    return f"<div style='mso-element:footnote-list'><![if !supportFootnotes]>{rule}<![endif]>\n{divs}</div>\n"


def word(body: str, *notes: str) -> str:
    """The page that Word puts on the clipboard for this body."""
    return _WORD_HEAD + body + (_word_notes(*notes) if notes else "") + _WORD_END


MARKS = [_word_mark(number, f"_ftn{number}", f"_ftnref{number}") for number in (1, 2)]
WORD = word(
    f"<p class=MsoNormal><i><span lang=EN-GB>Recalling</span></i><span lang=EN-GB> the treaty on\nlight&shy;"
    f"houses of 3&nbsp;May{MARKS[0]} and its anti&#8209;fog annex,<o:p></o:p></span></p>\n"
    + _numbered("1.", 1, f"<i>Requests</i> the keepers{MARKS[1]} to report on:")
    + _numbered("(a)", 2, "The lamps;")
    + _numbered("(b)", 2, "The bells;")
    + _numbered("2.", 1, "<i>Decides</i> to remain seized of the lamps."),
    "Treaty Series, vol. 12.",
    "The keepers of the <i>northern</i> coast.",
)
WORD_PLAIN = (
    "Recalling the treaty on lighthouses of 3 May[1] and its anti‑fog annex,\r\n1.\tRequests the "
    "keepers[2] to report on:\r\n(a)\tThe lamps;\r\n(b)\tThe bells;\r\n2.\tDecides to remain seized of the "
    "lamps.\r\n"
)
WORD_BULLETS = word(
    "<p class=MsoNormal>Urges keepers to look after:</p>\n"
    + _numbered("·", 1, "Oil;", " style='font-family:Symbol'")
    + _numbered("o", 2, "Of whales;", " style='font-family:\"Courier New\"'")
    + _numbered("§", 3, "Of seeds;", " style='font-family:Wingdings'")
    + _numbered("·", 1, "Wicks.", " style='font-family:Symbol'")
)
WORD_TRACKED = word(
    '<p class=MsoNormal>Welcomes the <del cite="mailto:A%20Clerk" datetime="2024-05-01T10:00"><span '
    'class=msoDel>old</span></del><ins cite="mailto:A%20Clerk" datetime="2024-05-01T10:00">'
    "<span class=msoIns>new</span></ins> lamp<span class=msoDel>s</span>;"
    "<span style='mso-comment-continuation:1'><span "
    'class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[AC1]</a></span></span></p>\n'
    "<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is it "
    "lit?</p></div></div>"
)
WORD_TABLE = word(
    "<table class=MsoTableGrid border=1>"
    "<tr><td><p class=MsoNormal>Harbour</p></td><td><p class=MsoNormal>Lamps</p></td></tr>"
    "<tr><td><p class=MsoNormal>North Cape</p></td><td><p class=MsoNormal>3</p></td></tr>"
    "<tr><td><p class=MsoNormal>South Cape</p></td><td><p class=MsoNormal>4</p></td></tr></table>"
)
LIBREOFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html;
charset=utf-8"/> <title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style
type="text/css"> p.sdfootnote { font-size: 9pt; } a.sdfootnoteanc { font-size: 57% }</style></head><body
lang="en-GB" dir="ltr"> <p style="line-height: 0.17in"><i>Recalling</i> the treaty on lighthouses of 3
May<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> and its
annex,</p> <ol><li><p><i>Requests</i> the keepers to report on:</p><ol type="a"><li><p>The
lamps;</p></li><li><p>The bells;</p></li></ol></li><li><p><i>Decides</i> to remain seized.</p></li></ol>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
href="#sdfootnote1anc">1</a>Treaty Series, vol. 12.</p></div></body></html>"""
BROWSER = """<html><body><!--StartFragment--><h2 style="box-sizing: border-box; color: rgb(33, 37,
41)">Lamps and bells</h2><p style="margin: 0px 0px 10px; white-space: normal"><em>Noting</em><span
class="Apple-converted-space" >&nbsp;</span>the<a href="https://example.org/fog"> fog</a> of the
year<sup><a href="#cite-4">[4]</a></sup>,</p><p style="margin: 0px">3. <em>Invites</em> keepers to
ring;</p><!--EndFragment--></body></html>"""
GOOGLE_DOCS = """<meta charset='utf-8'><b style="font-weight:normal;"
id="docs-internal-guid-7d34-7fff"><p dir="ltr" style="line-height:1.38;"><span
style="font-size:11pt;font-style:italic;white-space:pre-wrap;">Noting</span><span
style="font-size:11pt;white-space:pre-wrap;"> the bells,</span></p><ol style="margin-top:0;"><li
dir="ltr" style="list-style-type:lower-alpha;" aria-level="1"><p dir="ltr" role="presentation"><span
style="font-size:11pt;">Of bronze;</span></p></li><li dir="ltr" style="list-style-type:lower-alpha;"
aria-level="1"><p dir="ltr" role="presentation"><span>Of iron;</span></p></li></ol></b><br
class="Apple-interchange-newline">"""
WORD_ONLINE = """<html><body><!--StartFragment--><div class="OutlineElement Ltr SCXW1 BCX0"><p
class="Paragraph SCXW1 BCX0" lang="EN-GB"><span data-contrast="auto" class="TextRun SCXW1 BCX0"><span
class="NormalTextRun SCXW1 BCX0">Noting </span><span class="NormalTextRun SCXW1 BCX0">the
bells,</span></span><span class="EOP SCXW1 BCX0">&nbsp;</span></p> </div><div
class="ListContainerWrapper SCXW1 BCX0"><ol class="NumberListStyle1 SCXW1 BCX0" role="list"
start="7"><li class="OutlineElement Ltr SCXW1 BCX0" role="listitem"><p class="Paragraph SCXW1
BCX0"><span class="TextRun SCXW1"> Requests silence;</span><span class="EOP SCXW1
BCX0">&nbsp;</span></p></li></ol></div><!--EndFragment--></body></html>"""
PDF_TEXT = """Recalling the treaty on lighthouses, which keepers of all coasts have signed at
the harbour of the north in the presence of their apprentices and of the
weather,
1. Requests the keepers to report on the state of their lamps and on the whales
that were seen from the gallery;
2. Decides to remain seized of the lamps.
"""
MAIL_TEXT = (
    "Dear all,\n\nplease find below:\n\n5. Requests the keepers to report;\n\n6. Decides to remain seized.\n"
)
