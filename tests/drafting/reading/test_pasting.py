# SPDX-License-Identifier: GPL-3.0-or-later
"""What a clipboard of Word, LibreOffice, a browser, or plain text becomes."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

import clipboards
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.reading import read
from drafting.reading.conversion import libreoffice
from drafting.reading.pasting import Clipping, clipping_of
from drafting.resolution import Kind
from drafting.writing.word import write_word

SIGNS = {"none": "", "number": "#", "point": ">", "heading": "=", "row": "|"}


def drawn(clipping: Clipping) -> list[str]:
    """A line for each paragraph: sign, label, words with footnotes in place; `¶` where it is closed."""
    lines = []
    for one in clipping.paragraphs:
        text = one.text
        for offset, words in sorted(one.notes, reverse=True):
            text = f"{text[:offset]}^{{{words}}}{text[offset:]}"
        sign = SIGNS[one.sign] * max(one.level, 1)
        lines.append(" ".join(filter(None, (sign, one.label and f"{one.label} :", text))))
    return [*lines, *(["¶"] if clipping.closed else [])]


PAGES = {
    "Word: numbers, points, footnotes, soft and fixed hyphens": (
        clipboards.WORD,
        clipboards.WORD_PLAIN,
        [
            "Recalling the treaty on lighthouses of 3\u00a0May^{Treaty Series, vol. 12.} and its anti‑fog "
            "annex,",
            "# 1. : Requests the keepers^{The keepers of the northern coast.} to report on:",
            "> (a) : The lamps;",
            "> (b) : The bells;",
            "# 2. : Decides to remain seized of the lamps.",
            "¶",
        ],
    ),
    "Word: bullets, drawn with three fonts": (
        clipboards.WORD_BULLETS,
        "",
        [
            "Urges keepers to look after:",
            "> • : Oil;",
            ">> • : Of whales;",
            ">>> • : Of seeds;",
            "> • : Wicks.",
        ],
    ),
    "Word: tracked changes": (clipboards.WORD_TRACKED, "", ["Welcomes the new lamp;"]),
    "Word: a table": (
        clipboards.WORD_TABLE,
        "",
        ["| Harbour | Lamps", "| North Cape | 3", "| South Cape | 4"],
    ),
    "LibreOffice": (
        clipboards.LIBREOFFICE,
        "",
        [
            "Recalling the treaty on lighthouses of 3 May^{Treaty Series, vol. 12.} and its annex,",
            "# 1 : Requests the keepers to report on:",
            "> (a) : The lamps;",
            "> (b) : The bells;",
            "# 2 : Decides to remain seized.",
        ],
    ),
    "a browser": (
        clipboards.BROWSER,
        "Lamps and bells\n\nNoting the fog of the year[4],\n\n3. Invites keepers to ring;",
        ["= Lamps and bells", "Noting the fog of the year,", "# 3. : Invites keepers to ring;"],
    ),
    "Google Docs": (
        clipboards.GOOGLE_DOCS,
        "Noting the bells,\n",
        ["Noting the bells,", "> (a) : Of bronze;", "> (b) : Of iron;", "¶"],
    ),
    "Word in a browser": (clipboards.WORD_ONLINE, "", ["Noting the bells,", "# 7 : Requests silence;"]),
    "words out of a sentence": (
        "<html><body><!--StartFragment--><span>of <i>the</i> lamps</span><!--EndFragment--></body></html>",
        " of the lamps ",
        [" of the lamps "],
    ),
}
TEXTS = {
    "one stretch": (" a ", [" a "]),
    "lines": ("a\nb", ["a", "b"]),
    "blank lines of Windows": ("a \r\n\r\n b\r\n", ["a", "b", "¶"]),
    "separators of Qt": ("a\u2029b\u2028c", ["a", "b", "c"]),
    "what cannot be seen": ("a\tb\ufffc\x07c\u00ad\u200bd", ["a bcd"]),
    "nothing but lines": ("\n\n", []),
    "numbers before verbs": (
        "1. Decides to end;\n12. Requests it;",
        ["# 1. : Decides to end;", "# 12. : Requests it;"],
    ),
    "points": (
        "(a) The duty;\n(b) The right:\n(i) To go;\n(ii) To stay;",
        ["> (a) : The duty;", "> (b) : The right:", ">> (i) : To go;", ">> (ii) : To stay;"],
    ),
    "a date and a year are no numbers": (
        "1. the first of May\n2020 was a year.",
        ["1. the first of May", "2020 was a year."],
    ),
    "a letter alone is no sign": ("(b) the duty", ["(b) the duty"]),
    "lines of a PDF": (
        clipboards.PDF_TEXT,
        [
            "Recalling the treaty on lighthouses, which keepers of all coasts have signed at the harbour of "
            "the north in the presence of their apprentices and of the weather,",
            "# 1. : Requests the keepers to report on the state of their lamps and on the whales that were "
            "seen from the gallery;",
            "# 2. : Decides to remain seized of the lamps.",
            "¶",
        ],
    ),
    "a mail": (
        clipboards.MAIL_TEXT,
        [
            "Dear all,",
            "please find below:",
            "# 5. : Requests the keepers to report;",
            "# 6. : Decides to remain seized.",
            "¶",
        ],
    ),
    "footnotes in brackets": (
        "Noting the lamps,[1]\n\n[1] Treaty Series.\n",
        ["Noting the lamps,^{Treaty Series.}", "¶"],
    ),
    "Markdown": (
        "*Noting* the lamps,<sup>1</sup>\n\n1. *Requests* silence;\n\n---\n\n<sup>1</sup> Treaty Series.\n",
        ["Noting the lamps,^{Treaty Series.}", "# 1. : Requests silence;", "¶"],
    ),
    "an asterisk is no Markdown": (
        "Noting the lamps,*\nRequests it;",
        ["Noting the lamps,*", "Requests it;"],
    ),
    "a section": ("II. Bells\nRequests silence;", ["= II : Bells", "Requests silence;"]),
}


@pytest.mark.parametrize("case", PAGES)
def test_a_page_comes_in_clean(case):
    html, text, expected = PAGES[case]
    assert drawn(clipping_of(html, text)) == expected


@pytest.mark.parametrize("case", TEXTS)
def test_plain_text_comes_in_clean(case):
    text, expected = TEXTS[case]
    assert drawn(clipping_of("", text)) == expected


def test_what_is_not_put_in_is_told():
    told = {one.message: one.text for one in clipping_of(clipboards.WORD_TRACKED, "").remarks}
    assert told.pop("tracked insertions were read as accepted") == ""
    assert told.pop("comments were left out") == "[AC1] / Is it lit?"
    assert told == {"text that the web page shows as deleted was left out": "old / s"}
    marks = clipping_of(clipboards.BROWSER, "").remarks
    assert [(one.message, one.text) for one in marks] == [
        ("a footnote mark whose text was not copied with it was left out", "4")
    ]


def test_as_plain_text_the_page_is_not_looked_at():
    plain = clipping_of(clipboards.WORD, clipboards.WORD_PLAIN, plain=True)
    assert drawn(plain)[0] == "Recalling the treaty on lighthouses of 3 May[1] and its anti‑fog annex,"


def test_a_page_that_cannot_be_read_gives_way_to_the_plain_text():
    deep = "<div>" * 5000 + "lamps" + "</div>" * 5000
    clipping = clipping_of(deep, "lamps")
    assert drawn(clipping) == ["lamps"]
    assert clipping.remarks[0].message.startswith("only the plain text was read")


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("sign", ["\ufffc", "\ufdd0", "\ufffe", "\u202e", "\u2066", "\x01", "\x00", "\ud83d"])
def test_signs_that_are_no_letters_stay_outside(sign: str, html: bool) -> None:
    """A page takes them for footnote marks and signs of its own; half a character cannot be saved."""
    written = [f"De{sign}cides", f"De&#{ord(sign)};cides"] if html else [f"De{sign}cides"]
    for words in written:
        found = clipping_of(f"<p>{words}</p>" if html else "", "" if html else words).paragraphs
        assert [re.sub("[\ufffd?]", "", one.text) for one in found] == ["Decides"]


def test_a_footnote_copied_alone_is_text():
    html = clipboards.LIBREOFFICE[clipboards.LIBREOFFICE.index("<div id=") :]
    assert drawn(clipping_of(html, "Treaty Series, vol. 12.")) == ["Treaty Series, vol. 12."]


# ------------------------------------------------------------------------------------ no word is lost

_TAGS = ("p", "div", "span", "i", "li", "ul", "ol", "td", "tr", "table", "h2", "sup", "ins", "del", "br", "a")


def words_in(clipping: Clipping) -> Counter[str]:
    texts = [one.text for one in clipping.paragraphs]
    texts += [words for one in clipping.paragraphs for _, words in one.notes]
    texts += [one.label for one in clipping.paragraphs] + [one.text for one in clipping.remarks]
    return Counter(re.findall(r"w\d+", " ".join(texts)))


pieces = st.lists(
    st.tuples(st.sampled_from(_TAGS), st.integers(0, 2), st.sampled_from((" ", ", ", "; ", ": ", "\n"))),
    min_size=1,
    max_size=25,
)


@given(pieces)
def test_every_word_of_a_page_is_put_in_or_told(tags):
    opened: list[str] = []
    page = ""
    for number, (tag, closing, sign) in enumerate(tags):
        page += f"<{tag}>w{number}{sign}"
        opened.append(tag)
        for _ in range(min(closing, len(opened))):
            page += f"</{opened.pop()}>"
    found = words_in(clipping_of(page, ""))
    assert {f"w{number}" for number in range(len(tags))} <= set(found)


SIGNED = ("1. ", "(a) ", "- ", "[1] ", "II. ", "___ ", "Recalling ", "*Noting* ", "<sup>1</sup> ", "a. ", "")
lines = st.sampled_from(SIGNED)


@given(
    st.lists(
        st.tuples(lines, st.integers(1, 12), st.sampled_from(("\n", "\n\n", "\f", ",\n", ";\n"))), max_size=12
    )
)
def test_every_word_of_a_text_is_put_in_or_told(rows):
    text, count = "", 0
    for label, length, end in rows:
        text += label + " ".join(f"w{count + at}" for at in range(length)) + end
        count += length
    clipping = clipping_of("", text)
    found, wanted = words_in(clipping), Counter(f"w{number}" for number in range(count))
    assert set(found) == set(wanted)
    again = any("marked more than once" in one.message for one in clipping.remarks)
    assert again or found == wanted  # the text of a footnote with two marks stands at each, and that is told


# --------------------------------------------------------------------- real texts and a word processor


def test_the_text_of_a_whole_resolution_comes_in_whole(sample_files: tuple[Path, ...]) -> None:
    for path in sample_files:
        found = {one.text: one for one in clipping_of("", path.read_text(encoding="utf-8")).paragraphs}
        for paragraph in read(path).paragraphs:
            one = found[paragraph.text]
            assert one.notes == tuple((note.offset, note.text) for note in paragraph.footnotes)


@pytest.mark.skipif(libreoffice() is None, reason="needs LibreOffice")
def test_what_libreoffice_itself_makes_of_a_resolution_comes_in_whole(tmp_path: Path, shared: Path) -> None:
    """The page that LibreOffice writes, which is the one it puts on the clipboard."""
    record = read(shared / "samples" / "56-2.txt")
    write_word(record, tmp_path / "resolution.docx")
    program = libreoffice()
    assert program is not None
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "html:HTML (StarWriter)", "--outdir", tmp_path),
            tmp_path / "resolution.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    page = (tmp_path / "resolution.html").read_text(encoding="utf-8")
    found = {one.text: one for one in clipping_of(page, "").paragraphs}
    for paragraph in record.paragraphs:
        one = found[paragraph.text]
        assert one.label == (paragraph.label if paragraph.kind is Kind.OPERATIVE else "")
        assert one.notes == tuple((note.offset, note.text) for note in paragraph.footnotes)
